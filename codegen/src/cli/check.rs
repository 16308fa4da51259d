//! `acs-chat-spec check`

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use super::workspace;
use crate::SpecError;
use crate::check;
use crate::files;
use crate::sources;

/// Check that documents are valid, described, have examples, and generate a client.
///
/// Each must be valid OpenAPI 3.0 that lowers and generates, all its examples must match their schemas, every operation
/// and event must have an example, and every operation, parameter, body, response, schema and property must be
/// described. Documents of `spec/` must have their source in `SOURCES.toml`. Prints the place of each error; the exit
/// status is 1 if there is one.
#[derive(clap::Args)]
pub struct Args {
    /// The documents (default: all of `spec/` in the workspace).
    documents: Vec<PathBuf>,
}

/// Checks each document and prints the result to standard output.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let documents = if args.documents.is_empty() {
        vendored()?
    } else {
        args.documents.clone()
    };
    let vendored = args.documents.is_empty();
    let mut all_passed = true;
    for path in &documents {
        let shown = files::shown(path);
        let errors = errors(&files::read_json(path)?)?;
        let unknown = match vendored {
            true => sources::check(path)?,
            false => Vec::new(),
        };
        all_passed &= unknown.is_empty();
        for error in &unknown {
            println!("{error}");
        }
        if errors.is_empty() && unknown.is_empty() {
            println!("{shown}: ok");
        }
        all_passed &= errors.is_empty();
        for error in errors {
            println!("{}", error.in_file(&shown));
        }
    }
    Ok(ExitCode::from(u8::from(!all_passed)))
}

fn errors(document: &Value) -> Result<Vec<SpecError>, SpecError> {
    let mut errors = check::refused(document, &workspace::needs()?)?;
    // In an invalid document the other checks would only repeat what is broken.
    if check::structure(document)?.is_empty() {
        errors.extend(check::examples(document));
        errors.extend(check::events(document));
        errors.extend(check::coverage(document));
        errors.extend(check::descriptions(document));
    }
    Ok(errors)
}

fn vendored() -> Result<Vec<PathBuf>, SpecError> {
    let directory = workspace::root().join("spec");
    let error = |what: String| SpecError::of_file(files::shown(&directory), what);
    let unreadable = |e| error(format!("cannot be read: {e}"));
    let mut documents = Vec::new();
    for entry in fs::read_dir(&directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension() == Some(Path::new("json").as_os_str()) {
            documents.push(path);
        }
    }
    documents.sort();
    match documents.is_empty() {
        true => Err(error("has no document".to_owned())),
        false => Ok(documents),
    }
}
