//! A package that depends on acs-chat builds it from its own document, by `ACS_CHAT_SPEC` in its `.cargo/config.toml`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::support::{bakery, copy, spec};

const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The package in a directory of this name, beside the published files, with the dependencies that this workspace is
/// locked to.
pub fn package(name: &str) -> PathBuf {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    copy(Path::new("tests/dependent"), &package);
    copy(Path::new("tests/published"), &package.join("published"));
    let manifest = package.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest");
    let here = "path = \"../../..\"";
    assert!(text.contains(here), "{text}");
    let text = text.replace(here, &format!("path = {WORKSPACE:?}"));
    fs::write(manifest, text).expect("written");
    let lock = Path::new(WORKSPACE).join("Cargo.lock");
    fs::copy(lock, package.join("Cargo.lock")).expect("copied");
    package
}

/// Runs cargo in the package, with a document in place of its own.
pub fn cargo(package: &Path, arguments: &[&str], document: Option<&Path>) -> Output {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.env_remove("ACS_CHAT_SPEC");
    if let Some(document) = document {
        command.env("ACS_CHAT_SPEC", document);
    }
    command
        .current_dir(package)
        .args(arguments)
        .arg("--offline")
        .arg("--target-dir")
        // That of the trials.
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."))
        .output()
        .expect("cargo runs")
}

#[test]
fn a_dependent_builds_from_its_own_document_and_calls_it() {
    let package = package("dependent");
    let output = cargo(&package, &["run"], None);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert_eq!(stdout, "2023-11-07: 8:acs:alice sent 1593072104708\n");

    // What this version does not have is left out, and named.
    let left_out: Vec<_> = stderr
        .lines()
        .filter_map(|line| line.split_once("acs-chat@")?.1.split_once(": "))
        .filter_map(|(_, line)| line.split_once(" is left out: "))
        .map(|(convenience, _)| convenience)
        .collect();
    let expected = [
        "The asserted id of a phone number in a `CommunicationIdentifierModel`",
        "The Teams app in a `CommunicationIdentifierModel`",
        "The Teams extension user in a `CommunicationIdentifierModel`",
        "`ChatRetentionPolicy::after_creation` with `none`",
        "`ChatThread::set_retention`",
        "`ChatThread::set_metadata`",
    ];
    assert_eq!(left_out, expected, "{stderr}");
    let code = stderr.lines().filter(|line| line.contains("-->"));
    assert_eq!(code.count(), 0, "{stderr}");

    // Another document is another build, and one that cannot be read is one line.
    let document = package.join("broken.json");
    fs::write(&document, "{ \"openapi\": \"3.0.3\", ").expect("written");
    let output = cargo(&package, &["build"], Some(&document));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{stderr}");
    let mut errors = stderr
        .lines()
        .filter(|line| line.starts_with("error: acs-chat@"));
    let error = errors.next().expect("an error");
    assert!(error.contains("broken.json: is not JSON: "), "{error}");
    assert!(error.ends_with("; restore the document"), "{error}");
    assert_eq!(errors.next(), None, "{stderr}");

    // What can't be taken is refused in the same words, here and by the commands.
    let unversioned = serde_json::json!({ "openapi": "3.0.3", "info": {}, "paths": {} });
    for (refused, said) in [
        (
            bakery(),
            "#/paths/~1letters/post/requestBody/content: a body of",
        ),
        (unversioned, "#/info/version: a string is missing here; "),
    ] {
        fs::write(&document, refused.to_string()).expect("written");
        let output = cargo(&package, &["build"], Some(&document));
        let stderr = String::from_utf8_lossy(&output.stderr);
        let mut lines = stderr.lines();
        let error = lines.find_map(|line| line.strip_prefix("error: acs-chat@0.1.0: "));
        let error = error.unwrap_or_else(|| panic!("{stderr}"));
        assert!(error.contains(said), "{error}");
        for command in ["check", "try"] {
            let run = spec([command, document.to_str().expect("UTF-8")]);
            assert_eq!(run.stdout.lines().next(), Some(error), "{command}");
        }
    }
}
