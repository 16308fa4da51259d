//! The request cannot be sent.

use std::{borrow::Cow, error::Error, fmt, sync::Arc};

use super::CallContext;

/// A value that the caller gave cannot be sent, and nothing was.
#[derive(Debug)]
pub struct InvalidRequestError {
    context: Option<Box<CallContext>>,
    parameter: &'static str,
    found: Cow<'static, str>,
    expected: &'static str,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl InvalidRequestError {
    pub(crate) fn new(
        parameter: &'static str,
        found: impl Into<Cow<'static, str>>,
        expected: &'static str,
    ) -> Self {
        Self {
            context: None,
            parameter,
            found: found.into(),
            expected,
            source: None,
        }
    }

    pub(crate) fn in_call(mut self, context: CallContext) -> Self {
        self.context = Some(Box::new(context));
        self
    }

    pub(crate) fn caused_by(self, source: impl Error + Send + Sync + 'static) -> Self {
        self.with_source(Arc::new(source))
    }

    pub(crate) fn with_source(mut self, source: Arc<dyn Error + Send + Sync>) -> Self {
        self.source = Some(source);
        self
    }

    /// Returns the call; `None` if no call was started, as when a client cannot be built.
    pub fn context(&self) -> Option<&CallContext> {
        self.context.as_deref()
    }

    /// Returns the invalid parameter by its name in the API: `chatThreadId`, `body`, `endpoint`.
    pub fn parameter(&self) -> &str {
        self.parameter
    }

    /// Returns what is wrong with the value.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns what would be right.
    pub fn expected(&self) -> &str {
        self.expected
    }
}

impl fmt::Display for InvalidRequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(context) = &self.context {
            write!(f, "{}: ", context.operation())?;
        }
        write!(f, "`{}` {}; {}", self.parameter, self.found, self.expected)
    }
}

impl Error for InvalidRequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
