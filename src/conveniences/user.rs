//! Whose token a client sends.

use crate::{ChatClient, CommunicationIdentifier, CommunicationTokenCredential};

impl ChatClient {
    /// Returns the user whose token the client sends, for example to recognize its own messages. Short for
    /// [`CommunicationTokenCredential::user`] of its credential.
    ///
    /// ```
    /// # use acs_chat::{ChatClient, ChatError, types::ChatMessage};
    /// fn is_own(client: &ChatClient, message: &ChatMessage) -> bool {
    ///     client.user().is_some() && message.sender() == client.user()
    /// }
    /// ```
    pub fn user(&self) -> Option<CommunicationIdentifier> {
        self.credential().user()
    }
}

impl CommunicationTokenCredential {
    /// Returns the user of the current token, or of the last one if the service rejected it. It is read from the token
    /// and not verified. `None` if the token is opaque, and before a refreshing credential has fetched its first token,
    /// which it does with the first call.
    ///
    /// ```
    /// # tokio::runtime::Runtime::new()?.block_on(async {
    /// # let emulator = acs_chat_emulator::Emulator::start().await?;
    /// use acs_chat::CommunicationTokenCredential;
    ///
    /// let credential = CommunicationTokenCredential::fixed(emulator.token("alice"));
    /// let user = credential.user().expect("a user's token");
    /// assert_eq!(user.raw_id(), emulator.user_id("alice"));
    ///
    /// assert_eq!(CommunicationTokenCredential::fixed("opaque").user(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: the claim `skypeid` of the token.
    pub fn user(&self) -> Option<CommunicationIdentifier> {
        self.user_id().map(Into::into)
    }
}
