//! First step: every operation holds its own parameters, body and responses, so that no later step follows references
//! for them.

use serde_json::{Map, Value};

use super::{METHODS, escape, follow, parameters};
use crate::SpecError;

/// Replaces references to parameters, request bodies and responses by what they refer to, and gives the parameters
/// of a path to each of its operations.
pub fn inline(document: &Value) -> Result<Value, SpecError> {
    let mut inlined = document.clone();
    let paths = inlined.pointer_mut("/paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let path_place = format!("/paths/{}", escape(path));
        let Some(item) = item.as_object_mut() else {
            return Err(SpecError::new(
                path_place,
                "a path is no object",
                "describe its operations",
            ));
        };
        if item.contains_key("$ref") {
            return Err(SpecError::new(
                path_place,
                "a path that is only a reference can't be generated",
                "write the path's operations here",
            ));
        }
        let shared = item.remove("parameters");
        for (method, operation) in item.iter_mut() {
            let place = format!("{path_place}/{method}");
            if let (true, Some(operation)) = (
                METHODS.contains(&method.as_str()),
                operation.as_object_mut(),
            ) {
                all_parameters(document, operation, shared.as_ref(), [&path_place, &place])?;
                if let Some(node) = operation.get_mut("requestBody") {
                    *node = follow(document, node, &format!("{place}/requestBody"))?.clone();
                }
                let responses = operation.get_mut("responses");
                for (status, node) in responses
                    .and_then(Value::as_object_mut)
                    .into_iter()
                    .flatten()
                {
                    *node = follow(document, node, &format!("{place}/responses/{status}"))?.clone();
                }
            }
        }
    }
    Ok(inlined)
}

fn all_parameters(
    document: &Value,
    operation: &mut Map<String, Value>,
    shared: Option<&Value>,
    [path_place, place]: [&str; 2],
) -> Result<(), SpecError> {
    let own = operation.get("parameters");
    let mut all: Vec<Value> = Vec::new();
    for (list, place) in [(shared, path_place), (own, place)] {
        let list = list.and_then(Value::as_array).into_iter().flatten();
        for (index, parameter) in list.enumerate() {
            let place = format!("{place}/parameters/{index}");
            let parameter = follow(document, parameter, &place)?.clone();
            for key in ["name", "in"] {
                if !parameter.get(key).is_some_and(Value::is_string) {
                    let what = format!("a parameter has no `{key}`");
                    return Err(SpecError::new(
                        place,
                        what,
                        "name the parameter and its place",
                    ));
                }
            }
            // An operation's own parameter takes the place of the path's.
            all.retain(|other| {
                other["name"] != parameter["name"] || other["in"] != parameter["in"]
            });
            all.extend(parameters::plain(document, parameter, &place)?);
        }
    }
    operation.insert("parameters".to_owned(), Value::Array(all));
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn operations_get_what_they_refer_to_and_what_their_path_shares() {
        let document = json!({
            "paths": { "/a/{id}": {
                "parameters": [{ "$ref": "#/components/parameters/Id" }, { "name": "skip", "in": "query", "x": "path's" }],
                "get": { "parameters": [{ "name": "skip", "in": "query", "x": "own" }, { "name": "id", "in": "query" }] },
                "put": {
                    "requestBody": { "$ref": "#/components/requestBodies/B" },
                    "responses": { "200": { "$ref": "#/components/responses/R" } },
                },
            }},
            "components": {
                "parameters": { "Id": { "name": "id", "in": "path" } },
                "requestBodies": { "B": { "content": {} } },
                "responses": { "R": { "description": "r" } },
            },
        });
        let inlined = inline(&document).expect("inlined");
        let path = &inlined["paths"]["/a/{id}"];
        assert!(path.get("parameters").is_none());
        assert_eq!(
            path["get"]["parameters"],
            json!([
                { "name": "id", "in": "path" },
                { "name": "skip", "in": "query", "x": "own" },
                { "name": "id", "in": "query" },
            ])
        );
        assert_eq!(path["put"]["parameters"].as_array().map(Vec::len), Some(2));
        assert_eq!(path["put"]["requestBody"], json!({ "content": {} }));
        assert_eq!(path["put"]["responses"]["200"]["description"], "r");
    }

    #[test]
    fn says_where_something_is_missing() {
        for (path, said) in [
            (
                json!("x"),
                "at /paths/~1a: a path is no object; describe its operations",
            ),
            (
                json!({ "$ref": "#/x" }),
                "at /paths/~1a: a path that is only a reference can't be generated; ",
            ),
            (
                json!({ "get": { "requestBody": { "$ref": "#/x" } } }),
                r##"at /paths/~1a/get/requestBody: the reference "#/x" leads nowhere; "##,
            ),
            (
                json!({ "get": { "responses": { "200": { "$ref": "#/x" } } } }),
                r##"at /paths/~1a/get/responses/200: the reference "#/x" leads nowhere; "##,
            ),
            (
                json!({ "get": { "parameters": [{ "name": "a", "in": "query" }, { "$ref": "#/x" }] } }),
                r##"at /paths/~1a/get/parameters/1: the reference "#/x" leads nowhere; "##,
            ),
            (
                json!({ "get": { "parameters": [{ "in": "query" }] } }),
                "at /paths/~1a/get/parameters/0: a parameter has no `name`; name the parameter and its place",
            ),
            (
                json!({ "parameters": [{ "name": "a" }], "get": {} }),
                "at /paths/~1a/parameters/0: a parameter has no `in`; name the parameter and its place",
            ),
        ] {
            let error = inline(&json!({ "paths": { "/a": path } }))
                .expect_err(said)
                .to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }
}
