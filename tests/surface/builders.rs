//! Builders of types as callers use them: what setters take, what `build` returns, what errors say.

#[cfg(convenience = "set_metadata")]
use std::collections::{BTreeMap, HashMap};
use std::{collections::HashSet, error::Error, num::TryFromIntError};

use acs_chat::{
    ChatError, CommunicationIdentifier,
    types::{
        ChatAttachment, ChatMessage, ChatMessageContent, ChatMessageType, ChatParticipant,
        CommunicationError, CreateChatThreadRequest, SendChatMessageRequest,
        UpdateChatThreadRequest, error::ConversionError,
    },
};
#[cfg(convenience = "set_retention")]
use acs_chat::{
    Nullable,
    types::{ChatRetentionPolicy, ThreadCreationDateRetentionPolicy},
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::support::{
    clients::{THREAD, client},
    mock::Mock,
    reply::Reply,
};

fn json_of(built: Result<impl Serialize, ConversionError>) -> Value {
    serde_json::to_value(built.expect("built")).expect("JSON")
}

fn jane() -> CommunicationIdentifier {
    CommunicationIdentifier::from("8:acs:jane")
}

#[test]
fn an_optional_property_takes_what_a_required_one_takes_or_an_option_of_it() {
    let topic = UpdateChatThreadRequest::builder;
    let text = "t".to_owned();
    for built in [
        topic().topic("t").build(),
        topic().topic(&text).build(),
        topic().topic(text.clone()).build(),
        topic().topic('t').build(),
        topic().topic(Some("t")).build(),
        topic().topic(Some(text)).build(),
    ] {
        assert_eq!(json_of(built), json!({ "topic": "t" }));
    }
    for built in [
        topic().build(),
        topic().topic(None::<&str>).build(),
        topic().topic("t").topic(None::<String>).build(),
    ] {
        assert_eq!(json_of(built), json!({}));
    }
    let message = || SendChatMessageRequest::builder().content("c");
    for built in [
        message().type_("html").build(),
        message().type_(ChatMessageType::Html).build(),
        message().type_(Some(ChatMessageType::Html)).build(),
    ] {
        assert_eq!(json_of(built), json!({ "content": "c", "type": "html" }));
    }
    let forwarded: ChatMessage =
        serde_json::from_value(message_json()).expect("a message of the service");
    let built = message()
        .sender_display_name(forwarded.sender_display_name.clone())
        .metadata(forwarded.metadata.clone())
        .build();
    let expected =
        json!({ "content": "c", "senderDisplayName": "Alice", "metadata": { "k": "v" } });
    assert_eq!(json_of(built), expected);
}

#[test]
fn times_and_numbers_convert_too() {
    let time = "2020-06-26T10:00:00Z".parse::<chrono::DateTime<chrono::Utc>>();
    let time = time.expect("a time");
    let participant = || ChatParticipant::builder().communication_identifier(jane());
    let expected = json!("2020-06-26T10:00:00Z");
    for built in [
        participant().share_history_time(time).build(),
        participant().share_history_time(Some(time)).build(),
        participant()
            .share_history_time(std::time::SystemTime::from(time))
            .build(),
    ] {
        assert_eq!(json_of(built)["shareHistoryTime"], expected);
    }
}

#[test]
#[cfg(convenience = "set_retention")]
fn numbers_convert_where_they_fit() {
    let days = ThreadCreationDateRetentionPolicy::builder;
    for built in [
        days().delete_thread_after_days(90).build(),
        days().delete_thread_after_days(90_u64).build(),
    ] {
        assert_eq!(built.expect("a policy").delete_thread_after_days, 90);
    }
}

#[test]
#[cfg(convenience = "set_metadata")]
fn a_map_takes_any_pairs() {
    let request = || CreateChatThreadRequest::builder().topic("t");
    let owned = ("k".to_owned(), "v".to_owned());
    let map = BTreeMap::from([owned.clone()]);
    for built in [
        request().metadata([("k", "v")]).build(),
        request().metadata([owned]).build(),
        request().metadata(vec![("k", "v".to_owned())]).build(),
        request().metadata(HashMap::from([("k", "v")])).build(),
        request().metadata(map.clone()).build(),
        request().metadata(&map).build(),
        request().metadata(Some([("k", "v")])).build(),
        request().metadata(Some(map.clone())).build(),
        request()
            .metadata(["k"].iter().map(|key| (*key, "v")))
            .build(),
    ] {
        let expected = json!({ "topic": "t", "metadata": { "k": "v" } });
        assert_eq!(json_of(built), expected);
    }
    let none = request().metadata(None::<BTreeMap<String, String>>).build();
    assert_eq!(json_of(none), json!({ "topic": "t" }));
}

#[test]
fn a_list_takes_any_iterator_of_what_converts_into_its_items() {
    let participant = ChatParticipant::from(jane());
    let builder = || ChatParticipant::builder().communication_identifier(jane());
    let request = || CreateChatThreadRequest::builder().topic("t");
    for built in [
        request().participants([jane()]).build(),
        request().participants(vec![participant.clone()]).build(),
        request().participants([builder()]).build(),
        request().participants(HashSet::from([jane()])).build(),
        request()
            .participants(Some(vec![participant.clone()]))
            .build(),
        request()
            .participants([jane()].map(ChatParticipant::from))
            .build(),
    ] {
        let participants = built.expect("a request").participants;
        assert_eq!(participants, Some(vec![participant.clone()]));
    }
    let content = ChatMessageContent::builder()
        .attachments([ChatAttachment::builder().id("1").attachment_type("image")])
        .participants(None::<[ChatParticipant; 0]>);
    let expected = json!({ "attachments": [{ "id": "1", "attachmentType": "image" }] });
    assert_eq!(json_of(content.build()), expected);
}

#[test]
#[cfg(convenience = "set_retention")]
fn what_may_be_null_takes_a_value_or_null() {
    let patch = UpdateChatThreadRequest::builder;
    let policy = ChatRetentionPolicy::none;
    for built in [
        patch().retention_policy(policy()).build(),
        patch().retention_policy(Some(policy())).build(),
        patch().retention_policy(Nullable::Value(policy())).build(),
        patch()
            .retention_policy(Some(Nullable::Value(policy())))
            .build(),
    ] {
        let expected = json!({ "retentionPolicy": { "kind": "none" } });
        assert_eq!(json_of(built), expected);
    }
    let null = patch().retention_policy(Nullable::Null).build();
    assert_eq!(json_of(null), json!({ "retentionPolicy": null }));
    let absent = patch().retention_policy(None::<ChatRetentionPolicy>);
    assert_eq!(json_of(absent.build()), json!({}));
}

#[test]
fn what_is_boxed_takes_a_value_or_its_builder() {
    let error = || CommunicationError::builder().code("c").message("m");
    let inner = error().build().expect("an error");
    for built in [
        error().innererror(error()).build(),
        error().innererror(inner.clone()).build(),
        error().innererror(Box::new(inner.clone())).build(),
        error().innererror(Some(Box::new(inner.clone()))).build(),
    ] {
        let built = built.expect("an error");
        assert_eq!(built.innererror.as_deref(), Some(&inner));
    }
}

fn message_json() -> Value {
    json!({
        "id": "1", "type": "text", "sequenceId": "2", "version": "3", "createdOn": "2020-06-26T10:00:00Z",
        "senderDisplayName": "Alice", "metadata": { "k": "v" },
    })
}

#[test]
fn a_test_makes_a_message_of_what_it_needs() {
    let message = ChatMessage::builder()
        .id("1")
        .type_("text")
        .sequence_id("2")
        .version("3")
        .created_on(chrono::DateTime::UNIX_EPOCH)
        .content(ChatMessageContent::builder().message("Noon?"))
        .build()
        .expect("a message");
    assert_eq!(message.type_, ChatMessageType::Text);
    let text = message.content.and_then(|content| content.message);
    assert_eq!(text.as_deref(), Some("Noon?"));
}

#[test]
fn an_error_names_the_property_and_keeps_its_source() {
    let missing = SendChatMessageRequest::builder().sender_display_name("Alice");
    let missing = missing.build().expect_err("no content");
    assert_eq!(missing.property(), Some("content"));
    assert_eq!(missing.to_string(), "`content` was not given");
    assert!(missing.source().is_none());

    let nobody = ChatParticipant::builder().display_name("Nobody");
    let somebody = ChatParticipant::builder().communication_identifier(jane());
    let nested = CreateChatThreadRequest::builder().topic("t");
    let nested = nested.participants([somebody, nobody]).build();
    let nested = nested.expect_err("no identifier");
    let path = "participants[1].communicationIdentifier";
    assert_eq!(nested.property(), Some(path));
    assert_eq!(nested.to_string(), format!("`{path}` was not given"));
}

#[test]
#[cfg(convenience = "set_retention")]
fn a_number_that_does_not_fit_is_named_and_keeps_its_source() {
    let days = ThreadCreationDateRetentionPolicy::builder().delete_thread_after_days(u64::MAX);
    let error = days.clone().build().expect_err("too many");
    assert_eq!(error.property(), Some("deleteThreadAfterDays"));
    let source = error.source().expect("a source");
    assert!(source.is::<TryFromIntError>(), "{source:?}");
    assert!(error.to_string().contains(&source.to_string()), "{error}");
    let conversion: Result<ThreadCreationDateRetentionPolicy, _> = days.try_into();
    let conversion: ConversionError = conversion.expect_err("too many");
    assert_eq!(conversion.to_string(), error.to_string());
}

/// Why a caller's own type is no topic.
#[derive(Debug, PartialEq)]
struct TooLong(usize);

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} characters are too many", self.0)
    }
}

impl Error for TooLong {}

struct Headline(&'static str);

impl TryFrom<Headline> for String {
    type Error = TooLong;

    fn try_from(Headline(text): Headline) -> Result<Self, TooLong> {
        match text.len() {
            0..=5 => Ok(text.to_owned()),
            length => Err(TooLong(length)),
        }
    }
}

#[tokio::test]
async fn an_invalid_request_has_the_builders_error_as_its_source() {
    let mock = Mock::start(Reply::status(204)).await;
    let client = client(mock.url());
    let body = UpdateChatThreadRequest::builder().topic(Headline("too long"));
    let request = client.update_chat_thread_properties();
    let error = request.chat_thread_id(THREAD).body(body).send().await;
    let error = error.expect_err("too long");
    let ChatError::InvalidRequest(invalid) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(invalid.parameter(), "body");
    let conversion = error.source().expect("a source");
    let conversion = conversion.downcast_ref::<ConversionError>();
    let conversion = conversion.expect("the builder's error");
    assert_eq!(conversion.property(), Some("topic"));
    let reason = conversion.source().expect("a source");
    assert_eq!(reason.downcast_ref(), Some(&TooLong(8)));
    assert!(error.to_string().contains("`topic`"), "{error}");

    let request = client.list_chat_messages().chat_thread_id(THREAD);
    let error = request.max_page_size(i64::MAX).send().await;
    let error = error.expect_err("too many");
    let source = error.source().expect("a source");
    assert!(source.is::<TryFromIntError>(), "{source:?}");

    let request = client.get_chat_thread_properties();
    let error = request.chat_thread_id(Headline("too long")).send().await;
    let error = error.expect_err("too long");
    let source = error.source().expect("a source");
    assert_eq!(source.downcast_ref(), Some(&TooLong(8)));
    assert!(mock.take().is_empty());
}
