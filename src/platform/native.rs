//! tokio's, and the system's clock.

use std::time::SystemTime;

pub use tokio::{
    task::JoinSet,
    time::{Instant, Sleep, sleep, sleep_until, timeout_at},
};

/// The time of day.
pub fn system_time() -> SystemTime {
    SystemTime::now()
}
