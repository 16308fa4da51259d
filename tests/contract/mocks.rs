//! The typed mocks, as a team's own tests use them: they match what the client sends for real values and nothing else,
//! and respond with the document's examples.

use crate::support::{self, Operation, THREAD, client};
use acs_chat::{
    ChatClient, ChatError, CommunicationIdentifier,
    mock::{Documented, EXAMPLES, Example, MockServerExt},
    types::{
        AddChatParticipantsRequest, CommunicationIdentifierModel, CreateChatThreadRequest,
        SendChatMessageRequest, SendReadReceiptRequest, SendTypingNotificationRequest,
        UpdateChatMessageRequest, UpdateChatThreadRequest,
    },
};
use chrono::{DateTime, Utc};
use httpmock::{Mock, MockServer};
use serde_json::json;

/// What a call is about: everything that a mock can require.
#[derive(Debug, Clone)]
struct Given {
    thread: String,
    message: String,
    text: String,
    number: i32,
    time: DateTime<Utc>,
}

impl Default for Given {
    fn default() -> Self {
        Self {
            thread: THREAD.to_owned(),
            message: "1593072104708".to_owned(),
            text: "Noon?".to_owned(),
            number: 5,
            time: "2020-06-26T10:00:00.123Z".parse().expect("a time"),
        }
    }
}

impl Given {
    fn create(&self) -> CreateChatThreadRequest {
        let body = CreateChatThreadRequest::builder().topic(&self.text);
        body.build().expect("a body")
    }

    fn message(&self) -> SendChatMessageRequest {
        serde_json::from_value(json!({ "content": self.text, "type": "text" })).expect("a body")
    }

    fn receipt(&self) -> SendReadReceiptRequest {
        serde_json::from_value(json!({ "chatMessageId": self.text })).expect("a body")
    }

    fn typing(&self) -> SendTypingNotificationRequest {
        serde_json::from_value(json!({ "senderDisplayName": self.text })).expect("a body")
    }

    fn who(&self) -> CommunicationIdentifierModel {
        CommunicationIdentifier::from(self.text.as_str()).into()
    }

    fn participants(&self) -> AddChatParticipantsRequest {
        let who = CommunicationIdentifier::from(self.text.as_str());
        let body = AddChatParticipantsRequest::builder().participants([who]);
        body.build().expect("a body")
    }

    fn changed_message(&self) -> UpdateChatMessageRequest {
        let body = UpdateChatMessageRequest::builder().content(&self.text);
        body.build().expect("a body")
    }

    fn changed_thread(&self) -> UpdateChatThreadRequest {
        let body = UpdateChatThreadRequest::builder().topic(&self.text);
        body.build().expect("a body")
    }
}

/// A mock of an operation that requires all that is given, and responds with an example of the document. `None` for an
/// operation without a row here.
fn mock<'a>(
    server: &'a MockServer,
    operation: &str,
    given: &Given,
    example: &Example,
) -> Option<Mock<'a>> {
    let Given {
        thread,
        message,
        text,
        number,
        time,
    } = given;
    macro_rules! mock {
        ($operation:ident, |$when:ident| $requires:expr) => {
            server.$operation(|$when, then| {
                $requires.api_version(acs_chat::API_VERSION);
                then.documented_as(example.name, example.status);
            })
        };
    }
    Some(match operation {
        "Chat_ListChatThreads" => mock!(list_chat_threads, |when| when
            .max_page_size(*number)
            .start_time(time)),
        "Chat_CreateChatThread" => mock!(create_chat_thread, |when| when
            .repeatability_request_id(text.as_str())
            .body(&given.create())),
        "Chat_DeleteChatThread" => {
            mock!(delete_chat_thread, |when| when.chat_thread_id(thread))
        }
        "ChatThread_GetChatThreadProperties" => {
            mock!(get_chat_thread_properties, |when| when
                .chat_thread_id(thread))
        }
        "ChatThread_UpdateChatThreadProperties" => mock!(update_chat_thread_properties, |when| {
            when.chat_thread_id(thread).body(&given.changed_thread())
        }),
        "ChatThread_ListChatMessages" => mock!(list_chat_messages, |when| when
            .chat_thread_id(thread)
            .max_page_size(*number)
            .start_time(time)),
        "ChatThread_SendChatMessage" => mock!(send_chat_message, |when| when
            .chat_thread_id(thread)
            .body(&given.message())),
        "ChatThread_GetChatMessage" => mock!(get_chat_message, |when| when
            .chat_thread_id(thread)
            .chat_message_id(message)),
        "ChatThread_UpdateChatMessage" => mock!(update_chat_message, |when| when
            .chat_thread_id(thread)
            .chat_message_id(message)
            .body(&given.changed_message())),
        "ChatThread_DeleteChatMessage" => mock!(delete_chat_message, |when| when
            .chat_thread_id(thread)
            .chat_message_id(message)),
        "ChatThread_ListChatParticipants" => mock!(list_chat_participants, |when| when
            .chat_thread_id(thread)
            .max_page_size(*number)
            .skip(*number)),
        "ChatThread_AddChatParticipants" => mock!(add_chat_participants, |when| when
            .chat_thread_id(thread)
            .body(&given.participants())),
        "ChatThread_RemoveChatParticipant" => mock!(remove_chat_participant, |when| when
            .chat_thread_id(thread)
            .body(&given.who())),
        "ChatThread_ListChatReadReceipts" => mock!(list_chat_read_receipts, |when| when
            .chat_thread_id(thread)
            .max_page_size(*number)
            .skip(*number)),
        "ChatThread_SendChatReadReceipt" => mock!(send_chat_read_receipt, |when| when
            .chat_thread_id(thread)
            .body(&given.receipt())),
        "ChatThread_SendTypingNotification" => mock!(send_typing_notification, |when| when
            .chat_thread_id(thread)
            .body(&given.typing())),
        _ => return None,
    })
}

/// Sends an operation with all that is given; the status of its success. `None` for an operation without a row here.
async fn send(
    client: &ChatClient,
    operation: &str,
    given: &Given,
) -> Option<Result<u16, ChatError>> {
    let thread = client.thread(given.thread.as_str()).expect("an id");
    let message = given.message.as_str();
    macro_rules! send {
        ($request:expr) => {
            $request.send().await.map(|value| value.status().as_u16())
        };
    }
    Some(match operation {
        "Chat_ListChatThreads" => send!(
            client
                .list_chat_threads()
                .max_page_size(given.number)
                .start_time(given.time)
        ),
        "Chat_CreateChatThread" => send!(
            client
                .create_chat_thread()
                .repeatability_request_id(given.text.as_str())
                .body(given.create())
        ),
        "Chat_DeleteChatThread" => send!(thread.delete_chat_thread()),
        "ChatThread_GetChatThreadProperties" => send!(thread.get_chat_thread_properties()),
        "ChatThread_UpdateChatThreadProperties" => send!(
            thread
                .update_chat_thread_properties()
                .body(given.changed_thread())
        ),
        "ChatThread_ListChatMessages" => send!(
            thread
                .list_chat_messages()
                .max_page_size(given.number)
                .start_time(given.time)
        ),
        "ChatThread_SendChatMessage" => send!(thread.send_chat_message().body(given.message())),
        "ChatThread_GetChatMessage" => send!(thread.get_chat_message().chat_message_id(message)),
        "ChatThread_UpdateChatMessage" => send!(
            thread
                .update_chat_message()
                .chat_message_id(message)
                .body(given.changed_message())
        ),
        "ChatThread_DeleteChatMessage" => {
            send!(thread.delete_chat_message().chat_message_id(message))
        }
        "ChatThread_ListChatParticipants" => send!(
            thread
                .list_chat_participants()
                .max_page_size(given.number)
                .skip(given.number)
        ),
        "ChatThread_AddChatParticipants" => {
            send!(thread.add_chat_participants().body(given.participants()))
        }
        "ChatThread_RemoveChatParticipant" => {
            send!(thread.remove_chat_participant().body(given.who()))
        }
        "ChatThread_ListChatReadReceipts" => send!(
            thread
                .list_chat_read_receipts()
                .max_page_size(given.number)
                .skip(given.number)
        ),
        "ChatThread_SendChatReadReceipt" => {
            send!(thread.send_chat_read_receipt().body(given.receipt()))
        }
        "ChatThread_SendTypingNotification" => {
            send!(thread.send_typing_notification().body(given.typing()))
        }
        _ => return None,
    })
}

/// The documented success of an operation.
fn success(operation: &str) -> &'static Example {
    let mut examples = EXAMPLES.iter();
    let success = |example: &&Example| example.operation == operation && example.status < 300;
    examples.find(success).expect("a documented success")
}

/// Whether a mock that requires `required` matches a call with `sent`.
async fn matches(
    server: &MockServer,
    client: &ChatClient,
    operation: &str,
    required: &Given,
    sent: &Given,
) -> bool {
    let success = success(operation);
    let mut mock = mock(server, operation, required, success)
        .unwrap_or_else(|| panic!("give `{operation}` a row in mock"));
    let outcome = send(client, operation, sent).await;
    let outcome = outcome.unwrap_or_else(|| panic!("give `{operation}` a row in send"));
    let calls = mock.calls();
    mock.delete();
    match outcome {
        Ok(status) => {
            assert_eq!((status, calls), (success.status, 1), "{operation}");
            true
        }
        // A request that no mock matches gets a 404.
        Err(error) => {
            assert!(error.is_not_found(), "{operation}: {error}");
            assert_eq!(calls, 0);
            false
        }
    }
}

/// The operations with a row in `mock`.
fn operations(server: &MockServer) -> Vec<Operation<'static>> {
    let given = Given::default();
    let mut operations = support::operations();
    operations.retain(|operation| {
        let mock = mock(server, operation.id, &given, success(operation.id));
        mock.map(|mut mock| mock.delete()).is_some()
    });
    operations
}

#[tokio::test]
async fn every_operation_has_a_row() {
    let server = MockServer::start_async().await;
    let known = operations(&server);
    let known: Vec<_> = known.iter().map(|operation| operation.id).collect();
    let mut missing = support::operations();
    missing.retain(|operation| !known.contains(&operation.id));
    assert!(
        missing.is_empty(),
        "decide what a mock of these must require, and add rows to `mock`, `send` and `all`: {missing:?}"
    );
}

#[tokio::test]
async fn every_operation_has_a_mock_that_matches_what_the_client_sends() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let given = Given::default();
    for operation in operations(&server) {
        assert!(matches(&server, &client, operation.id, &given, &given).await);
    }
}

#[tokio::test]
async fn each_parameter_that_is_required_has_to_be_right() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let given = Given::default();
    let others = [
        Given {
            thread: "19:another@thread.v2".to_owned(),
            ..given.clone()
        },
        Given {
            message: "15930721047080".to_owned(),
            ..given.clone()
        },
        Given {
            text: "Noon".to_owned(),
            ..given.clone()
        },
        Given {
            number: 6,
            ..given.clone()
        },
        Given {
            time: "2020-06-26T10:00:00.124Z".parse().expect("a time"),
            ..given.clone()
        },
    ];
    for operation in operations(&server) {
        let parameters: Vec<&str> = operation.node["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        let has = |name: &str| parameters.contains(&name);
        let has_body = operation.node.get("requestBody").is_some();
        let concerned = [
            has("chatThreadId"),
            has("chatMessageId"),
            has_body || has("repeatability-request-id"),
            has("maxPageSize") || has("skip"),
            has("startTime"),
        ];
        for (other, concerned) in others.iter().zip(concerned) {
            assert_eq!(
                matches(&server, &client, operation.id, &given, other).await,
                !concerned,
                "{} {other:?}",
                operation.id
            );
        }
    }
}

/// Ids that would mean something else in a regular expression or in a URL, each with one that it must not match.
const IDS: [(&str, &str); 24] = [
    ("19:a.b@thread.v2", "19:axb@thread.v2"),
    ("a+b", "aab"),
    ("a+b", "a b"),
    ("a*", "aa"),
    ("a?", "a"),
    (".*", "19:a@thread.v2"),
    ("(a|b)", "a"),
    ("a|b", "a"),
    ("[ab]", "a"),
    ("[^/]*", "a"),
    ("a{2}", "aa"),
    ("^a", "a"),
    ("a$", "a"),
    ("(?i)a", "a"),
    ("a b", "a+b"),
    ("a/b", "a"),
    ("a/b", "a%2Fb"),
    ("100%", "100%25"),
    ("%41", "A"),
    ("ä", "a"),
    ("19:ünïcode 漢字😀@thread.v2", "19:unicode 漢字😀@thread.v2"),
    ("a", "A"),
    ("a'\"<>`#;,=&~!", "a'\"<>`#;,=&~"),
    ("a", "aa"),
];

#[tokio::test]
async fn ids_match_literally_and_nothing_else() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let of_thread = |id: &str| Given {
        thread: id.to_owned(),
        ..Given::default()
    };
    let of_message = |id: &str| Given {
        message: id.to_owned(),
        ..Given::default()
    };
    type WithId = fn(&str) -> Given;
    let parameters: [(&str, WithId); 2] = [
        ("{chatThreadId}", of_thread),
        ("{chatMessageId}", of_message),
    ];
    for operation in operations(&server) {
        for (parameter, of) in parameters {
            if !operation.path.contains(parameter) {
                continue;
            }
            for (id, near_miss) in IDS {
                let (one, other) = (of(id), of(near_miss));
                let what = format!("{} {parameter} {id} {near_miss}", operation.id);
                assert!(
                    matches(&server, &client, operation.id, &one, &one).await,
                    "{what}"
                );
                assert!(
                    !matches(&server, &client, operation.id, &one, &other).await,
                    "{what}"
                );
            }
        }
    }
}

#[tokio::test]
async fn other_values_match_literally_too() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let mut given = Given {
        text: "a+b c.*".to_owned(),
        number: i32::MAX,
        ..Given::default()
    };
    for time in [
        "2020-06-26T10:00:00Z",
        "2020-06-26T10:00:00.1234567Z",
        "1970-01-01T00:00:00+05:30",
    ] {
        given.time = time.parse().expect("a time");
        for operation in operations(&server) {
            assert!(
                matches(&server, &client, operation.id, &given, &given).await,
                "{} {time}",
                operation.id
            );
        }
    }
}

#[tokio::test]
async fn all_mocks_stand_side_by_side() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let mut mocks = Vec::new();
    macro_rules! all {
        ($($operation:ident)*) => {$(
            mocks.push(server.$operation(|_, then| {
                let status = success(operation_of(&then)).status;
                then.documented(status);
            }));
        )*};
    }
    /// The operation of a mock's response.
    fn operation_of<T: Documented>(_: &T) -> &'static str {
        T::OPERATION
    }
    all! {
        list_chat_threads create_chat_thread delete_chat_thread get_chat_thread_properties
        update_chat_thread_properties list_chat_messages send_chat_message get_chat_message
        update_chat_message delete_chat_message list_chat_participants add_chat_participants
        remove_chat_participant list_chat_read_receipts send_chat_read_receipt
        send_typing_notification
    }
    assert_eq!(mocks.len(), operations(&server).len());
    for (sent, operation) in operations(&server).iter().enumerate() {
        let outcome = send(&client, operation.id, &Given::default()).await;
        outcome.expect("a row").expect("a success");
        let calls: usize = mocks.iter().map(Mock::calls).sum();
        assert_eq!(calls, sent + 1);
    }
    // Each was called once, so none has responded for another.
    assert!(mocks.iter().all(|mock| mock.calls() == 1));
}

#[tokio::test]
async fn every_documented_answer_is_at_hand() {
    let documented = support::operations().into_iter().map(|operation| {
        let responses = operation.node["responses"].as_object().expect("responses");
        let statuses = responses.keys().filter(|status| *status != "default");
        let named = statuses.map(|status| operation.response_examples(status).len().max(1));
        named.sum::<usize>()
    });
    assert_eq!(EXAMPLES.len(), documented.sum::<usize>());
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let given = Given::default();
    for example in EXAMPLES {
        let Some(mut mock) = mock(&server, example.operation, &given, example) else {
            continue;
        };
        let outcome = send(&client, example.operation, &given)
            .await
            .expect("a row");
        assert_eq!(mock.calls(), 1, "{example:?}");
        mock.delete();
        match outcome {
            Ok(status) => assert_eq!(status, example.status),
            Err(error) => {
                let ChatError::Service(error) = error else {
                    panic!("{example:?}: {error:?}");
                };
                assert_eq!(error.status(), example.status);
                let body = example.body.expect("a body");
                assert_eq!(error.body(), body.as_bytes());
                let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
                assert_eq!(error.code(), body["error"]["code"].as_str());
            }
        }
    }
}

#[test]
fn every_example_of_the_document_is_among_them_and_nothing_else() {
    let mut examples: Vec<_> = EXAMPLES.iter().collect();
    for operation in support::operations() {
        let responses = operation.node["responses"].as_object().expect("responses");
        for (status, response) in responses {
            let named = operation.response_examples(status);
            let Ok(code) = status.parse::<u16>() else {
                assert!(named.is_empty());
                continue;
            };
            for (name, body) in &named {
                let found = Example::find(operation.id, code, Some(name)).expect("an example");
                let text = found.body.expect("a body");
                let found_body: serde_json::Value = serde_json::from_str(text).expect("JSON");
                assert_eq!(&found_body, *body);
                examples.retain(|example| *example != found);
            }
            if response.get("content").is_none() {
                let found = Example::find(operation.id, code, None).expect("a response");
                assert_eq!(found.body, None);
                examples.retain(|example| *example != found);
            }
        }
    }
    assert_eq!(examples, [&EXAMPLES[0]; 0]);
}

#[tokio::test]
async fn typing_with_and_without_a_body() {
    let server = MockServer::start_async().await;
    let thread = client(server.base_url()).thread(THREAD).expect("an id");
    let body = Given::default().typing();

    let mut any = server.send_typing_notification(|when, then| {
        when.chat_thread_id(THREAD);
        then.documented(200);
    });
    let with = || thread.send_typing_notification().body(body.clone()).send();
    let without = || thread.send_typing_notification().send();
    with().await.expect("a success");
    without().await.expect("a success");
    assert_eq!(any.calls(), 2);
    any.delete();

    let mut with_body = server.send_typing_notification(|when, then| {
        when.body(&body);
        then.documented(200);
    });
    with().await.expect("a success");
    assert!(without().await.expect_err("no mock").is_not_found());
    assert_eq!(with_body.calls(), 1);
    with_body.delete();

    let without_body = server.send_typing_notification(|when, then| {
        when.into_inner().body("").header_missing("content-type");
        then.documented(200);
    });
    without().await.expect("a success");
    assert!(with().await.expect_err("no mock").is_not_found());
    assert_eq!(without_body.calls(), 1);
}

#[tokio::test]
async fn what_is_left_out_can_be_required_to_be_missing() {
    let server = MockServer::start_async().await;
    let client = client(server.base_url());
    let mock = server.list_chat_threads(|when, then| {
        when.max_page_size(None).start_time(None);
        then.documented(200);
    });
    client.list_chat_threads().send().await.expect("a success");
    let error = client.list_chat_threads().max_page_size(1).send().await;
    assert!(error.expect_err("no mock").is_not_found());
    let error = client
        .list_chat_threads()
        .start_time(Given::default().time)
        .send()
        .await;
    assert!(error.expect_err("no mock").is_not_found());
    assert_eq!(mock.calls(), 1);
}

#[test]
#[should_panic(expected = "`ChatThread_SendChatMessage` has no documented response 418")]
fn an_answer_that_is_not_documented_says_so() {
    let server = MockServer::start();
    server.send_chat_message(|_, then| {
        then.documented(418);
    });
}
