//! What makes the API easier to use than its document can: written by hand for the schemas and operations of one
//! version, by their names. Nothing else in the crate names any.
//!
//! build.rs says which version that is, and compiles this only where the document is of that version.

mod identifier;
mod participants;
mod retention;
mod short_forms;

pub use identifier::CommunicationIdentifier;
pub use participants::RejectedParticipant;
