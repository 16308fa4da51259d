//! Longer texts about the client, the same as in the folder `docs/` of the sources.

/// What the client promises about calls that fail, and what shows each promise.
#[doc = include_str!("../docs/reliability.md")]
pub mod reliability {}

/// What the client adds to a call and to a build, measured.
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}
