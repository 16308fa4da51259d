//! The crate's own build steps take the document.

use acs_chat_codegen::{Document, SpecError, finished};
use serde_json::Value;

use crate::openapi::Problem;

/// What stops a build of the crate from this document: nothing, or one error, since the steps stop at the first.
pub fn generated(document: &Value) -> Vec<Problem> {
    let result = Document::new(document.clone()).and_then(|document| finished(&document));
    let problem = |error: SpecError| {
        let message = format!("does not generate: {}; {}", error.what, error.remedy);
        Problem::new(&error.place, message)
    };
    result.err().map(problem).into_iter().collect()
}
