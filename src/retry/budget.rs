//! The retry budget, shared by all calls of a client so that retries do not multiply an outage.

use std::sync::atomic::{AtomicU32, Ordering};

/// The cost of a retry; a success deposits 1.
const RETRY: u32 = 10;

/// A token bucket. A retry withdraws ten, a call that succeeds at the first attempt deposits one: once the bucket is
/// empty, about one call in ten can be retried.
#[derive(Debug)]
pub(crate) struct Budget {
    balance: AtomicU32,
    capacity: u32,
}

impl Budget {
    /// A full bucket, enough for this many retries.
    pub fn new(retries: u32) -> Self {
        let capacity = retries.saturating_mul(RETRY);
        Self {
            balance: AtomicU32::new(capacity),
            capacity,
        }
    }

    /// Withdraws the cost of a retry; `false` if the balance is too low.
    pub fn withdraw(&self) -> bool {
        let withdraw = |balance: u32| balance.checked_sub(RETRY);
        self.balance
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, withdraw)
            .is_ok()
    }

    /// Deposits for a call that needed no retry.
    pub fn deposit(&self) {
        // A full bucket is the common case, and needs no write to a shared line.
        if self.balance.load(Ordering::Relaxed) < self.capacity {
            let deposit = |balance: u32| (balance < self.capacity).then_some(balance + 1);
            let _ = self
                .balance
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, deposit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pays_for_as_many_retries_as_it_was_made_for() {
        let budget = Budget::new(3);
        assert_eq!((0..10).filter(|_| budget.withdraw()).count(), 3);
    }

    #[test]
    fn ten_successes_pay_for_a_retry() {
        let budget = Budget::new(1);
        assert!(budget.withdraw());
        for _ in 0..9 {
            budget.deposit();
            assert!(!budget.withdraw());
        }
        budget.deposit();
        assert!(budget.withdraw());
    }

    #[test]
    fn never_holds_more_than_its_capacity() {
        let budget = Budget::new(1);
        (0..1000).for_each(|_| budget.deposit());
        assert!(budget.withdraw());
        assert!(!budget.withdraw());
    }

    #[test]
    fn an_empty_one_pays_for_nothing() {
        assert!(!Budget::new(0).withdraw());
    }
}
