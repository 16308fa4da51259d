//! Loads the document that a command is given, OpenAPI 3.0 or Swagger 2.0.

use std::path::Path;

use crate::files;
use crate::import::{self, Imported, Report};
use crate::{
    SpecError,
    document::{broken, str_at},
};

/// [`load_within`] the directory that references stay in by default.
pub fn load(path: &Path) -> Result<Imported, SpecError> {
    load_within(path, None)
}

/// Reads the document at `path`, importing it first if it is Swagger 2.0; the report is empty if it is not. Fails if it
/// is neither, and on a reference that leads nowhere or only to itself. The references of Swagger stay in `root`.
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
