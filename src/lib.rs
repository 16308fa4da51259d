//! Client for Azure Communication Services chat, generated from the API's OpenAPI document.
//!
//! ```no_run
//! # async fn example() -> Result<(), acs_chat::ChatError> {
//! let client = acs_chat::ChatClient::builder("https://contoso.communication.azure.com")
//!     .credential("a user's access token")
//!     .build()?;
//! let thread = client.thread("19:…@thread.v2")?;
//! thread.send("Noon, by the river?").await?;
//! let mut messages = thread.messages();
//! while let Some(message) = messages.next().await {
//!     println!("{}", message?);
//! }
//! # Ok(())
//! # }
//! ```
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
//! - [`ChatError`] is the error of every call. [`ChatError::may_have_been_processed`] returns whether repeating the call
//!   could do it twice.
//! - [`CommunicationIdentifier`] parses and writes raw ids such as `8:acs:…`; [`ChatClient::user`] is the client's own.
//!   [`types::ChatMessage::kind`] returns what a message says, its `Display` a line to print.
//! - [`bytes`], [`chrono`], [`http`], [`reqwest`], [`serde_json`] and [`uuid`] are the crates whose types appear here.
//! - The features `events`, `httpmock`, `schemars` and `tracing` add events, typed mocks, JSON Schemas and spans.
//!
//! # What it does not do
//!
//! It starts no runtime, and no task except the one that fetches the next page of a list, which ends with the list. It
//! sends the token only to the endpoint, and writes neither tokens nor message content into errors and traces.

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
mod retry;
mod runtime;
mod thread;

pub mod docs;
#[cfg(all(feature = "events", convenience = "identifiers"))]
pub mod events;
#[cfg(feature = "httpmock")]
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
    NextLinkError, ServiceError, StopReason, TransportError, TransportErrorKind,
};
#[doc(inline)]
pub use generated::{API_VERSION, Client as ChatClient, builder as request, types};
pub use paging::{Continuation, Items, Page, Paged, Pages};
pub use retry::RetryPolicy;
pub use runtime::{ByteStream, IntoProperty, Joined, Nullable, ResponseValue};
pub use thread::ChatThread;
// The crates whose types are part of this API, so that a caller needs no second version of them.
#[cfg(feature = "httpmock")]
pub use httpmock;
#[cfg(feature = "schemars")]
pub use schemars;
pub use {bytes, chrono, http, reqwest, serde_json, uuid};

/// The examples of the README, compiled with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
