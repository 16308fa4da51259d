//! A message to send.

use std::{collections::BTreeMap, fmt};

use crate::types::{ChatMessageType, SendChatMessageRequest};

/// A message for [`ChatThread::send`](crate::ChatThread::send): text or HTML, at most 28 KB. A string is one of text.
///
/// ```
/// use acs_chat::OutgoingMessage;
///
/// let message = OutgoingMessage::html("<b>Noon</b>, by the river?")
///     .sender_name("Alice")
///     .metadata([("priority", "low")]);
/// ```
///
/// `Debug` does not show the content. It converts into a [`SendChatMessageRequest`], for a request with a retry policy or
/// a request id: `thread.send_chat_message().body(message)`. The builder of that type takes a name that may be absent, as
/// that of another message.
///
/// Source: schema `SendChatMessageRequest`.
#[derive(Clone, PartialEq, Eq)]
#[must_use = "a message does nothing until it is sent"]
pub struct OutgoingMessage {
    content: String,
    type_: ChatMessageType,
    sender_name: Option<String>,
    metadata: BTreeMap<String, String>,
}

impl OutgoingMessage {
    /// Creates a message of plain text.
    pub fn text(content: impl Into<String>) -> Self {
        Self::new(content.into(), ChatMessageType::Text)
    }

    /// Creates a message of HTML.
    pub fn html(content: impl Into<String>) -> Self {
        Self::new(content.into(), ChatMessageType::Html)
    }

    fn new(content: String, type_: ChatMessageType) -> Self {
        Self {
            content,
            type_,
            sender_name: None,
            metadata: BTreeMap::new(),
        }
    }

    /// Sets the name that is shown for the sender.
    pub fn sender_name(mut self, name: impl Into<String>) -> Self {
        self.sender_name = Some(name.into());
        self
    }

    /// Adds pairs of application data, which the service keeps with the message. A later value of a key replaces an
    /// earlier one.
    pub fn metadata(
        mut self,
        pairs: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        let pairs = pairs.into_iter();
        self.metadata
            .extend(pairs.map(|(key, value)| (key.into(), value.into())));
        self
    }
}

impl From<&str> for OutgoingMessage {
    /// The same as [`text`](Self::text).
    fn from(content: &str) -> Self {
        Self::text(content)
    }
}

impl From<String> for OutgoingMessage {
    /// The same as [`text`](Self::text).
    fn from(content: String) -> Self {
        Self::text(content)
    }
}

impl From<&String> for OutgoingMessage {
    /// The same as [`text`](Self::text).
    fn from(content: &String) -> Self {
        Self::text(content)
    }
}

impl From<OutgoingMessage> for SendChatMessageRequest {
    /// Creates the request's body.
    fn from(message: OutgoingMessage) -> Self {
        Self {
            metadata: (!message.metadata.is_empty()).then_some(message.metadata),
            sender_display_name: message.sender_name,
            type_: Some(message.type_),
            ..Self::with_required(message.content)
        }
    }
}

impl fmt::Debug for OutgoingMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutgoingMessage")
            .field("type", &self.type_)
            .finish_non_exhaustive()
    }
}
