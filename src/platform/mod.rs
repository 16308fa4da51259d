//! What tokio and `std` lack in a browser: clocks, timers and tasks, under the same names on every target.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{Instant, JoinSet, Sleep, sleep, sleep_until, system_time, timeout_at};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Instant, JoinSet, Sleep, sleep, sleep_until, system_time, timeout_at};
