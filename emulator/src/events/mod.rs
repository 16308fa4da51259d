//! Events for webhooks, as Event Grid delivers them.
//!
//! An observer of the state notes what happens in each commit. The publisher makes events of it and queues them for the
//! webhooks that they are for, and each webhook has a task that delivers them, again and again where it must.

mod client;
mod delivery;
mod event;
mod handshake;
mod happening;
mod publisher;
mod queue;
mod retry;
mod webhook;

pub(crate) use publisher::{observe, publish};
pub use webhook::{EventSchema, Webhook, WebhookError};
