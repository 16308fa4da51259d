//! progenitor makes `ChatClient`, a request builder for each operation and the types. Its code is compiled against
//! `src/runtime/` instead of `progenitor_client`, so every request runs through the pipeline in `src/pipeline/`, and the
//! passes in `codegen/src/finish/` add what progenitor does not generate: documentation, paging, thread handles, per-call
//! options and parameter checks.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use acs_chat_codegen::{
    Document, Features, SpecError,
    document::read,
    finish::{self, Convenience},
    generate, given, load, lower, to_text,
};
use progenitor::Generator;

/// The document that this crate is built from.
const SPEC: &str = include!("spec/current.rs");

/// The variable that names another document: OpenAPI 3.0, or published Swagger 2.0.
const GIVEN: &str = "ACS_CHAT_SPEC";

/// What the conveniences in `src/conveniences/` need of the client.
const NEEDS: &str = "src/conveniences/needs.rs";

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed={GIVEN}");
    for input in ["build.rs", NEEDS] {
        println!("cargo::rerun-if-changed={input}");
    }
    let built = path().and_then(|path| {
        build(&path).map_err(|error| match error.file {
            Some(_) => error,
            None => error.in_file(path.display().to_string()),
        })
    });
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn path() -> Result<PathBuf, SpecError> {
    println!("cargo::rustc-check-cfg=cfg(vendored)");
    match env::var_os(GIVEN).filter(|value| !value.is_empty()) {
        Some(value) => given::path(GIVEN, &value, &out_dir()),
        None => {
            println!("cargo::rustc-cfg=vendored");
            Ok(SPEC.into())
        }
    }
}

fn build(path: &Path) -> Result<(), SpecError> {
    let document = document(path)?;
    let features = Features {
        schemars: env::var_os("CARGO_FEATURE_SCHEMARS").is_some(),
    };
    let lowered = lower::for_client(&document)?;
    let mut client = generate(&lowered, features, Generator::generate_tokens)?;
    finish::client(&mut client, &document, &lowered)?;
    conveniences(&finish::conveniences(
        include_str!("src/conveniences/needs.rs"),
        &mut client,
        &document,
        &lowered,
    )?);
    write("client.rs", &to_text(&client))?;
    if env::var_os("CARGO_FEATURE_HTTPMOCK").is_some() {
        let lowered = lower::for_mocks(&document)?;
        let mut mocks = generate(&lowered, features, |generator, document| {
            generator.httpmock(document, "crate::generated")
        })?;
        finish::mocks(&mut mocks, &document)?;
        write("mocks.rs", &to_text(&mocks))?;
    }
    Ok(())
}

/// Reads the document, and tells cargo what it was read from and what the import of Swagger lost.
fn document(path: &Path) -> Result<Document, SpecError> {
    let loaded = load(path)?;
    for file in &loaded.files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    let losses = loaded.report.losses(&[]);
    for line in loaded.report.lines(&[]).iter().take(losses) {
        println!("cargo::warning={line}");
    }
    // The tests read the document too.
    write("openapi.json", &loaded.document.to_string())?;
    let written = out_dir().join("openapi.json");
    println!("cargo::rustc-env={GIVEN}={}", written.display());
    Document::new(read::checked(loaded.document)?)
}

/// Compiles each convenience that lacks nothing, by `cfg(convenience = "…")`, and names the others. `cfg(conveniences)`
/// is for what needs all of them.
fn conveniences(found: &[Convenience]) {
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
            println!(
                "cargo::warning={gives} is left out: {}{more}",
                missing.join(", ")
            );
        }
    }
}

fn write(name: &str, text: &str) -> Result<(), SpecError> {
    let path = out_dir().join(name);
    fs::write(&path, text)
        .map_err(|error| SpecError::at("", format!("{}: {error}", path.display())))
}

fn out_dir() -> PathBuf {
    env::var_os("OUT_DIR").unwrap_or_default().into()
}
