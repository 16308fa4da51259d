//! How often the service is polled.

use std::time::Duration;

/// The longest delay that a response can ask for.
pub(super) const MAX_ASKED: Duration = Duration::from_secs(3600);

/// The delay before the next poll: short after a change, half as long again after each poll without one.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    shortest: Duration,
    longest: Duration,
    delay: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self::new(Duration::from_secs(1), Duration::from_secs(30))
    }
}

impl Pace {
    pub fn new(shortest: Duration, longest: Duration) -> Self {
        // Zero would poll without a pause, and never grow.
        let shortest = shortest.max(Duration::from_millis(1));
        Self {
            shortest,
            longest: longest.max(shortest),
            delay: shortest,
        }
    }

    /// There was a change.
    pub fn quicken(&mut self) {
        self.delay = self.shortest;
    }

    /// The delay before the next poll, up to a quarter shorter at random, so that programs that were started together
    /// don't poll together.
    pub fn next(&mut self) -> Duration {
        let delay = self.delay.mul_f64(1.0 - fastrand::f64() / 4.0);
        self.delay = (self.delay.saturating_mul(3) / 2).min(self.longest);
        delay
    }

    /// The delay after a poll that failed, with what the service asked for.
    pub fn next_after_error(&mut self, asked: Option<Duration>) -> Duration {
        let asked = asked.unwrap_or_default().min(MAX_ASKED);
        self.next().max(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn assert_near(delay: Duration, expected: Duration) {
        assert!(
            delay <= expected && delay >= expected * 3 / 4,
            "{delay:?} {expected:?}"
        );
    }

    #[test]
    fn delays_grow_while_it_is_quiet_and_shrink_after_a_change() {
        let mut pace = Pace::new(SECOND, 3 * SECOND);
        for expected in [1.0, 1.5, 2.25, 3.0, 3.0] {
            assert_near(pace.next(), SECOND.mul_f64(expected));
        }
        pace.quicken();
        assert_near(pace.next(), SECOND);
    }

    #[test]
    fn delays_are_random() {
        let mut pace = Pace::new(SECOND, SECOND);
        let delays: std::collections::BTreeSet<_> = (0..100).map(|_| pace.next()).collect();
        assert!(delays.len() > 50, "{}", delays.len());
    }

    #[test]
    fn the_service_may_ask_for_a_longer_delay_up_to_an_hour() {
        let mut pace = Pace::new(SECOND, SECOND);
        assert_eq!(pace.next_after_error(Some(7 * SECOND)), 7 * SECOND);
        assert_near(pace.next_after_error(Some(Duration::ZERO)), SECOND);
        assert_near(pace.next_after_error(None), SECOND);
        assert_eq!(pace.next_after_error(Some(Duration::MAX)), MAX_ASKED);
    }

    #[test]
    fn limits_that_make_no_sense_are_corrected() {
        let mut pace = Pace::new(Duration::ZERO, Duration::ZERO);
        assert!(pace.next() > Duration::ZERO);
        let mut pace = Pace::new(SECOND, Duration::ZERO);
        assert_near(pace.next(), SECOND);
        let mut pace = Pace::new(Duration::MAX, Duration::MAX);
        assert!(pace.next() > SECOND && pace.next() > SECOND);
    }
}
