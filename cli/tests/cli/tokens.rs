//! Where a token comes from.

use std::fs;

use crate::service::{Service, program, run};

#[test]
fn a_token_is_given_by_a_file_standard_input_the_environment_or_an_argument() {
    let service = Service::start();
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("token");
    let token = format!("{}\n", service.emulator.token("alice"));
    fs::write(&file, &token).expect("written");
    let file = file.to_str().expect("text");
    for (arguments, input) in [
        (&["--token-file", file][..], ""),
        (&["--token-file", "-"], token.as_str()),
        (&["--token", token.trim()], ""),
    ] {
        let mut command = program(&["list-chat-threads", "--endpoint", service.emulator.url()]);
        // What is given as an argument counts.
        command.env("ACS_TOKEN", "another");
        let ended = run(command.args(arguments), input);
        assert_eq!(
            (ended.status, ended.error.as_str()),
            (0, ""),
            "{arguments:?}"
        );
    }
    assert_eq!(service.run(&["list-chat-threads"]).status, 0);
}

#[test]
fn a_service_can_be_started_for_the_command() {
    let directory = tempfile::tempdir().expect("a directory");
    let state = directory.path().join("state");
    let state = state.to_str().expect("text");
    let emulated = |user: &str, arguments: &[&str]| {
        let options = [
            "--emulator",
            "--emulator-state",
            state,
            "--emulator-user",
            user,
        ];
        run(program(&options).args(arguments), "").lines()
    };
    let created = emulated("alice", &["create-chat-thread", "--topic", "Lunch"]);
    let listed = emulated("alice", &["list-chat-threads"]);
    assert_eq!(listed[0]["id"], created[0]["chatThread"]["id"]);
    assert_eq!(emulated("bob", &["list-chat-threads"]).len(), 0);
}
