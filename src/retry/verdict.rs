//! The table operation × failure: what is tried again.

use http::StatusCode;

use crate::operation::Operation;

/// How an attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The request could not be built.
    NotSent,
    /// No connection: nothing was sent.
    Connect,
    /// Time ran out, or the connection ended, after the request may have been sent.
    Lost,
    /// The answer is a success too large to be read.
    TooLarge,
    /// The service answered with a status that is no success.
    Status {
        status: StatusCode,
        /// Whether it said when to come back.
        asked: bool,
    },
}

/// What follows from a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Whether to try again.
    pub again: bool,
    /// Whether the service may have acted on the request.
    pub maybe_sent: bool,
}

/// Judges a failure of an operation.
///
/// | failure | may have been acted on | tried again |
/// |---|---|---|
/// | no connection | no | always |
/// | 429 | no | always |
/// | 503 with a wait | no | always |
/// | 408, 500, 502, 503 without a wait, 504 | yes | if repeatable |
/// | time ran out, connection ended | yes | if repeatable |
/// | other 5xx | yes | no |
/// | other statuses | no: refused | no |
pub(crate) fn verdict(operation: &Operation, failure: Failure) -> Verdict {
    let (transient, maybe_sent) = match failure {
        Failure::Connect => (true, false),
        Failure::Lost => (true, true),
        Failure::NotSent => (false, false),
        Failure::TooLarge => (false, true),
        Failure::Status { status, asked } => match status.as_u16() {
            429 => (true, false),
            503 if asked => (true, false),
            408 | 500 | 502 | 503 | 504 => (true, true),
            status => (false, status >= 500),
        },
    };
    Verdict {
        again: transient && (operation.repeatable || !maybe_sent),
        maybe_sent,
    }
}
