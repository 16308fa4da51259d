//! Conveniences for schemas and operations that the API's document has no word for: identifiers, messages, rejected
//! participants, short forms, following threads. The only module that names schemas and operations; build.rs compiles it
//! for one version of the API.

mod follow;
mod identifier;
mod identifier_text;
mod message_line;
mod messages;
mod outgoing;
mod participants;
mod rejected;
mod retention;
mod short_forms;
mod user;

pub use follow::{Change, Cursor, Follow, FollowThreads, ThreadsCursor};
pub use identifier::CommunicationIdentifier;
pub use messages::MessageKind;
pub use outgoing::OutgoingMessage;
pub use rejected::RejectedParticipant;
