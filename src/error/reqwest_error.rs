//! What the errors of reqwest, hyper and h2 say about a request.

use std::{error::Error, io};

use super::{SendError, TransportErrorKind, sources::sources};

impl From<reqwest::Error> for SendError {
    /// Tells from the error of reqwest whether the request was processed, for a transport that calls reqwest itself.
    fn from(error: reqwest::Error) -> Self {
        // Its query may hold what only the service should see.
        let error = error.without_url();
        if error.is_builder() {
            return Self::refused(error);
        }
        let is_unprocessed = is_unprocessed(&error);
        let sent = Self::new(kind(&error), error);
        if is_unprocessed {
            sent.not_processed()
        } else {
            sent
        }
    }
}

fn kind(error: &reqwest::Error) -> TransportErrorKind {
    if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_redirect() || sources(error).any(is_not_http) {
        TransportErrorKind::Other
    } else {
        TransportErrorKind::Reset
    }
}

/// Whether an HTTP/2 server says that it did not process the request: the stream is above the last one of a GOAWAY
/// frame, or was refused. h2 ends no other stream with the error of such a frame.
fn is_unprocessed(error: &reqwest::Error) -> bool {
    sources(error)
        .filter_map(|source| source.downcast_ref::<h2::Error>())
        .any(|error| {
            let is_refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
            error.is_remote() && (error.is_go_away() || is_refused)
        })
}

/// Whether the bytes that arrived are not HTTP.
fn is_not_http(error: &(dyn Error + 'static)) -> bool {
    let parse = error
        .downcast_ref::<hyper::Error>()
        .is_some_and(hyper::Error::is_parse);
    let invalid = error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::InvalidData);
    parse || invalid
}
