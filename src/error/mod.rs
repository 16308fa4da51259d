//! How a call fails.

mod attempt;
mod body;
mod body_too_large;
mod context;
mod credential;
mod decode;
#[cfg(target_arch = "wasm32")]
mod fetch_error;
mod invalid_request;
mod next_link;
pub(crate) mod redact;
#[cfg(not(target_arch = "wasm32"))]
mod reqwest_error;
mod response_head;
mod send;
mod service;
mod sources;
pub(crate) mod text;
mod transport;

use std::{fmt, time::Duration};

use http::StatusCode;

pub use body_too_large::BodyTooLargeError;
pub use context::{CallContext, StopReason};
pub use credential::CredentialError;
pub use decode::DecodeError;
pub use invalid_request::InvalidRequestError;
pub use next_link::NextLinkError;
pub use send::SendError;
pub use service::ServiceError;
pub use transport::{TransportError, TransportErrorKind};

pub(crate) use attempt::{AttemptError, Limits};
pub(crate) use body::is;
pub(crate) use next_link::NextLinkReason;
pub(crate) use response_head::ResponseHead;
#[cfg(feature = "tracing")]
pub(crate) use response_head::{AZURE_REF, MS_CV};

/// The error of a call.
///
/// `Display` is one line, and prints no token, no request body and no response body of an undocumented shape. Most
/// callers need only the methods here, which work for every variant; details are in the variant's own type.
///
/// ```
/// # use acs_chat::ChatError;
/// fn advice(error: &ChatError) -> &'static str {
///     match error {
///         _ if error.is_throttled() => "slow down",
///         _ if error.may_have_been_processed() => "look before sending again",
///         ChatError::Service(_) => "the service refused the request",
///         _ => "see the error's own text",
///     }
/// }
/// ```
#[non_exhaustive]
#[derive(Debug)]
pub enum ChatError {
    /// The service responded with a status that is not a success.
    Service(Box<ServiceError>),
    /// The service responded with success, but the body is not what the operation returns.
    Decode(Box<DecodeError>),
    /// The service responded with a body larger than the client's limit.
    BodyTooLarge(Box<BodyTooLargeError>),
    /// There is no response, or a part of one.
    Transport(Box<TransportError>),
    /// There is no token to send; the request was not sent.
    Credential(Box<CredentialError>),
    /// A value that the caller gave cannot be sent; the request was not sent.
    InvalidRequest(Box<InvalidRequestError>),
    /// A list cannot continue, because its next link is not followed.
    NextLink(Box<NextLinkError>),
}

impl ChatError {
    /// Returns the call: operation, attempts, elapsed time, request id. `None` if no call was started, as when a client
    /// cannot be built.
    pub fn context(&self) -> Option<&CallContext> {
        match self {
            Self::Service(error) => Some(error.context()),
            Self::Decode(error) => Some(error.context()),
            Self::BodyTooLarge(error) => Some(error.context()),
            Self::Transport(error) => Some(error.context()),
            Self::Credential(error) => Some(error.context()),
            Self::InvalidRequest(error) => error.context(),
            Self::NextLink(error) => Some(error.context()),
        }
    }

    /// Returns the operation by its id in the API's document, for example `ChatThread_SendChatMessage`.
    pub fn operation(&self) -> Option<&'static str> {
        self.context().map(CallContext::operation)
    }

    /// Returns the status of the (last) response, if there is one.
    pub fn status(&self) -> Option<StatusCode> {
        self.head().map(ResponseHead::status)
    }

    /// Returns the service's error code, for example `Forbidden`, if the body has one.
    pub fn code(&self) -> Option<&str> {
        self.service().and_then(ServiceError::code)
    }

    /// Returns the service's error message, if the body has one.
    pub fn message(&self) -> Option<&str> {
        self.service().and_then(ServiceError::message)
    }

    /// Returns the service's id of the request, which its support asks for: `MS-CV`, else `x-ms-request-id`, else
    /// `X-Azure-Ref`.
    pub fn request_id(&self) -> Option<&str> {
        self.head().and_then(ResponseHead::request_id)
    }

    /// Returns the gateway's id of the request, `X-Azure-Ref`, which support asks for too.
    pub fn azure_ref(&self) -> Option<&str> {
        self.head().and_then(ResponseHead::azure_ref)
    }

    /// Returns the delay that the service asked for (`Retry-After` in either form, `retry-after-ms`,
    /// `x-ms-retry-after-ms`), counted from its response.
    pub fn retry_after(&self) -> Option<Duration> {
        self.head().and_then(ResponseHead::retry_after)
    }

    /// Whether the service may have processed the request although the call failed, so that repeating it could do it
    /// twice. `false` if nothing was sent or the service refused it.
    ///
    /// The service may also be about to process it: wait a moment before looking whether it did.
    pub fn may_have_been_processed(&self) -> bool {
        self.context()
            .is_some_and(CallContext::may_have_been_processed)
    }

    /// Returns why the call made no further attempt: the error is not retryable, or attempts, retry budget or time ran
    /// out. `None` if the error is not one of an attempt.
    pub fn stop_reason(&self) -> Option<StopReason> {
        self.context().and_then(CallContext::stop_reason)
    }

    /// The former name of [`may_have_been_processed`](Self::may_have_been_processed).
    #[deprecated(note = "renamed to `may_have_been_processed`")]
    pub fn maybe_sent(&self) -> bool {
        self.may_have_been_processed()
    }

    /// Whether the status is 401: the token is missing, malformed or expired.
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// Whether the status is 403: the user may not do this, for example because they are not in the thread.
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(StatusCode::FORBIDDEN)
    }

    /// Whether the status is 404: there is no such thread, message or participant.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND)
    }

    /// Whether the status is 429: too many requests; see [`retry_after`](Self::retry_after).
    pub fn is_throttled(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether the time for connecting, for an attempt or for the call ran out, or the status is 408 or 504.
    pub fn is_timeout(&self) -> bool {
        let timed_out = matches!(self, Self::Transport(error) if error.is_timeout());
        let status = matches!(
            self.status(),
            Some(StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT)
        );
        timed_out || status
    }

    /// The `error.type` of traces: the status, or a word.
    #[cfg(feature = "tracing")]
    pub(crate) fn name(&self) -> String {
        let word = match self {
            Self::Service(error) => return error.status().as_str().to_owned(),
            Self::Decode(_) => "decode",
            Self::BodyTooLarge(_) => "body_too_large",
            Self::Transport(_) => "transport",
            Self::Credential(_) => "credential",
            Self::InvalidRequest(_) => "invalid_request",
            Self::NextLink(_) => "next_link",
        };
        word.to_owned()
    }

    fn service(&self) -> Option<&ServiceError> {
        match self {
            Self::Service(error) => Some(error),
            _ => None,
        }
    }

    pub(crate) fn head(&self) -> Option<&ResponseHead> {
        match self {
            Self::Service(error) => Some(error.head()),
            Self::Decode(error) => Some(error.head()),
            Self::BodyTooLarge(error) => Some(error.head()),
            Self::NextLink(error) => Some(error.head()),
            _ => None,
        }
    }
}

impl fmt::Display for ChatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::BodyTooLarge(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Credential(error) => error.fmt(f),
            Self::InvalidRequest(error) => error.fmt(f),
            Self::NextLink(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ChatError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        // The variant's own text is this error's text, so its source is this error's source.
        match self {
            Self::Service(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::BodyTooLarge(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Credential(error) => error.source(),
            Self::InvalidRequest(error) => error.source(),
            Self::NextLink(error) => error.source(),
        }
    }
}

macro_rules! into_chat_error {
    ($($variant:ident: $error:ty,)*) => {$(
        impl From<$error> for ChatError {
            fn from(error: $error) -> Self {
                Self::$variant(Box::new(error))
            }
        }
    )*};
}

into_chat_error! {
    Service: ServiceError,
    Decode: DecodeError,
    BodyTooLarge: BodyTooLargeError,
    Transport: TransportError,
    Credential: CredentialError,
    InvalidRequest: InvalidRequestError,
    NextLink: NextLinkError,
}
