//! What the caller gave can't be sent.

use std::{borrow::Cow, error::Error, fmt};

use super::CallContext;

/// Something that the caller gave can't be sent, and was not.
#[derive(Debug)]
pub struct InvalidRequest {
    context: Option<Box<CallContext>>,
    parameter: &'static str,
    found: Cow<'static, str>,
    expected: &'static str,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl InvalidRequest {
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

    pub(crate) fn of(mut self, context: CallContext) -> Self {
        self.context = Some(Box::new(context));
        self
    }

    pub(crate) fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What is known of the call; `None` where it was a client that could not be built.
    pub fn context(&self) -> Option<&CallContext> {
        self.context.as_deref()
    }

    /// The parameter that is wrong, by the API's name for it: `chatThreadId`, `body`, `endpoint`.
    pub fn parameter(&self) -> &str {
        self.parameter
    }

    /// What it was.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What would be right.
    pub fn expected(&self) -> &str {
        self.expected
    }
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(context) = &self.context {
            write!(f, "{}: ", context.operation())?;
        }
        write!(f, "`{}` {}; {}", self.parameter, self.found, self.expected)
    }
}

impl Error for InvalidRequest {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
