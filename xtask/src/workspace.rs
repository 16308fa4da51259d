//! The workspace's directory, and cargo.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

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

/// The directory that cargo builds in.
pub fn target() -> PathBuf {
    let given = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    given.unwrap_or_else(|| root().join("target"))
}
