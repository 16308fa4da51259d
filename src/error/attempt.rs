//! How one attempt failed.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http::StatusCode;

use super::{
    BodyTooLargeError, CallContext, ChatError, InvalidRequestError, ResponseHead, SendError,
    ServiceError, TransportError, TransportErrorKind, redact::Redactor,
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
    Transport(SendError),
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
            Self::Transport(error) => error.may_have_been_processed(),
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
            Self::Transport(error) => !error.is_refused(),
        }
    }

    /// The `error.type` of traces: the status, or a word.
    #[cfg(feature = "tracing")]
    pub fn name(&self) -> String {
        let word = match self {
            Self::Status(head, _) => return head.status().as_str().to_owned(),
            Self::BodyTooLarge(_) => "body_too_large",
            Self::TimedOut => "lost",
            Self::Transport(error) if error.is_refused() => "not_sent",
            Self::Transport(error) if error.kind() == TransportErrorKind::Connect => "connect",
            Self::Transport(_) => "lost",
        };
        word.to_owned()
    }

    /// The same error without the token, which a gateway may echo in headers and a transport may put into its errors.
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
            Self::TimedOut => Self::TimedOut,
            Self::Transport(error) => Self::Transport(error.redact(redactor)),
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
            Self::Transport(error) if error.is_refused() => {
                InvalidRequestError::new("request", "cannot be sent", "see the source")
                    .with_source(Arc::from(error.into_source()))
                    .in_call(context)
                    .into()
            }
            Self::Transport(error) => TransportError::new(context, error.kind())
                .caused_by(error.into_source())
                .into(),
        }
    }
}
