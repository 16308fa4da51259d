//! When the build script runs again.

use std::fs;

#[test]
fn the_build_depends_on_the_document_and_on_the_steps_and_on_nothing_else() {
    // What the build script printed when this crate was built.
    let output =
        fs::read_to_string(concat!(env!("OUT_DIR"), "/../output")).expect("cargo keeps it");
    let watched: Vec<_> = output
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
