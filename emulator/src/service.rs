//! The emulated service: its state, its faults and its clock.

use crate::clock::Clock;
use crate::contract::Contract;
use crate::error::ErrorShape;
use crate::faults::FaultInjector;
use crate::limits;
use crate::state::State;
use crate::time::Timestamp;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How the service behaves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) error_shape: ErrorShape,
    pub(crate) read_timeout: Duration,
    pub(crate) seed: u64,
    pub(crate) max_page_size: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            error_shape: ErrorShape::default(),
            read_timeout: Duration::from_secs(30),
            seed: 0,
            max_page_size: limits::PAGE_SIZE,
        }
    }
}

/// Everything that requests share.
pub(crate) struct Service {
    pub(crate) contract: &'static Contract,
    /// The endpoint, for links in responses to requests that name no host.
    pub(crate) url: String,
    pub(crate) error_shape: ErrorShape,
    /// The timeout for reading a body.
    pub(crate) read_timeout: Duration,
    pub(crate) max_page_size: usize,
    pub(crate) clock: Clock,
    state: Mutex<State>,
    faults: Mutex<FaultInjector>,
}

impl Service {
    pub(crate) fn new(
        contract: &'static Contract,
        url: String,
        options: Options,
        state: State,
    ) -> Self {
        Self {
            contract,
            url,
            error_shape: options.error_shape,
            read_timeout: options.read_timeout,
            max_page_size: options.max_page_size,
            clock: Clock::new(),
            state: Mutex::new(state),
            faults: Mutex::new(FaultInjector::new(options.seed)),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, FaultInjector> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
