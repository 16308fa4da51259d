//! Files of the workspace: where it lies, how documents are read and written.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;

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

/// `path` as people should see it: relative to the current directory where it lies below that.
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
pub fn read_json(path: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(path)
        .map_err(|e| Failure::new(shown(path), format!("cannot be read: {e}")))?;
    // Published files are known to start with a byte order mark, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|e| Failure::new(shown(path), format!("is not JSON: {e}")))
}

/// `document` as it is written to files: two spaces a level, one newline at the end.
pub fn to_text(document: &Value) -> String {
    format!("{document:#}\n")
}

/// Writes `document` to `path`, making the directories above it.
pub fn write_json(path: &Path, document: &Value) -> Result<(), Failure> {
    let write = || {
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(path, to_text(document))
    };
    write().map_err(|e| Failure::new(shown(path), format!("cannot be written: {e}")))
}
