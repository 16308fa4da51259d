//! A local Azure Communication Services chat service, for tests, examples and work without an Azure resource.
//!
//! It implements the operations of the chat REST API with state, validates every request against the
//! OpenAPI document, and injects faults on demand. It is for development only: its tokens are unsigned, so anybody who
//! can reach it can be any user.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! use acs_chat_emulator::{Emulator, Fault};
//!
//! let emulator = Emulator::start().await?;
//! let (endpoint, token) = (emulator.url(), emulator.token("alice"));
//! // Point a client at `endpoint` with `token`, then inject faults:
//! emulator.inject(Fault::status(503).on("SendChatMessage").times(2))?;
//! // Compare the state with the responses.
//! assert!(emulator.snapshot().threads.is_empty());
//! # assert!(endpoint.starts_with("http://127.0.0.1:") && token.len() > 10);
//! emulator.stop().await;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod clock;
mod contract;
mod emulator;
mod error;
mod events;
mod faults;
mod http;
mod identity;
mod inspector;
mod limits;
mod log;
mod operations;
mod service;
mod snapshot;
mod state;
mod time;
mod token;

pub use emulator::{Emulator, EmulatorBuilder, StartError};
pub use error::ErrorShape;
pub use events::{EventSchema, Webhook, WebhookError};
pub use faults::{Fault, FaultError, RetryAfter, Rule, mix, parse_rules};
pub use identity::user_id;
pub use snapshot::{MessageSnapshot, ReadReceiptSnapshot, Snapshot, ThreadSnapshot};
pub use state::{DroppedLine, StateError};
pub use token::token;

/// The examples of the README, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
