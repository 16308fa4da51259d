//! The document that an environment variable names.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use crate::SpecError;

/// The path of the document that the variable `name` gives to a build script. A relative path is taken from the
/// workspace that is built: the directory above `out_dir` that has the lock file.
///
/// # Errors
/// The path is relative, and the target directory lies outside the workspace.
pub fn path(name: &str, value: &OsStr, out_dir: &Path) -> Result<PathBuf, SpecError> {
    let given = Path::new(value);
    if given.is_absolute() {
        return Ok(given.to_owned());
    }
    // A build script runs in the directory of its own package, wherever cargo was called.
    let mut above = out_dir.ancestors();
    match above.find(|directory| directory.join("Cargo.lock").is_file()) {
        Some(workspace) => Ok(workspace.join(given)),
        None => Err(SpecError::new(
            "",
            "is a relative path, and the target directory is outside the workspace",
            format!(
                "give an absolute path, or set `{name} = {{ value = \"…\", relative = true }}` in \
                 `[env]` of `.cargo/config.toml`"
            ),
        )
        .in_file(format!("{name}={}", given.display()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_starts_at_the_workspace() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let out_dir = workspace.join("target/debug/build/acs-chat-0/out");
        let found = path("SPEC", "spec/a.json".as_ref(), &out_dir).expect("a path");
        assert_eq!(found, workspace.join("spec/a.json"));
        let found = path("SPEC", "/a.json".as_ref(), Path::new("/")).expect("a path");
        assert_eq!(found, Path::new("/a.json"));
    }

    #[test]
    fn a_target_directory_elsewhere_needs_an_absolute_path() {
        let error = path("SPEC", "a.json".as_ref(), Path::new("/nowhere/out"));
        let error = error.expect_err("no workspace").to_string();
        assert!(
            error.starts_with("SPEC=a.json: is a relative path"),
            "{error}"
        );
        assert!(error.contains("relative = true"), "{error}");
    }
}
