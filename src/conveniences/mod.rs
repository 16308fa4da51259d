//! Conveniences for schemas and operations that the API's document has no word for: identifiers, rejected participants,
//! short forms, following threads. The only module that names schemas and operations; build.rs compiles it for one version of the API.

mod follow;
mod identifier;
mod participants;
mod retention;
mod short_forms;

pub use follow::{Change, Cursor, Follow, FollowThreads, ThreadsCursor};
pub use identifier::CommunicationIdentifier;
pub use participants::RejectedParticipant;
