//! The page `docs/reliability.md` says what is: its table is the document's, and the tests that it names exist.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use crate::support::operations;

const PAGE: &str = include_str!("../../docs/reliability.md");

const BEGIN: &str = "<!-- operations: begin -->\n";
const END: &str = "<!-- operations: end -->\n";

/// The suites whose tests the page names.
const SUITES: [&str; 21] = [
    "browser",
    "cancelling",
    "credentials",
    "deliveries",
    "following",
    "following_hints",
    "following_memory",
    "following_property",
    "following_threads",
    "idempotency",
    "limits",
    "limits_memory",
    "origin",
    "request_ids",
    "retries",
    "retry_matrix",
    "retry_property",
    "streams",
    "tracing",
    "transport",
    "worker",
];

fn table() -> String {
    let mut table = "| operation | why a retry is safe | no connection, 429, refused by HTTP/2 | \
                     408, 500, 502, 503, 504, no complete response |\n|---|---|---|---|\n"
        .to_owned();
    let mut operations = operations();
    operations.sort_by_key(|operation| operation.id);
    for operation in operations {
        let (why, then) = match operation.harmless() {
            Some(why) => (why, "retried"),
            None => (
                "**Not safe**".to_owned(),
                "returned, may have been processed",
            ),
        };
        table.push_str(&format!(
            "| `{}` | {why} | retried | {then} |\n",
            operation.id
        ));
    }
    table
}

/// The rows of operations that the page calls safe to retry, and the document no longer does.
fn lost(found: &str) -> Vec<&str> {
    let safe = operations();
    let safe: Vec<_> = safe
        .iter()
        .filter(|operation| operation.is_harmless())
        .map(|operation| format!("| `{}` |", operation.id))
        .collect();
    let rows = found.lines().filter(|row| row.starts_with("| `"));
    rows.filter(|row| !row.contains("| **Not safe** |"))
        .filter(|row| !safe.iter().any(|start| row.starts_with(start.as_str())))
        .collect()
}

#[test]
fn a_lost_promise_is_named() {
    let safe = "| `Chat_GoneOperation` | Harmless. | retried | retried |";
    let page = format!("{safe}\n| `Chat_OtherOperation` | **Not safe** | retried | returned |\n");
    assert_eq!(lost(&page), [safe]);
}

#[test]
fn the_table_of_operations_agrees_with_the_document() {
    let (_, rest) = PAGE.split_once(BEGIN).expect("the beginning of the table");
    let (found, _) = rest.split_once(END).expect("the end of the table");
    let expected = table();
    let lost = lost(found);
    assert!(
        lost.is_empty(),
        "the page promises retries, and the document does not say why they are safe: {lost:#?}\n\
         decide for each: put its `x-acs-repeatable` back into the document, or take the promise from the page"
    );
    if found.trim() == expected.trim() {
        return;
    }
    if env::var_os("EXPECTORATE").is_some_and(|mode| mode == "overwrite") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reliability.md");
        let page = PAGE.replace(found, &format!("\n{expected}\n"));
        fs::write(path, page).expect("the page can be written");
        return;
    }
    panic!(
        "docs/reliability.md should have this table, which EXPECTORATE=overwrite writes:\n{expected}"
    );
}

/// The file of a suite: a program of its own, or a module of whichever area.
fn file(suite: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let areas = fs::read_dir(&tests).expect("the tests");
    let areas = areas.map(|area| area.expect("an area").path());
    let files = areas
        .chain([tests])
        .map(|area| area.join(format!("{suite}.rs")));
    let files: Vec<_> = files.filter(|file| file.exists()).collect();
    let [file] = files.as_slice() else {
        panic!("there should be one `{suite}.rs` below tests/: {files:?}");
    };
    file.clone()
}

/// `suite::test` for every test of the suites.
fn tests() -> BTreeSet<String> {
    let mut tests = BTreeSet::new();
    for suite in SUITES {
        let code = fs::read_to_string(file(suite)).expect(suite);
        let mut is_test = false;
        for line in code.lines().map(str::trim) {
            let starts = ["#[test]", "#[tokio::test", "#[wasm_bindgen_test]"];
            if starts.iter().any(|start| line.starts_with(start)) {
                is_test = true;
            } else if let Some(rest) = line.split("fn ").nth(1).filter(|_| is_test) {
                let name = rest.split('(').next().unwrap_or_default();
                tests.insert(format!("{suite}::{name}"));
                is_test = false;
            }
        }
    }
    tests
}

/// Everything in code type that looks like `suite::test`.
fn named() -> BTreeSet<String> {
    let code = PAGE.split('`').skip(1).step_by(2);
    let named = code.filter(|code| {
        let suite = code.split("::").next().unwrap_or_default();
        code.contains("::") && suite.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    });
    named.map(str::to_owned).collect()
}

#[test]
fn every_test_that_the_page_names_exists_and_none_is_left_out() {
    let (tests, mut named) = (tests(), named());
    assert!(
        named.remove("retries::name"),
        "the page says how tests are named"
    );
    let missing: Vec<_> = named.difference(&tests).collect();
    assert!(
        missing.is_empty(),
        "the page names tests that don't exist: {missing:#?}"
    );
    let unnamed: Vec<_> = tests.difference(&named).collect();
    assert!(unnamed.is_empty(), "the page does not name: {unnamed:#?}");
}
