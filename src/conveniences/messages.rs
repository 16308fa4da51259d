//! What a message says and who sent it.

use crate::{
    CommunicationIdentifier,
    types::{ChatMessage, ChatMessageContent, ChatMessageType, ChatParticipant},
};

/// What a [`ChatMessage`] says, by its type. `Debug` shows the content.
///
/// Source: `type` and `content` of schema `ChatMessage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageKind<'a> {
    /// Somebody sent plain text; it is empty if the message was deleted.
    Text(&'a str),
    /// Somebody sent HTML; it is empty if the message was deleted.
    Html(&'a str),
    /// Somebody changed the topic to this one.
    TopicUpdated(&'a str),
    /// Somebody added these participants.
    ParticipantAdded(&'a [ChatParticipant]),
    /// Somebody removed these participants, or they left.
    ParticipantRemoved(&'a [ChatParticipant]),
    /// Something else; see the message's `type_` and `content`.
    Other,
}

impl ChatMessage {
    /// Returns what the message says, by its type.
    ///
    /// ```
    /// use acs_chat::{MessageKind, types::ChatMessage};
    ///
    /// fn summary(message: &ChatMessage) -> String {
    ///     match message.kind() {
    ///         MessageKind::Text(text) | MessageKind::Html(text) => text.to_owned(),
    ///         MessageKind::ParticipantAdded(added) => format!("{} joined", added.len()),
    ///         _ => message.to_string(),
    ///     }
    /// }
    /// ```
    pub fn kind(&self) -> MessageKind<'_> {
        let content = self.content.as_ref();
        let text = || content.and_then(|content| content.message.as_deref());
        let topic = || content.and_then(|content| content.topic.as_deref());
        let participants = || content.and_then(|content| content.participants.as_deref());
        match self.type_ {
            ChatMessageType::Text => MessageKind::Text(text().unwrap_or_default()),
            ChatMessageType::Html => MessageKind::Html(text().unwrap_or_default()),
            ChatMessageType::TopicUpdated => MessageKind::TopicUpdated(topic().unwrap_or_default()),
            ChatMessageType::ParticipantAdded => {
                MessageKind::ParticipantAdded(participants().unwrap_or_default())
            }
            ChatMessageType::ParticipantRemoved => {
                MessageKind::ParticipantRemoved(participants().unwrap_or_default())
            }
            _ => MessageKind::Other,
        }
    }

    /// Returns the text that somebody sent, as it was sent: with markup, if the message is HTML. `None` if the message
    /// was deleted, or is not of the type `text` or `html`.
    pub fn text(&self) -> Option<&str> {
        match self.kind() {
            MessageKind::Text(text) | MessageKind::Html(text) if !self.is_deleted() => Some(text),
            _ => None,
        }
    }

    /// Returns who sent the message; `None` for one that the service posted itself.
    pub fn sender(&self) -> Option<CommunicationIdentifier> {
        let sender = self.sender_communication_identifier.as_ref();
        sender.map(Into::into)
    }

    /// Whether the message was deleted. Its content is then gone.
    pub fn is_deleted(&self) -> bool {
        self.deleted_on.is_some()
    }

    /// Whether the message was edited.
    pub fn is_edited(&self) -> bool {
        self.edited_on.is_some()
    }

    /// Who made the change that a message of the service tells of.
    pub(super) fn initiator(&self) -> Option<CommunicationIdentifier> {
        let initiator = |content: &ChatMessageContent| {
            let initiator = content.initiator_communication_identifier.as_ref();
            initiator.map(Into::into)
        };
        self.content.as_ref().and_then(initiator)
    }
}
