//! How one attempt failed.

use std::{error::Error, io, time::Duration};

use bytes::Bytes;
use http::StatusCode;

use super::{
    BodyTooLargeError, CallContext, ChatError, InvalidRequestError, ResponseHead, ServiceError,
    TransportError, TransportErrorKind, redact::Redactor,
};

/// How one attempt failed.
///
/// | error | may have been processed | transient |
/// |---|---|---|
/// | no connection | no | yes |
/// | 429 | no | yes |
/// | HTTP/2 says that it was not: GOAWAY before the stream, `REFUSED_STREAM` | no | yes |
/// | 408, 500, 502, 503, 504 | yes | yes |
/// | timeout, connection closed | yes | yes |
/// | another 5xx, 1xx | yes | no |
/// | a success with a body that is too large | yes | no |
/// | another status: the service refused the request | no | no |
#[derive(Debug)]
pub(crate) enum AttemptError {
    /// The service responded with a status that is not a success.
    Status(Box<ResponseHead>, Bytes),
    /// The response is a success with a body larger than the limit.
    BodyTooLarge(Box<ResponseHead>),
    /// The attempt or the call ran out of time.
    TimedOut,
    /// There is no response, or a part of one.
    Transport(reqwest::Error),
}

/// The limits that an error reports when the call ran into them.
pub(crate) struct Limits {
    pub attempt_timeout: Option<Duration>,
    pub deadline: Option<Duration>,
    pub is_past_deadline: bool,
    pub max_response_bytes: usize,
}

impl AttemptError {
    /// The head of the response, if there is one.
    pub fn head(&self) -> Option<&ResponseHead> {
        match self {
            Self::Status(head, _) | Self::BodyTooLarge(head) => Some(head),
            Self::TimedOut | Self::Transport(_) => None,
        }
    }

    /// The status, unless it is a success.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Status(head, _) => Some(head.status()),
            _ => None,
        }
    }

    /// The delay that the service asked for.
    pub fn retry_after(&self) -> Option<Duration> {
        self.head().and_then(ResponseHead::retry_after)
    }

    /// Whether the service may have processed the request.
    pub fn may_have_been_processed(&self) -> bool {
        match self {
            Self::Status(head, _) => {
                let status = head.status();
                status.is_informational()
                    || status.is_server_error()
                    || status == StatusCode::REQUEST_TIMEOUT
            }
            Self::BodyTooLarge(_) | Self::TimedOut => true,
            Self::Transport(error) => {
                !(error.is_builder() || error.is_connect() || is_unprocessed(error))
            }
        }
    }

    /// Whether another attempt may succeed.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Status(head, _) => {
                matches!(head.status().as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
            }
            Self::BodyTooLarge(_) => false,
            Self::TimedOut => true,
            Self::Transport(error) => !error.is_builder(),
        }
    }

    /// The `error.type` of traces: the status, or a word.
    #[cfg(feature = "tracing")]
    pub fn name(&self) -> String {
        let word = match self {
            Self::Status(head, _) => return head.status().as_str().to_owned(),
            Self::BodyTooLarge(_) => "body_too_large",
            Self::TimedOut => "lost",
            Self::Transport(error) if error.is_builder() => "not_sent",
            Self::Transport(error) if error.is_connect() => "connect",
            Self::Transport(_) => "lost",
        };
        word.to_owned()
    }

    /// The same error without the token in headers, which a gateway may echo.
    pub fn redact(self, redactor: &Redactor) -> Self {
        match self {
            Self::Status(mut head, body) => {
                head.redact(redactor);
                Self::Status(head, body)
            }
            Self::BodyTooLarge(mut head) => {
                head.redact(redactor);
                Self::BodyTooLarge(head)
            }
            other => other,
        }
    }

    /// The error of a call that ends with this attempt.
    pub fn into_chat_error(
        self,
        context: CallContext,
        limits: Limits,
        is_documented: fn(u16, &[u8]) -> bool,
        redactor: &Redactor,
    ) -> ChatError {
        match self {
            Self::Status(head, body) => {
                ServiceError::new(context, *head, body, is_documented, redactor).into()
            }
            Self::BodyTooLarge(head) => {
                BodyTooLargeError::new(context, *head, limits.max_response_bytes).into()
            }
            Self::TimedOut if limits.is_past_deadline => {
                TransportError::new(context, TransportErrorKind::Deadline)
                    .limit(limits.deadline)
                    .into()
            }
            Self::TimedOut => TransportError::new(context, TransportErrorKind::Timeout)
                .limit(limits.attempt_timeout)
                .into(),
            Self::Transport(error) if error.is_builder() => {
                InvalidRequestError::new("request", "cannot be built", "shorten its ids or headers")
                    .caused_by(error.without_url())
                    .in_call(context)
                    .into()
            }
            Self::Transport(error) => TransportError::new(context, kind(&error))
                .caused_by(error)
                .into(),
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

fn sources<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| (*error).source())
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
