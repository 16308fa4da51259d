//! The public surface as callers use it: client, threads, participants, identifiers, lists, examples.

mod build_script;
mod builders;
mod client_builder;
mod examples;
mod identifiers;
mod paging;
mod participants;
mod requests;
mod service_errors;
mod soak;
#[path = "../support/mod.rs"]
mod support;
mod threads;
mod types;
