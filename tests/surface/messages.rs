//! What a message says, by its type and as a line.

use acs_chat::{
    CommunicationIdentifier, MessageKind, ResponseValue,
    http::{HeaderMap, StatusCode},
    types::{ChatMessage, ChatMessageType},
};
use serde_json::{Value, json};

use crate::support::operations;

/// A message of this type, with these properties besides.
fn message(type_: &str, more: Value) -> ChatMessage {
    let mut message = json!({
        "id": "1", "type": type_, "sequenceId": "1", "version": "1",
        "createdOn": "2026-03-01T12:00:00.1234567Z",
    });
    for (name, value) in more.as_object().expect("properties") {
        message[name] = value.clone();
    }
    serde_json::from_value(message).expect("a message")
}

fn text(type_: &str, text: &str) -> ChatMessage {
    message(type_, json!({ "content": { "message": text } }))
}

fn participants(type_: &str, raw_ids: &[&str]) -> ChatMessage {
    let participants = raw_ids
        .iter()
        .map(|raw_id| json!({ "communicationIdentifier": { "rawId": raw_id } }));
    let participants: Vec<Value> = participants.collect();
    let initiator = json!({ "rawId": "8:acs:a_me" });
    let content = json!({
        "participants": participants, "initiatorCommunicationIdentifier": initiator,
    });
    message(type_, json!({ "content": content }))
}

/// The line behind the time.
fn line(message: &ChatMessage) -> String {
    let line = message.to_string();
    let rest = line.strip_prefix("2026-03-01 12:00:00Z ");
    rest.unwrap_or_else(|| panic!("{line}")).to_owned()
}

#[test]
fn the_kind_is_that_of_the_type() {
    assert_eq!(text("text", "Noon?").kind(), MessageKind::Text("Noon?"));
    assert_eq!(
        text("html", "<b>1</b>").kind(),
        MessageKind::Html("<b>1</b>")
    );
    let topic = message("topicUpdated", json!({ "content": { "topic": "Lunch" } }));
    assert_eq!(topic.kind(), MessageKind::TopicUpdated("Lunch"));
    let added = participants("participantAdded", &["8:acs:a_b", "4:+1555"]);
    let MessageKind::ParticipantAdded(who) = added.kind() else {
        panic!("{:?}", added.kind());
    };
    let raw_ids: Vec<_> = who
        .iter()
        .map(|one| CommunicationIdentifier::from(&one.communication_identifier).raw_id())
        .collect();
    assert_eq!(raw_ids, ["8:acs:a_b", "4:+1555"]);
    let removed = participants("participantRemoved", &["8:acs:a_b"]);
    assert!(matches!(
        removed.kind(),
        MessageKind::ParticipantRemoved([_])
    ));
    assert_eq!(text("hologram", "?").kind(), MessageKind::Other);
}

/// The documented types of messages that are [`MessageKind::Other`] by a decision.
const OTHERS: &[&str] = &[];

#[test]
fn every_documented_type_has_a_kind() {
    let is_other = |type_: &&&str| message(type_, json!({})).kind() == MessageKind::Other;
    let others: Vec<&str> = ChatMessageType::VALUES
        .iter()
        .filter(is_other)
        .copied()
        .collect();
    assert_eq!(
        others, OTHERS,
        "decide for each type of message on the left alone whether it gets a `MessageKind` or a place in `OTHERS`"
    );
}

#[test]
fn what_is_missing_is_empty() {
    for content in [json!({}), json!({ "content": {} })] {
        let of = |type_| message(type_, content.clone());
        assert_eq!(of("text").kind(), MessageKind::Text(""));
        assert_eq!(of("html").kind(), MessageKind::Html(""));
        assert_eq!(of("topicUpdated").kind(), MessageKind::TopicUpdated(""));
        let added = of("participantAdded");
        assert_eq!(added.kind(), MessageKind::ParticipantAdded(&[]));
        let removed = of("participantRemoved");
        assert_eq!(removed.kind(), MessageKind::ParticipantRemoved(&[]));
        let text = of("text");
        assert_eq!((text.sender(), text.attachments().len()), (None, 0));
        assert!(!text.is_deleted() && !text.is_edited());
    }
}

#[test]
fn only_what_somebody_wrote_is_text() {
    assert_eq!(text("text", "Noon?").text(), Some("Noon?"));
    assert_eq!(text("html", "<b>1</b>").text(), Some("<b>1</b>"));
    assert_eq!(text("topicUpdated", "x").text(), None);
    assert_eq!(text("hologram", "x").text(), None);
    let deleted = json!({ "content": { "message": "" }, "deletedOn": "2026-03-01T12:01:00Z" });
    let deleted = message("text", deleted);
    assert!(deleted.is_deleted());
    assert_eq!(
        (deleted.text(), deleted.kind()),
        (None, MessageKind::Text(""))
    );
}

#[test]
fn sender_attachments_and_edits() {
    let message = message(
        "text",
        json!({
            "senderCommunicationIdentifier": { "rawId": "8:orgid:x" },
            "editedOn": "2026-03-01T12:01:00Z",
            "content": { "message": "", "attachments": [{ "id": "a", "attachmentType": "file" }] },
        }),
    );
    assert_eq!(message.sender(), Some("8:orgid:x".into()));
    assert_eq!(message.attachments()[0].id, "a");
    assert!(message.is_edited());
}

#[test]
fn a_response_is_written_as_its_message() {
    let message = text("text", "Noon?");
    let response = ResponseValue::new(message.clone(), StatusCode::OK, HeaderMap::new());
    assert_eq!(response.to_string(), message.to_string());
}

#[test]
fn each_kind_is_a_line() {
    let by = |name: &str, mut of: ChatMessage| {
        of.sender_display_name = Some(name.to_owned());
        of
    };
    for (message, expected) in [
        (by("Alice", text("text", "Noon?")), "Alice: Noon?"),
        (by("Alice", text("html", "<b>1</b>")), "Alice: <b>1</b>"),
        (text("text", "Noon?"), "Somebody: Noon?"),
        (by("", text("text", "Noon?")), "Somebody: Noon?"),
        (
            participants("participantAdded", &["8:acs:a_b", "4:+1555"]),
            "8:acs:a_me added 8:acs:a_b, 4:+1555",
        ),
        (
            by("Me", participants("participantRemoved", &["8:acs:a_b"])),
            "Me removed 8:acs:a_b",
        ),
        (
            participants("participantAdded", &["8:acs:a_me"]),
            "8:acs:a_me joined",
        ),
        (
            participants("participantRemoved", &["8:acs:a_me"]),
            "8:acs:a_me left",
        ),
        (
            participants("participantAdded", &[]),
            "8:acs:a_me added somebody",
        ),
        (
            message("topicUpdated", json!({ "content": { "topic": "Lunch" } })),
            "Somebody changed the topic to “Lunch”",
        ),
        (text("hologram", "?"), "Somebody: message of type hologram"),
        (
            message(
                "text",
                json!({
                    "senderCommunicationIdentifier": { "rawId": "8:orgid:x" },
                    "senderDisplayName": "", "content": { "message": "Noon?" },
                    "editedOn": "2026-03-01T12:01:00Z",
                }),
            ),
            "8:orgid:x: Noon? (edited)",
        ),
        (
            message(
                "html",
                json!({ "content": { "message": "" }, "deletedOn": "2026-03-01T12:01:00Z" }),
            ),
            "Somebody: (deleted)",
        ),
        (
            message(
                "text",
                json!({ "content": { "message": "See", "attachments": [
                { "id": "a", "attachmentType": "image" }, { "id": "b", "attachmentType": "file" },
            ] } }),
            ),
            "Somebody: See (2 attachments)",
        ),
    ] {
        assert_eq!(line(&message), expected);
    }
}

#[test]
fn nothing_breaks_the_line() {
    const EVIL: &str = "a\r\nb\u{2028}c\u{85}d\u{202e}e\tf\u{0}";
    let participant = json!({ "communicationIdentifier": { "rawId": EVIL }, "displayName": EVIL });
    let anonymous = json!({ "communicationIdentifier": { "rawId": EVIL } });
    for type_ in ChatMessageType::VALUES.iter().copied().chain([EVIL]) {
        for name in [EVIL, ""] {
            let content = json!({
                "message": EVIL, "topic": EVIL, "participants": [participant, anonymous],
                "initiatorCommunicationIdentifier": { "rawId": EVIL },
            });
            let said = message(
                type_,
                json!({ "content": content, "senderDisplayName": name }),
            );
            let line = line(&said);
            let is_evil = |c: char| c.is_control() || "\u{2028}\u{202e}".contains(c);
            assert!(
                line.contains("a  b c d e f") && !line.contains(is_evil),
                "{line:?}"
            );
        }
    }
}

#[test]
fn the_documented_messages_are_lines() {
    let list = operations()
        .into_iter()
        .find(|operation| operation.id == "ChatThread_ListChatMessages")
        .expect("the list");
    let page = list.success_example().expect("a page");
    let messages = page["value"].as_array().expect("a list");
    assert!(messages.len() >= 3);
    for json in messages {
        let message: ChatMessage = serde_json::from_value(json.clone()).expect("a message");
        let line = message.to_string();
        assert!(line.len() > 25 && !line.contains('\n'), "{line}");
        if let Some(text) = json["content"]["message"].as_str() {
            let text = text.replace(char::is_control, " ");
            assert!(line.contains(&text), "{line}");
        }
    }
}
