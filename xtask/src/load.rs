//! Loads the document that a command is given, OpenAPI 3.0 or Swagger 2.0.

use std::path::Path;

use acs_chat_codegen::{
    SpecError,
    document::{broken, str_at},
};

use crate::swagger::{self, Imported, Report};
use crate::workspace;

/// Reads the document at `path`, importing it first if it is Swagger 2.0; the report is empty if it is not. Fails if it
/// is neither, and on a reference that leads nowhere or only to itself.
pub fn load(path: &Path) -> Result<Imported, SpecError> {
    let document = workspace::read_json(path)?;
    let loaded = if swagger::is_swagger(&document) {
        swagger::import(path, None)?
    } else {
        Imported {
            document,
            report: Report::default(),
        }
    };
    let shown = workspace::shown(path);
    if !str_at(&loaded.document, "openapi").starts_with("3.0.") {
        return Err(SpecError::of_file(
            shown,
            "is neither OpenAPI 3.0 (`openapi`: \"3.0.…\") nor Swagger 2.0 (`swagger`: \"2.0\")",
        ));
    }
    match broken(&loaded.document).into_iter().next() {
        Some(error) => Err(error.in_file(shown)),
        None => Ok(loaded),
    }
}
