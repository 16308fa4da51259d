//! The client can be generated from the document.

use serde_json::Value;

use crate::{Document, SpecError, document::read, finished};

/// The error that a build of the crate stops at, in the words of the build, with all features.
pub fn generation(document: &Value, needs: &str) -> Option<SpecError> {
    let document = read::checked(document.clone()).and_then(Document::new);
    document
        .and_then(|document| finished(&document, needs))
        .err()
}
