//! Responses: one type for success and one for errors, whatever the status.

use serde_json::{Map, Value};

use crate::steps::{Problem, document::each_operation};

/// A success keeps its type for every 2xx, since the live service answers with others than it documents; all errors
/// become the two ranges `4XX` and `5XX` of the type of `default`, or of the first documented error.
pub fn ranges(mut document: Value) -> Result<Value, Problem> {
    each_operation(&mut document, |place, _, _, operation| {
        let Some(responses) = operation
            .get_mut("responses")
            .and_then(Value::as_object_mut)
        else {
            return Ok(());
        };
        let (successes, errors): (Vec<_>, Vec<_>) = std::mem::take(responses)
            .into_iter()
            .partition(|(status, _)| status.starts_with('2'));
        let mut schemas: Vec<&Value> = successes
            .iter()
            .filter_map(|(_, response)| schema(response))
            .collect();
        schemas.dedup();
        if schemas.len() > 1 {
            return Err(Problem::new(
                format!("{place}/responses"),
                "the operation has successes of different types",
                "give them one schema: a call has one result type",
            ));
        }
        // A status without a body beside one with a body would be a second type.
        let success = successes
            .iter()
            .find(|(_, response)| schema(response).is_some())
            .or(successes.first());
        if let Some((_, response)) = success {
            responses.insert("2XX".to_owned(), response.clone());
        }
        let error = errors
            .iter()
            .find(|(status, _)| status == "default")
            .or(errors.first());
        if let Some((_, response)) = error {
            for range in ["4XX", "5XX"] {
                responses.insert(range.to_owned(), json_only(response));
            }
        }
        Ok(())
    })?;
    Ok(document)
}

fn schema(response: &Value) -> Option<&Value> {
    let content = response.get("content")?.as_object()?;
    content.values().next()?.get("schema")
}

/// Keeps what the generator types.
fn json_only(response: &Value) -> Value {
    let mut response = response.clone();
    if let Some(content) = response.get_mut("content").and_then(Value::as_object_mut) {
        *content = std::mem::take(content)
            .into_iter()
            .filter(|(media, _)| media == "application/json")
            .collect::<Map<_, _>>();
    }
    response
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lowered(responses: Value) -> Result<Value, Problem> {
        let document = json!({ "paths": { "/a": { "get": { "responses": responses } } } });
        Ok(ranges(document)?["paths"]["/a"]["get"]["responses"].clone())
    }

    fn of(media: &str, schema: &str) -> Value {
        json!({ "content": { media: { "schema": { "title": schema } } } })
    }

    #[test]
    fn successes_and_errors_become_ranges() {
        let (ok, wrong) = (
            of("application/json", "Ok"),
            of("application/json", "Wrong"),
        );
        let expected = json!({ "2XX": ok, "4XX": wrong, "5XX": wrong });
        for responses in [
            json!({ "200": ok, "default": wrong }),
            json!({ "201": ok, "401": of("application/json", "Other"), "default": wrong }),
            json!({ "200": ok, "404": wrong, "503": wrong }),
            json!({ "200": ok, "202": ok, "default": wrong }),
            // Some of the successes can be empty.
            json!({ "200": ok, "204": {}, "default": wrong }),
        ] {
            assert_eq!(lowered(responses), Ok(expected.clone()));
        }
        assert_eq!(lowered(json!({ "204": {} })), Ok(json!({ "2XX": {} })));
    }

    #[test]
    fn an_error_is_typed_where_it_is_json() {
        let both = json!({ "content": { "application/json": { "schema": 1 }, "text/html": {} } });
        let found = lowered(json!({ "200": {}, "default": both })).expect("lowered");
        assert_eq!(
            found["5XX"],
            json!({ "content": { "application/json": { "schema": 1 } } })
        );
    }

    #[test]
    fn successes_have_one_type() {
        let responses =
            json!({ "200": of("application/json", "A"), "201": of("application/json", "B") });
        let problem = lowered(responses).expect_err("two types").to_string();
        let said = "at /paths/~1a/get/responses: the operation has successes of different types; ";
        assert!(problem.starts_with(said), "{problem}");
    }
}
