//! A local Azure Communication Services chat service, for tests, examples and work without an Azure resource.
//!
//! It has the 16 operations of the chat REST API 2025-03-15 with state behind them, checks every request against the
//! API's document, and makes things go wrong where it is told to. It is for development: its tokens are unsigned, and
//! whoever reaches it may be anybody.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! use acs_chat_emulator::{Emulator, Fault};
//!
//! let emulator = Emulator::start().await?;
//! let (endpoint, token) = (emulator.url(), emulator.token("alice"));
//! // Point a client at `endpoint` with `token`, then ask for trouble:
//! emulator.inject(Fault::status(503).on("SendChatMessage").times(2))?;
//! // And see what the service holds after it.
//! assert!(emulator.snapshot().threads.is_empty());
//! # assert!(endpoint.starts_with("http://127.0.0.1:") && token.len() > 10);
//! emulator.stop().await;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod contract;
mod emulator;
mod faults;
mod http;
mod identity;
mod limits;
mod operations;
mod refusal;
mod service;
mod snapshot;
mod state;
mod time;
mod token;

pub use emulator::{Builder, Emulator, StartError};
pub use faults::{Fault, FaultError, RetryAfter, Rule, mix, parse_rules};
pub use identity::user_id;
pub use snapshot::{MessageSnapshot, ReadReceiptSnapshot, Snapshot, ThreadSnapshot};
pub use state::StateError;
pub use token::token;

/// The examples of the README, compiled and run with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
