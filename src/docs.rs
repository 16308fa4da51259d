//! Guides, the same as in `docs/` of the repository.

/// The guarantees of a call, and the tests that verify them.
#[doc = include_str!("../docs/reliability.md")]
pub mod reliability {}

/// The cost of a call and of a build, measured.
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}
