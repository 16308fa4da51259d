//! The kinds of faults.

use crate::error;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// A fault of a request, or of an event on its way to a webhook.
///
/// As JSON, on the command line and at the control endpoint, a fault is an object with its `kind`, such as
/// `{"kind":"status","status":503,"retryAfter":{"seconds":1}}` or `{"kind":"dropAfter"}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[non_exhaustive]
pub enum Fault {
    /// Responds with a status. See [`Fault::status`].
    Status {
        /// The status, 200 to 999.
        status: u16,
        /// The body, sent as is with `application/json`; an error body where absent. `""` sends none, as the live
        /// service does with a 401.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// When to retry.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<RetryAfter>,
        /// Whether the operation is processed.
        #[serde(default)]
        processed: bool,
    },
    /// Processes the operation at once and delays the response.
    Delay {
        /// The delay in milliseconds.
        milliseconds: u64,
    },
    /// Closes the connection without a response; the operation is not processed.
    DropBefore,
    /// Closes the connection without a response; the operation is processed.
    DropAfter,
    /// Processes the operation and closes the connection midway through the response body or, where it is empty, before
    /// the response.
    Truncate,
    /// Responds with a page of HTML, as a gateway does; the operation is not processed.
    Html {
        /// The status.
        status: u16,
    },
    /// Responds with the live service's undocumented error body, `{"CommunicationError":{"Code":…}}`; the operation is not
    /// processed.
    UndocumentedError {
        /// The status.
        status: u16,
    },
    /// Responds to a list operation with an empty page whose `nextLink` leads to the requested page. Has no effect on other
    /// operations.
    EmptyPage,
    /// Processes the operation and sends a body without an end.
    EndlessBody,
    /// Responds as to an expired token; the operation is not processed.
    TokenExpired,
    /// Delivers an event twice.
    DuplicateEvent,
    /// Delivers an event after the one that follows it or, where none does within a second, then.
    ReorderEvent,
    /// Does not deliver an event. Event Grid does this to events that it could not deliver for a day.
    LoseEvent,
}

/// When a response says to retry, and in which header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum RetryAfter {
    /// `Retry-After` in seconds.
    Seconds(u64),
    /// `Retry-After` as an HTTP date this many seconds ahead.
    Date(u64),
    /// `retry-after-ms`, an Azure header, in milliseconds.
    Milliseconds(u64),
}

impl Fault {
    /// Returns a fault that responds with `status` and an error body; the operation is not processed.
    pub fn status(status: u16) -> Self {
        Self::Status {
            status,
            body: None,
            retry_after: None,
            processed: false,
        }
    }

    /// Adds a retry header. Has no effect on faults other than [`Fault::Status`].
    pub fn retry_after(mut self, after: RetryAfter) -> Self {
        if let Self::Status { retry_after, .. } = &mut self {
            *retry_after = Some(after);
        }
        self
    }

    /// Sets the body. Has no effect on faults other than [`Fault::Status`].
    pub fn body(mut self, text: impl Into<String>) -> Self {
        if let Self::Status { body, .. } = &mut self {
            *body = Some(text.into());
        }
        self
    }

    /// Processes the operation all the same. Has no effect on faults other than [`Fault::Status`].
    pub fn processed(mut self) -> Self {
        if let Self::Status { processed, .. } = &mut self {
            *processed = true;
        }
        self
    }

    /// Returns a fault that delays the response by `delay`, in whole milliseconds.
    pub fn delay(delay: Duration) -> Self {
        Self::Delay {
            milliseconds: u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
        }
    }

    /// Whether this is a fault of an event rather than of a request.
    pub(crate) fn is_of_events(&self) -> bool {
        matches!(
            self,
            Self::DuplicateEvent | Self::ReorderEvent | Self::LoseEvent
        )
    }

    /// Whether the operation is processed.
    pub(crate) fn is_processed(&self) -> bool {
        match self {
            Self::Status { processed, .. } => *processed,
            Self::Delay { .. }
            | Self::DropAfter
            | Self::Truncate
            | Self::EmptyPage
            | Self::EndlessBody
            | Self::DuplicateEvent
            | Self::ReorderEvent
            | Self::LoseEvent => true,
            Self::DropBefore
            | Self::Html { .. }
            | Self::UndocumentedError { .. }
            | Self::TokenExpired => false,
        }
    }

    /// The status of the response, if the fault sets it.
    pub(crate) fn response_status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. }
            | Self::Html { status }
            | Self::UndocumentedError { status } => Some(*status),
            _ => None,
        }
    }
}

/// The name under which [`Snapshot`](crate::Snapshot) counts the fault.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status {
                status, processed, ..
            } => {
                write!(
                    f,
                    "{status} {}{}",
                    error::code(*status),
                    if *processed { " after processing" } else { "" }
                )
            }
            Self::Delay { .. } => f.write_str("delay"),
            Self::DropBefore => f.write_str("drop before processing"),
            Self::DropAfter => f.write_str("drop after processing"),
            Self::Truncate => f.write_str("truncated body"),
            Self::Html { status } => write!(f, "{status} as HTML"),
            Self::UndocumentedError { status } => write!(f, "{status} in the undocumented shape"),
            Self::EmptyPage => f.write_str("empty page"),
            Self::EndlessBody => f.write_str("endless body"),
            Self::TokenExpired => f.write_str("token expired"),
            Self::DuplicateEvent => f.write_str("duplicate event"),
            Self::ReorderEvent => f.write_str("reordered event"),
            Self::LoseEvent => f.write_str("lost event"),
        }
    }
}
