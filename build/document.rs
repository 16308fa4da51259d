//! Finding one's way in an OpenAPI document.

use serde_json::{Map, Value};

use super::Problem;

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
    mut f: impl FnMut(&str, &str, &str, &mut Map<String, Value>) -> Result<(), Problem>,
) -> Result<(), Problem> {
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
) -> Result<&'a Value, Problem> {
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
                Problem::new(
                    place,
                    format!("the reference {reference} leads nowhere"),
                    "refer to something inside this document",
                )
            })?;
    }
    Err(Problem::new(
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
