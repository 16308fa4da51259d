//! What the suites of the surface share: a server that says what it was asked, and the document.

#![allow(dead_code, unused_imports, reason = "no suite uses all of it")]

pub mod document;
pub mod server;

use acs_chat::{ChatClient, ChatClientBuilder, RetryPolicy};

pub use server::{Answer, Seen, Server};

/// A token that must not be seen where it does not belong.
pub const TOKEN: &str = "a-token-that-nobody-else-may-see";

/// A thread's id, with the characters that real ones have.
pub const THREAD: &str = "19:acsV1_uy5ucb66ugp3-lrhe7pxso6@thread.v2";

/// A client that tries nothing again.
pub fn builder(endpoint: impl Into<String>) -> ChatClientBuilder {
    ChatClient::builder(endpoint)
        .credential(TOKEN)
        .retry(RetryPolicy::default().max_retries(0))
}

pub fn client(endpoint: impl Into<String>) -> ChatClient {
    builder(endpoint).build().expect("a client")
}
