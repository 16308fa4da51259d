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
