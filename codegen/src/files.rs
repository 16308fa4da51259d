//! Documents as files: how their paths are shown, and how they are read.

use std::env;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{SpecError, document::read};

/// `path` for display: relative to the current directory where it is below that.
pub fn shown(path: &Path) -> String {
    let current = env::current_dir().and_then(fs::canonicalize);
    current
        .ok()
        .and_then(|current| path.strip_prefix(current).ok())
        .unwrap_or(path)
        .display()
        .to_string()
}

/// Reads the JSON document at `path`.
pub fn read_json(path: &Path) -> Result<Value, SpecError> {
    read::read_json(path).map_err(|error| error.in_file(shown(path)))
}
