//! What the errors of reqwest say about a request in a browser.

use super::{SendError, TransportErrorKind};

impl From<reqwest::Error> for SendError {
    /// Tells from the error of reqwest whether the request was processed, for a transport that calls reqwest itself.
    fn from(error: reqwest::Error) -> Self {
        // Its query may hold what only the service should see.
        let error = error.without_url();
        if error.is_builder() {
            return Self::refused(error);
        }
        // `fetch` tells no cause, so whatever happened, the request may have arrived.
        let kind = if error.is_timeout() {
            TransportErrorKind::Timeout
        } else {
            TransportErrorKind::Other
        };
        Self::new(kind, error)
    }
}
