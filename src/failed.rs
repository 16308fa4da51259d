//! An attempt that failed: what it means for the next one, and as an error.

use std::{error::Error, io, time::Duration};

use bytes::Bytes;
use http::StatusCode;

use crate::{
    ChatError,
    attempt::Broken,
    call::Call,
    credential::Grant,
    error::{
        Answer, BodyTooLarge, InvalidRequest, ServiceError, TransportError, TransportErrorKind,
    },
    retry::Failure,
    transport::Progress,
};

/// What would be right where a request can't be built.
const TOO_LONG: &str = "see the source; an id or a header may be too long";

/// An attempt that failed.
pub(crate) enum Failed {
    /// With a status that is no success.
    Answered {
        answer: Answer,
        body: Bytes,
        grant: Grant,
    },
    /// Without an answer that could be used.
    Broken(Broken),
}

impl Failed {
    /// The token that the service refused, if that is what failed.
    pub fn refused_token(&self) -> Option<u64> {
        match self {
            Self::Answered { answer, grant, .. } if answer.status() == StatusCode::UNAUTHORIZED => {
                Some(grant.generation)
            }
            _ => None,
        }
    }

    /// The row of the table by which it is decided whether to try again.
    pub fn failure(&self) -> Failure {
        match self {
            Self::Answered { answer, .. } => Failure::Status {
                status: answer.status(),
                asked: answer.retry_after().is_some(),
            },
            Self::Broken(Broken::TimedOut) => Failure::Lost,
            Self::Broken(Broken::TooLarge(_)) => Failure::TooLarge,
            Self::Broken(Broken::Transport(error)) if error.is_builder() => Failure::NotSent,
            Self::Broken(Broken::Transport(error)) if error.is_connect() => Failure::Connect,
            Self::Broken(Broken::Transport(_)) => Failure::Lost,
        }
    }

    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Answered { answer, .. } => answer.retry_after(),
            Self::Broken(_) => None,
        }
    }

    /// The answer, where there was one.
    #[cfg(feature = "tracing")]
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Answered { answer, .. } | Self::Broken(Broken::TooLarge(answer)) => Some(answer),
            Self::Broken(_) => None,
        }
    }

    /// What failed, for traces: the status, or a word.
    #[cfg(feature = "tracing")]
    pub fn name(&self) -> String {
        match self.failure() {
            Failure::NotSent => "not_sent".to_owned(),
            Failure::Connect => "connect".to_owned(),
            Failure::Lost => "lost".to_owned(),
            Failure::TooLarge => "body_too_large".to_owned(),
            Failure::Status { status, .. } => status.as_str().to_owned(),
        }
    }

    pub fn into_error(self, call: &Call, progress: Progress) -> ChatError {
        let policy = call.retry();
        match self {
            Self::Answered {
                answer,
                body,
                grant,
            } => {
                let body = without_token(body, &grant);
                ServiceError::new(progress.context(), call.operation, answer, body).into()
            }
            Self::Broken(Broken::TooLarge(answer)) => {
                BodyTooLarge::new(progress.accepted(), answer, call.shared().max_body).into()
            }
            Self::Broken(Broken::TimedOut) => {
                let (kind, limit) = if progress.is_over() {
                    (TransportErrorKind::Deadline, policy.deadline)
                } else {
                    (TransportErrorKind::Timeout, policy.attempt_timeout)
                };
                TransportError::new(progress.context(), kind, None)
                    .limit(limit)
                    .into()
            }
            Self::Broken(Broken::Transport(error)) if error.is_builder() => {
                let invalid = InvalidRequest::new("request", "can't be built", TOO_LONG);
                call.invalid(invalid.because(error.without_url()))
            }
            Self::Broken(Broken::Transport(error)) => {
                TransportError::new(progress.context(), kind(&error), Some(error)).into()
            }
        }
    }
}

fn kind(error: &reqwest::Error) -> TransportErrorKind {
    if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_redirect() || causes(error).any(is_no_http) {
        TransportErrorKind::Other
    } else {
        TransportErrorKind::Reset
    }
}

fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| (*error).source())
}

/// Whether what came back is not HTTP.
fn is_no_http(error: &(dyn Error + 'static)) -> bool {
    let parse = error
        .downcast_ref::<hyper::Error>()
        .is_some_and(hyper::Error::is_parse);
    let invalid = error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::InvalidData);
    parse || invalid
}

/// A body without the token, where a gateway echoes the request.
fn without_token(body: Bytes, grant: &Grant) -> Bytes {
    let token = grant.token();
    if token.is_empty() || !body.windows(token.len()).any(|window| window == token) {
        return body;
    }
    let mut clean = Vec::with_capacity(body.len());
    let mut rest = &body[..];
    while let Some(byte) = rest.first() {
        if let Some(after) = rest.strip_prefix(token) {
            clean.extend_from_slice(b"[token]");
            rest = after;
        } else {
            clean.push(*byte);
            rest = &rest[1..];
        }
    }
    clean.into()
}
