//! There is no token to send.

use std::{error::Error, fmt, sync::Arc};

use super::CallContext;

/// The credential has no token: its refresher failed, or no token was ever set. The request was not sent.
#[derive(Debug)]
pub struct CredentialError {
    context: CallContext,
    source: Arc<dyn Error + Send + Sync>,
}

impl CredentialError {
    pub(crate) fn new(context: CallContext, source: Arc<dyn Error + Send + Sync>) -> Self {
        Self { context, source }
    }

    /// Returns the call.
    pub fn context(&self) -> &CallContext {
        &self.context
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: there is no token to send", self.context.operation())?;
        self.context.fmt(f)
    }
}

impl Error for CredentialError {
    /// Returns the refresher's error.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
