//! `spec check` and `spec diff`, and all commands on the published documents.

#[path = "../support/mod.rs"]
mod support;

mod check;
mod diff;
mod published;
