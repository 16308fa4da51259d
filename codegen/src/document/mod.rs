//! The model of an OpenAPI document: a JSON value, and functions that navigate it.

mod cycles;
mod events;
pub mod inline;
pub mod media;
pub mod names;
mod nodes;
pub mod operation;
pub mod parameters;
pub mod pointer;
pub mod read;
mod reference;
mod schema_names;
mod unique;
mod walk;

use std::path::Path;

use serde_json::{Map, Value};

use crate::SpecError;
use operation::Operation;

pub use events::{EVENT, EventNode, event_nodes, name_in_delivery};
pub use nodes::{OperationNode, ParameterNode, operation_nodes, operation_nodes_of, placeholders};
pub use pointer::escape;
pub use reference::{broken, follow, follow_chain, referred, resolve, target};
pub use schema_names::in_file;
pub use walk::{each_object, each_operation, each_schema};

/// An OpenAPI 3.0 document whose operations hold their own parameters, bodies and responses.
#[derive(Debug, Clone)]
pub struct Document {
    /// The document itself.
    pub root: Value,
    /// Its version of the API.
    pub version: String,
    /// Its operations, in the document's order.
    pub operations: Vec<Operation>,
}

impl Document {
    /// Reads a document from a JSON file.
    ///
    /// # Errors
    /// The file cannot be read or is no such document, or an operation cannot be generated.
    pub fn read(path: &Path) -> Result<Self, SpecError> {
        Self::new(read::read(path)?)
    }

    /// Inlines a document and reads its operations.
    ///
    /// # Errors
    /// An operation cannot be generated.
    pub fn new(document: Value) -> Result<Self, SpecError> {
        cycles::refuse(&document)?;
        let root = schema_names::normalize(inline::inline(&document)?);
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
