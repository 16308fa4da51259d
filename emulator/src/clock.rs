//! The emulator's clock, which can be advanced.

use crate::time::Timestamp;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// The system's clock, and how far it has been advanced. Clones are the same clock.
#[derive(Clone)]
pub(crate) struct Clock {
    ahead: watch::Sender<Duration>,
}

/// A moment to wait from.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    at: Instant,
    ahead: Duration,
}

impl Moment {
    /// The present, with the advances of the clock since this moment still to come.
    pub(crate) fn renewed(self) -> Self {
        Self {
            at: Instant::now(),
            ..self
        }
    }
}

impl Clock {
    pub(crate) fn new() -> Self {
        Self {
            ahead: watch::Sender::new(Duration::ZERO),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_system(SystemTime::now()).plus(*self.ahead.borrow())
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.ahead
            .send_modify(|ahead| *ahead = ahead.saturating_add(by));
    }

    /// The present moment.
    pub(crate) fn moment(&self) -> Moment {
        Moment {
            at: Instant::now(),
            ahead: *self.ahead.borrow(),
        }
    }

    /// Waits until `delay` after a moment. An advance of the clock since that moment shortens the wait.
    pub(crate) async fn wait(&self, since: Moment, delay: Duration) {
        let mut ahead = self.ahead.subscribe();
        loop {
            let advanced = ahead.borrow_and_update().saturating_sub(since.ahead);
            let left = delay.saturating_sub(advanced);
            tokio::select! {
                () = sleep_until(since.at + left) => return,
                // The sender is in `self`, so there is no error.
                _ = ahead.changed() => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::timeout;

    #[tokio::test(start_paused = true)]
    async fn an_advance_counts_whether_it_is_before_or_during_the_wait() {
        let clock = Clock::new();
        let (started, since) = (Instant::now(), clock.moment());
        clock.advance(Duration::from_secs(4));
        let mut wait = Box::pin(clock.wait(since, Duration::from_secs(10)));
        assert!(
            timeout(Duration::from_secs(5), &mut wait).await.is_err(),
            "one second is left"
        );
        clock.advance(Duration::from_secs(1));
        wait.await;
        assert_eq!(started.elapsed(), Duration::from_secs(5));
        clock.wait(clock.moment(), Duration::from_secs(10)).await;
        assert_eq!(started.elapsed(), Duration::from_secs(15));
    }
}
