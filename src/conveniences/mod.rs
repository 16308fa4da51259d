//! Conveniences for schemas and operations that the API's document has no word for: identifiers, messages, rejected
//! participants, short forms, following threads. The only module that names schemas and operations. Each is compiled if
//! the document has what it needs, which `needs.rs` lists.

#![allow(
    clippy::needless_update,
    reason = "a request may have no other properties in another document"
)]
#![cfg_attr(
    not(conveniences),
    allow(unused, reason = "what is left out may leave its helpers and imports")
)]

#[cfg(convenience = "attachments")]
mod attachments;
#[cfg(convenience = "identifiers")]
mod display_name;
#[cfg(convenience = "follow")]
mod follow;
#[cfg(convenience = "identifiers")]
mod identifier;
#[cfg(convenience = "identifiers")]
mod identifier_text;
#[cfg(convenience = "messages")]
mod message_line;
#[cfg(convenience = "messages")]
mod messages;
#[cfg(convenience = "outgoing")]
mod outgoing;
#[cfg(convenience = "participants")]
mod participants;
#[cfg(convenience = "rejected")]
mod rejected;
#[cfg(convenience = "retention")]
mod retention;
mod short_forms;
#[cfg(convenience = "user")]
mod user;

#[cfg(convenience = "follow")]
pub use follow::{Change, Cursor, Follow, Hint};
#[cfg(convenience = "follow_threads")]
pub use follow::{FollowThreads, ThreadsCursor};
#[cfg(convenience = "identifiers")]
pub use identifier::CommunicationIdentifier;
#[cfg(convenience = "messages")]
pub use messages::MessageKind;
#[cfg(convenience = "outgoing")]
pub use outgoing::OutgoingMessage;
#[cfg(convenience = "rejected")]
pub use rejected::RejectedParticipant;
