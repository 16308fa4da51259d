//! The model of an OpenAPI document: a JSON value, and functions that navigate it.

pub mod inline;
pub mod media;
mod nodes;
pub mod operation;
pub mod parameters;
pub mod pointer;
pub mod read;
mod reference;
mod walk;

use serde_json::{Map, Value};

pub use nodes::{OperationNode, ParameterNode, operation_nodes, placeholders};
pub use pointer::escape;
pub use reference::{broken, follow, follow_chain, referred, resolve, target};
pub use walk::{each_object, each_operation, each_schema};

/// The keys of a path item that are operations.
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The JSON pointer to the shared schemas.
pub const SCHEMAS: &str = "/components/schemas";

/// The shared schemas, to add to; `None` where the document has something else in their place.
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

/// The members of an object; none of anything else.
pub fn members(node: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    node.and_then(Value::as_object).into_iter().flatten()
}

/// The elements of the array at `key`; none of anything else.
pub fn items<'d>(node: &'d Value, key: &str) -> impl Iterator<Item = &'d Value> {
    let items = node.get(key).and_then(Value::as_array);
    items.into_iter().flatten()
}

/// The string at `key`, or the empty string.
pub fn str_at<'d>(node: &'d Value, key: &str) -> &'d str {
    node.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The string at `key`, or the empty string.
pub fn text(node: &Value, key: &str) -> String {
    str_at(node, key).to_owned()
}

/// Whether the member `key` is `true`.
pub fn is_true(node: &Value, key: &str) -> bool {
    node.get(key) == Some(&Value::Bool(true))
}
