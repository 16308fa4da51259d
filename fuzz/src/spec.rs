//! The API's document, in whose order the targets and their seeds count operations and schemas.

use std::sync::LazyLock;

use acs_chat_codegen::{Document, document::operation::Operation};
use serde_json::Value;

const TEXT: &str = include_str!(concat!("../../", include!("../../spec/current.rs")));

/// The document.
pub static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let document = serde_json::from_str(TEXT).expect("the document is JSON");
    Document::new(document).expect("the document can be generated")
});

/// The operation that a byte selects.
pub fn operation(selector: u8) -> &'static Operation {
    let operations = &DOCUMENT.operations;
    &operations[usize::from(selector) % operations.len()]
}

/// The first example of the operation's request body; null where it has none.
pub fn request_example(operation: &Operation) -> &'static Value {
    let content = DOCUMENT
        .root
        .pointer(&operation.place)
        .and_then(|node| node["requestBody"]["content"].as_object());
    let media = content.and_then(|content| content.values().next());
    let examples = media.and_then(|media| media["examples"].as_object());
    let example = examples.and_then(|examples| examples.values().next());
    example.map_or(&Value::Null, |example| &example["value"])
}
