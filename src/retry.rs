//! When a call is tried again, how long it waits before, and when it gives up.

mod after;
mod budget;
mod verdict;

use std::time::Duration;

pub(crate) use after::retry_after;
pub(crate) use budget::Budget;
pub(crate) use verdict::{Failure, verdict};

/// How often, how fast and how long a call is tried again.
///
/// What is tried again depends on the operation and on the failure; see [`docs::reliability`](crate::docs::reliability).
/// The wait before the n-th retry is drawn evenly from zero to `base_delay × 2ⁿ⁻¹`, at most `max_delay` (full jitter),
/// and is never shorter than the service asked for. Retries of all calls of a client also draw on its
/// [retry budget](crate::ChatClientBuilder::retry_budget).
///
/// ```
/// use std::time::Duration;
/// use acs_chat::RetryPolicy;
///
/// let patient = RetryPolicy::default().max_retries(8).deadline(Duration::from_secs(300));
/// let once = RetryPolicy::none();
/// # let _ = (patient, once);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    pub(crate) max_retries: u32,
    pub(crate) base_delay: Duration,
    pub(crate) max_delay: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
}

/// The longest wait a service can ask for where the call has no deadline: more is no answer a caller can wait for.
const LONGEST_SERVER_DELAY: Duration = Duration::from_secs(3600);

impl Default for RetryPolicy {
    /// 3 retries, base delay 500 ms, longest delay 30 s, 30 s an attempt, 2 minutes in all.
    fn default() -> Self {
        Self {
            max_retries: 3,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(30),
            deadline: Some(Duration::from_secs(120)),
            attempt_timeout: Some(Duration::from_secs(30)),
        }
    }
}

impl RetryPolicy {
    /// No retries; the limits of time are those of the default.
    pub fn none() -> Self {
        Self::default().max_retries(0)
    }

    /// How many times a call may be tried again after its first attempt; default 3.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// The upper bound of the wait before the first retry, doubled for each further one; default 500 ms.
    #[must_use]
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest wait that the client itself chooses; default 30 s. What the service asks for may be longer.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// How long the whole call may take, waits included; default 2 minutes. A wait that would end after it is not
    /// begun: the call returns at once. `None` for no limit.
    #[must_use]
    pub fn deadline(mut self, deadline: impl Into<Option<Duration>>) -> Self {
        self.deadline = deadline.into();
        self
    }

    /// How long one attempt may take, from connecting to the last byte of the answer; default 30 s. `None` for no
    /// limit but the deadline.
    #[must_use]
    pub fn attempt_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.attempt_timeout = timeout.into();
        self
    }

    /// How long to wait before the retry with this number, counted from 1; `None` where the wait would not end within
    /// what is left of the call's time.
    pub(crate) fn delay(
        &self,
        retry: u32,
        asked: Option<Duration>,
        left: Option<Duration>,
    ) -> Option<Duration> {
        let doublings = retry.saturating_sub(1).min(31);
        let ceiling = self
            .base_delay
            .saturating_mul(1 << doublings)
            .min(self.max_delay);
        let drawn = ceiling.mul_f64(fastrand::f64());
        let asked = asked.unwrap_or_default();
        let delay = drawn.max(asked);
        let in_time = match left {
            Some(left) => delay < left,
            None => asked <= LONGEST_SERVER_DELAY,
        };
        in_time.then_some(delay)
    }
}
