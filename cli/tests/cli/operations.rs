//! Each operation of the document once.

use std::collections::BTreeSet;

use acs_chat_codegen::Document;
use serde_json::{Value, json};

use crate::service::{Service, run};

/// The commands that are not called here, by a decision.
const NOT_CALLED: &[&str] = &[];

/// Runs the commands of operations, and remembers which.
struct Script {
    service: Service,
    operations: BTreeSet<String>,
}

impl Script {
    /// Runs the command of an operation, with a body on standard input if there is one. Returns what it prints.
    #[track_caller]
    fn run(&mut self, operation: &str, arguments: &[&str], body: Option<Value>) -> Vec<Value> {
        let mut command = self.service.command(&[operation]);
        command.args(arguments);
        if body.is_some() {
            command.args(["--json-body", "-"]);
        }
        self.operations.insert(operation.to_owned());
        run(&mut command, &body.unwrap_or_default().to_string()).lines()
    }
}

#[test]
fn each_operation_can_be_called() {
    let service = Service::start();
    let [bob, carol] = ["bob", "carol"].map(|user| service.emulator.user_id(user));
    let mut script = Script {
        service,
        operations: BTreeSet::new(),
    };

    let people = json!({ "topic": "Lunch", "participants": [{ "communicationIdentifier": { "rawId": bob } }] });
    let created = script.run("create-chat-thread", &["--topic", "Dinner"], Some(people));
    let created = &created[0]["chatThread"];
    assert_eq!(
        created["topic"], "Dinner",
        "arguments change what the body says"
    );
    let thread = ["--chat-thread-id", created["id"].as_str().expect("an id")];
    let with = |more: &[&'static str]| [&thread, more].concat();

    let listed = script.run("list-chat-threads", &["--limit", "1"], None);
    assert_eq!(listed[0]["id"], created["id"]);
    let more = json!({ "participants": [{ "communicationIdentifier": { "rawId": carol } }] });
    let added = script.run("add-chat-participants", &thread, Some(more));
    assert_eq!(added, [json!({})]);
    let participants = script.run(
        "list-chat-participants",
        &with(&["--max-page-size", "1"]),
        None,
    );
    assert_eq!(participants.len(), 3);
    script.run(
        "remove-chat-participant",
        &[&thread[..], &["--raw-id", &carol]].concat(),
        None,
    );
    script.run(
        "update-chat-thread-properties",
        &with(&["--topic", "Supper"]),
        None,
    );
    let properties = script.run("get-chat-thread-properties", &thread, None);
    assert_eq!(properties[0]["topic"], "Supper");

    let text = with(&[
        "--content",
        "<b>Eight?</b>",
        "--type",
        "html",
        "--sender-display-name",
        "A",
    ]);
    let sent = script.run("send-chat-message", &text, None);
    let id = sent[0]["id"].as_str().expect("an id");
    let message = [&thread[..], &["--chat-message-id", id]].concat();
    script.run(
        "update-chat-message",
        &[&message[..], &["--content", "Nine?"]].concat(),
        None,
    );
    let got = script.run("get-chat-message", &message, None);
    assert_eq!(got[0]["content"]["message"], "Nine?");
    assert_eq!(
        (&got[0]["type"], &got[0]["senderDisplayName"]),
        (&json!("html"), &json!("A"))
    );
    let listed = script.run(
        "list-chat-messages",
        &with(&["--start-time", "2020-01-01T00:00:00Z"]),
        None,
    );
    assert_eq!(listed[0]["id"], id);
    script.run("send-chat-read-receipt", &message, None);
    let receipts = script.run("list-chat-read-receipts", &thread, None);
    assert_eq!(receipts[0]["chatMessageId"], id);
    script.run("send-typing-notification", &thread, None);
    assert_eq!(
        script.run("delete-chat-message", &message, None),
        Vec::<Value>::new()
    );
    script.run("delete-chat-thread", &thread, None);

    let document = Document::read(env!("ACS_CHAT_SPEC").as_ref()).expect("the document");
    let requests = script.service.emulator.snapshot().requests;
    let mut missing = BTreeSet::new();
    for operation in &document.operations {
        let command = operation.name.replace('_', "-");
        if script.operations.remove(&command) {
            assert!(requests[&operation.id] > 0, "{command}");
        } else if !NOT_CALLED.contains(&command.as_str()) {
            missing.insert(command);
        }
    }
    assert!(
        missing.is_empty(),
        "decide for each of these commands whether it is called above, or listed in `NOT_CALLED`: {missing:?}"
    );
    let unknown = &script.operations;
    assert!(unknown.is_empty(), "the document has no {unknown:?}");
}

#[test]
fn lists_end_at_their_limit() {
    let service = Service::start();
    let thread = service.thread();
    for number in 0..5 {
        service.wait(thread.send(number.to_string())).expect("sent");
    }
    let list = [
        "list-chat-messages",
        "--chat-thread-id",
        thread.id(),
        "--max-page-size",
        "2",
    ];
    let texts = |limit: &str| -> Vec<Value> {
        let listed = service
            .run(&[&list[..], &["--limit", limit]].concat())
            .lines();
        listed
            .iter()
            .map(|message| message["content"]["message"].clone())
            .collect()
    };
    assert_eq!(texts("3"), ["4", "3", "2"]);
    assert_eq!(texts("0"), Vec::<Value>::new());
    assert!(texts("100").len() > 5, "with those of the service");
}

#[test]
fn people_get_a_table() {
    let service = Service::start();
    let thread = service.thread();
    let listed = service.run(&["list-chat-threads", "--output", "table"]);
    let lines: Vec<&str> = listed.out.lines().collect();
    assert!(
        lines[0].starts_with("ID ") && lines[0].contains("  TOPIC"),
        "{listed:?}"
    );
    assert!(
        lines[1].starts_with(thread.id()) && lines[1].contains("  Lunch"),
        "{listed:?}"
    );
}
