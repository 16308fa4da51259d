//! The program `acs-chat-spec`, as `cargo install` installs it: away from any workspace.
#![cfg(feature = "cli")]

use std::{
    path::Path,
    process::{Command, Output},
};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_acs-chat-spec"))
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .env_remove("CARGO_MANIFEST_DIR")
        .args(arguments)
        .output()
        .expect("the program runs")
}

#[test]
fn it_has_the_commands() {
    let output = run(&["help"]);
    let help = String::from_utf8_lossy(&output.stdout);
    for command in ["import", "diff", "check", "try"] {
        let line = format!("\n  {command} ");
        assert!(help.contains(&line), "{command} in {help}");
    }
}

#[test]
fn published_swagger_becomes_a_document_beside() {
    let published =
        "../xtask/tests/published/Chat/stable/2023-11-07/communicationserviceschat.json";
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join(published);
    let output = run(&["import", published.to_str().expect("UTF-8")]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.starts_with("wrote spec/2023-11-07.json\n"),
        "{stderr}"
    );
    let sources = concat!(env!("CARGO_TARGET_TMPDIR"), "/spec/SOURCES.toml");
    let sources = std::fs::read_to_string(sources).expect("the sources are noted");
    let entry = "\"Chat/stable/2023-11-07/communicationserviceschat.json\" = \"6e9fef8440c91a65b987e7aae1905185ead424e6da4de6e520c0a058f73279de\"";
    assert!(sources.contains(entry), "{sources}");
    let last = stderr.lines().next_back();
    assert_eq!(
        last,
        Some("1 lost; see `--allow` in `acs-chat-spec import --help`")
    );
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/constructs.json");
    let output = run(&["diff", "spec/2023-11-07.json", other]);
    let markdown = String::from_utf8_lossy(&output.stdout);
    assert!(
        markdown.starts_with("## API 2023-11-07 to 2031-01-01\n"),
        "{markdown}"
    );
}
