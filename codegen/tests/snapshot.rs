//! The finished client of the vendored document, kept for review in tests/output/, and the tables by
//! which the tests of the client make each call and look at each type.
//!
//! `EXPECTORATE=overwrite cargo test -p acs-chat-codegen` refreshes them.

use acs_chat_codegen::{Document, finished};

#[test]
fn the_finished_client_is_the_one_that_was_reviewed() {
    let spec = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../",
        include!("../../spec/current.rs")
    );
    let document = Document::read(spec.as_ref()).expect("the document");
    let needs = include_str!("../../src/conveniences/needs.rs");
    let finished = finished(&document, needs).expect("a client");
    expectorate::assert_contents("tests/output/client.rs", &finished.client);
    expectorate::assert_contents("tests/output/mocks.rs", &finished.mocks);
    expectorate::assert_contents("tests/output/calls.rs", &finished.calls);
    expectorate::assert_contents("tests/output/types.rs", &finished.types);
}
