//! Events of following.

use std::time::Duration;

use crate::ChatError;

/// A poll failed, and the next one follows after `delay`.
#[cfg(feature = "tracing")]
pub(super) fn failed(error: &ChatError, delay: Duration) {
    tracing::warn!(
        otel.name = error.operation(),
        "error.type" = error.name(),
        delay_ms = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
        "poll failed, polling again",
    );
}

/// Following ends with this error.
#[cfg(feature = "tracing")]
pub(super) fn ended(error: &ChatError) {
    tracing::warn!(
        otel.name = error.operation(),
        "error.type" = error.name(),
        "following ended",
    );
}

/// A thread of several is no longer followed.
#[cfg(feature = "tracing")]
pub(super) fn thread_ended(error: &ChatError) {
    tracing::warn!(
        otel.name = error.operation(),
        "error.type" = error.name(),
        "following one thread ended",
    );
}

#[cfg(not(feature = "tracing"))]
pub(super) fn failed(_: &ChatError, _: Duration) {}

#[cfg(not(feature = "tracing"))]
pub(super) fn ended(_: &ChatError) {}

#[cfg(not(feature = "tracing"))]
pub(super) fn thread_ended(_: &ChatError) {}
