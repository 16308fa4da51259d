//! Guides, the same as in `docs/` of the repository.

/// The guarantees of a call, and the tests that verify them.
#[doc = include_str!("../docs/reliability.md")]
pub mod reliability {}

/// Following threads: what is returned, and what it costs in requests.
#[cfg(convenience = "follow")]
#[doc = include_str!("../docs/following.md")]
pub mod following {}

/// The cost of a call and of a build, measured.
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}
