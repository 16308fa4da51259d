//! The generator: a byte selects an operation, the rest edits the document of that operation alone.

#![no_main]

use std::collections::BTreeSet;

use acs_chat_codegen::{Document, SpecError, document::SCHEMAS, finished};
use acs_chat_fuzz::{edit::edit, spec};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

/// The conveniences that are looked for in each document.
const NEEDS: &str = include_str!("../../src/conveniences/needs.rs");

fuzz_target!(|data: &[u8]| {
    let Some((operation, edits)) = data.split_first() else {
        return;
    };
    let mut document = alone(*operation);
    edit(&mut document, edits);
    match Document::new(document).and_then(|document| finished(&document, NEEDS).map(drop)) {
        Ok(()) => {}
        Err(SpecError {
            place,
            what,
            remedy,
            file,
        }) => {
            assert!(
                place.is_empty() || place.starts_with('/'),
                "{place:?} is no JSON pointer"
            );
            assert!(!what.is_empty());
            let line = SpecError {
                place,
                what,
                remedy,
                file,
            }
            .to_string();
            assert_eq!(line.lines().count(), 1, "{line:?}");
        }
    }
});

/// The document with one operation, and the schemas that it refers to.
fn alone(selector: u8) -> Value {
    let root = &spec::DOCUMENT.root;
    let operation = spec::operation(selector);
    let node = root
        .pointer(&operation.place)
        .expect("the place of an operation");
    let mut names = BTreeSet::new();
    let mut nodes = vec![node];
    while let Some(node) = nodes.pop() {
        match node {
            Value::Object(members) => nodes.extend(members.values()),
            Value::Array(items) => nodes.extend(items),
            Value::String(text) => {
                let name = text
                    .strip_prefix('#')
                    .and_then(|text| text.strip_prefix(SCHEMAS)?.strip_prefix('/'));
                nodes.extend(
                    name.filter(|name| names.insert(*name))
                        .map(|name| &root["components"]["schemas"][name]),
                );
            }
            _ => {}
        }
    }
    let mut document = root.clone();
    document["paths"] = json!({ &operation.path: { operation.method.to_lowercase(): node } });
    if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
        schemas.retain(|name, _| names.contains(name.as_str()));
    }
    document
}
