//! `acs-chat-spec import`

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use super::workspace;
use crate::SpecError;
use crate::carry::{Carried, carry};
use crate::check;
use crate::document::event_nodes;
use crate::files;
use crate::import::{self, Allowed, Kind};
use crate::sources::{self, Origin};

/// Convert a published Swagger 2.0 document to OpenAPI 3.0.3.
///
/// Writes the document even if the conversion loses something, so that it can be reviewed; the exit status is 1 then,
/// unless --allow names every loss. A document of `spec/` gets an entry in `spec/SOURCES.toml`: its source, commit and
/// the sha256 of each file that it was read from.
#[derive(clap::Args)]
#[command(after_long_help = kinds())]
pub struct Args {
    /// The published document, in its published layout with the files that it refers to.
    document: PathBuf,
    /// The file to write; `-` for standard output (default: `spec/<version>.json` of the workspace, or
    /// `spec/events-<version>.json` for a document of events).
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The directory that references must stay in (default: three above the document's own in the
    /// layout `<root>/<service>/<stable or preview>/<version>/`, else the document's own).
    #[arg(long, value_name = "DIRECTORY")]
    root: Option<PathBuf>,
    /// The document of another version: what people added to it (descriptions, examples, `x-acs-repeatable`) is added
    /// to the new one where it fits. Lists what does not; the exit status is 1 if an `x-acs-repeatable` is lost.
    #[arg(long, value_name = "DOCUMENT")]
    from: Option<PathBuf>,
    /// The address of the repository that the document is from, for `SOURCES.toml`.
    #[arg(long, value_name = "URL")]
    source: Option<String>,
    /// The commit that the document is from, for `SOURCES.toml`.
    #[arg(long, value_name = "SHA", requires = "source")]
    commit: Option<String>,
    /// A loss to accept: a kind, or `kind=name` for one thing; repeatable.
    #[arg(long, value_name = "KIND[=NAME]")]
    allow: Vec<Allowed>,
}

fn kinds() -> String {
    let mut out = "Losses that --allow takes:\n".to_owned();
    for kind in Kind::ALL.iter().filter(|kind| kind.is_loss()) {
        out += &format!("  {:<30} {}\n", kind.name(), kind.meaning());
    }
    out + "Notes are decisions of the import, or content that it kept elsewhere; they need no --allow."
}

/// Imports and writes; prints losses and notes to standard error.
pub fn run(args: &Args, program: &str) -> Result<ExitCode, Box<dyn Error>> {
    let mut imported = import::import(&args.document, args.root.as_deref())?;
    let out = match &args.out {
        Some(out) => out.clone(),
        None => default_out(&args.document, &imported.document)?,
    };
    let shown = files::shown(&out);
    let carried = match &args.from {
        Some(from) => carry(&files::read_json(from)?, &mut imported.document),
        None => Carried::default(),
    };
    let report = &mut imported.report;
    let mut mismatches = check::examples(&imported.document);
    mismatches.extend(check::events(&imported.document));
    for error in mismatches {
        report.add(Kind::ExampleMismatch, "", error.in_file(&shown));
    }
    if out == Path::new("-") {
        print!("{}", workspace::to_text(&imported.document));
    } else {
        workspace::write_json(&out, &imported.document)?;
        eprintln!("wrote {shown}");
        if args.out.is_none() {
            let origin = Origin {
                source: args.source.as_deref(),
                commit: args.commit.as_deref(),
            };
            sources::record(&out, &imported.files, &origin)?;
        }
    }
    for line in imported.report.lines(&args.allow) {
        eprintln!("{line}");
    }
    for line in &carried.unfit {
        eprintln!("not carried over: {line}");
    }
    for line in &carried.unsafe_now {
        eprintln!("lost {line}; decide whether a retry is safe, and mark the operation that is");
    }
    let losses = imported.report.losses(&args.allow) + carried.unsafe_now.len();
    Ok(match losses {
        0 => ExitCode::SUCCESS,
        losses => {
            eprintln!("{losses} lost; see `--allow` in `{program} import --help`");
            ExitCode::FAILURE
        }
    })
}

/// `spec/<version>.json`, or `spec/events-<version>.json` for a document of events, if the version can be a file's name.
fn default_out(source: &Path, document: &Value) -> Result<PathBuf, SpecError> {
    let version = document.pointer("/info/version").and_then(Value::as_str);
    let is_name = |version: &&str| {
        version.starts_with(|c: char| c.is_ascii_alphanumeric())
            && version
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
    };
    let version = version.filter(is_name).ok_or_else(|| {
        let what = "should be a version that can name a file; or give --out";
        SpecError::at("/info/version", what).in_file(files::shown(source))
    })?;
    let kind = match event_nodes(document).is_empty() {
        true => "",
        false => "events-",
    };
    Ok(workspace::root()
        .join("spec")
        .join(format!("{kind}{version}.json")))
}
