//! The API's document, read once: its operations, and the checks of requests and answers that follow from it.

mod document;
mod request;
mod response;
mod schema;

pub(crate) use document::Operation;
pub(crate) use request::{Arguments, CONTINUATION};

use serde_json::Value;
use std::sync::{Arc, OnceLock};

const DOCUMENT: &str = include_str!("../../../spec/2025-03-15.json");

/// What the document says: the API's version and its operations.
pub(crate) struct Contract {
    pub(crate) version: String,
    pub(crate) operations: Vec<Arc<Operation>>,
}

/// The contract, read from the embedded document when first asked for.
///
/// # Errors
///
/// A line that says what in the document could not be read; it is the same one every time.
pub(crate) fn contract() -> Result<&'static Contract, &'static str> {
    static CONTRACT: OnceLock<Result<Contract, String>> = OnceLock::new();
    CONTRACT
        .get_or_init(|| read(DOCUMENT))
        .as_ref()
        .map_err(String::as_str)
}

fn read(text: &str) -> Result<Contract, String> {
    let document: Value =
        serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
    let version = document
        .pointer("/info/version")
        .and_then(Value::as_str)
        .ok_or("info.version is missing")?
        .to_owned();
    Ok(Contract {
        version,
        operations: document::operations(&document)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_document_is_read_whole() {
        let contract = contract().unwrap();
        assert_eq!(contract.version, "2025-03-15");
        assert_eq!(contract.operations.len(), 16);
    }

    #[test]
    fn a_document_that_is_wrong_is_named_with_the_place() {
        assert!(read("[").err().unwrap().contains("not JSON"));
        assert!(read("{}").err().unwrap().contains("info.version"));
        let dangling = r##"{"info":{"version":"1"},"paths":{"/x":{"get":{"operationId":"X","parameters":[{"$ref":"#/no"}]}}}}"##;
        assert_eq!(read(dangling).err().unwrap(), "X: #/no leads nowhere");
    }
}
