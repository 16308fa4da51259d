//! `acs-chat-spec try`

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use super::trial::Trial;
use crate::check;
use crate::files;
use crate::import::Allowed;
use crate::load::load;

/// Build the crate from another document and replay the document's examples.
///
/// Imports the document if it is Swagger 2.0, substitutes it for ours in a copy of the crate below `target/try`,
/// builds that, and makes every call that the document has an example of against a mock of the service. Prints a
/// table of operations and results; the exit status is 1 if one failed, or if the import lost something that --allow
/// does not name.
#[derive(clap::Args)]
pub struct Args {
    /// The document: OpenAPI 3.0, or Swagger 2.0 in its published layout.
    document: PathBuf,
    /// A loss of the import to accept: a kind, or `kind=name` for one thing; repeatable.
    #[arg(long, value_name = "KIND[=NAME]")]
    allow: Vec<Allowed>,
}

/// Builds and replays; prints the result of each operation to standard output.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let loaded = load(&args.document)?;
    for line in loaded.report.lines(&args.allow) {
        eprintln!("{line}");
    }
    let losses = loaded.report.losses(&args.allow);
    let document = loaded.document;
    let mut errors = check::structure(&document)?;
    if errors.is_empty() {
        errors.extend(check::generation(&document));
    }
    let has_errors = !errors.is_empty();
    for error in errors {
        println!("{}", error.in_file(files::shown(&args.document)));
    }
    if has_errors {
        return Ok(ExitCode::FAILURE);
    }
    let outcome = Trial::prepare(&document)?.run()?;
    print!("{}", outcome.table);
    if !outcome.passed {
        eprint!("{}", outcome.output);
    }
    Ok(ExitCode::from(u8::from(!outcome.passed || losses > 0)))
}
