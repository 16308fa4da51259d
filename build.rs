//! progenitor makes `ChatClient`, a request builder for each operation and the types. Its code is compiled against
//! `src/runtime/` instead of `progenitor_client`, so every request runs through the pipeline in `src/pipeline/`, and the
//! passes in `codegen/src/finish/` add what progenitor does not generate: documentation, paging, thread handles, per-call
//! options and parameter checks.

use std::{env, fs, path::Path, process::ExitCode};

use acs_chat_codegen::{Document, Features, SpecError, finish, generate, lower, to_text};
use progenitor::Generator;

/// The document that this crate is built from: the one place that names the version of the API.
const SPEC: &str = "spec/2025-03-15.json";

/// The version that `src/conveniences/` is written for. Without it, the crate has none.
const CONVENIENCES: &str = "2025-03-15";

fn main() -> ExitCode {
    for input in [SPEC, "build.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}", error.in_file(SPEC));
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), SpecError> {
    let document = Document::read(Path::new(SPEC))?;
    println!("cargo::rustc-env=ACS_CHAT_SPEC={SPEC}");
    println!("cargo::rustc-check-cfg=cfg(conveniences)");
    if document.version == CONVENIENCES {
        println!("cargo::rustc-cfg=conveniences");
    }
    let features = Features {
        schemars: env::var_os("CARGO_FEATURE_SCHEMARS").is_some(),
    };
    let lowered = lower::for_client(&document)?;
    let mut client = generate(&lowered, features, Generator::generate_tokens)?;
    finish::client(&mut client, &document, &lowered)?;
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

fn write(name: &str, code: &str) -> Result<(), SpecError> {
    let path = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join(name);
    fs::write(&path, code)
        .map_err(|error| SpecError::at("", format!("{}: {error}", path.display())))
}
