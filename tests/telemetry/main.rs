//! Spans and events. A program of its own: a test without a subscriber that reaches a callsite first, in another thread
//! of the process, would disable it for the one subscriber there is.

mod recorder;
#[path = "../support/mod.rs"]
mod support;
mod traced;
mod tracing;
