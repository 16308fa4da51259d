//! Short forms of operations on threads in general.

use crate::{ChatClient, ChatError, ChatThread, Items, types};

/// Short forms of the most common operations.
impl ChatClient {
    /// Creates a thread, and returns a handle to it and the participants that the service rejected, with the reason. The
    /// client's user is a participant in any case. Short for [`create_chat_thread`](Self::create_chat_thread), which also
    /// takes metadata and a retention policy.
    ///
    /// A participant is a raw id, a [`CommunicationIdentifier`](crate::CommunicationIdentifier), a
    /// [`CommunicationIdentifierModel`](types::CommunicationIdentifierModel) or a
    /// [`ChatParticipant`](types::ChatParticipant); at most 200. For none, give `None::<&str>`.
    ///
    /// ```
    /// # tokio::runtime::Runtime::new()?.block_on(async {
    /// # let emulator = acs_chat_emulator::Emulator::start().await?;
    /// # let client = acs_chat::ChatClient::builder(emulator.url()).credential(emulator.token("alice")).build()?;
    /// # let bob = emulator.user_id("bob");
    /// let (thread, rejected) = client.create_thread("Lunch", [bob.as_str(), "4:+14255550123"]).await?;
    /// for rejected in &rejected {
    ///     println!("{rejected}"); // 4:+14255550123 was not added: …
    /// }
    /// thread.send("Noon, by the river?").await?;
    /// # assert_eq!(rejected.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Those of the operation `Chat_CreateChatThread`, and [`ChatError::Decode`] if the response does not tell the
    /// thread's id.
    #[cfg(convenience = "create_thread")]
    pub async fn create_thread(
        &self,
        topic: impl Into<String>,
        participants: impl IntoIterator<Item = impl Into<types::ChatParticipant>>,
    ) -> Result<(ChatThread, Vec<crate::RejectedParticipant>), ChatError> {
        let participants: Vec<types::ChatParticipant> =
            participants.into_iter().map(Into::into).collect();
        let body = types::CreateChatThreadRequest {
            participants: (!participants.is_empty()).then(|| participants.clone()),
            ..types::CreateChatThreadRequest::with_required(topic.into())
        };
        let created = self.create_chat_thread().body(body).send().await?;
        let id = created.chat_thread.as_ref().map(|thread| &thread.id);
        let Some(thread) = id.and_then(|id| self.thread(id).ok()) else {
            let reason = "the id of the thread is missing or invalid";
            return Err(created.undecodable("chatThread.id", reason));
        };
        Ok((thread, created.rejected(&participants)))
    }

    /// Returns the threads of the client's user, the one with the newest message first. Short for
    /// [`list_chat_threads`](Self::list_chat_threads) and its `stream`.
    ///
    /// ```
    /// # async fn example(client: acs_chat::ChatClient) -> Result<(), acs_chat::ChatError> {
    /// let mut threads = client.threads();
    /// while let Some(thread) = threads.next().await {
    ///     client.thread(thread?.id)?.send("Hello, everyone").await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(convenience = "threads")]
    pub fn threads(&self) -> Items<types::ChatThreadsItemCollection> {
        self.list_chat_threads().stream()
    }
}
