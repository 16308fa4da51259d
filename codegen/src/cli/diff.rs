//! `acs-chat-spec diff`

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use super::workspace;
use crate::diff::{self, Category, Rules};
use crate::files;
use crate::load::load;

/// List what a user of the crate would notice between two documents.
///
/// Prints Markdown for a changelog: breaking changes, additions, and changes of documentation.
/// Each document is OpenAPI 3.0, or Swagger 2.0, which is imported first.
#[derive(clap::Args)]
pub struct Args {
    /// The document that the crate is built from.
    old: PathBuf,
    /// The document to build it from next.
    new: PathBuf,
    /// Print JSON: the versions, and a list of places and changes per category.
    #[arg(long)]
    json: bool,
    /// Print annotations of the new document for a GitHub workflow: an error per breaking change, else notices.
    #[arg(long, conflicts_with = "json")]
    annotations: bool,
    /// A TOML file of rules: `[[rule]]` with `severity`, a category or `ignore`, and the `place` and `change` as
    /// printed that it is for, `*` for any text. The first that matches counts.
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Exit with status 1 if there is a change of this category; repeatable.
    #[arg(long, value_name = "CATEGORY")]
    deny: Vec<Category>,
}

/// Compares the documents and prints to standard output.
pub fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let (old, new) = (load(&args.old)?.document, load(&args.new)?.document);
    let mut changes = diff::diff(&old, &new);
    if let Some(path) = &args.rules {
        changes.apply(&Rules::read(path)?);
    }
    if args.annotations {
        print!("{}", changes.to_annotations(&files::shown(&args.new)));
    } else if args.json {
        print!("{}", workspace::to_text(&changes.to_json()));
    } else {
        print!("{}", changes.to_markdown());
    }
    let denied = args.deny.iter().any(|category| changes.has(*category));
    Ok(ExitCode::from(u8::from(denied)))
}
