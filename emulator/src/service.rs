//! The emulated service: its state, its faults and its clock.

use crate::contract::{Contract, contract};
use crate::error::ErrorShape;
use crate::faults::FaultInjector;
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
    pub(crate) error_shape: ErrorShape,
    state: Mutex<State>,
    faults: Mutex<FaultInjector>,
    /// Milliseconds that the clock is ahead of the system's.
    clock_offset: AtomicU64,
}

impl Service {
    pub(crate) fn new(
        url: String,
        error_shape: ErrorShape,
        state: State,
        faults: FaultInjector,
    ) -> Result<Self, &'static SpecError> {
        Ok(Self {
            contract: contract()?,
            url,
            error_shape,
            state: Mutex::new(state),
            faults: Mutex::new(faults),
            clock_offset: AtomicU64::new(0),
        })
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, FaultInjector> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        let ahead = Duration::from_millis(self.clock_offset.load(Ordering::Relaxed));
        Timestamp::from_system(SystemTime::now()).plus(ahead)
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.clock_offset.fetch_add(
            u64::try_from(by.as_millis()).unwrap_or(u64::MAX),
            Ordering::Relaxed,
        );
    }
}
