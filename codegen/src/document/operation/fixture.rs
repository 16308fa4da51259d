//! Operations of small documents, for the tests.

use serde_json::{Value, json};

use super::{Operation, operations};
use crate::SpecError;

/// A document with one operation.
pub fn document(path: &str, method: &str, node: Value) -> Value {
    json!({ "paths": { path: { method: node } } })
}

/// That operation.
pub fn only(path: &str, method: &str, node: Value) -> Operation {
    let mut all = operations(&document(path, method, node)).expect("an operation");
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// Two operations with these ids.
pub fn two(one: &str, other: &str) -> Result<Vec<Operation>, SpecError> {
    let node = |id: &str| json!({ "operationId": id, "responses": { "200": {} } });
    operations(&json!({ "paths": { "/a": { "get": node(one) }, "/b": { "get": node(other) } } }))
}
