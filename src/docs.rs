//! Guides, the same as in `docs/` of the repository.

/// The guarantees of a call, and the tests that verify them.
#[doc = include_str!("../docs/reliability.md")]
pub mod reliability {}

/// Following threads: what is returned, and what it costs in requests.
#[cfg(convenience = "follow")]
#[doc = include_str!("../docs/following.md")]
pub mod following {}

/// Being told of messages: polling, events, and both together.
#[cfg(all(feature = "events", convenience = "follow_threads"))]
#[doc = include_str!("../docs/events.md")]
pub mod events {}

/// The cost of a call and of a build, measured.
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}
