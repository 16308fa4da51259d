//! What the test programs share. All but the pages works with any document.

#![allow(dead_code, unused_imports, reason = "no program uses all of it")]

pub mod clients;
pub mod clock;
pub mod contract;
pub mod differences;
pub mod dispatch;
pub mod document;
#[cfg(feature = "events")]
pub mod events;
pub mod mock;
#[cfg(vendored)]
pub mod pages;
pub mod reply;
pub mod request;
pub mod server;

use std::time::Duration;

pub use clients::{
    CONTENT, THREAD, TOKEN, builder, call, client, get_thread, retrying_builder, retrying_client,
    send_message, timeless,
};
pub use clock::{still, watch};
pub use document::{Operation, document, operations};
pub use mock::Mock;
pub use reply::{Reply, message_sent, success, thread_found};
pub use request::Request;
pub use server::{Act, Server, closed_port, http2_client};

/// Milliseconds.
pub const fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// Seconds.
pub const fn secs(count: u64) -> Duration {
    Duration::from_secs(count)
}
