//! When a delivery is attempted again, as Event Grid's documentation says.

use crate::clock::{Clock, Moment};
use std::time::Duration;

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The delays after the first attempts; the last one is that of all further ones. Event Grid varies them a little.
const SCHEDULE: [Duration; 10] = [
    seconds(10),
    seconds(30),
    seconds(60),
    seconds(5 * 60),
    seconds(10 * 60),
    seconds(30 * 60),
    seconds(60 * 60),
    seconds(3 * 60 * 60),
    seconds(6 * 60 * 60),
    seconds(12 * 60 * 60),
];
/// An event expires this long after its first attempt.
const LIMIT: Duration = seconds(24 * 60 * 60);

/// Whether a status accepts a delivery.
pub(super) fn is_accepted(status: u16) -> bool {
    (200..=204).contains(&status)
}

/// The attempts at a delivery so far.
#[derive(Default)]
pub(super) struct Attempts {
    retries: usize,
    waited: Duration,
}

impl Attempts {
    /// The delay before the next attempt after one with this status, or without a response. `None` after a status that
    /// another attempt cannot change, and where the event would expire.
    pub(super) fn next_delay(&mut self, status: Option<u16>) -> Option<Duration> {
        let least = match status {
            Some(400 | 401 | 403 | 413) => return None,
            Some(408) => seconds(2 * 60),
            Some(503) => seconds(30),
            _ => Duration::ZERO,
        };
        let scheduled = SCHEDULE[self.retries.min(SCHEDULE.len() - 1)];
        let delay = scheduled.max(least);
        let waited = self.waited + delay;
        if waited > LIMIT {
            return None;
        }
        self.retries += 1;
        self.waited = waited;
        Some(delay)
    }
}

/// Attempts a delivery again, after a first attempt that ended at a moment with this status, until it is accepted.
///
/// # Errors
///
/// The number of attempts and the status of the last one, where there is no further one.
pub(super) async fn retry<F: Future<Output = Option<u16>>>(
    clock: &Clock,
    mut since: Moment,
    mut status: Option<u16>,
    mut attempt: impl FnMut(usize) -> F,
) -> Result<(), (usize, Option<u16>)> {
    let mut attempts = Attempts::default();
    while let Some(delay) = attempts.next_delay(status) {
        clock.wait(since, delay).await;
        let attempted = clock.moment();
        status = attempt(attempts.retries).await;
        if status.is_some_and(is_accepted) {
            return Ok(());
        }
        since = attempted.renewed();
    }
    Err((attempts.retries + 1, status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::Instant;

    fn delays(status: Option<u16>) -> Vec<u64> {
        let mut attempts = Attempts::default();
        std::iter::from_fn(|| attempts.next_delay(status))
            .map(|delay| delay.as_secs())
            .collect()
    }

    /// When attempts are made that end in these statuses, in seconds after the first, and what they end in.
    async fn attempts(statuses: &[u16]) -> (Vec<u64>, Result<(), (usize, Option<u16>)>) {
        let (clock, started) = (Clock::new(), Instant::now());
        let (mut made, mut rest) = (Vec::new(), statuses[1..].iter());
        let ended = retry(&clock, clock.moment(), Some(statuses[0]), |retries| {
            made.push(started.elapsed().as_secs());
            assert_eq!(retries, made.len());
            let status = rest.next().copied();
            async move {
                // A response takes its time, which is not part of a delay.
                tokio::time::sleep(seconds(5)).await;
                status
            }
        });
        let ended = ended.await;
        (made, ended)
    }

    #[tokio::test(start_paused = true)]
    async fn attempts_go_on_until_one_is_accepted() {
        let (made, ended) = attempts(&[500, 500, 503, 204, 500]).await;
        assert_eq!(made, [10, 45, 110]);
        assert_eq!(ended, Ok(()));
    }

    #[tokio::test(start_paused = true)]
    async fn attempts_end_with_a_status_that_is_not_retried_and_after_a_day() {
        let (made, ended) = attempts(&[500, 403, 200]).await;
        assert_eq!((made, ended), (vec![10], Err((2, Some(403)))));
        let (made, ended) = attempts(&[500]).await;
        assert_eq!((made.len(), ended), (10, Err((11, None))));
        let (made, ended) = attempts(&[413, 200]).await;
        assert_eq!((made, ended), (vec![], Err((1, Some(413)))));
    }

    #[test]
    fn the_delays_grow_until_the_event_expires_after_a_day() {
        let schedule = [10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200];
        for status in [None, Some(500), Some(404), Some(302)] {
            assert_eq!(delays(status), schedule, "{status:?}");
        }
    }

    #[test]
    fn some_statuses_ask_for_more_time() {
        assert_eq!(delays(Some(503))[..3], [30, 30, 60]);
        assert_eq!(delays(Some(408))[..4], [120, 120, 120, 300]);
    }

    #[test]
    fn some_statuses_are_not_retried() {
        for status in [400, 401, 403, 413] {
            assert!(delays(Some(status)).is_empty(), "{status}");
        }
    }

    #[test]
    fn only_some_successes_accept() {
        let accepted: Vec<u16> = (100..600).filter(|status| is_accepted(*status)).collect();
        assert_eq!(accepted, [200, 201, 202, 203, 204]);
    }
}
