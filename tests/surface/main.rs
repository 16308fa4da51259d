//! The public surface as callers use it: client, threads, participants, identifiers, lists, examples.

mod build_script;
mod builders;
mod client_builder;
mod examples;
mod identifiers;
mod messages;
mod paging;
mod participants;
mod requests;
mod retry_policy;
mod service_errors;
mod short_forms;
mod sizes;
mod soak;
#[path = "../support/mod.rs"]
mod support;
mod threads;
mod transport;
mod types;
mod user;
#[cfg(feature = "events")]
mod webhook_bot;
