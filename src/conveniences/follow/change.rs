//! A change in a thread.

use crate::{
    ChatThread,
    types::{ChatMessage, ChatMessageType},
};

/// A change in a thread, with the message as the list had it.
///
/// A message that changed twice between two polls is returned once, in its last state.
///
/// Source: `ChatMessage` of the operation `ChatThread_ListChatMessages`.
#[non_exhaustive]
#[derive(Debug, Clone)]
pub enum Change {
    /// Somebody sent a message. It may have been edited before the first poll saw it.
    Sent {
        /// The thread.
        thread: ChatThread,
        /// The message.
        message: ChatMessage,
    },
    /// A message that was sent earlier was edited.
    Edited {
        /// The thread.
        thread: ChatThread,
        /// The message as it is now.
        message: ChatMessage,
    },
    /// A message was deleted, maybe before a poll saw it.
    Deleted {
        /// The thread.
        thread: ChatThread,
        /// What is left of the message.
        message: ChatMessage,
    },
    /// The service posted a message: the topic was updated, participants were added or removed, or something of a type
    /// that this version does not know.
    System {
        /// The thread.
        thread: ChatThread,
        /// The message.
        message: ChatMessage,
    },
}

impl Change {
    /// `is_new`: whether no change of the message was returned before.
    pub(super) fn new(thread: ChatThread, message: ChatMessage, is_new: bool) -> Self {
        let is_user = matches!(message.type_, ChatMessageType::Text | ChatMessageType::Html);
        match (is_user, &message.deleted_on, is_new) {
            (false, ..) => Self::System { thread, message },
            (true, Some(_), _) => Self::Deleted { thread, message },
            (true, None, true) => Self::Sent { thread, message },
            (true, None, false) => Self::Edited { thread, message },
        }
    }

    /// Returns the thread.
    pub fn thread(&self) -> &ChatThread {
        match self {
            Self::Sent { thread, .. }
            | Self::Edited { thread, .. }
            | Self::Deleted { thread, .. }
            | Self::System { thread, .. } => thread,
        }
    }

    /// Returns the message.
    pub fn message(&self) -> &ChatMessage {
        match self {
            Self::Sent { message, .. }
            | Self::Edited { message, .. }
            | Self::Deleted { message, .. }
            | Self::System { message, .. } => message,
        }
    }

    /// Returns the message by value.
    pub fn into_message(self) -> ChatMessage {
        match self {
            Self::Sent { message, .. }
            | Self::Edited { message, .. }
            | Self::Deleted { message, .. }
            | Self::System { message, .. } => message,
        }
    }
}
