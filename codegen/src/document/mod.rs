//! The model of an OpenAPI document.

pub mod inline;
pub mod media;
pub mod operation;
mod parameters;
pub mod read;

use std::path::Path;

use serde_json::{Map, Value};

use crate::SpecError;
use operation::Operation;

/// An OpenAPI 3.0 document whose operations hold their own parameters, bodies and responses.
#[derive(Debug, Clone)]
pub struct Document {
    pub root: Value,
    pub version: String,
    pub operations: Vec<Operation>,
}

impl Document {
    /// Reads a document from a JSON file.
    pub fn read(path: &Path) -> Result<Self, SpecError> {
        Self::new(read::read(path)?)
    }

    /// Takes a document that was read already.
    pub fn new(document: Value) -> Result<Self, SpecError> {
        let root = inline::inline(&document)?;
        Ok(Self {
            version: text(&root["info"], "version"),
            operations: operation::operations(&root)?,
            root,
        })
    }
}

/// The keys of a path item that are operations.
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Where the schemas are.
pub const SCHEMAS: &str = "/components/schemas";

/// Writes a key the way a JSON pointer spells it.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Calls `f` with the place, path, method and object of each operation, in the document's order.
pub fn each_operation(
    document: &mut Value,
    mut f: impl FnMut(&str, &str, &str, &mut Map<String, Value>) -> Result<(), SpecError>,
) -> Result<(), SpecError> {
    let Some(paths) = document
        .pointer_mut("/paths")
        .and_then(Value::as_object_mut)
    else {
        return Ok(());
    };
    for (path, item) in paths {
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        for (method, operation) in item {
            if let (true, Some(operation)) = (
                METHODS.contains(&method.as_str()),
                operation.as_object_mut(),
            ) {
                let place = format!("/paths/{}/{method}", escape(path));
                f(&place, path, method, operation)?;
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

/// The schemas, to add to; `None` where the document has something else in their place.
pub fn schemas_mut(document: &mut Value) -> Option<&mut Map<String, Value>> {
    let mut node = document;
    for key in ["components", "schemas"] {
        let members = node.as_object_mut()?;
        node = members
            .entry(key)
            .or_insert_with(|| Value::Object(Map::new()));
    }
    node.as_object_mut()
}

/// The name of the schema that this one stands for: a reference, alone or in an `allOf` of one.
pub fn referred(schema: &Value) -> Option<&str> {
    let reference = match schema.get("$ref") {
        Some(reference) => reference,
        None => match schema.get("allOf")?.as_array()?.as_slice() {
            [only] => only.get("$ref")?,
            _ => return None,
        },
    };
    reference.as_str()?.strip_prefix("#/components/schemas/")
}

/// What `place` refers to, followed through any number of references.
pub fn follow<'a>(
    document: &'a Value,
    mut node: &'a Value,
    place: &str,
) -> Result<&'a Value, SpecError> {
    // More hops than this can only be a circle.
    for _ in 0..32 {
        let Some(reference) = node.get("$ref") else {
            return Ok(node);
        };
        let target = reference
            .as_str()
            .and_then(|reference| reference.strip_prefix('#'));
        node = target
            .and_then(|pointer| document.pointer(pointer))
            .ok_or_else(|| {
                SpecError::new(
                    place,
                    format!("the reference {reference} leads nowhere"),
                    "refer to something inside this document",
                )
            })?;
    }
    Err(SpecError::new(
        place,
        "the references go round in a circle",
        "let one of them end in a definition",
    ))
}

/// A string member, or the empty string.
pub fn text(node: &Value, key: &str) -> String {
    node.get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_escaped_as_json_pointers_have_them() {
        assert_eq!(escape("/a~b/{c}"), "~1a~0b~1{c}");
        let document = json!({ "/a~b/{c}": 1 });
        let pointer = format!("/{}", escape("/a~b/{c}"));
        assert_eq!(document.pointer(&pointer), Some(&json!(1)));
    }

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
    fn the_first_problem_ends_the_round() {
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
    fn a_reference_may_stand_alone_or_described() {
        let alone = json!({ "$ref": "#/components/schemas/A" });
        assert_eq!(referred(&alone), Some("A"));
        assert_eq!(
            referred(&json!({ "description": "d", "allOf": [alone] })),
            Some("A")
        );
        assert_eq!(referred(&json!({ "allOf": [alone, alone] })), None);
        assert_eq!(
            referred(&json!({ "$ref": "#/components/parameters/A" })),
            None
        );
        assert_eq!(referred(&json!({ "type": "string" })), None);
    }

    #[test]
    fn references_are_followed_to_the_end() {
        let document = json!({ "a": { "$ref": "#/b" }, "b": { "$ref": "#/c" }, "c": 7, "d": { "$ref": "#/d" } });
        assert_eq!(follow(&document, &document["a"], "/a"), Ok(&json!(7)));
        for (node, said) in [
            (
                json!({ "$ref": "#/x" }),
                r##"at /here: the reference "#/x" leads nowhere; "##,
            ),
            (
                json!({ "$ref": "other.json#/c" }),
                r#"at /here: the reference "other.json#/c" leads nowhere; "#,
            ),
            (
                json!({ "$ref": 5 }),
                "at /here: the reference 5 leads nowhere; ",
            ),
            (
                json!({ "$ref": "#/d" }),
                "at /here: the references go round in a circle; ",
            ),
        ] {
            let error = follow(&document, &node, "/here")
                .expect_err(said)
                .to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }
}
