//! What a call can end in other than success.

mod body;
mod context;
mod credential;
mod decode;
mod invalid;
mod service;
mod too_large;
mod transport;

use std::{fmt, time::Duration};

use http::StatusCode;

pub use context::CallContext;
pub use credential::CredentialError;
pub use decode::DecodeError;
pub use invalid::InvalidRequest;
pub use service::ServiceError;
pub use too_large::BodyTooLarge;
pub use transport::{TransportError, TransportErrorKind};

use crate::paging::NextLinkError;

pub(crate) use body::is;
pub(crate) use context::Answer;
#[cfg(feature = "tracing")]
pub(crate) use context::{AZURE_REF, MS_CV};

/// Why a call did not give its result.
///
/// Every variant's `Display` is one line, and none prints a token, a request body or a body that the service answered
/// with in an undocumented shape. What most callers ask is a method here, whatever the variant; the details are in
/// the variant's own type.
///
/// ```
/// # use acs_chat::ChatError;
/// fn advice(error: &ChatError) -> &'static str {
///     match error {
///         _ if error.is_throttled() => "slow down",
///         _ if error.maybe_sent() => "look before sending again",
///         ChatError::Service(_) => "the service said no",
///         _ => "see the error's own text",
///     }
/// }
/// ```
#[non_exhaustive]
#[derive(Debug)]
pub enum ChatError {
    /// The service answered with a status that is no success.
    Service(Box<ServiceError>),
    /// The service answered with success, but its body is not what the operation returns.
    Decode(Box<DecodeError>),
    /// The service answered with more than the client was told to read.
    BodyTooLarge(Box<BodyTooLarge>),
    /// There was no answer, or only a part of one.
    Transport(Box<TransportError>),
    /// There was no token to send, and the request was not sent.
    Credential(Box<CredentialError>),
    /// What the caller gave can't be sent, and was not.
    InvalidRequest(Box<InvalidRequest>),
    /// A list can't go on, since the service's link to its next page is not followed.
    NextLink(Box<NextLinkError>),
}

impl ChatError {
    /// What is known of the call: operation, attempts, time, request id. `None` where no call was begun, as when a
    /// client is built from an endpoint that can't be one.
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

    /// The operation that was called, by its id in the API's document, for example `ChatThread_SendChatMessage`.
    pub fn operation(&self) -> Option<&'static str> {
        self.context().map(CallContext::operation)
    }

    /// The status of the service's (last) answer, where there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.answer().map(Answer::status)
    }

    /// The service's error code, for example `Forbidden`, where its answer held one.
    pub fn code(&self) -> Option<&str> {
        self.service().and_then(ServiceError::code)
    }

    /// The service's error message, where its answer held one.
    pub fn message(&self) -> Option<&str> {
        self.service().and_then(ServiceError::message)
    }

    /// The id the service gave the request, which its support asks for: `MS-CV`, or else `x-ms-request-id`,
    /// `X-Azure-Ref`.
    pub fn request_id(&self) -> Option<&str> {
        self.answer().and_then(Answer::request_id)
    }

    /// The id the gateways before the service gave the request, `X-Azure-Ref`: its support asks for this one too.
    pub fn azure_ref(&self) -> Option<&str> {
        self.answer().and_then(Answer::azure_ref)
    }

    /// How long the service asked to wait before the next request (`Retry-After` in either form, `retry-after-ms`,
    /// `x-ms-retry-after-ms`), counted from its answer.
    pub fn retry_after(&self) -> Option<Duration> {
        self.answer().and_then(Answer::retry_after)
    }

    /// Whether the service may have acted on the request although the call failed, so that doing it again could do it
    /// twice. False where nothing was sent, or where the service refused it.
    pub fn maybe_sent(&self) -> bool {
        self.context().is_some_and(CallContext::maybe_sent)
    }

    /// Status 401: the token is missing, malformed or expired.
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// Status 403: the user may not do this, for example since they are not in the thread.
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(StatusCode::FORBIDDEN)
    }

    /// Status 404: there is no such thread, message or participant.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND)
    }

    /// Status 429: too many requests; see [`retry_after`](Self::retry_after).
    pub fn is_throttled(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// The time allowed for connecting, for an attempt or for the whole call ran out, or the service said so with
    /// status 408 or 504.
    pub fn is_timeout(&self) -> bool {
        let waited = matches!(self, Self::Transport(error) if error.is_timeout());
        let told = matches!(
            self.status(),
            Some(StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT)
        );
        waited || told
    }

    /// What failed, for traces: the status, or a word.
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

    pub(crate) fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Service(error) => Some(error.answer()),
            Self::Decode(error) => Some(error.answer()),
            Self::BodyTooLarge(error) => Some(error.answer()),
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
    BodyTooLarge: BodyTooLarge,
    Transport: TransportError,
    Credential: CredentialError,
    InvalidRequest: InvalidRequest,
    NextLink: NextLinkError,
}

/// One line of at most `limit` characters, with nothing in it that could break or steer a log.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    let mut line: String = text
        .chars()
        .take(limit)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(limit).is_some() {
        line.push('…');
    }
    line
}
