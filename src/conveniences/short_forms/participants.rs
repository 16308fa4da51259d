//! Short forms of operations on participants.

use crate::{ChatError, ChatThread, Items, types};

/// Short forms of operations on participants.
///
/// A participant is a raw id, a [`CommunicationIdentifier`](crate::CommunicationIdentifier), a
/// [`CommunicationIdentifierModel`](types::CommunicationIdentifierModel) or a [`ChatParticipant`](types::ChatParticipant).
///
/// ```
/// # tokio::runtime::Runtime::new()?.block_on(async {
/// # let emulator = acs_chat_emulator::Emulator::start().await?;
/// # let client = acs_chat::ChatClient::builder(emulator.url()).credential(emulator.token("alice")).build()?;
/// # let bob = acs_chat::CommunicationIdentifier::from(emulator.user_id("bob"));
/// # let (thread, _) = client.create_thread("Lunch", None::<&str>).await?;
/// for rejected in thread.add_participants([&bob]).await? {
///     println!("{rejected}");
/// }
/// assert_eq!(thread.participants().collect_all().await?.len(), 2);
/// thread.remove_participant(&bob).await?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl ChatThread {
    /// Returns all participants. Short for [`list_chat_participants`](Self::list_chat_participants) and its `stream`.
    #[cfg(convenience = "list_participants")]
    pub fn participants(&self) -> Items<types::ChatParticipantsCollection> {
        self.list_chat_participants().stream()
    }

    /// Adds participants, at most 200, and returns the ones that the service rejected, with the reason: the service
    /// responds with success even if it added only some. Short for
    /// [`add_chat_participants`](Self::add_chat_participants).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_AddChatParticipants`.
    #[cfg(convenience = "add_participants")]
    pub async fn add_participants(
        &self,
        participants: impl IntoIterator<Item = impl Into<types::ChatParticipant>>,
    ) -> Result<Vec<crate::RejectedParticipant>, ChatError> {
        let participants: Vec<types::ChatParticipant> =
            participants.into_iter().map(Into::into).collect();
        let body = types::AddChatParticipantsRequest::with_required(participants.clone());
        let result = self.add_chat_participants().body(body).send().await?;
        Ok(result.rejected(&participants))
    }

    /// Removes a participant; the client's own user leaves the thread. Short for
    /// [`remove_chat_participant`](Self::remove_chat_participant).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_RemoveChatParticipant`.
    #[cfg(convenience = "remove_participant")]
    pub async fn remove_participant(
        &self,
        participant: impl Into<types::ChatParticipant>,
    ) -> Result<(), ChatError> {
        let identifier = participant.into().communication_identifier;
        let request = self.remove_chat_participant().body(identifier);
        request.send().await.map(drop)
    }
}
