//! There was no answer, or only a part of one.

use std::{error::Error, fmt, time::Duration};

use super::CallContext;

type Source = Box<dyn Error + Send + Sync>;

/// What kept the answer away.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransportErrorKind {
    /// There was no connection, so nothing was sent: name not found, port closed, TLS refused, time for it ran out.
    Connect,
    /// The time for an attempt ran out. How far it had come is not known.
    Timeout,
    /// The whole call's time ran out.
    Deadline,
    /// The connection ended before the answer was complete.
    Reset,
    /// Something else, named by the source.
    Other,
}

impl TransportErrorKind {
    fn text(self) -> &'static str {
        match self {
            Self::Connect => "no connection to the service",
            Self::Timeout => "the service took longer to answer than an attempt may",
            Self::Deadline => "the call took longer than its deadline",
            Self::Reset => "the connection ended before the answer was complete",
            Self::Other => "the request could not be carried out",
        }
    }
}

/// There was no answer, or only a part of one.
#[derive(Debug)]
pub struct TransportError {
    context: CallContext,
    kind: TransportErrorKind,
    limit: Option<Duration>,
    timed_out: bool,
    source: Option<Source>,
}

impl TransportError {
    pub(crate) fn new(
        context: CallContext,
        kind: TransportErrorKind,
        source: Option<reqwest::Error>,
    ) -> Self {
        Self {
            context,
            kind,
            limit: None,
            timed_out: source.as_ref().is_some_and(reqwest::Error::is_timeout),
            // The URL's query is nobody's business but the service's.
            source: source.map(|source| source.without_url().into()),
        }
    }

    pub(crate) fn limit(mut self, limit: Option<Duration>) -> Self {
        self.limit = limit;
        self
    }

    /// What is known of the call.
    pub fn context(&self) -> &CallContext {
        &self.context
    }

    /// What kept the answer away.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether time ran out: for connecting, for an attempt or for the call.
    pub fn is_timeout(&self) -> bool {
        let out_of_time = [TransportErrorKind::Timeout, TransportErrorKind::Deadline];
        out_of_time.contains(&self.kind) || self.timed_out
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.context.operation(), self.kind.text())?;
        if let Some(limit) = self.limit {
            write!(f, " ({limit:?})")?;
        }
        self.context.fmt(f)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
