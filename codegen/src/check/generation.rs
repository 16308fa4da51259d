//! The client can be generated from the document.

use serde_json::Value;

use crate::{Document, SpecError, finished};

/// The error that generation stops at, with all features of the crate.
pub fn generation(document: &Value) -> Option<SpecError> {
    let result = Document::new(document.clone()).and_then(|document| finished(&document));
    let error = result.err()?;
    Some(SpecError {
        what: format!("does not generate: {}", error.what),
        ..error
    })
}
