//! Loads the document that a command is given, OpenAPI 3.0 or Swagger 2.0.

use std::path::Path;

use crate::files;
use crate::import::{self, Imported, Report};
use crate::{
    SpecError,
    document::{broken, str_at},
};

/// Reads the document at `path`, OpenAPI 3.0 or Swagger 2.0, which is imported; the report is empty if it is not.
///
/// # Errors
/// It is neither, or has a reference that leads nowhere, only to itself, or out of the directory of the document.
pub fn load(path: &Path) -> Result<Imported, SpecError> {
    load_within(path, None)
}

/// The same, with references of Swagger that stay in `root`.
pub fn load_within(path: &Path, root: Option<&Path>) -> Result<Imported, SpecError> {
    let document = files::read_json(path)?;
    let loaded = if import::is_swagger(&document) {
        import::import(path, root)?
    } else {
        Imported {
            document,
            report: Report::default(),
            files: vec![path.to_owned()],
        }
    };
    let shown = files::shown(path);
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
