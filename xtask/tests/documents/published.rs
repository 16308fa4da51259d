//! The published documents, read in place where they are.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::{at, keys, published, spec};

const LATER: &str = "Chat/stable/2025-03-15/communicationserviceschat.json";
const BEFORE: &str = "Chat/stable/2023-11-07/communicationserviceschat.json";
const VENDORED: &str = concat!("../", include!("../../../spec/current.rs"));

#[test]
fn the_import_of_the_published_document_is_the_vendored_one_in_other_words() {
    let version = Path::new(VENDORED).file_stem().unwrap().to_str().unwrap();
    let current = format!("Chat/stable/{version}/communicationserviceschat.json");
    let Some(current) = published(&current) else {
        return;
    };
    let current = current.to_str().unwrap();
    // Its losses are those that the vendored one has kept.
    let vendored = std::fs::read_to_string(VENDORED).unwrap();
    let loss = "undeclared-example-parameter";
    let has_lost = vendored.contains(&format!("x-acs-{loss}s"));
    let allow: &[&str] = if has_lost { &["--allow", loss] } else { &[] };
    let import = spec([&["import", current, "--out", "-"], allow].concat());
    assert_eq!(import.status, 0, "{}", import.stderr);

    // Swagger is imported on the way, in either place. It has no word on what may be repeated.
    let scratch = crate::support::Scratch::new();
    let rules = scratch.path("rules.toml");
    let rule = |change| format!("[[rule]]\nchange = {change:?}\nseverity = \"ignore\"\n");
    let both = [rule("is retried now"), rule("is no longer retried*")];
    std::fs::write(&rules, both.concat()).unwrap();
    let rules = ["--rules", rules.to_str().unwrap()];
    for pair in [[current, VENDORED], [VENDORED, current]] {
        let run = spec([&["diff"], &pair[..], &rules, &["--json"]].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        let changes = run.json();
        assert_eq!(changes["breaking"], json!([]));
        assert_eq!(changes["additive"], json!([]));
        let denied = ["--deny", "breaking", "--deny", "additive"];
        let run = spec([&["diff"], &pair[..], &rules, &denied].concat());
        assert_eq!(run.status, 0);
        let marked = [
            &["diff"],
            &pair[..],
            &["--deny", "breaking", "--deny", "additive"],
        ];
        assert_eq!(spec(marked.concat()).status, 1);
    }
}

#[test]
fn published_documents_import_to_ones_that_pass_the_check() {
    for (file, operations) in [(LATER, 16), (BEFORE, 16)] {
        let Some(path) = published(file) else {
            return;
        };
        let scratch = crate::support::Scratch::new();
        let out = scratch.path("out.json");
        let allow = "undeclared-example-parameter=idempotency-token";
        let out = out.to_str().unwrap();
        let run = spec([
            "import",
            path.to_str().unwrap(),
            "--out",
            out,
            "--allow",
            allow,
        ]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let check = spec(["check", out]);
        assert_eq!(check.status, 0, "{}", check.stdout);
        let document: Value = serde_json::from_str(&std::fs::read_to_string(out).unwrap()).unwrap();
        let paths = at(&document, "/paths").as_object().unwrap();
        let count: usize = paths.values().map(|item| keys(item).len()).sum();
        assert_eq!(count, operations);
    }
}

#[test]
fn the_header_that_the_older_example_misnames_is_listed() {
    let Some(before) = published(BEFORE) else {
        return;
    };
    let run = spec(["import", before.to_str().unwrap(), "--out", "-"]);
    assert_eq!(run.status, 1);
    let losses: Vec<_> = run
        .stderr
        .lines()
        .filter(|line| line.starts_with("lost"))
        .collect();
    assert_eq!(losses.len(), 1, "{losses:?}");
    assert!(losses[0].contains(
        "Threads_CreateChatThreadWithIdempotencyToken.json#/parameters/idempotency-token"
    ));
    let kept = "/paths/~1chat~1threads/post/x-acs-undeclared-example-parameters";
    assert_eq!(
        *at(&run.json(), kept),
        json!({
            "Threads_CreateChatThreadWithIdempotencyToken":
                { "idempotency-token": "35dd6e71-251b-5e29-8376-ba93d09c3fbf" },
        })
    );
}

#[test]
fn what_the_later_version_added_is_additive() {
    let (Some(before), Some(later)) = (published(BEFORE), published(LATER)) else {
        return;
    };
    let run = spec(["diff".as_ref(), before.as_os_str(), later.as_os_str()]);
    assert!(
        run.stdout
            .starts_with("## API 2023-11-07 to 2025-03-15\n\n### Additive\n\n- `")
    );
    for line in [
        "- `CreateChatThreadRequest.retentionPolicy`: a new property",
        "- `ChatAttachmentType`: the value `file` is added",
        "- `MicrosoftTeamsAppIdentifierModel`: a new type",
    ] {
        assert!(run.stdout.lines().any(|known| known == line), "{line}");
    }
    let back = ["diff".as_ref(), later.as_os_str(), before.as_os_str()];
    let denied = ["--deny".as_ref(), "breaking".as_ref()];
    assert_eq!(spec([&back[..], &denied].concat()).status, 1);
}
