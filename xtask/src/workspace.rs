//! The workspace's directory and its files.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use acs_chat_codegen::{SpecError, document::read};
use serde_json::Value;

/// The workspace's directory: the one above this package when cargo runs it, else the current one.
pub fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .and_then(|package| package.parent().map(Path::to_owned))
        .unwrap_or_default()
}

/// The cargo that runs this, or the one on the path.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

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

/// Formats `document` for a file: indented by two spaces, with a newline at the end.
pub fn to_text(document: &Value) -> String {
    format!("{document:#}\n")
}

/// Writes `document` to `path`, creating the directories above it.
pub fn write_json(path: &Path, document: &Value) -> Result<(), SpecError> {
    let write = || {
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(path, to_text(document))
    };
    write().map_err(|e| SpecError::of_file(shown(path), format!("cannot be written: {e}")))
}
