//! The finished client of the vendored document and its command line, kept for review in tests/output/, and the calls that
//! the tests of the client make by the id of an operation.
//!
//! `EXPECTORATE=overwrite cargo test -p acs-chat-codegen` refreshes them.

use acs_chat_codegen::{Document, Features, finish, finished, generate, lower, to_text};

#[test]
fn the_finished_client_is_the_one_that_was_reviewed() {
    let spec = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../",
        include!("../../spec/current.rs")
    );
    let document = Document::read(spec.as_ref()).expect("the document");
    let finished = finished(&document).expect("a client");
    expectorate::assert_contents("tests/output/client.rs", &finished.client);
    expectorate::assert_contents("tests/output/mocks.rs", &finished.mocks);
    expectorate::assert_contents("tests/output/calls.rs", &finished.calls);

    let lowered = lower::for_cli(&document).expect("lowered");
    let commands = generate(&lowered, Features::default(), |generator, document| {
        generator.cli(document, "crate::operations::names")
    });
    let mut commands = commands.expect("a command line");
    finish::command_line(&mut commands, &document).expect("a command line");
    expectorate::assert_contents("tests/output/commands.rs", &to_text(&commands));
}
