//! Short forms of the most common operations on a thread.

use crate::{
    ChatError, ChatThread, Items, RejectedParticipant, ResponseValue,
    types::{
        AddChatParticipantsRequest, ChatMessageType, ChatMessagesCollection, ChatParticipant,
        ChatParticipantsCollection, SendChatMessageRequest, SendChatMessageResult,
    },
};

/// Short forms of the most common operations.
impl ChatThread {
    /// Sends a text message. Short for [`send_chat_message`](Self::send_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendChatMessage`; see [`ChatError::may_have_been_processed`].
    pub async fn send_text(
        &self,
        content: impl Into<String>,
    ) -> Result<ResponseValue<SendChatMessageResult>, ChatError> {
        self.send_typed(content.into(), ChatMessageType::Text).await
    }

    /// Sends an HTML message. Short for [`send_chat_message`](Self::send_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendChatMessage`; see [`ChatError::may_have_been_processed`].
    pub async fn send_html(
        &self,
        content: impl Into<String>,
    ) -> Result<ResponseValue<SendChatMessageResult>, ChatError> {
        self.send_typed(content.into(), ChatMessageType::Html).await
    }

    /// Returns all messages, the most recently changed first. Short for [`list_chat_messages`](Self::list_chat_messages) and its `stream`.
    pub fn messages(&self) -> Items<ChatMessagesCollection> {
        self.list_chat_messages().stream()
    }

    /// Returns all participants. Short for [`list_chat_participants`](Self::list_chat_participants) and its `stream`.
    pub fn participants(&self) -> Items<ChatParticipantsCollection> {
        self.list_chat_participants().stream()
    }

    /// Adds participants, and returns the ones that the service rejected, with the reason: the service responds with
    /// success even if it added only some. Short for [`add_chat_participants`](Self::add_chat_participants).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_AddChatParticipants`.
    pub async fn add_participants(
        &self,
        participants: impl IntoIterator<Item = impl Into<ChatParticipant>>,
    ) -> Result<Vec<RejectedParticipant>, ChatError> {
        let participants: Vec<ChatParticipant> = participants.into_iter().map(Into::into).collect();
        let body = AddChatParticipantsRequest { participants };
        let result = self
            .add_chat_participants()
            .body(body.clone())
            .send()
            .await?;
        Ok(result.rejected(&body.participants))
    }

    async fn send_typed(
        &self,
        content: String,
        type_: ChatMessageType,
    ) -> Result<ResponseValue<SendChatMessageResult>, ChatError> {
        let body = SendChatMessageRequest::builder()
            .content(content)
            .type_(type_);
        self.send_chat_message().body(body).send().await
    }
}
