//! The demo of the README runs as it stands.

#[path = "common/command.rs"]
mod command;
mod common;

use command::{BINARY, text};
use std::path::Path;
use std::process::Command;

#[test]
fn the_readmes_two_commands_are_a_conversation() {
    let readme = include_str!("../README.md");
    let (_, after) = readme.split_once("```sh demo\n").unwrap();
    let (demo, _) = after.split_once("```").unwrap();
    if Command::new("curl").arg("--version").output().is_err() {
        println!("skipped: there is no curl");
        return;
    }
    // The README has the emulator on the path and on a port of the reader's choice; here both are this test's own.
    let server = command::serve(&[]);
    let folder = Path::new(BINARY).parent().unwrap().to_str().unwrap();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let (_, talk) = demo.trim_end().split_once('\n').unwrap();
    let talk = talk.replace("http://127.0.0.1:8080", &server.url);
    let (_, version) = talk.split_once("api-version=").unwrap();
    let (version, _) = version.split_once('\'').unwrap();
    let talk = talk.replace(version, common::API_VERSION);
    let output = Command::new("sh")
        .args(["-c", &talk])
        .env("PATH", path)
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .unwrap();
    let response: serde_json::Value = serde_json::from_str(text(&output.stdout)).unwrap();
    assert_eq!(
        response["chatThread"]["topic"],
        "Lunch",
        "{}",
        text(&output.stderr)
    );
}
