//! What every error of a call reports.

use std::{fmt, time::Duration};

use super::text::one_line;

/// Why a call made no further attempt.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StopReason {
    /// The error is final, or a retry could process the request twice.
    NotRetryable,
    /// The policy allows no further retry.
    MaxRetries,
    /// The client's retry budget is exhausted.
    RetryBudget,
    /// The deadline passed, or the delay before a retry would pass it.
    Deadline,
}

impl fmt::Display for StopReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRetryable => "not retryable",
            Self::MaxRetries => "no retries left",
            Self::RetryBudget => "retry budget exhausted",
            Self::Deadline => "no time left for a retry",
        })
    }
}

/// The call that an error belongs to.
#[derive(Debug, Clone)]
pub struct CallContext {
    operation: &'static str,
    client_request_id: String,
    attempts: u32,
    elapsed: Duration,
    may_have_been_processed: bool,
    stop_reason: Option<StopReason>,
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
            stop_reason: None,
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

    /// The context of a call that made no further attempt for this reason.
    pub(crate) fn stopped(mut self, reason: StopReason) -> Self {
        self.stop_reason = Some(reason);
        self
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

    /// Returns why the call made no further attempt; `None` if its error is not one of an attempt, such as a body that
    /// cannot be decoded.
    pub fn stop_reason(&self) -> Option<StopReason> {
        self.stop_reason
    }

    /// The former name of [`may_have_been_processed`](Self::may_have_been_processed).
    #[deprecated(note = "renamed to `may_have_been_processed`")]
    pub fn maybe_sent(&self) -> bool {
        self.may_have_been_processed
    }
}

/// ` (2 attempts in 1.2s, not retryable, client request 8f…)`, for the end of an error's line.
impl fmt::Display for CallContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.attempts == 1 { "" } else { "s" };
        write!(
            f,
            " ({} attempt{plural} in {:.1?}",
            self.attempts, self.elapsed
        )?;
        if let Some(reason) = self.stop_reason {
            write!(f, ", {reason}")?;
        }
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
