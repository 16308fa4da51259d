//! The guide.
//!
//! | page | about |
//! |---|---|
//! | [`tokens`] | getting a token, and refreshing it |
//! | [`first_message`] | threads, participants, messages |
//! | [`lists`] | items, pages, continuing |
//! | [`following`] | each change of the messages once |
//! | [`events`] | being told of messages: polling, events, both together |
//! | [`errors`] | what an error says, what is retried, what to log |
//! | [`testing`] | the emulator, and mocks |
//! | [`regenerating`] | building from another version of the API |
//! | [`javascript`] | coming from the JavaScript client |
//! | [`reliability`] | the guarantees, with the tests that verify them |
//! | [`performance`] | the costs, measured |

/// Getting a token, and refreshing it.
#[cfg(conveniences)]
#[doc = include_str!("../docs/tokens.md")]
pub mod tokens {}

/// The first message: threads, participants, short forms.
#[cfg(conveniences)]
#[doc = include_str!("../docs/first_message.md")]
pub mod first_message {}

/// Lists: items, pages, and continuing in another process.
#[cfg(conveniences)]
#[doc = include_str!("../docs/lists.md")]
pub mod lists {}

/// Following threads: what is returned, and what it costs in requests.
#[cfg(convenience = "follow")]
#[doc = include_str!("../docs/following.md")]
pub mod following {}

/// Being told of messages: polling, events, and both together.
#[cfg(all(feature = "events", convenience = "follow_threads"))]
#[doc = include_str!("../docs/events.md")]
pub mod events {}

/// Errors and retries.
#[cfg(conveniences)]
#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

/// Testing without a resource.
#[cfg(conveniences)]
#[doc = include_str!("../docs/testing.md")]
pub mod testing {}

/// Building from another version of the API.
#[cfg(conveniences)]
#[doc = include_str!("../docs/regenerating.md")]
pub mod regenerating {}

/// Coming from the JavaScript client: their call, ours.
#[cfg(conveniences)]
#[doc = include_str!("../docs/javascript.md")]
pub mod javascript {}

/// The guarantees of a call, and the tests that verify them.
#[doc = include_str!("../docs/reliability.md")]
pub mod reliability {}

/// The cost of a call and of a build, measured.
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}
