//! What every error of a call reports.

use std::{fmt, time::Duration};

use super::text::one_line;

/// The call that an error belongs to.
#[derive(Debug, Clone)]
pub struct CallContext {
    operation: &'static str,
    client_request_id: String,
    attempts: u32,
    elapsed: Duration,
    may_have_been_processed: bool,
}

impl CallContext {
    /// The context before the first attempt.
    pub(crate) fn new(operation: &'static str, client_request_id: String) -> Self {
        Self {
            operation,
            client_request_id,
            attempts: 0,
            elapsed: Duration::ZERO,
            may_have_been_processed: false,
        }
    }

    /// The context after `attempts`.
    pub(crate) fn after(
        self,
        attempts: u32,
        elapsed: Duration,
        may_have_been_processed: bool,
    ) -> Self {
        Self {
            attempts,
            elapsed,
            may_have_been_processed,
            ..self
        }
    }

    /// Returns the operation's id in the API's document.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the number of attempts; 0 if the call failed before the first.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns the time from the start of the call to its failure, delays between attempts included.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Returns the `x-ms-client-request-id` that every attempt carried; empty if the call failed before it had one.
    pub fn client_request_id(&self) -> &str {
        &self.client_request_id
    }

    /// See [`ChatError::may_have_been_processed`](crate::ChatError::may_have_been_processed).
    pub fn may_have_been_processed(&self) -> bool {
        self.may_have_been_processed
    }

    /// The former name of [`may_have_been_processed`](Self::may_have_been_processed).
    #[deprecated(note = "renamed to `may_have_been_processed`")]
    pub fn maybe_sent(&self) -> bool {
        self.may_have_been_processed
    }
}

/// ` (2 attempts in 1.2s, client request 8f…)`, for the end of an error's line.
impl fmt::Display for CallContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.attempts == 1 { "" } else { "s" };
        write!(
            f,
            " ({} attempt{plural} in {:.1?}",
            self.attempts, self.elapsed
        )?;
        if !self.client_request_id.is_empty() {
            let id = one_line(&self.client_request_id, 64);
            write!(f, ", client request {id}")?;
        }
        if self.may_have_been_processed {
            f.write_str(", may have been processed")?;
        }
        f.write_str(")")
    }
}
