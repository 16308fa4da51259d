//! Responses: one type for success, whatever its status, and none for errors.

use serde_json::{Value, json};

use crate::{
    SpecError,
    document::media::{JSON, Kind, is_json, kind},
    document::{each_operation, referred},
};

/// A success keeps its type for every 2xx, since the live service answers with others than it documents. Errors go: the
/// generated code never sees one, whatever their types.
pub fn successes(mut document: Value) -> Result<Value, SpecError> {
    let whole = document.clone();
    each_operation(&mut document, |place, _, method, operation| {
        let Some(responses) = operation
            .get_mut("responses")
            .and_then(Value::as_object_mut)
        else {
            return Ok(());
        };
        let place = format!("{place}/responses");
        let mut found: Vec<Value> = Vec::new();
        for (status, response) in std::mem::take(responses) {
            if status.starts_with('2') {
                let place = format!("{place}/{status}");
                let mut response = simple(&whole, response, &place)?;
                if let ("head", Some(response)) = (method, response.as_object_mut()) {
                    // Whatever is documented, HTTP allows it no body.
                    response.remove("content");
                }
                found.push(response);
            }
        }
        let is_typed = |response: &&Value| response.get("content").is_some();
        let typed: Vec<&Value> = found.iter().filter(is_typed).collect();
        if typed
            .windows(2)
            .any(|two| two[0]["content"] != two[1]["content"])
        {
            return Err(SpecError::new(
                place,
                "the operation has successes of different types",
                "give them one schema: a call has one result type",
            ));
        }
        // A status without a body beside one with a body would be a second type, so the type can be null.
        let may_be_empty = typed.len() < found.len();
        if let Some(success) = typed.first().copied().or(found.first()) {
            let mut success = success.clone();
            let schema = success.pointer_mut("/content/application~1json/schema");
            if let (true, Some(schema)) = (may_be_empty, schema) {
                *schema = json!({ "nullable": true, "allOf": [schema] });
            }
            responses.insert("2XX".to_owned(), success);
        }
        Ok(())
    })?;
    Ok(document)
}

/// Lets each response have one media type that the generator takes, for mocks, which have a response for each status.
pub fn each(mut document: Value) -> Result<Value, SpecError> {
    let whole = document.clone();
    each_operation(&mut document, |place, _, _, operation| {
        let responses = operation.get_mut("responses");
        let responses = responses.and_then(Value::as_object_mut);
        for (status, response) in responses.into_iter().flatten() {
            let place = format!("{place}/responses/{status}");
            *response = simple(&whole, response.take(), &place)?;
            let schema = response.pointer_mut("/content/application~1json/schema");
            if let Some(schema) = schema
                && !status.starts_with('2')
                && referred(schema).is_none()
            {
                // The client has no type for what is described within an error's response.
                *schema = json!({});
            }
        }
        Ok(())
    })?;
    Ok(document)
}

/// A response with one media type: JSON, or bytes where it can be anything else.
fn simple(document: &Value, mut response: Value, place: &str) -> Result<Value, SpecError> {
    let Some(content) = response.get("content").and_then(Value::as_object) else {
        return Ok(response);
    };
    if content.is_empty() {
        response
            .as_object_mut()
            .map(|members| members.remove("content"));
        return Ok(response);
    }
    let mut bytes = false;
    for (media_type, media) in content {
        let place = format!("{place}/content");
        bytes |= kind(document, media_type, media, &place)? == Kind::Bytes;
    }
    let json = content.iter().find(|(media_type, _)| is_json(media_type));
    let (media_type, media) = match json {
        Some((_, media)) if !bytes => {
            // Without a schema it is any JSON.
            let schema = media.get("schema").cloned().unwrap_or_else(|| json!({}));
            (JSON, json!({ "schema": schema }))
        }
        _ => ("application/octet-stream", json!({})),
    };
    response["content"] = json!({ media_type: media });
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(responses: Value) -> Value {
        json!({ "paths": { "/a": { "get": { "responses": responses } } } })
    }

    fn lowered(responses: Value) -> Result<Value, SpecError> {
        Ok(successes(document(responses))?["paths"]["/a"]["get"]["responses"].clone())
    }

    #[test]
    fn head_returns_nothing_whatever_is_documented() {
        let responses = json!({ "200": of(JSON, "A") });
        let document = json!({ "paths": { "/a": { "head": { "responses": responses } } } });
        let lowered = successes(document).expect("it is taken");
        let success = &lowered["paths"]["/a"]["head"]["responses"]["2XX"];
        assert_eq!(success.get("content"), None, "{success}");
    }

    fn of(media: &str, schema: &str) -> Value {
        json!({ "content": { media: { "schema": { "title": schema } } } })
    }

    #[test]
    fn successes_become_a_range_and_errors_go() {
        let (ok, wrong) = (of(JSON, "Ok"), of(JSON, "Wrong"));
        for responses in [
            json!({ "200": ok, "default": wrong }),
            json!({ "201": ok, "401": of(JSON, "Other"), "default": wrong }),
            json!({ "200": ok, "404": wrong, "503": of("text/html", "Page") }),
            json!({ "200": ok, "202": ok, "default": wrong }),
            json!({ "200": of("application/error+json", "Ok") }),
        ] {
            assert_eq!(lowered(responses), Ok(json!({ "2XX": ok })));
        }
        assert_eq!(lowered(json!({ "204": {} })), Ok(json!({ "2XX": {} })));
    }

    #[test]
    fn a_success_that_can_be_empty_can_be_null() {
        let optional = json!({ "nullable": true, "allOf": [{ "title": "Ok" }] });
        let expected = json!({ "2XX": { "content": { JSON: { "schema": optional } } } });
        let found = lowered(json!({ "200": of(JSON, "Ok"), "204": {} }));
        assert_eq!(found, Ok(expected));
        let bytes = json!({ "2XX": { "content": { "application/octet-stream": {} } } });
        let found = lowered(json!({ "200": of("image/png", "Ok"), "204": {} }));
        assert_eq!(found, Ok(bytes));
    }

    #[test]
    fn what_can_be_something_else_than_json_is_bytes() {
        let bytes = json!({ "schema": { "type": "string", "format": "binary" } });
        let expected = json!({ "2XX": { "content": { "application/octet-stream": {} } } });
        for content in [
            json!({ "application/pdf": {} }),
            json!({ "text/plain": { "schema": { "type": "string" } } }),
            json!({ JSON: bytes }),
            json!({ JSON: bytes, "image/gif": bytes, "image/png": bytes }),
            json!({ JSON: { "schema": { "type": "object" } }, "image/png": bytes }),
        ] {
            let found = lowered(json!({ "200": { "content": content } }));
            assert_eq!(found, Ok(expected.clone()), "{content}");
        }
    }

    #[test]
    fn json_without_a_schema_is_any_json() {
        let any = json!({ "2XX": { "content": { JSON: { "schema": {} } } } });
        assert_eq!(
            lowered(json!({ "200": { "content": { JSON: {} } } })),
            Ok(any)
        );
    }

    #[test]
    fn mocks_keep_every_status() {
        let page = of("text/html", "Page");
        let wrong =
            json!({ "content": { JSON: { "schema": { "$ref": "#/components/schemas/Wrong" } } } });
        let responses = json!({ "200": of(JSON, "Ok"), "404": page, "429": of(JSON, "Own"), "503": wrong, "default": { "content": {} } });
        let mut service = document(responses);
        service["components"] = json!({ "schemas": { "Wrong": { "type": "object" } } });
        let found = each(service).expect("lowered");
        let bytes = json!({ "content": { "application/octet-stream": {} } });
        let any = json!({ "content": { JSON: { "schema": {} } } });
        let expected =
            json!({ "200": of(JSON, "Ok"), "404": bytes, "429": any, "503": wrong, "default": {} });
        assert_eq!(found["paths"], document(expected)["paths"]);
    }

    #[test]
    fn successes_have_one_type() {
        for other in [of(JSON, "B"), of("image/png", "A")] {
            let error = lowered(json!({ "200": of(JSON, "A"), "201": other }));
            let error = error.expect_err("two types").to_string();
            let said =
                "at /paths/~1a/get/responses: the operation has successes of different types; ";
            assert!(error.starts_with(said), "{error}");
        }
    }
}
