//! Client for Azure Communication Services chat, generated from the API's OpenAPI document.
//!
//! # A first conversation
//!
//! ```toml
//! [dependencies]
//! acs-chat = "0.1"
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
//!
//! [dev-dependencies]
//! acs-chat-emulator = { version = "0.1", default-features = false }
//! ```
//!
//! A client takes the endpoint of a resource and the token of a user. `acs-chat-emulator` has both, on this machine:
//!
//! ```
//! use acs_chat::{ChatClient, ChatError};
//! use acs_chat_emulator::Emulator;
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let emulator = Emulator::start().await?;
//!     let client = ChatClient::builder(emulator.url())
//!         .credential(emulator.token("alice"))
//!         .build()?;
//!     lunch(&client, &emulator.user_id("bob")).await?;
//!     Ok(())
//! }
//!
//! /// Invites somebody, and prints what the thread has.
//! async fn lunch(client: &ChatClient, other: &str) -> Result<(), ChatError> {
//!     let (thread, rejected) = client.create_thread("Lunch", [other]).await?;
//!     for rejected in rejected {
//!         println!("{rejected}"); // 8:acs:… was not added: …
//!     }
//!     thread.send("Noon, by the river?").await?;
//!
//!     let mut messages = thread.messages();
//!     while let Some(message) = messages.next().await {
//!         println!("{}", message?); // 2026-03-01 12:00:00Z 8:acs:…: Noon, by the river?
//!     }
//!     Ok(())
//! }
//! ```
//!
//! On a resource, its endpoint and a [token](docs::tokens) take the place of the emulator's; `lunch` stays. From here:
//!
//! 1. [Getting a token](docs::tokens), and refreshing it
//! 2. [A first message](docs::first_message), with participants, edits and read receipts
//! 3. [Lists](docs::lists) of messages, threads, participants
//! 4. [Following](docs::following) threads: each change once
//! 5. [Errors and retries](docs::errors)
//! 6. [Testing](docs::testing) on the emulator or with mocks
//! 7. [Another version of the API](docs::regenerating)
//! 8. [Coming from JavaScript](docs::javascript): their call, ours
//!
//! # Where to look
//!
//! - [`ChatClient`] has a method for each operation of the API; [`ChatThread`] has those of one thread, with its id filled
//!   in. A method returns a [`request`] builder, which takes the operation's parameters and is sent by `send` or
//!   `.await`. Short forms such as [`ChatClient::create_thread`] and [`ChatThread::send`] take only what is common.
//! - [`types`] are the API's schemas. Open enums keep values that the document does not list.
//! - Lists are returned page by page or item by item: `pages` and `stream` of their requests return [`Pages`] and
//!   [`Items`], and a [`Continuation`] continues them in another process.
//! - [`ChatThread::follow`] and [`ChatClient::follow_threads`] tell each change of the messages once, and go on from a
//!   [`Cursor`] after a restart; see [`docs::following`].
//! - With the feature `events`, `events::Delivery` reads what Event Grid delivers to a webhook, and [`Follow::hints`] looks
//!   as soon as it does.
//! - [`CommunicationTokenCredential`] is a fixed token, or one that is refreshed.
//! - [`RetryPolicy`] sets how often and how long a call is retried; [`docs::reliability`] lists the guarantees.
//! - A [`Transport`] sends each request: reqwest by default, or one of your own.
//! - [`ChatError`] is the error of every call. [`ChatError::may_have_been_processed`] returns whether repeating the call
//!   could do it twice.
//! - [`CommunicationIdentifier`] parses and writes raw ids such as `8:acs:…`; [`ChatClient::user`] is the client's own.
//!   [`types::ChatMessage::kind`] returns what a message says, its `Display` a line to print.
//! - [`bytes`], [`chrono`], [`http`], [`reqwest`], [`serde_json`] and [`uuid`] are the crates whose types appear here.
//! - The features `events`, `httpmock`, `schemars` and `tracing` add events, typed mocks, JSON Schemas and spans.
//!
//! # In a browser
//!
//! The client compiles for `wasm32-unknown-unknown`, and sends with the browser's `fetch`. Its futures are `Send` there
//! too. [What differs](docs::reliability#in-a-browser) is what a page can neither see nor decide: connections, redirects,
//! most headers of responses.
//!
//! # What it does not do
//!
//! It starts no runtime, and no task except the one that fetches the next page of a list, which ends with the list. It
//! sends the token only to the endpoint, and writes neither tokens nor message content into errors and traces.

#![cfg_attr(docsrs, feature(doc_cfg))]
// What a document has and what a build lacks is no feature: those that are say so.
#![cfg_attr(docsrs, doc(auto_cfg = false))]
#![cfg_attr(
    not(conveniences),
    allow(dead_code, reason = "not every document needs all of the crate")
)]

mod client;
mod conveniences;
mod credential;
mod error;
mod generated;
mod paging;
mod pipeline;
mod platform;
mod retry;
mod runtime;
mod thread;
mod transport;

pub mod docs;
#[cfg(all(feature = "events", convenience = "identifiers"))]
pub mod events;
#[cfg(feature = "httpmock")]
#[cfg_attr(docsrs, doc(cfg(feature = "httpmock")))]
pub mod mock;

pub use client::ChatClientBuilder;
#[cfg(convenience = "identifiers")]
pub use conveniences::CommunicationIdentifier;
#[cfg(convenience = "messages")]
pub use conveniences::MessageKind;
#[cfg(convenience = "outgoing")]
pub use conveniences::OutgoingMessage;
#[cfg(convenience = "rejected")]
pub use conveniences::RejectedParticipant;
#[cfg(convenience = "follow")]
pub use conveniences::{Change, Cursor, Follow, Hint};
#[cfg(convenience = "follow_threads")]
pub use conveniences::{FollowThreads, ThreadsCursor};
pub use credential::{CommunicationTokenCredential, Token, TokenRefresher};
pub use error::{
    BodyTooLargeError, CallContext, ChatError, CredentialError, DecodeError, InvalidRequestError,
    NextLinkError, SendError, ServiceError, StopReason, TransportError, TransportErrorKind,
};
/// With the feature `schemars`, all of them implement `JsonSchema`.
#[doc(inline)]
pub use generated::types;
#[doc(inline)]
pub use generated::{API_VERSION, Client as ChatClient, builder as request};
pub use paging::{Continuation, Items, Page, Paged, Pages};
pub use retry::RetryPolicy;
pub use runtime::{ByteStream, IntoProperty, Joined, Nullable, ResponseValue};
pub use thread::ChatThread;
pub use transport::{ReqwestTransport, ResponseBody, Transport};
// The crates whose types are part of this API, so that a caller needs no second version of them.
#[cfg(feature = "httpmock")]
#[cfg_attr(docsrs, doc(cfg(feature = "httpmock")))]
pub use httpmock;
#[cfg(feature = "schemars")]
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
pub use schemars;
pub use {bytes, chrono, http, reqwest, serde_json, uuid};

/// The examples of the README, compiled with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
