//! The emulated service: its state, its faults and its clock.

use crate::contract::{Contract, contract};
use crate::faults::FaultBook;
use crate::state::State;
use crate::time::Timestamp;
use acs_chat_codegen::SpecError;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// Everything that requests share.
pub(crate) struct Service {
    pub(crate) contract: &'static Contract,
    /// The endpoint, for links in responses to requests that name no host.
    pub(crate) url: String,
    state: Mutex<State>,
    faults: Mutex<FaultBook>,
    /// Milliseconds that the clock is ahead of the system's.
    ahead: AtomicU64,
}

impl Service {
    pub(crate) fn new(
        url: String,
        state: State,
        faults: FaultBook,
    ) -> Result<Self, &'static SpecError> {
        Ok(Self {
            contract: contract()?,
            url,
            state: Mutex::new(state),
            faults: Mutex::new(faults),
            ahead: AtomicU64::new(0),
        })
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, FaultBook> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        let ahead = Duration::from_millis(self.ahead.load(Ordering::Relaxed));
        Timestamp::from_system(SystemTime::now()).plus(ahead)
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.ahead.fetch_add(
            u64::try_from(by.as_millis()).unwrap_or(u64::MAX),
            Ordering::Relaxed,
        );
    }
}
