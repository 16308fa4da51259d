//! Client for Azure Communication Services chat, generated from the API's OpenAPI document.
//!
//! ```no_run
//! # async fn example() -> Result<(), acs_chat::ChatError> {
//! let client = acs_chat::ChatClient::builder("https://contoso.communication.azure.com")
//!     .credential("a user's access token")
//!     .build()?;
//! let thread = client.thread("19:…@thread.v2")?;
//! let sent = thread.send_text("Noon, by the river?").await?;
//! let message = thread.get_chat_message().chat_message_id(&sent.id).send().await?;
//! println!("{:?} at {}", message.content, message.created_on);
//! # Ok(())
//! # }
//! ```
//!
//! # Where to look
//!
//! - [`ChatClient`] has a method for each operation of the API; [`ChatThread`] has those of one thread, with its id filled
//!   in. A method returns a [`request`] builder, which takes the operation's parameters and is sent by `send`.
//! - [`types`] are the API's schemas. Open enums keep values that the document does not list.
//! - Lists are returned page by page or item by item: `pages` and `stream` of their requests return [`Pages`] and
//!   [`Items`], and a [`Continuation`] continues them in another process.
//! - [`ChatThread::follow`] and [`ChatClient::follow_threads`] tell each change of the messages once, and go on from a
//!   [`Cursor`] after a restart; see [`docs::following`].
//! - [`CommunicationTokenCredential`] is a fixed token, or one that is refreshed.
//! - [`RetryPolicy`] sets how often and how long a call is retried; [`docs::reliability`] lists the guarantees.
//! - [`ChatError`] is the error of every call. [`ChatError::may_have_been_processed`] returns whether repeating the call
//!   could do it twice.
//! - [`CommunicationIdentifier`] parses and writes raw ids such as `8:acs:…`.
//! - The features `httpmock`, `schemars` and `tracing` add typed mocks, JSON Schemas and spans.
//!
//! # What it does not do
//!
//! It starts no runtime, and no task except the one that fetches the next page of a list, which ends with the list. It
//! sends the token only to the endpoint, and writes neither tokens nor message content into errors and traces.

mod client;
#[cfg(conveniences)]
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
#[cfg(feature = "httpmock")]
pub mod mock;

pub use client::ChatClientBuilder;
#[cfg(conveniences)]
pub use conveniences::{
    Change, CommunicationIdentifier, Cursor, Follow, FollowThreads, RejectedParticipant,
    ThreadsCursor,
};
pub use credential::{CommunicationTokenCredential, Token, TokenRefresher};
pub use error::{
    BodyTooLargeError, CallContext, ChatError, CredentialError, DecodeError, InvalidRequestError,
    NextLinkError, ServiceError, StopReason, TransportError, TransportErrorKind,
};
#[doc(inline)]
pub use generated::{API_VERSION, Client as ChatClient, builder as request, types};
pub use paging::{Continuation, Items, Page, Paged, Pages};
pub use retry::RetryPolicy;
pub use runtime::{ByteStream, Nullable, ResponseValue};
pub use thread::ChatThread;

/// The examples of the README, compiled with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
