//! A handle to a thread: every operation of it, with its id in place.

use std::collections::BTreeMap;

use crate::support::{Mock, Reply, Request, THREAD, TOKEN, client, dispatch::Given, operations};
use acs_chat::{
    ChatClient, ChatError, ChatThread, CommunicationIdentifier, OutgoingMessage, types,
};
use serde_json::{Value, json};

/// The id of a message, where an operation takes one.
const MESSAGE: &str = "1593072104708";

macro_rules! operations {
    ($( $id:literal => $method:ident($($parameters:tt)*)
        takes [$($body:tt)*] of [$($content_type:ident)?] returns $returns:ident; )*) => {
        /// Sends an operation through the handle. `None` for an operation that is not one of a thread.
        #[allow(deprecated, reason = "what the document deprecates is tested too")]
        async fn send(operation: &str, thread: &ChatThread, given: &Given) -> Option<Result<(), ChatError>> {
            match operation {
                $( $id => send!(thread given $method ($($parameters)*) [$($body)*]), )*
                other => panic!("the client does not have {other}"),
            }
        }
    };
}

macro_rules! send {
    ($thread:ident $given:ident $method:ident
        ("chatThreadId" => $id:ident: $id_type:ty $(, $name:literal => $setter:ident: $type:ty)*)
        [$($kind:ident $($body:ty)?)?]) => {{
        let request = $thread.$method();
        $( let request = match $given.parameter::<$type>($name).expect($name) {
            Some(value) => request.$setter(value),
            None => request,
        }; )*
        $( $( let request = match $given.typed_body::<$body>().expect("a body") {
            Some(body) => request.body(body),
            None => request,
        }; )? )?
        Some(request.send().await.map(drop))
    }};
    ($($other:tt)*) => {
        None
    };
}

include!("../../codegen/tests/output/calls.rs");

/// The documented success of each operation, by method and path.
fn replies() -> BTreeMap<(&'static str, &'static str), Reply> {
    let operations = operations().into_iter();
    operations
        .map(|operation| ((operation.method, operation.path), operation.reply()))
        .collect()
}

/// A server of the operations of one thread, however its id is spelled.
async fn serve(replies: BTreeMap<(&'static str, &'static str), Reply>) -> Mock {
    let script = move |_, request: &Request| {
        let mut segments: Vec<&str> = request.path().split('/').collect();
        segments[3] = "{chatThreadId}";
        if segments.get(5) == Some(&MESSAGE) {
            segments[5] = "{chatMessageId}";
        }
        let path = segments.join("/");
        let reply = replies.get(&(request.method.as_str(), path.as_str()));
        reply.cloned().unwrap_or(Reply::status(404))
    };
    Mock::scripted(script).await
}

/// The id that a request names in its path.
fn id(request: &Request) -> String {
    let segment = request.path().split('/').nth(3).expect("an id");
    let decoded = percent_encoding::percent_decode_str(segment).decode_utf8();
    decoded.expect("UTF-8").into_owned()
}

#[tokio::test]
async fn every_operation_of_a_thread_is_there_and_carries_its_id() {
    let mock = Mock::start(Reply::default()).await;
    let client = client(mock.url());
    for thread_id in [THREAD, "19:ä/?#%20 {x}@thread.v2"] {
        let thread = client.thread(thread_id).expect("an id");
        assert_eq!(thread.id(), thread_id);
        for operation in operations() {
            let others = operation.names("path").into_iter();
            let others = others.filter(|name| *name != "chatThreadId");
            let mut given = Given::default();
            for name in others.clone() {
                given = given.with(name, MESSAGE);
            }
            given.body = operation.request_example().cloned();
            mock.reply(operation.reply());
            let sent = send(operation.id, &thread, &given).await;
            let is_of_thread = operation.path.contains("{chatThreadId}");
            assert_eq!(sent.is_some(), is_of_thread, "{}", operation.id);
            let Some(sent) = sent else {
                continue;
            };
            sent.unwrap_or_else(|error| panic!("{error}"));
            let seen = mock.take().pop().expect("a request");
            assert_eq!(seen.method, operation.method, "{}", operation.id);
            assert_eq!(id(&seen), thread_id, "{}", operation.id);
            let rest = operation
                .path
                .split_once("{chatThreadId}")
                .expect("an id")
                .1;
            let rest = others.fold(rest.to_owned(), |rest, name| {
                rest.replace(&format!("{{{name}}}"), MESSAGE)
            });
            assert!(seen.path().ends_with(&rest), "{}", seen.path());
            assert_eq!(seen.parameter("api-version"), Some(acs_chat::API_VERSION));
        }
    }
}

#[tokio::test]
async fn a_handle_can_be_cloned_kept_and_shared() {
    fn shared<T: Clone + Send + Sync + 'static>(value: T) -> T {
        value
    }
    let mock = serve(replies()).await;
    let thread = {
        let client: ChatClient = client(mock.url());
        shared(client.thread(THREAD.to_owned()).expect("an id"))
    };
    let clone = thread.clone();
    let task = tokio::spawn(async move { clone.send("Noon?").await.map(drop) });
    task.await.expect("no panic").expect("a success");
    thread.send("One?").await.expect("a success");
    let sent = mock.take();
    assert!(sent.iter().all(|request| id(request) == THREAD));
    assert_eq!(sent.len(), 2);
    assert_eq!(thread.client().endpoint(), mock.url());
    let shown = format!("{thread:?}");
    assert!(shown.contains(THREAD) && !shown.contains(TOKEN), "{shown}");
}

#[test]
fn an_id_that_could_lead_elsewhere_is_refused_before_anything_is_sent() {
    let client = client("https://contoso.communication.azure.com");
    for id in [
        "",
        ".",
        "..",
        "a\\..\\b",
        "\\",
        "19:a@thread.v2\\messages",
        "a\nb",
        "a\r\nhost: evil",
        "a\tb",
        "\u{0}",
        "\u{7f}",
        "\u{85}",
    ] {
        let error = client.thread(id).expect_err(id);
        let ChatError::InvalidRequest(error) = error else {
            panic!("{error:?}");
        };
        assert_eq!(error.parameter(), "chatThreadId");
        let said = error.to_string();
        assert!(!said.contains(['\n', '\r', '\t', '\u{0}']), "{said:?}");
    }
    let long = format!("..\\{}", "x".repeat(1 << 20));
    let said = client.thread(long).expect_err("a backslash").to_string();
    assert!(said.len() < 400, "{}", said.len());
}

#[tokio::test]
async fn an_id_that_looks_like_a_path_stays_one_segment() {
    let mock = serve(replies()).await;
    let client = client(mock.url());
    for thread_id in [
        "../..",
        "a/../b",
        "%2e%2e",
        "a/b?c=d#e",
        "...",
        " ",
        "ä",
        ".%2e",
        ";x=1",
    ] {
        let thread = client.thread(thread_id).expect("an id");
        let sent = thread.get_chat_thread_properties().send().await;
        sent.unwrap_or_else(|error| panic!("{thread_id}: {error}"));
        let seen = mock.take().pop().expect("a request");
        assert_eq!(id(&seen), thread_id);
        assert_eq!(seen.path().split('/').count(), 4, "{}", seen.path());
    }
}

// Short forms.

#[tokio::test]
async fn short_forms_send_what_they_say() {
    let mock = serve(replies()).await;
    let thread = client(mock.url()).thread(THREAD).expect("an id");

    let sent = thread.send("Noon?").await.expect("a success");
    assert_eq!(sent.id, "1593072104708", "as documented");
    let html = OutgoingMessage::html("<p>Noon?</p>");
    thread.send(html).await.expect("a success");
    let who = [CommunicationIdentifier::from("8:acs:a_b")];
    thread.add_participants(who).await.expect("a success");
    let sent = mock.take();
    let bodies: Vec<Value> = sent.iter().filter_map(Request::json).collect();
    let user = json!({ "rawId": "8:acs:a_b", "communicationUser": { "id": "8:acs:a_b" } });
    assert_eq!(
        bodies,
        [
            json!({ "content": "Noon?", "type": "text" }),
            json!({ "content": "<p>Noon?</p>", "type": "html" }),
            json!({ "participants": [{ "communicationIdentifier": user }] }),
        ]
    );
    let paths: Vec<&str> = sent.iter().map(Request::path).collect();
    assert!(paths[0].ends_with("/messages") && paths[1].ends_with("/messages"));
    assert!(paths[2].ends_with("/participants/:add"));
}

#[tokio::test]
async fn short_forms_list_messages_and_participants() {
    // The documented page, without its link, which leads to another thread.
    let mut replies = replies();
    let mut expected = BTreeMap::new();
    for (list, path) in [
        ("messages", "/chat/threads/{chatThreadId}/messages"),
        ("participants", "/chat/threads/{chatThreadId}/participants"),
    ] {
        let reply = replies.get_mut(&("GET", path)).expect("a reply");
        let mut page: Value = serde_json::from_slice(&reply.body).expect("JSON");
        page.as_object_mut().expect("a page").remove("nextLink");
        expected.insert(list, page["value"].as_array().expect("a list").len());
        *reply = Reply::status(200).json(page);
    }
    let mock = serve(replies).await;
    let thread = client(mock.url()).thread(THREAD).expect("an id");
    let mut found = 0;
    let mut messages = thread.messages();
    while let Some(message) = messages.next().await {
        assert!(!message.expect("a message").id.is_empty());
        found += 1;
    }
    assert_eq!(found, expected["messages"]);
    let mut participants = thread.participants();
    let mut found = 0;
    while let Some(participant) = participants.next().await {
        participant.expect("a participant");
        found += 1;
    }
    assert_eq!(found, expected["participants"]);
    let sent = mock.take();
    let paths: Vec<&str> = sent.iter().map(Request::path).collect();
    assert!(paths[0].ends_with("/messages") && paths[1].ends_with("/participants"));
}
