//! Where the commands work: the directory that has `spec/`, the sources of acs-chat, and documents to write.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{
    SpecError,
    document::{items, str_at},
    files,
};

/// The directory above this package when cargo runs it, else the current one.
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

/// The table of acs-chat's conveniences, if [`root`] is its repository; else an empty one.
pub fn needs() -> Result<String, SpecError> {
    let path = root().join("src/conveniences/needs.rs");
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|error| {
            SpecError::of_file(files::shown(&path), format!("cannot be read: {error}"))
        }),
    }
}

/// acs-chat as the package in [`root`] builds it: itself, or one of its dependencies.
pub struct Sources {
    /// The directory of its manifest.
    pub root: PathBuf,
    /// The target directory of the package that depends on it.
    pub target: PathBuf,
}

impl Sources {
    /// Asks cargo.
    pub fn find() -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(cargo());
        let root = root();
        if !root.as_os_str().is_empty() {
            command.current_dir(root);
        }
        let output = command
            .args(["metadata", "--format-version", "1"])
            .output()
            .map_err(|e| format!("cargo cannot be run: {e}"))?;
        if !output.status.success() {
            let reason = String::from_utf8_lossy(&output.stderr);
            let reason = reason.lines().next().unwrap_or_default();
            let here = "run this where acs-chat is a dependency";
            return Err(format!("`cargo metadata` fails: {reason}; {here}").into());
        }
        let metadata: Value = serde_json::from_slice(&output.stdout)?;
        let package = items(&metadata, "packages").find(|p| str_at(p, "name") == "acs-chat");
        let package = package.ok_or("acs-chat is no dependency here; run this where it is one")?;
        let manifest = Path::new(str_at(package, "manifest_path"));
        Ok(Self {
            root: manifest.parent().unwrap_or(manifest).to_owned(),
            target: str_at(&metadata, "target_directory").into(),
        })
    }
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
    write().map_err(|e| SpecError::of_file(files::shown(path), format!("cannot be written: {e}")))
}
