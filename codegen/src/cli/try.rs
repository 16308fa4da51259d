//! `acs-chat-spec try`

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use super::allow::Allow;
use super::trial::Trial;
use super::workspace;
use crate::check;
use crate::files;
use crate::load::load_within;

/// Build the crate from another document and replay the document's examples.
///
/// Imports the document if it is Swagger 2.0, substitutes it for ours in a copy of the crate below `target/try`,
/// builds that, and makes every call that the document has an example of against a mock of the service. Prints a
/// table of operations and results, with what could not be replayed and why. The exit status is 0 if all that was
/// replayed is right and --allow names every loss of the import, else 1.
#[derive(clap::Args)]
pub struct Args {
    /// The document: OpenAPI 3.0, or Swagger 2.0 in its published layout.
    document: PathBuf,
    /// The directory that references must stay in, as in `import`.
    #[arg(long, value_name = "DIRECTORY")]
    root: Option<PathBuf>,
    #[command(flatten)]
    allow: Allow,
}

/// Builds and replays; prints the result of each operation to standard output.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let allowed = args.allow.read()?;
    let loaded = load_within(&args.document, args.root.as_deref())?;
    for line in loaded.report.lines(&allowed) {
        eprintln!("{line}");
    }
    let losses = loaded.report.losses(&allowed);
    let document = loaded.document;
    let errors = check::refused(&document, &workspace::needs()?)?;
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
