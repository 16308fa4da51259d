//! A delivery that cannot be read.

use std::{error::Error, fmt};

use http::StatusCode;

use crate::error::text::{one_line, without_quotation};

/// A request to a webhook that is no delivery of events, or one that cannot be read.
///
/// `Display` and `Debug` have no ids and no content.
pub struct DeliveryError {
    path: String,
    reason: String,
    status: StatusCode,
}

impl DeliveryError {
    /// An error at a path, which is empty for an event that is the whole body.
    pub(super) fn new(path: impl Into<String>, reason: &str) -> Self {
        let path = path.into();
        Self {
            path: if path.is_empty() {
                ".".to_owned()
            } else {
                path
            },
            reason: reason.to_owned(),
            status: StatusCode::BAD_REQUEST,
        }
    }

    /// The error of a decoder, whose text may quote what it read.
    pub(super) fn json(path: impl Into<String>, reason: &serde_json::Error) -> Self {
        Self::new(path, &without_quotation(&reason.to_string()))
    }

    pub(super) fn too_large(limit: usize) -> Self {
        Self {
            path: ".".to_owned(),
            reason: format!("larger than the limit of {limit} bytes"),
            status: StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    /// Returns the JSON path of what cannot be read, for example `[3].data.version`; `.` for the whole body, and the name
    /// of a header.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the status to answer with: 400, or 413 for a body that is too large. Event Grid does not deliver again
    /// what was answered so.
    pub fn status(&self) -> StatusCode {
        self.status
    }
}

impl fmt::Display for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, reason) = (one_line(&self.path, 200), one_line(&self.reason, 300));
        write!(f, "the delivery cannot be read at `{path}`: {reason}")
    }
}

impl fmt::Debug for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeliveryError")
            .field("path", &self.path)
            .field("reason", &self.reason)
            .field("status", &self.status)
            .finish()
    }
}

impl Error for DeliveryError {}
