//! Whether, when and how often a call is retried.

mod budget;
mod decision;
mod retry_after;

use std::time::Duration;

pub(crate) use budget::Budget;
pub(crate) use decision::{Circumstances, RetryDecision, decide};
pub(crate) use retry_after::retry_after;

/// How often, when and how long a call is retried.
///
/// Which errors are retried depends on the operation; see [`docs::reliability`](crate::docs::reliability). The delay
/// before the n-th retry is uniformly random between zero and `base_delay × 2ⁿ⁻¹`, at most `max_delay` (full jitter),
/// and never shorter than the service's `Retry-After`. All calls of a client share its
/// [retry budget](crate::ChatClientBuilder::retry_budget).
///
/// ```
/// use std::time::Duration;
/// use acs_chat::RetryPolicy;
///
/// let patient = RetryPolicy::default().with_max_retries(8).with_deadline(Duration::from_secs(300));
/// let once = RetryPolicy::none();
/// assert_eq!((patient.max_retries(), once.max_retries()), (8, 0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    max_retries: u32,
    base_delay: Duration,
    max_delay: Duration,
    deadline: Option<Duration>,
    attempt_timeout: Option<Duration>,
    dangerously_retry_unsafe_operations: bool,
}

/// The longest delay that a service can ask for if the call has no deadline.
const MAX_SERVER_DELAY: Duration = Duration::from_secs(3600);

impl Default for RetryPolicy {
    /// 3 retries, base delay 500 ms, maximum delay 30 s, attempt timeout 30 s, deadline 2 minutes.
    fn default() -> Self {
        Self {
            max_retries: 3,
            base_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(30),
            deadline: Some(Duration::from_secs(120)),
            attempt_timeout: Some(Duration::from_secs(30)),
            dangerously_retry_unsafe_operations: false,
        }
    }
}

impl RetryPolicy {
    /// No retries; the timeouts are those of the default.
    pub fn none() -> Self {
        Self::default().with_max_retries(0)
    }

    /// Sets the maximum number of retries after the first attempt; default 3.
    #[must_use]
    pub fn with_max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the upper bound of the delay before the first retry, doubled for each further one; default 500 ms.
    #[must_use]
    pub fn with_base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Sets the upper bound of all delays that the client chooses; default 30 s. The service may ask for more.
    #[must_use]
    pub fn with_max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Sets the time that the whole call may take, delays included; default 2 minutes. `None` for no limit. A delay that
    /// would pass the deadline ends the call at once.
    #[must_use]
    pub fn with_deadline(mut self, deadline: impl Into<Option<Duration>>) -> Self {
        self.deadline = deadline.into();
        self
    }

    /// Sets the time that one attempt may take, from connecting to the last byte of the response; default 30 s. `None`
    /// for no limit other than the deadline.
    #[must_use]
    pub fn with_attempt_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.attempt_timeout = timeout.into();
        self
    }

    /// Retries operations that are not safe to repeat, such as sending a message, after errors that may hide a success.
    /// The service may then process such a request several times: a message is posted more than once. Off by default.
    #[must_use]
    pub fn dangerously_retry_unsafe_operations(mut self) -> Self {
        self.dangerously_retry_unsafe_operations = true;
        self
    }

    /// Returns the maximum number of retries after the first attempt.
    pub fn max_retries(&self) -> u32 {
        self.max_retries
    }

    /// Returns the upper bound of the delay before the first retry.
    pub fn base_delay(&self) -> Duration {
        self.base_delay
    }

    /// Returns the upper bound of all delays that the client chooses.
    pub fn max_delay(&self) -> Duration {
        self.max_delay
    }

    /// Returns the time that the whole call may take; `None` for no limit.
    pub fn deadline(&self) -> Option<Duration> {
        self.deadline
    }

    /// Returns the time that one attempt may take; `None` for no limit other than the deadline.
    pub fn attempt_timeout(&self) -> Option<Duration> {
        self.attempt_timeout
    }

    /// Whether operations that are not safe to repeat are retried like the others.
    pub fn retries_unsafe_operations(&self) -> bool {
        self.dangerously_retry_unsafe_operations
    }

    /// The delay before this retry, counted from 1; `None` if it would pass the deadline.
    pub(crate) fn delay(
        &self,
        retry: u32,
        retry_after: Option<Duration>,
        time_left: Option<Duration>,
    ) -> Option<Duration> {
        let doublings = retry.saturating_sub(1).min(31);
        let ceiling = self
            .base_delay
            .saturating_mul(1 << doublings)
            .min(self.max_delay);
        let jittered = ceiling.mul_f64(fastrand::f64());
        let retry_after = retry_after.unwrap_or_default();
        let delay = jittered.max(retry_after);
        let is_in_time = match time_left {
            Some(time_left) => delay < time_left,
            None => retry_after <= MAX_SERVER_DELAY,
        };
        is_in_time.then_some(delay)
    }
}
