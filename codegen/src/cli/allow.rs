//! The losses of an import that a command accepts.

use std::fs;
use std::path::PathBuf;

use crate::import::Allowed;
use crate::{SpecError, files};

/// Losses to accept, each given or listed in a file.
#[derive(clap::Args)]
pub struct Allow {
    /// A loss of the import to accept: a kind, or `kind=name` for one thing; repeatable.
    #[arg(long, value_name = "KIND[=NAME]")]
    allow: Vec<Allowed>,
    /// A file of losses to accept, one a line as --allow takes them; `#` starts a comment; repeatable.
    #[arg(long, value_name = "FILE")]
    allow_from: Vec<PathBuf>,
}

impl Allow {
    /// All of them.
    pub fn read(&self) -> Result<Vec<Allowed>, SpecError> {
        let mut all = self.allow.clone();
        for path in &self.allow_from {
            let error = |what: String| SpecError::of_file(files::shown(path), what);
            let text =
                fs::read_to_string(path).map_err(|e| error(format!("cannot be read: {e}")))?;
            for (number, line) in (1..).zip(text.lines()) {
                let line = line.split('#').next().unwrap_or_default().trim();
                if !line.is_empty() {
                    let wrong = |why| error(format!("line {number}: `{line}` is no loss; {why}"));
                    all.push(line.parse().map_err(wrong)?);
                }
            }
        }
        Ok(all)
    }
}
