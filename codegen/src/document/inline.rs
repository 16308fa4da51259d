//! The first step: every operation gets its own parameters, body and responses, so that no later step follows references
//! for them.

use serde_json::{Map, Value};

use super::{OperationNode, follow, members, operation_nodes, parameters, pointer::child};
use crate::SpecError;

/// Replaces references to parameters, request bodies and responses by what they refer to, and gives the parameters
/// of a path to each of its operations.
pub fn inline(document: &Value) -> Result<Value, SpecError> {
    if let Some((path, _)) = members(document.get("x-ms-paths")).next() {
        return Err(SpecError::new(
            child("/x-ms-paths", path),
            "a path that differs from another by its query can't be generated",
            "describe it under `paths` with a query parameter, or remove it",
        ));
    }
    for (path, item) in members(document.get("paths")) {
        let error = |what: &str, remedy| Err(SpecError::new(child("/paths", path), what, remedy));
        if !item.is_object() {
            return error("a path is no object", "describe its operations");
        }
        if item.get("$ref").is_some() {
            let what = "a path that is only a reference can't be generated";
            return error(what, "write the path's operations here");
        }
    }
    let mut inlined = document.clone();
    for operation in operation_nodes(document) {
        let place = &operation.place;
        let Some(Value::Object(node)) = inlined.pointer_mut(place) else {
            continue;
        };
        inline_parameters(document, &operation, node)?;
        if let Some(body) = node.get_mut("requestBody") {
            *body = follow(document, body, &child(place, "requestBody"))?.clone();
        }
        let responses = node.get_mut("responses").and_then(Value::as_object_mut);
        for (status, response) in responses.into_iter().flatten() {
            let place = format!("{place}/responses/{status}");
            *response = follow(document, response, &place)?.clone();
        }
    }
    let paths = inlined.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(Map::values_mut) {
        if let Some(item) = item.as_object_mut() {
            item.remove("parameters");
        }
    }
    Ok(inlined)
}

fn inline_parameters(
    document: &Value,
    operation: &OperationNode<'_>,
    out: &mut Map<String, Value>,
) -> Result<(), SpecError> {
    let mut all = Vec::new();
    let mut keys = Vec::new();
    for parameter in operation.parameters(document) {
        let parameter = parameter?;
        for key in ["name", "in"] {
            if !parameter.node.get(key).is_some_and(Value::is_string) {
                return Err(SpecError::new(
                    parameter.place,
                    format!("a parameter has no `{key}`"),
                    "name the parameter and its place",
                ));
            }
        }
        let key = parameter.key();
        if keys.contains(&key) {
            return Err(SpecError::new(
                parameter.place,
                format!("the parameter `{key}` is declared twice"),
                "keep one of them",
            ));
        }
        keys.push(key);
        let node = parameter.node.clone();
        all.extend(parameters::plain(document, node, &parameter.place)?);
    }
    out.insert("parameters".to_owned(), Value::Array(all));
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
    fn paths_beside_the_others_are_not_lost() {
        let document = json!({ "paths": {}, "x-ms-paths": { "/a?b=c": { "get": {} } } });
        let error = inline(&document).expect_err("refused").to_string();
        let said = "at /x-ms-paths/~1a?b=c: a path that differs from another by its query can't be generated; ";
        assert!(error.starts_with(said), "{error}");
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
                "at /paths/~1a/get/requestBody: refers to `#/x`, where there is nothing; ",
            ),
            (
                json!({ "get": { "responses": { "200": { "$ref": "#/x" } } } }),
                "at /paths/~1a/get/responses/200: refers to `#/x`, where there is nothing; ",
            ),
            (
                json!({ "get": { "parameters": [{ "name": "a", "in": "query" }, { "$ref": "#/x" }] } }),
                "at /paths/~1a/get/parameters/1: refers to `#/x`, where there is nothing; ",
            ),
            (
                json!({ "get": { "parameters": [{ "in": "query" }] } }),
                "at /paths/~1a/get/parameters/0: a parameter has no `name`; name the parameter and its place",
            ),
            (
                json!({ "get": { "parameters": [{ "name": "A", "in": "header" }, { "name": "a", "in": "header" }] } }),
                "at /paths/~1a/get/parameters/1: the parameter `header a` is declared twice; keep one of them",
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
