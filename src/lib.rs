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
//! - [`ChatClient`] has a method for each operation of the API; [`ChatThread`] has those of one thread, with its id
//!   filled in. A method begins a [`request`], which takes its parameters by name and is sent by `send`.
//! - [`types`] are the API's schemas. Enums that the service may extend keep values they do not know.
//! - Lists come page by page or item by item: `pages` and `stream` of their requests give [`Pages`] and [`Items`], and a
//!   [`Continuation`] lets another process go on with them.
//! - [`CommunicationTokenCredential`] is a fixed token, or one that renews itself.
//! - [`RetryPolicy`] says how often and how long a call is tried; [`docs::reliability`] says what a caller can rely on.
//! - [`ChatError`] is what every call can end in. [`ChatError::maybe_sent`] tells whether doing it again could do it
//!   twice.
//! - [`CommunicationIdentifier`] reads and writes raw ids such as `8:acs:…`.
//! - The features `httpmock`, `schemars` and `tracing` add typed mocks, JSON Schemas and spans.
//!
//! # What it does not do
//!
//! It starts no runtime, and no task but the one that fetches the next page of a list, which ends with the list. It
//! sends the token nowhere but to the endpoint. It writes neither tokens nor content into errors and traces.

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
pub use conveniences::{CommunicationIdentifier, RejectedParticipant};
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
