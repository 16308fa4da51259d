//! Changes as lines of JSON.

use std::fs;

use serde_json::{Value, json};

use crate::service::Service;

fn told(lines: &[Value]) -> Vec<(&Value, &Value)> {
    let told = lines
        .iter()
        .map(|line| (&line["change"], &line["message"]["content"]["message"]));
    told.collect()
}

#[test]
fn a_cursor_goes_on_after_the_last_line() {
    let service = Service::start();
    let thread = service.thread();
    let directory = tempfile::tempdir().expect("a directory");
    let cursor = directory.path().join("cursor");
    let file = cursor.to_str().expect("text");
    let follow = |limit: &str, more: &[&str]| {
        let follow = [
            "follow",
            "--cursor",
            file,
            "--from-beginning",
            "--limit",
            limit,
        ];
        service.run(&[&follow[..], more].concat()).lines()
    };
    let first = service.wait(thread.send("one")).expect("sent").into_inner();
    let lines = follow("3", &[thread.id()]);
    // The topic and the participants, which the service posts.
    assert_eq!(lines[0]["change"], "system");
    assert_eq!(told(&lines)[2], (&json!("sent"), &json!("one")));
    assert_eq!(lines[2]["threadId"], thread.id());

    service.wait(thread.send("two")).expect("sent");
    service
        .wait(thread.edit(&first.id, "one!"))
        .expect("edited");
    let lines = follow("2", &[thread.id()]);
    assert_eq!(
        told(&lines),
        [
            (&json!("sent"), &json!("two")),
            (&json!("edited"), &json!("one!"))
        ]
    );

    // A cursor belongs to what it is of.
    let ended = service.run(&["follow", "--cursor", file]);
    assert_eq!(
        (ended.status, ended.error.lines().count()),
        (2, 1),
        "{ended:?}"
    );
    fs::remove_file(&cursor).expect("removed");
    let lines = follow("4", &[]);
    assert_eq!(told(&lines)[3], (&json!("sent"), &json!("one!")));
}
