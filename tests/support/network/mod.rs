//! A server that does what it is told to, byte by byte, on a clock that stands still; and what the suites ask of it.

#![allow(dead_code, unused_imports, reason = "each suite uses its part")]

mod clock;
mod document;
mod many;
mod operations;
mod server;
mod wire;

pub use clock::{still, watch};
pub use document::{Operation, operations, spec};
pub use many::Many;
pub use operations::call;
pub use server::Server;
pub use wire::{Act, Reply, Request};

use std::{sync::LazyLock, time::Duration};

use acs_chat::{ChatClient, ChatClientBuilder, RetryPolicy};

/// A thread's id that every call of the suites uses.
pub const THREAD: &str = "19:thread@thread.v2";

/// What no log and no error may hold.
pub const TOKEN: &str = "the-secret-token";

/// Content that no log may hold.
pub const CONTENT: &str = "what a person wrote";

/// A policy without timers of its own: on a paused clock the only ones are then the waits between attempts, and time
/// passes exactly with them.
pub fn timeless() -> RetryPolicy {
    RetryPolicy::default().attempt_timeout(None).deadline(None)
}

/// What the default client has below it, but for limits of time. Built once: reading the certificates takes a while.
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        // Connections belong to the runtime of one test, and this client to all of them.
        .pool_max_idle_per_host(0)
        .build()
        .expect("an HTTP client")
});

/// A client with the [`timeless`] policy, no limit of time for connecting, and a token.
pub fn builder(endpoint: &str) -> ChatClientBuilder {
    ChatClient::builder(endpoint)
        .credential(TOKEN)
        .http_client(HTTP.clone())
        .retry(timeless())
}

/// The same, built.
pub fn client(endpoint: &str) -> ChatClient {
    builder(endpoint).build().expect("a client")
}

/// Sends a message: the call that must not be made twice.
pub async fn send_message(client: &ChatClient) -> Result<(), acs_chat::ChatError> {
    call(client, "ChatThread_SendChatMessage").await.map(|_| ())
}

/// Reads a thread's properties: a call that may be made as often as one likes.
pub async fn get_thread(client: &ChatClient) -> Result<(), acs_chat::ChatError> {
    call(client, "ChatThread_GetChatThreadProperties")
        .await
        .map(|_| ())
}

/// An answer that [`get_thread`] succeeds with.
pub fn thread_found() -> Reply {
    success("ChatThread_GetChatThreadProperties")
}

/// An answer that [`send_message`] succeeds with.
pub fn message_sent() -> Reply {
    success("ChatThread_SendChatMessage")
}

/// The documented success of an operation.
pub fn success(id: &str) -> Reply {
    let operation = operations().iter().find(|operation| operation.id == id);
    operation.expect("an operation of the document").reply()
}

/// Milliseconds.
pub const fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// Seconds.
pub const fn secs(count: u64) -> Duration {
    Duration::from_secs(count)
}
