//! The client, or the types of events, can be generated from the document.

use serde_json::Value;

use crate::{
    Document, Features, SpecError, document::event_nodes, document::read, events, finished,
};

/// The error that a build of the crate stops at, in the words of the build, with all features.
pub fn generation(document: &Value) -> Option<SpecError> {
    let document = read::checked(document.clone()).and_then(Document::new);
    let generated = document.and_then(|document| match event_nodes(&document.root).is_empty() {
        true => finished(&document).map(drop),
        false => events(&document, None, Features { schemars: true }).map(drop),
    });
    generated.err()
}
