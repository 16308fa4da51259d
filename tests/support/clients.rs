//! Clients under test, and calls of an operation by its id.

use std::sync::LazyLock;

use acs_chat::{ChatClient, ChatClientBuilder, ChatError, RetryPolicy};
use futures_util::future::{BoxFuture, FutureExt};
use http::StatusCode;
use serde_json::json;

use super::{
    dispatch::{self, CallError, Given},
    document::operations,
};

/// A thread's id, with the characters that real ones have.
pub const THREAD: &str = "19:acsV1_uy5ucb66ugp3-lrhe7pxso6@thread.v2";

const MESSAGE: &str = "1591137790240";

/// What no log and no error may hold.
pub const TOKEN: &str = "the-secret-token";

/// Content that no log may hold.
pub const CONTENT: &str = "meet me at the old mill";

/// The HTTP client of most tests: the default one, but for timeouts. Built once, since reading the certificates takes a
/// while.
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        // Connections belong to the runtime of one test, and this client to all of them.
        .pool_max_idle_per_host(0)
        .build()
        .expect("an HTTP client")
});

/// A client with a token that makes one attempt a call.
pub fn builder(endpoint: impl Into<String>) -> ChatClientBuilder {
    ChatClient::builder(endpoint)
        .credential(TOKEN)
        .http_client(HTTP.clone())
        .retry(RetryPolicy::none())
}

/// The same, built.
pub fn client(endpoint: impl Into<String>) -> ChatClient {
    builder(endpoint).build().expect("a client")
}

/// The default policy without timeouts: on a paused clock the only timers are then the waits between attempts, and time
/// passes exactly with them.
pub fn timeless() -> RetryPolicy {
    RetryPolicy::default()
        .with_attempt_timeout(None)
        .with_deadline(None)
}

/// A client with a token and the [`timeless`] policy.
pub fn retrying_builder(endpoint: impl Into<String>) -> ChatClientBuilder {
    builder(endpoint).retry(timeless())
}

/// The same, built.
pub fn retrying_client(endpoint: impl Into<String>) -> ChatClient {
    retrying_builder(endpoint).build().expect("a client")
}

/// Calls the operation with this id, with the document's example of its body; messages have the [`CONTENT`].
pub fn call(client: &ChatClient, id: &str) -> BoxFuture<'static, Result<StatusCode, ChatError>> {
    let operation = operations()
        .into_iter()
        .find(|operation| operation.id == id);
    let operation = operation.unwrap_or_else(|| panic!("the document has no operation `{id}`"));
    let mut given = Given::default();
    for name in operation.names("path") {
        let is_thread = name == "chatThreadId";
        given = given.with(name, if is_thread { THREAD } else { MESSAGE });
    }
    given.body = match id {
        "ChatThread_SendChatMessage" => Some(json!({ "content": CONTENT })),
        _ => operation.request_example().cloned(),
    };
    let prepared = dispatch::prepare(client, id, &given);
    let (_, call) = prepared.unwrap_or_else(|error| panic!("{id}: {error:?}"));
    async move {
        match call.await {
            Ok(returned) => Ok(returned.status),
            Err(CallError::Chat(error)) => Err(error),
            Err(CallError::Uncallable(why)) => panic!("{why}"),
        }
    }
    .boxed()
}

/// Sends a message: a call that must not be repeated.
pub async fn send_message(client: &ChatClient) -> Result<(), ChatError> {
    call(client, "ChatThread_SendChatMessage").await.map(drop)
}

/// Reads a thread's properties: a call that may be repeated.
pub async fn get_thread(client: &ChatClient) -> Result<(), ChatError> {
    let id = "ChatThread_GetChatThreadProperties";
    call(client, id).await.map(drop)
}
