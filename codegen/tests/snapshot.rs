//! The finished client of the vendored document, its command line and the types of events, kept for review in
//! tests/output/, and the tables by which the tests of the client make each call and look at each type.
//!
//! `EXPECTORATE=overwrite cargo test -p acs-chat-codegen` refreshes them.

use acs_chat_codegen::{Document, Features, events, finish, finished, generate, lower, to_text};

#[test]
fn the_finished_client_is_the_one_that_was_reviewed() {
    let read = |path: &str| {
        let path = format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"));
        Document::read(path.as_ref()).expect("the document")
    };
    let document = read(include!("../../spec/current.rs"));
    let needs = include_str!("../../src/conveniences/needs.rs");
    let finished = finished(&document, needs).expect("a client");
    expectorate::assert_contents("tests/output/client.rs", &finished.client);
    expectorate::assert_contents("tests/output/mocks.rs", &finished.mocks);
    expectorate::assert_contents("tests/output/calls.rs", &finished.calls);
    expectorate::assert_contents("tests/output/types.rs", &finished.types);
    let of_events = read(include!("../../spec/current_events.rs"));
    let features = Features { schemars: true };
    let types = events(&of_events, Some(&document), features).expect("the types of events");
    expectorate::assert_contents("tests/output/events.rs", &to_text(&types));

    let lowered = lower::for_cli(&document).expect("lowered");
    let commands = generate(&lowered, Features::default(), |generator, document| {
        generator.cli(document, "crate::operations::names")
    });
    let mut commands = commands.expect("a command line");
    finish::command_line(&mut commands, &document).expect("a command line");
    expectorate::assert_contents("tests/output/commands.rs", &to_text(&commands));
}
