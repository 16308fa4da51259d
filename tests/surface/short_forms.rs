//! Short forms: the request that each sends, and that its errors are those of the operation.

use std::future::Future;

#[cfg(convenience = "set_retention")]
use acs_chat::types::ChatRetentionPolicy;
use acs_chat::{
    ChatClient, ChatError, ChatThread, CommunicationIdentifier, OutgoingMessage, request,
    types::{ChatParticipant, CommunicationIdentifierModel, SendChatMessageRequest},
};
use serde_json::{Value, json};

use crate::support::{Mock, Reply, THREAD, client, success};

const MESSAGE: &str = "1593072104708";

/// Checks what a short form of this operation sends: a request to `path` below the thread, with this body; and that a
/// refusal is its error.
async fn check<F, T>(
    operation: &str,
    (method, path): (&str, &str),
    body: Value,
    form: impl Fn(ChatThread) -> F,
) where
    F: Future<Output = Result<T, ChatError>>,
{
    let mock = Mock::start(success(operation)).await;
    let thread = client(mock.url()).thread(THREAD).expect("an id");
    let sent = form(thread.clone()).await;
    sent.unwrap_or_else(|error| panic!("{operation}: {error}"));
    let requests = mock.take();
    assert_eq!(requests.len(), 1, "{operation}");
    let request = &requests[0];
    assert_eq!(request.method, method, "{operation}");
    let (_, rest) = request.path().split_once("thread.v2").expect("the thread");
    assert_eq!(rest, path, "{operation}");
    assert_eq!(request.json().unwrap_or_default(), body, "{operation}");

    mock.reply(Reply::status(403));
    let error = form(thread).await.err().expect("a refusal");
    assert!(error.is_forbidden(), "{error}");
    assert_eq!(error.operation(), Some(operation));
}

#[tokio::test]
async fn a_message_is_sent_as_it_was_written() {
    let (operation, to) = ("ChatThread_SendChatMessage", ("POST", "/messages"));
    let text = json!({ "content": "Noon?", "type": "text" });
    check(operation, to, text.clone(), async |at| {
        at.send("Noon?").await
    })
    .await;
    let owned = "Noon?".to_owned();
    check(operation, to, text.clone(), async |at| {
        at.send(&owned).await
    })
    .await;
    check(operation, to, text.clone(), async |at| {
        at.send(owned.clone()).await
    })
    .await;
    let message = OutgoingMessage::text("Noon?");
    check(operation, to, text, async |at| {
        at.send(message.clone()).await
    })
    .await;

    let message = OutgoingMessage::html("<b>Noon?</b>")
        .sender_name("Alice")
        .metadata([("a", "1"), ("b", "2")])
        .metadata(vec![("b".to_owned(), "3".to_owned())]);
    let html = json!({
        "content": "<b>Noon?</b>", "type": "html", "senderDisplayName": "Alice",
        "metadata": { "a": "1", "b": "3" },
    });
    check(operation, to, html, async |at| {
        at.send(message.clone()).await
    })
    .await;
}

#[test]
fn a_message_to_send_is_a_body_and_hides_its_content() {
    let message = OutgoingMessage::text("by the old mill").metadata([("k", "a secret")]);
    let shown = format!("{message:?}");
    assert!(
        !shown.contains("mill") && !shown.contains("secret"),
        "{shown}"
    );
    let body = SendChatMessageRequest::from(message);
    let expected = json!({
        "content": "by the old mill", "type": "text", "metadata": { "k": "a secret" },
    });
    assert_eq!(serde_json::to_value(body).expect("JSON"), expected);
}

#[tokio::test]
async fn the_result_of_a_send_has_id_and_status() {
    let mock = Mock::start(success("ChatThread_SendChatMessage")).await;
    let thread = client(mock.url()).thread(THREAD).expect("an id");
    let sent = thread.send("Noon?").await.expect("a success");
    assert_eq!((sent.id.as_str(), sent.status().as_u16()), (MESSAGE, 201));
}

#[tokio::test]
async fn messages_are_edited_deleted_and_read() {
    let path = format!("/messages/{MESSAGE}");
    check(
        "ChatThread_UpdateChatMessage",
        ("PATCH", &path),
        json!({ "content": "One?" }),
        async |at| at.edit(MESSAGE, "One?").await,
    )
    .await;
    check(
        "ChatThread_DeleteChatMessage",
        ("DELETE", &path),
        Value::Null,
        async |at| at.delete_message(MESSAGE).await,
    )
    .await;
    check(
        "ChatThread_SendChatReadReceipt",
        ("POST", "/readReceipts"),
        json!({ "chatMessageId": MESSAGE }),
        async |at| at.mark_read(MESSAGE.to_owned()).await,
    )
    .await;
    check(
        "ChatThread_SendTypingNotification",
        ("POST", "/typing"),
        Value::Null,
        async |at| at.typing().await,
    )
    .await;
}

#[tokio::test]
async fn an_id_that_leads_elsewhere_is_refused_by_short_forms_too() {
    let mock = Mock::start(Reply::status(204)).await;
    let thread = client(mock.url()).thread(THREAD).expect("an id");
    for id in ["", "..", "a\\..\\b"] {
        for error in [
            thread.edit(id, "x").await.expect_err("an id"),
            thread.delete_message(id).await.expect_err("an id"),
        ] {
            assert!(matches!(error, ChatError::InvalidRequest(_)), "{error}");
        }
    }
    assert!(mock.take().is_empty());
}

#[tokio::test]
async fn a_thread_is_changed_and_deleted() {
    let operation = "ChatThread_UpdateChatThreadProperties";
    let topic = json!({ "topic": "Supper" });
    check(operation, ("PATCH", ""), topic, async |at| {
        at.rename("Supper").await
    })
    .await;
    let operation = "Chat_DeleteChatThread";
    check(operation, ("DELETE", ""), Value::Null, async |at| {
        at.delete().await
    })
    .await;
}

#[tokio::test]
#[cfg(convenience = "set_metadata")]
async fn the_metadata_of_a_thread_is_set() {
    let operation = "ChatThread_UpdateChatThreadProperties";
    let metadata = json!({ "metadata": { "a": "1", "b": "" } });
    check(operation, ("PATCH", ""), metadata, async |at| {
        at.set_metadata([("a", "1"), ("b", "")]).await
    })
    .await;
}

#[tokio::test]
#[cfg(convenience = "set_retention")]
async fn the_retention_of_a_thread_is_set() {
    let operation = "ChatThread_UpdateChatThreadProperties";
    for (policy, json) in [
        (
            ChatRetentionPolicy::after_creation(60),
            json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 60 }),
        ),
        (ChatRetentionPolicy::none(), json!({ "kind": "none" })),
    ] {
        let body = json!({ "retentionPolicy": json });
        check(operation, ("PATCH", ""), body, async |at| {
            at.set_retention(policy.clone()).await
        })
        .await;
    }
}

fn model(raw_id: &str) -> Value {
    let model = CommunicationIdentifierModel::from(CommunicationIdentifier::from(raw_id));
    serde_json::to_value(model).expect("JSON")
}

#[tokio::test]
async fn a_participant_is_removed_by_whatever_names_it() {
    let (operation, to) = (
        "ChatThread_RemoveChatParticipant",
        ("POST", "/participants/:remove"),
    );
    let who = CommunicationIdentifier::from("8:acs:a_b");
    let participant = ChatParticipant::from(&who);
    let of = || model("8:acs:a_b");
    check(operation, to, of(), async |at| {
        at.remove_participant("8:acs:a_b").await
    })
    .await;
    check(operation, to, of(), async |at| {
        at.remove_participant(&who).await
    })
    .await;
    check(operation, to, of(), async |at| {
        at.remove_participant(who.clone()).await
    })
    .await;
    check(operation, to, of(), async |at| {
        at.remove_participant(&participant).await
    })
    .await;
    let its_model = &participant.communication_identifier;
    check(operation, to, of(), async |at| {
        at.remove_participant(its_model).await
    })
    .await;
}

/// Creates a thread with a mock that replies this.
async fn create(
    reply: Reply,
    participants: Vec<ChatParticipant>,
) -> (Result<(ChatThread, Vec<String>), ChatError>, Value) {
    let mock = Mock::start(reply).await;
    let created = client(mock.url())
        .create_thread("Lunch", participants)
        .await;
    let created = created
        .map(|(thread, rejected)| (thread, rejected.iter().map(ToString::to_string).collect()));
    let requests = mock.take();
    assert_eq!((requests.len(), requests[0].method.as_str()), (1, "POST"));
    assert_eq!(requests[0].path(), "/chat/threads");
    assert!(requests[0].header("repeatability-request-id").is_some());
    (created, requests[0].json().expect("a body"))
}

fn created(thread: Value) -> Reply {
    Reply::status(201).json(json!({
        "chatThread": thread,
        "invalidParticipants": [{ "code": "404", "message": "Not found", "target": "8:orgid:gone" }],
    }))
}

fn properties(id: &str) -> Value {
    json!({
        "id": id, "topic": "Lunch", "createdOn": "2020-06-26T10:00:00Z",
        "createdByCommunicationIdentifier": { "rawId": "8:acs:a_me" },
    })
}

#[tokio::test]
async fn a_thread_is_created_with_whom_the_service_takes() {
    let who = ["8:acs:a_b", "8:orgid:gone"];
    let (thread, body) = create(created(properties(THREAD)), who.map(Into::into).into()).await;
    let (thread, rejected) = thread.expect("a thread");
    assert_eq!(thread.id(), THREAD);
    assert_eq!(rejected, ["8:orgid:gone was not added: Not found (404)"]);
    let participants = who.map(|raw_id| json!({ "communicationIdentifier": model(raw_id) }));
    assert_eq!(
        body,
        json!({ "topic": "Lunch", "participants": participants })
    );
    let (_, body) = create(created(properties(THREAD)), Vec::new()).await;
    assert_eq!(body, json!({ "topic": "Lunch" }));
    let (refused, _) = create(Reply::status(403), Vec::new()).await;
    assert!(refused.expect_err("a refusal").is_forbidden());
}

#[tokio::test]
async fn a_created_thread_without_a_usable_id_is_an_error_that_may_hide_a_success() {
    for thread in [Value::Null, properties(""), properties("..")] {
        let (found, _) = create(created(thread), Vec::new()).await;
        let error = found.expect_err("no thread");
        assert!(matches!(error, ChatError::Decode(_)), "{error}");
        assert!(error.may_have_been_processed());
        assert_eq!(error.operation(), Some("Chat_CreateChatThread"));
        let context = error.context().expect("a call");
        assert_eq!(context.attempts(), 1);
        assert_eq!(context.client_request_id().len(), 36);
        let line = error.to_string();
        assert!(
            line.contains("`chatThread.id`: the id of the thread is missing"),
            "{line}"
        );
    }
}

#[tokio::test]
async fn the_users_threads_are_listed() {
    let page = json!({ "value": [{ "id": THREAD, "topic": "Lunch" }] });
    let mock = Mock::start(Reply::status(200).json(page)).await;
    let threads = client(mock.url()).threads().collect_all().await;
    assert_eq!(threads.expect("a list")[0].id, THREAD);
    assert_eq!(mock.take()[0].path(), "/chat/threads");
}

#[test]
fn short_forms_can_be_sent_to_tasks() {
    fn sent<T: Send + 'static>(_: T) {}
    let client = client("https://contoso.example");
    let thread = client.thread(THREAD).expect("an id");
    let (other, by) = (client.clone(), thread.clone());
    sent(async move { other.create_thread("Lunch", ["8:acs:a_b"]).await });
    sent(async move { by.send("Noon?").await });
    sent(async move {
        let mut messages = thread.messages();
        messages
            .for_each(async |message| {
                thread.mark_read(&message.id).await?;
                Ok::<_, ChatError>(())
            })
            .await
    });
}

/// The crates of the signatures are those of the signatures.
#[test]
fn crates_of_the_signatures_are_exported() {
    fn list(
        client: &ChatClient,
        since: acs_chat::chrono::DateTime<acs_chat::chrono::Utc>,
    ) -> request::ListChatThreads {
        client.list_chat_threads().start_time(since)
    }
    let http = acs_chat::reqwest::Client::new();
    let client = ChatClient::builder("https://contoso.example").credential("t");
    let client = client.http_client(http).build().expect("a client");
    let _ = list(&client, acs_chat::chrono::DateTime::UNIX_EPOCH);
    let status: fn(&ChatError) -> Option<acs_chat::http::StatusCode> = ChatError::status;
    let body: fn(&acs_chat::DecodeError) -> &acs_chat::bytes::Bytes = acs_chat::DecodeError::body;
    let reason: fn(&acs_chat::DecodeError) -> &acs_chat::serde_json::Error =
        acs_chat::DecodeError::reason;
    let _ = (status, body, reason);
}
