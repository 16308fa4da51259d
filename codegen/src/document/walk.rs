//! Visits every operation, schema or object of a document.

use serde_json::{Map, Value};

use super::{METHODS, SCHEMAS, pointer::child};
use crate::SpecError;

/// Calls `f` with the place, path, method and object of each operation, in the document's order. Stops at the first
/// error.
pub fn each_operation(
    document: &mut Value,
    mut f: impl FnMut(&str, &str, &str, &mut Map<String, Value>) -> Result<(), SpecError>,
) -> Result<(), SpecError> {
    let paths = document
        .pointer_mut("/paths")
        .and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let (true, Some(operation)) = (
                METHODS.contains(&method.as_str()),
                operation.as_object_mut(),
            ) {
                f(
                    &child(&child("/paths", path), method),
                    path,
                    method,
                    operation,
                )?;
            }
        }
    }
    Ok(())
}

/// Calls `f` with the name and object of each schema under `/components/schemas`.
pub fn each_schema(document: &mut Value, mut f: impl FnMut(&str, &mut Map<String, Value>)) {
    let schemas = document.pointer_mut(SCHEMAS).and_then(Value::as_object_mut);
    for (name, schema) in schemas.into_iter().flatten() {
        if let Some(schema) = schema.as_object_mut() {
            f(name, schema);
        }
    }
}

/// Calls `f` with the place and value of each object that OpenAPI defines: neither data (an example's value, a default,
/// an extension) nor a map of names (`properties`, `responses`).
pub fn each_object(document: &Value, mut f: impl FnMut(&str, &Value)) {
    each_object_below(document, "", false, &mut f);
}

fn each_object_below(node: &Value, place: &str, is_map: bool, f: &mut impl FnMut(&str, &Value)) {
    match node {
        Value::Object(members) => {
            if !is_map {
                f(place, node);
            }
            for (key, member) in members {
                if is_map || !is_data(key) {
                    let is_map = !is_map && is_map_of_names(key);
                    each_object_below(member, &child(place, key), is_map, f);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each_object_below(item, &format!("{place}/{index}"), false, f);
            }
        }
        _ => {}
    }
}

/// Whether the value at `key` is data of the API.
fn is_data(key: &str) -> bool {
    matches!(key, "example" | "value" | "default" | "enum") || key.starts_with("x-")
}

/// Whether the keys of the object at `key` are names that the API chooses.
fn is_map_of_names(key: &str) -> bool {
    matches!(
        key,
        "paths"
            | "schemas"
            | "responses"
            | "parameters"
            | "examples"
            | "requestBodies"
            | "headers"
            | "securitySchemes"
            | "links"
            | "callbacks"
            | "content"
            | "properties"
            | "variables"
            | "encoding"
            | "mapping"
            | "scopes"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn operations_are_what_stands_under_a_method() {
        let mut document = json!({ "paths": {
            "/a": { "get": {}, "parameters": [], "summary": "x", "patch": {} },
            "/b": { "x-get": {}, "post": 5 },
            "/c": [],
        }});
        let mut seen = Vec::new();
        let each = each_operation(&mut document, |place, path, method, operation| {
            seen.push(format!("{place} {path} {method}"));
            operation.insert("seen".to_owned(), json!(true));
            Ok(())
        });
        assert_eq!(each, Ok(()));
        assert_eq!(seen, ["/paths/~1a/get /a get", "/paths/~1a/patch /a patch"]);
        assert_eq!(document["paths"]["/a"]["get"]["seen"], true);
        assert_eq!(
            each_operation(&mut json!({}), |_, _, _, _| panic!("none")),
            Ok(())
        );
    }

    #[test]
    fn the_first_error_ends_the_walk() {
        let mut document = json!({ "paths": { "/a": { "get": {}, "put": {} } } });
        let mut calls = 0;
        let outcome = each_operation(&mut document, |place, _, _, _| {
            calls += 1;
            Err(SpecError::new(place, "wrong", "right it"))
        });
        assert_eq!((outcome.is_err(), calls), (true, 1));
    }

    #[test]
    fn schemas_are_objects_under_their_names() {
        let mut document =
            json!({ "components": { "schemas": { "A": { "type": "object" }, "B": true } } });
        let mut names = Vec::new();
        each_schema(&mut document, |name, _| names.push(name.to_owned()));
        assert_eq!(names, ["A"]);
        each_schema(&mut json!({}), |_, _| panic!("none"));
    }

    #[test]
    fn objects_are_neither_data_nor_maps_of_names() {
        let document = json!({
            "x-note": { "a": {} },
            "properties": { "example": { "default": { "a": {} }, "allOf": [{}] } },
        });
        let mut places = Vec::new();
        each_object(&document, |place, _| places.push(place.to_owned()));
        assert_eq!(
            places,
            ["", "/properties/example", "/properties/example/allOf/0"]
        );
    }
}
