//! progenitor makes `ChatClient`, a request builder for each operation and the types. Its code is compiled against
//! `src/runtime/` instead of `progenitor_client`, so every request runs through the pipeline in `src/pipeline/`, and the
//! passes in `codegen/src/finish/` add what progenitor does not generate: documentation, paging, thread handles, per-call
//! options and parameter checks.

use std::{path::Path, process::ExitCode};

use acs_chat_codegen::{
    Document, Features, SpecError, cargo, events, finish, generate, lower, to_text,
};
use progenitor::Generator;

/// The document that this crate is built from.
const SPEC: &str = include!("spec/current.rs");

/// The document of the events.
const EVENTS: &str = include!("spec/current_events.rs");

/// The variable that names another document: OpenAPI 3.0, or published Swagger 2.0.
const GIVEN: &str = "ACS_CHAT_SPEC";

fn main() -> ExitCode {
    cargo::run(GIVEN, SPEC, build)
}

fn build(path: &Path) -> Result<(), SpecError> {
    cargo::rerun_if_changed(&["build.rs", "src/conveniences/needs.rs"]);
    let document = cargo::document(GIVEN, path)?;
    let features = Features {
        schemars: cargo::feature("SCHEMARS"),
    };
    let lowered = lower::for_client(&document)?;
    let mut client = generate(&lowered, features, Generator::generate_tokens)?;
    finish::client(&mut client, &document, &lowered)?;
    let needs = include_str!("src/conveniences/needs.rs");
    cargo::conveniences(&finish::conveniences(
        needs,
        &mut client,
        &document,
        &lowered,
    )?);
    cargo::write("client.rs", &to_text(&client))?;
    if cargo::feature("EVENTS") {
        cargo::rerun_if_changed(&[EVENTS]);
        let types = events(&Document::read(EVENTS.as_ref())?, Some(&document), features)?;
        cargo::write("events.rs", &to_text(&types))?;
    }
    if cargo::feature("HTTPMOCK") {
        let lowered = lower::for_mocks(&document)?;
        let mut mocks = generate(&lowered, features, |generator, document| {
            generator.httpmock(document, "crate::generated")
        })?;
        finish::mocks(&mut mocks, &document)?;
        cargo::write("mocks.rs", &to_text(&mocks))?;
    }
    Ok(())
}
