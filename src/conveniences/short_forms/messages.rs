//! Short forms of operations on messages.

use crate::{ChatError, ChatThread, Items, ResponseValue, types};

/// Short forms of operations on messages.
///
/// ```
/// # tokio::runtime::Runtime::new()?.block_on(async {
/// # let emulator = acs_chat_emulator::Emulator::start().await?;
/// # let client = acs_chat::ChatClient::builder(emulator.url()).credential(emulator.token("alice")).build()?;
/// # let (thread, _) = client.create_thread("Lunch", [emulator.user_id("bob")]).await?;
/// use acs_chat::OutgoingMessage;
///
/// thread.typing().await?;
/// let sent = thread.send("Noon?").await?;
/// thread.edit(&sent.id, "Noon, by the river?").await?;
/// let invitation = OutgoingMessage::html("<b>Noon</b>")
///     .sender_name("Alice")
///     .metadata([("priority", "low")]);
/// let second = thread.send(invitation).await?;
/// thread.mark_read(&second.id).await?;
/// thread.delete_message(&second.id).await?;
///
/// let mut messages = thread.messages();
/// while let Some(message) = messages.next().await {
///     println!("{}", message?);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl ChatThread {
    /// Sends a message: a string, or an [`OutgoingMessage`](crate::OutgoingMessage) for HTML, a sender's name or
    /// metadata. Short for [`send_chat_message`](Self::send_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendChatMessage`; see [`ChatError::may_have_been_processed`].
    #[cfg(convenience = "send")]
    pub async fn send(
        &self,
        message: impl Into<crate::OutgoingMessage>,
    ) -> Result<ResponseValue<types::SendChatMessageResult>, ChatError> {
        self.send_chat_message().body(message.into()).send().await
    }

    /// Returns all messages, the most recently changed first; the number in their `sequence_id` tells in which order they
    /// were sent. Short for [`list_chat_messages`](Self::list_chat_messages) and its `stream`.
    ///
    /// Pages have the service's default size of 10. For a long thread,
    /// `thread.list_chat_messages().max_page_size(200).stream()` needs fewer requests.
    #[cfg(convenience = "list_messages")]
    pub fn messages(&self) -> Items<types::ChatMessagesCollection> {
        self.list_chat_messages().stream()
    }

    /// Replaces the text of a message; its type stays. Short for [`update_chat_message`](Self::update_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_UpdateChatMessage`.
    #[cfg(convenience = "edit")]
    pub async fn edit(
        &self,
        message_id: impl Into<String>,
        content: impl Into<String>,
    ) -> Result<(), ChatError> {
        let body = types::UpdateChatMessageRequest {
            content: Some(content.into()),
            ..Default::default()
        };
        let request = self
            .update_chat_message()
            .chat_message_id(message_id.into());
        request.body(body).send().await.map(drop)
    }

    /// Deletes a message. Short for [`delete_chat_message`](Self::delete_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_DeleteChatMessage`.
    #[cfg(convenience = "delete_message")]
    pub async fn delete_message(&self, message_id: impl Into<String>) -> Result<(), ChatError> {
        let request = self
            .delete_chat_message()
            .chat_message_id(message_id.into());
        request.send().await.map(drop)
    }

    /// Tells the other participants that the user has read the thread up to this message, in threads of at most 20
    /// participants. Short for [`send_chat_read_receipt`](Self::send_chat_read_receipt).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendChatReadReceipt`.
    #[cfg(convenience = "mark_read")]
    pub async fn mark_read(&self, message_id: impl Into<String>) -> Result<(), ChatError> {
        let body = types::SendReadReceiptRequest::with_required(message_id.into());
        let request = self.send_chat_read_receipt().body(body);
        request.send().await.map(drop)
    }

    /// Tells the other participants that the user is typing, in threads of at most 20 participants. The indicator
    /// disappears after a few seconds: repeat the call while the user types. Short for
    /// [`send_typing_notification`](Self::send_typing_notification), which also takes the sender's name.
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendTypingNotification`.
    #[cfg(convenience = "typing")]
    pub async fn typing(&self) -> Result<(), ChatError> {
        self.send_typing_notification().send().await.map(drop)
    }
}
