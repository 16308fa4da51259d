//! Generates the typed client from the vendored document of the API.
//!
//! The document goes through `build/lower/` (what progenitor can't take is said in another way), then through
//! progenitor, then `build/emit/` adds what users see: operation builders, open enums, tagged unions.

use acs_chat_codegen as steps;
use std::{env, fs, path::Path, process::ExitCode};

/// The document this crate is built for: the one place that names the API version.
const SPEC: &str = "spec/2025-03-15.json";

/// The version of the API that src/conveniences/ is written for. With a document of another version, the crate goes
/// without them.
const CONVENIENCES: &str = "2025-03-15";

fn main() -> ExitCode {
    // Exactly what the outcome depends on: nothing else may cause a rebuild.
    for input in [SPEC, "build.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={SPEC}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), steps::SpecError> {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned());
    let path = Path::new(&root).join(SPEC);
    let document = steps::read(&path)?;
    let features = steps::Features {
        schemars: env::var_os("CARGO_FEATURE_SCHEMARS").is_some(),
        httpmock: env::var_os("CARGO_FEATURE_HTTPMOCK").is_some(),
    };
    println!("cargo::rustc-env=ACS_CHAT_SPEC={}", path.display());
    println!("cargo::rustc-check-cfg=cfg(conveniences)");
    if document["info"]["version"] == CONVENIENCES {
        println!("cargo::rustc-cfg=conveniences");
    }
    for file in steps::generate(document, features)? {
        write(file.name, &file.code)?;
    }
    Ok(())
}

/// Writes a generated file into OUT_DIR, unless it already says the same.
fn write(name: &str, code: &str) -> Result<(), steps::SpecError> {
    let directory = env::var("OUT_DIR").map_err(|error| {
        steps::SpecError::new("OUT_DIR", error, "run the build script through cargo")
    })?;
    let path = Path::new(&directory).join(name);
    if fs::read_to_string(&path).is_ok_and(|old| old == code) {
        return Ok(());
    }
    fs::write(&path, code).map_err(|error| {
        let place = path.display().to_string();
        steps::SpecError::new(place, error, "make the target directory writable")
    })
}
