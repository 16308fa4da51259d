//! When the build script runs again, and what it leaves out.

use std::fs;

/// What the build script printed when this crate was built.
fn printed() -> String {
    fs::read_to_string(concat!(env!("OUT_DIR"), "/../output")).expect("cargo keeps it")
}

#[test]
fn the_build_depends_on_the_document_and_on_the_steps_and_on_nothing_else() {
    let printed = printed();
    let watched: Vec<_> = printed
        .lines()
        .filter_map(|line| line.strip_prefix("cargo::rerun-if-"))
        .collect();
    let document = format!("changed=spec/{}.json", acs_chat::API_VERSION);
    let mut expected = vec![
        "env-changed=ACS_CHAT_SPEC",
        "changed=build.rs",
        "changed=src/conveniences/needs.rs",
        document.as_str(),
    ];
    if cfg!(feature = "events") {
        expected.push(concat!(
            "changed=",
            include!("../../spec/current_events.rs")
        ));
    }
    assert_eq!(watched, expected);
}

/// The conveniences that the document has no place for, by a decision.
const LEFT_OUT: &[&str] = &[];

#[test]
fn every_convenience_is_there_or_left_out_by_a_decision() {
    let printed = printed();
    let warnings = printed
        .lines()
        .filter_map(|line| line.strip_prefix("cargo::warning="));
    let left_out: Vec<&str> = warnings
        .map(|line| line.split(" is left out: ").next().unwrap_or(line))
        .collect();
    assert_eq!(
        left_out, LEFT_OUT,
        "decide for each convenience on the left alone whether it is adapted to the document, deleted with its tests, or \
         left out by `LEFT_OUT`"
    );
}
