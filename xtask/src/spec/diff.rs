//! `cargo xtask spec diff`

use std::path::PathBuf;
use std::process::ExitCode;

use crate::diff::{self, Category};
use crate::failure::Failure;
use crate::openapi;
use crate::workspace;

/// Say what a user of the crate would notice between two documents.
///
/// Prints Markdown fit for a changelog: what breaks, what is new, and what is said differently.
/// Each document is OpenAPI 3.0, or Swagger 2.0 that is imported first.
#[derive(clap::Args)]
pub struct Args {
    /// The document that the crate was made from.
    old: PathBuf,
    /// The document that it is to be made from.
    new: PathBuf,
    /// Print JSON: the versions, and for each category a list of places and changes.
    #[arg(long)]
    json: bool,
    /// Exit with status 1 if there is a change of this category; can be given more than once.
    #[arg(long, value_name = "CATEGORY")]
    deny: Vec<Category>,
}

/// Compares and prints to standard output.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let changes = diff::diff(&openapi::load(&args.old)?, &openapi::load(&args.new)?);
    if args.json {
        print!("{}", workspace::to_text(&changes.to_json()));
    } else {
        print!("{}", changes.to_markdown());
    }
    let denied = args.deny.iter().any(|category| changes.has(*category));
    Ok(ExitCode::from(u8::from(denied)))
}
