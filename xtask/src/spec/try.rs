//! `cargo xtask spec try`

use std::path::PathBuf;
use std::process::ExitCode;

use crate::check;
use crate::failure::Failure;
use crate::openapi;
use crate::place::Place;
use crate::swagger::{self, Allowed};
use crate::trial::Trial;
use crate::workspace;

/// Build the crate from another document and replay the document's examples.
///
/// Imports the document if it is Swagger 2.0, puts it in place of ours in a copy of the crate below `target/try`,
/// compiles that, and makes every call that the document has an example of against a mock of the service. Prints a
/// table of operations and results; the exit status is 1 if one failed, or if the import lost what --allow does not
/// name.
#[derive(clap::Args)]
pub struct Args {
    /// The document: OpenAPI 3.0, or Swagger 2.0 in its published layout.
    document: PathBuf,
    /// A loss of the import to accept: a kind, or `kind=name` for one thing; can be given more than once.
    #[arg(long, value_name = "KIND[=NAME]")]
    allow: Vec<Allowed>,
}

/// Tries the document, and says on standard output what became of each operation.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let mut losses = 0;
    let read = workspace::read_json(&args.document)?;
    let document = if swagger::is_swagger(&read) {
        let imported = swagger::import(&args.document, None)?;
        for line in imported.report.lines(&args.allow) {
            eprintln!("{line}");
        }
        losses = imported.report.losses(&args.allow);
        imported.document
    } else {
        openapi::load(&args.document)?
    };
    let shown = Place::file(workspace::shown(&args.document));
    let stopped = check::structure(&document)?;
    let stopped = match stopped.is_empty() {
        true => check::generated(&document),
        false => stopped,
    };
    for problem in &stopped {
        println!("{}: {}", shown.below(&problem.pointer), problem.message);
    }
    if !stopped.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    let result = Trial::set_up(&document)?.replay()?;
    print!("{}", result.table);
    if !result.is_right {
        eprint!("{}", result.output);
    }
    Ok(ExitCode::from(u8::from(!result.is_right || losses > 0)))
}
