//! `cargo xtask spec check`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use crate::check;
use crate::failure::Failure;
use crate::openapi::Problem;
use crate::place::Place;
use crate::workspace;

/// Check that documents are valid, described and exemplified, and that the crate can be made from them.
///
/// Each must be valid OpenAPI 3.0 that lowers and generates, all its examples must match their schemas, every operation must
/// have an example, and every operation, parameter, body, response, schema and property must be
/// described. Names the place of each failure; the exit status is 1 if there is one.
#[derive(clap::Args)]
pub struct Args {
    /// The documents (default: all of `spec/` in the workspace).
    documents: Vec<PathBuf>,
}

/// Checks each document, and says so on standard output.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let documents = if args.documents.is_empty() {
        vendored()?
    } else {
        args.documents.clone()
    };
    let mut failures = 0;
    for path in &documents {
        let shown = Place::file(workspace::shown(path));
        let problems = problems(&workspace::read_json(path)?)?;
        for problem in &problems {
            println!("{}: {}", shown.below(&problem.pointer), problem.message);
        }
        if problems.is_empty() {
            println!("{shown}: ok");
        }
        failures += problems.len();
    }
    Ok(ExitCode::from(u8::from(failures > 0)))
}

fn problems(document: &Value) -> Result<Vec<Problem>, Failure> {
    let structure = check::structure(document)?;
    if !structure.is_empty() {
        // The other checks would only say again what is broken.
        return Ok(structure);
    }
    let mut problems = check::generated(document);
    problems.extend(check::examples(document));
    problems.extend(check::exemplified(document));
    problems.extend(check::described(document));
    Ok(problems)
}

fn vendored() -> Result<Vec<PathBuf>, Failure> {
    let directory = workspace::root().join("spec");
    let fail = |e| Failure::new(workspace::shown(&directory), format!("cannot be read: {e}"));
    let mut documents = Vec::new();
    for entry in fs::read_dir(&directory).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.extension() == Some(Path::new("json").as_os_str()) {
            documents.push(path);
        }
    }
    documents.sort();
    match documents.is_empty() {
        true => Err(Failure::new(
            workspace::shown(&directory),
            "holds no document",
        )),
        false => Ok(documents),
    }
}
