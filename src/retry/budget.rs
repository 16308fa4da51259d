//! An outage is not multiplied: all calls of a client share what may be spent on retries.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a retry costs, in units of what a success gives back.
const RETRY: u32 = 10;

/// A bucket of tokens. A retry takes ten, a call that succeeds at once gives one back: of many calls, about one in ten
/// can be a retry once the bucket is empty.
#[derive(Debug)]
pub(crate) struct Budget {
    left: AtomicU32,
    capacity: u32,
}

impl Budget {
    /// A full bucket, enough for this many retries in a row.
    pub fn new(retries: u32) -> Self {
        let capacity = retries.saturating_mul(RETRY);
        Self {
            left: AtomicU32::new(capacity),
            capacity,
        }
    }

    /// Takes what a retry costs; false where it is not there.
    pub fn spend(&self) -> bool {
        let take = |left: u32| left.checked_sub(RETRY);
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take)
            .is_ok()
    }

    /// Gives back for a call that needed no retry.
    pub fn earn(&self) {
        // A full bucket is the common case, and needs no write to a shared line.
        if self.left.load(Ordering::Relaxed) < self.capacity {
            let give = |left: u32| (left < self.capacity).then_some(left + 1);
            let _ = self
                .left
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, give);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pays_for_as_many_retries_as_it_was_made_for() {
        let budget = Budget::new(3);
        assert_eq!((0..10).filter(|_| budget.spend()).count(), 3);
    }

    #[test]
    fn ten_successes_pay_for_a_retry() {
        let budget = Budget::new(1);
        assert!(budget.spend());
        for _ in 0..9 {
            budget.earn();
            assert!(!budget.spend());
        }
        budget.earn();
        assert!(budget.spend());
    }

    #[test]
    fn never_holds_more_than_its_capacity() {
        let budget = Budget::new(1);
        (0..1000).for_each(|_| budget.earn());
        assert!(budget.spend());
        assert!(!budget.spend());
    }

    #[test]
    fn an_empty_one_pays_for_nothing() {
        assert!(!Budget::new(0).spend());
    }
}
