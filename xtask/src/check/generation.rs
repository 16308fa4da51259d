//! The client can be generated from the document.

use acs_chat_codegen::{Features, SpecError, generate};
use serde_json::Value;

/// The error that generation stops at, with all features of the crate.
pub fn generation(document: &Value) -> Option<SpecError> {
    let features = Features {
        schemars: true,
        httpmock: true,
    };
    let error = generate(document.clone(), features).err()?;
    Some(SpecError {
        what: format!("does not generate: {}", error.what),
        ..error
    })
}
