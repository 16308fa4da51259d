//! The kinds of faults.

use crate::refusal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// One thing that goes wrong with a request.
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
    /// Answers with a status instead of what the operation answers. [`Fault::status`] makes one.
    Status {
        /// The status, 100 to 999 without the informational ones below 200.
        status: u16,
        /// The body, sent as `application/json` as it stands; the documented error shape where absent. `""` sends none,
        /// as the live service does with a 401.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// When to come again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<RetryAfter>,
        /// Whether the operation is carried out all the same.
        #[serde(default)]
        acted: bool,
    },
    /// Carries the operation out at once and holds the answer back.
    Delay {
        /// How long, in milliseconds.
        milliseconds: u64,
    },
    /// Closes the connection without an answer, the operation not carried out.
    DropBefore,
    /// Closes the connection without an answer, the operation carried out.
    DropAfter,
    /// Carries the operation out and closes the connection halfway through the answer's body; where there is no body,
    /// before the answer.
    Truncate,
    /// Answers as a gateway would that stands in front of the service: a page of HTML, the operation not carried out.
    Html {
        /// The status.
        status: u16,
    },
    /// Answers in the shape of the live service, `{"CommunicationError":{"Code":…}}`, which the API does not document.
    /// The operation is not carried out.
    UndocumentedError {
        /// The status.
        status: u16,
    },
    /// Carries the operation out and sends a body that does not end until the caller goes away.
    EndlessBody,
    /// Answers as if the token had expired, the operation not carried out.
    TokenExpired,
}

/// How an answer says when to come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum RetryAfter {
    /// `Retry-After` in seconds.
    Seconds(u64),
    /// `Retry-After` as an HTTP date that lies this many seconds ahead.
    Date(u64),
    /// `retry-after-ms`, which Azure services send as well, in milliseconds.
    Milliseconds(u64),
}

impl Fault {
    /// An answer of `status` in the documented error shape, the operation not carried out.
    pub fn status(status: u16) -> Self {
        Self::Status {
            status,
            body: None,
            retry_after: None,
            acted: false,
        }
    }

    /// The same fault with a `Retry-After`; faults other than [`Fault::Status`] have none and stay as they are.
    pub fn retry_after(mut self, after: RetryAfter) -> Self {
        if let Self::Status { retry_after, .. } = &mut self {
            *retry_after = Some(after);
        }
        self
    }

    /// The same fault with another body; faults other than [`Fault::Status`] stay as they are.
    pub fn body(mut self, text: impl Into<String>) -> Self {
        if let Self::Status { body, .. } = &mut self {
            *body = Some(text.into());
        }
        self
    }

    /// The same fault with the operation carried out all the same; faults other than [`Fault::Status`] stay as they are.
    pub fn acted(mut self) -> Self {
        if let Self::Status { acted, .. } = &mut self {
            *acted = true;
        }
        self
    }

    /// An answer held back for `delay`, counted in whole milliseconds.
    pub fn delay(delay: Duration) -> Self {
        Self::Delay {
            milliseconds: u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
        }
    }

    /// Whether the operation is carried out.
    pub(crate) fn acts(&self) -> bool {
        match self {
            Self::Status { acted, .. } => *acted,
            Self::Delay { .. } | Self::DropAfter | Self::Truncate | Self::EndlessBody => true,
            Self::DropBefore
            | Self::Html { .. }
            | Self::UndocumentedError { .. }
            | Self::TokenExpired => false,
        }
    }

    /// The status that the fault answers with, if it names one.
    pub(crate) fn named_status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. }
            | Self::Html { status }
            | Self::UndocumentedError { status } => Some(*status),
            _ => None,
        }
    }
}

/// The name under which faults of this kind are counted.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status, acted, .. } => {
                write!(
                    f,
                    "{status} {}{}",
                    refusal::code(*status),
                    if *acted { " after acting" } else { "" }
                )
            }
            Self::Delay { .. } => f.write_str("delay"),
            Self::DropBefore => f.write_str("drop before acting"),
            Self::DropAfter => f.write_str("drop after acting"),
            Self::Truncate => f.write_str("truncated body"),
            Self::Html { status } => write!(f, "{status} as HTML"),
            Self::UndocumentedError { status } => write!(f, "{status} in the undocumented shape"),
            Self::EndlessBody => f.write_str("endless body"),
            Self::TokenExpired => f.write_str("token expired"),
        }
    }
}
