//! How a transport failed.

use std::{error::Error, fmt};

use super::{TransportErrorKind, redact::Redactor, sources::sources};

type BoxError = Box<dyn Error + Send + Sync>;

/// How a [`Transport`](crate::Transport) failed: there is no response, or a part of one.
///
/// Unless the transport says otherwise, the service may have processed the request, which is then sent again only if that
/// does no harm.
///
/// ```
/// use acs_chat::{SendError, TransportErrorKind};
///
/// let lost = SendError::new(TransportErrorKind::Reset, "the proxy closed the connection");
/// assert!(lost.may_have_been_processed());
/// assert!(!lost.not_processed().may_have_been_processed());
/// ```
#[derive(Debug)]
pub struct SendError {
    kind: TransportErrorKind,
    outcome: Outcome,
    source: BoxError,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing was sent, and another attempt would change nothing.
    Refused,
    NotProcessed,
    Unknown,
}

impl SendError {
    /// Creates an error of an attempt that may succeed if it is repeated. The request may have been processed, unless the
    /// kind is [`TransportErrorKind::Connect`] or [`not_processed`](Self::not_processed) says that it was not.
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let outcome = match kind {
            TransportErrorKind::Connect => Outcome::NotProcessed,
            _ => Outcome::Unknown,
        };
        Self {
            kind,
            outcome,
            source: source.into(),
        }
    }

    /// Creates an error of a request that the transport does not send, at this attempt or a later one. The call ends with
    /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest).
    pub fn refused(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind: TransportErrorKind::Other,
            outcome: Outcome::Refused,
            source: source.into(),
        }
    }

    /// Says that the service has certainly not processed the request, for example because nothing was sent. It is then
    /// sent again, whatever the operation.
    #[must_use]
    pub fn not_processed(mut self) -> Self {
        if self.outcome == Outcome::Unknown {
            self.outcome = Outcome::NotProcessed;
        }
        self
    }

    /// Returns why there is no response.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the service may have processed the request.
    pub fn may_have_been_processed(&self) -> bool {
        self.outcome == Outcome::Unknown
    }

    /// Whether another attempt would change nothing.
    pub(super) fn is_refused(&self) -> bool {
        self.outcome == Outcome::Refused
    }

    pub(super) fn into_source(self) -> BoxError {
        self.source
    }

    /// The same error, unless its text tells the token, which a transport may have put there.
    pub(super) fn redact(mut self, redactor: &Redactor) -> Self {
        let tells = sources(&*self.source)
            .any(|error| redactor.finds(format!("{error} {error:?}").as_bytes()));
        if tells {
            self.source = format!("{} was in the text of the error", Redactor::REPLACEMENT).into();
        }
        self
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.outcome {
            Outcome::Refused => "the transport does not send the request",
            _ => self.kind.text(),
        })
    }
}

impl Error for SendError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
