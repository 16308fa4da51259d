//! progenitor makes a command of each operation, from the document that the client is made of, and a pass in
//! `codegen/src/finish/` leads bodies and responses through this package. A command for several calls is compiled if
//! the client has what it needs.

use std::{path::Path, process::ExitCode};

use acs_chat_codegen::{Features, SpecError, cargo, finish, generate, lower, to_text};
use progenitor::Generator;

/// The document that the client is built from.
const SPEC: &str = concat!("../", include!("../spec/current.rs"));

/// The variable that names another document.
const GIVEN: &str = "ACS_CHAT_SPEC";

fn main() -> ExitCode {
    cargo::run(GIVEN, SPEC, build)
}

fn build(path: &Path) -> Result<(), SpecError> {
    cargo::rerun_if_changed(&[
        "build.rs",
        "../src/conveniences/needs.rs",
        "src/commands/needs.rs",
    ]);
    let document = cargo::document(GIVEN, path)?;
    let features = Features::default();
    let lowered = lower::for_client(&document)?;
    let mut client = generate(&lowered, features, Generator::generate_tokens)?;
    finish::client(&mut client, &document, &lowered)?;
    let needs = concat!(
        include_str!("../src/conveniences/needs.rs"),
        include_str!("src/commands/needs.rs"),
    );
    let mut found = finish::conveniences(needs, &mut client, &document, &lowered)?;
    // The library's own build tells of the others.
    found.retain(|one| one.name.ends_with("_command"));
    cargo::conveniences(&found);
    let lowered = lower::for_cli(&document)?;
    let mut commands = generate(&lowered, features, |generator, document| {
        generator.cli(document, "crate::operations::names")
    })?;
    finish::command_line(&mut commands, &document)?;
    cargo::write("commands.rs", &to_text(&commands))?;
    Ok(())
}
