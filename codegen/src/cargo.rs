//! What a build script reads from cargo and tells it.

use std::{
    env,
    fmt::Display,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{Document, SpecError, document::read, finish::Convenience, given, load};

/// Runs a build script: builds from the document that the variable `name` gives, else from the `vendored` one, for which
/// `cfg(vendored)` is set. An error stops the build with one line.
pub fn run(
    name: &str,
    vendored: &str,
    build: impl FnOnce(&Path) -> Result<(), SpecError>,
) -> ExitCode {
    let built =
        path(name, vendored).and_then(|path| build(&path).map_err(|error| error.or_in_file(&path)));
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether a feature of the package is on; its name in capitals.
pub fn feature(name: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{name}")).is_some()
}

/// Runs the build script again if one of these files of the package changes.
pub fn rerun_if_changed(files: &[impl Display]) {
    for file in files {
        println!("cargo::rerun-if-changed={file}");
    }
}

/// The path of the document. Fails on a relative path of which the start is not known.
fn path(name: &str, vendored: &str) -> Result<PathBuf, SpecError> {
    println!("cargo::rerun-if-env-changed={name}");
    println!("cargo::rustc-check-cfg=cfg(vendored)");
    match env::var_os(name).filter(|value| !value.is_empty()) {
        Some(value) => given::path(name, &value, &out_dir()),
        None => {
            println!("cargo::rustc-cfg=vendored");
            Ok(vendored.into())
        }
    }
}

/// Reads the document at `path`, OpenAPI 3.0 or Swagger 2.0. Tells cargo what it was read from, what the import of
/// Swagger lost, and in the variable `name` where tests find it as it was read.
///
/// # Errors
/// What cannot be read or taken.
pub fn document(name: &str, path: &Path) -> Result<Document, SpecError> {
    let loaded = load(path)?;
    let files: Vec<_> = loaded.files.iter().map(|file| file.display()).collect();
    rerun_if_changed(&files);
    let losses = loaded.report.losses(&[]);
    for line in loaded.report.lines(&[]).iter().take(losses) {
        println!("cargo::warning={line}");
    }
    let written = write("openapi.json", &loaded.document.to_string())?;
    println!("cargo::rustc-env={name}={}", written.display());
    Document::new(read::checked(loaded.document)?)
}

/// Compiles each convenience that lacks nothing, by `cfg(convenience = "…")`, and names the others. `cfg(conveniences)`
/// is for what needs all of them.
pub fn conveniences(found: &[Convenience]) {
    println!("cargo::rustc-check-cfg=cfg(conveniences)");
    if found.iter().all(|one| one.missing.is_empty()) {
        println!("cargo::rustc-cfg=conveniences");
    }
    for Convenience {
        name,
        gives,
        missing,
    } in found
    {
        println!("cargo::rustc-check-cfg=cfg(convenience, values({name:?}))");
        if missing.is_empty() {
            println!("cargo::rustc-cfg=convenience={name:?}");
        } else if !gives.is_empty() {
            let more = match missing.len() {
                0..=3 => String::new(),
                count => format!(" and {} more", count - 3),
            };
            let missing: Vec<_> = missing.iter().take(3).map(String::as_str).collect();
            let missing = missing.join(", ");
            println!("cargo::warning={gives} is left out: {missing}{more}");
        }
    }
}

/// Writes a file to `OUT_DIR`, and returns its path.
///
/// # Errors
/// Why it cannot be written.
pub fn write(name: &str, text: &str) -> Result<PathBuf, SpecError> {
    let path = out_dir().join(name);
    match fs::write(&path, text) {
        Ok(()) => Ok(path),
        Err(error) => Err(SpecError::at("", format!("{}: {error}", path.display()))),
    }
}

fn out_dir() -> PathBuf {
    env::var_os("OUT_DIR").unwrap_or_default().into()
}
