//! What follows a failed attempt.

use std::time::Duration;

use super::{Budget, RetryPolicy};
use crate::error::{AttemptError, StopReason};

/// What follows a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryDecision {
    /// Another attempt, after this delay.
    Retry(Duration),
    /// Another attempt, with a fresh token.
    RefreshToken,
    /// The call ends with the attempt's error.
    Stop(StopReason),
}

/// What a decision depends on besides the error.
pub(crate) struct Circumstances<'a> {
    pub policy: &'a RetryPolicy,
    pub budget: Option<&'a Budget>,
    /// Whether the operation may be processed twice without harm.
    pub is_repeatable: bool,
    /// Whether a fresh token can be fetched, and none was fetched for this call yet.
    pub can_refresh_token: bool,
    /// How many retries were made.
    pub retries: u32,
    /// The time until the deadline.
    pub time_left: Option<Duration>,
}

/// Decides what follows a failed attempt; a retry is taken from the budget.
pub(crate) fn decide(error: &AttemptError, circumstances: &Circumstances) -> RetryDecision {
    let Circumstances {
        policy,
        budget,
        is_repeatable,
        can_refresh_token,
        retries,
        time_left,
    } = *circumstances;
    if can_refresh_token && error.status() == Some(http::StatusCode::UNAUTHORIZED) {
        return RetryDecision::RefreshToken;
    }
    let is_safe = is_repeatable
        || !error.may_have_been_processed()
        || policy.dangerously_retry_unsafe_operations;
    if !error.is_transient() || !is_safe {
        return RetryDecision::Stop(StopReason::NotRetryable);
    }
    if retries >= policy.max_retries {
        return RetryDecision::Stop(StopReason::MaxRetries);
    }
    let Some(delay) = policy.delay(retries + 1, error.retry_after(), time_left) else {
        return RetryDecision::Stop(StopReason::Deadline);
    };
    if !budget.is_none_or(Budget::withdraw) {
        return RetryDecision::Stop(StopReason::RetryBudget);
    }
    RetryDecision::Retry(delay)
}
