//! There is no response, or a part of one.

use std::{error::Error, fmt, time::Duration};

use super::{
    CallContext,
    sources::{is_timeout, sources},
};

/// Why there is no response.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransportErrorKind {
    /// No connection, so nothing was sent: name not found, port closed, TLS failed, or the connect timeout expired.
    Connect,
    /// The attempt timed out.
    Timeout,
    /// The call's deadline passed.
    Deadline,
    /// The connection closed before the response was complete.
    Reset,
    /// Something else; see the source.
    Other,
}

impl TransportErrorKind {
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Connect => "no connection to the service",
            Self::Timeout => "the attempt timed out",
            Self::Deadline => "the call's deadline passed",
            Self::Reset => "the connection closed before the response was complete",
            Self::Other => "the request failed",
        }
    }
}

/// There is no response, or a part of one.
#[derive(Debug)]
pub struct TransportError {
    context: CallContext,
    kind: TransportErrorKind,
    limit: Option<Duration>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl TransportError {
    pub(crate) fn new(context: CallContext, kind: TransportErrorKind) -> Self {
        Self {
            context,
            kind,
            limit: None,
            source: None,
        }
    }

    pub(crate) fn limit(mut self, limit: Option<Duration>) -> Self {
        self.limit = limit;
        self
    }

    pub(super) fn caused_by(mut self, source: Box<dyn Error + Send + Sync>) -> Self {
        self.source = Some(source);
        self
    }

    /// Returns the call.
    pub fn context(&self) -> &CallContext {
        &self.context
    }

    /// Returns why there is no response.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the time for connecting, for the attempt or for the call ran out.
    pub fn is_timeout(&self) -> bool {
        let out_of_time = [TransportErrorKind::Timeout, TransportErrorKind::Deadline];
        out_of_time.contains(&self.kind)
            || self
                .source
                .as_deref()
                .is_some_and(|source| sources(source).any(is_timeout))
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
