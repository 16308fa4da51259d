//! The attachments of a message.

use crate::types::{ChatAttachment, ChatMessage};

impl ChatMessage {
    /// Returns the attachments.
    pub fn attachments(&self) -> &[ChatAttachment] {
        let content = self.content.as_ref();
        content
            .and_then(|content| content.attachments.as_deref())
            .unwrap_or_default()
    }
}
