//! A message as a line that a person reads.

use std::fmt;

use super::display_name::{line, name};
use crate::{
    MessageKind,
    types::{ChatMessage, ChatParticipant},
};

/// One line: when, who and what, for example `2026-03-01 12:00:00Z Alice: Noon?` or
/// `2026-03-01 12:00:00Z Alice added Bob`. HTML is written with its markup.
///
/// It contains the message's content. Line breaks, other control characters and those that change the direction of text
/// are replaced by spaces.
impl fmt::Display for ChatMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.created_on.format("%Y-%m-%d %H:%M:%SZ");
        write!(f, "{time} {}", sender(self))?;
        match self.kind() {
            MessageKind::Text(_) | MessageKind::Html(_) if self.is_deleted() => {
                return f.write_str(": (deleted)");
            }
            MessageKind::Text(text) | MessageKind::Html(text) => {
                write!(f, ": {}", line(text))?;
                #[cfg(convenience = "attachments")]
                match self.attachments().len() {
                    0 => {}
                    1 => f.write_str(" (1 attachment)")?,
                    count => write!(f, " ({count} attachments)")?,
                }
            }
            MessageKind::TopicUpdated(topic) => {
                write!(f, " changed the topic to “{}”", line(topic))?;
            }
            MessageKind::ParticipantAdded(added) => match self.is_about_initiator(added) {
                true => f.write_str(" joined")?,
                false => write!(f, " added {}", names(added))?,
            },
            MessageKind::ParticipantRemoved(removed) => match self.is_about_initiator(removed) {
                true => f.write_str(" left")?,
                false => write!(f, " removed {}", names(removed))?,
            },
            MessageKind::Other => write!(f, ": message of type {}", line(self.type_.as_str()))?,
        }
        f.write_str(if self.is_edited() { " (edited)" } else { "" })
    }
}

impl ChatMessage {
    /// Whether somebody added or removed nobody but themselves.
    fn is_about_initiator(&self, participants: &[ChatParticipant]) -> bool {
        match (participants, self.initiator()) {
            ([one], Some(initiator)) => initiator == one.communication_identifier,
            _ => false,
        }
    }
}

/// The name of the one who made the change or sent the message.
fn sender(message: &ChatMessage) -> String {
    let identifier = || message.initiator().or_else(|| message.sender());
    let name = name(message.sender_display_name.as_deref(), identifier);
    name.unwrap_or_else(|| "Somebody".to_owned())
}

fn names(participants: &[ChatParticipant]) -> String {
    let names = participants.iter().map(|participant| {
        let identifier = || Some((&participant.communication_identifier).into());
        let name = name(participant.display_name.as_deref(), identifier);
        name.unwrap_or_else(|| "somebody".to_owned())
    });
    let names: Vec<String> = names.collect();
    match names.is_empty() {
        true => "somebody".to_owned(),
        false => names.join(", "),
    }
}
