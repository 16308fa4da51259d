//! Short forms of operations on a thread itself.

use crate::{ChatError, ChatThread, Nullable, types};

/// Short forms of operations on the thread itself.
///
/// ```
/// # tokio::runtime::Runtime::new()?.block_on(async {
/// # let emulator = acs_chat_emulator::Emulator::start().await?;
/// # let client = acs_chat::ChatClient::builder(emulator.url()).credential(emulator.token("alice")).build()?;
/// # let (thread, _) = client.create_thread("Lunch", None::<&str>).await?;
/// # #[cfg(convenience = "set_retention")]
/// use acs_chat::types::ChatRetentionPolicy;
///
/// thread.rename("Lunch by the river").await?;
/// # #[cfg(convenience = "set_retention")]
/// thread.set_retention(ChatRetentionPolicy::after_creation(60)).await?;
/// # #[cfg(convenience = "set_metadata")]
/// thread.set_metadata([("project", "picnic"), ("draft", "")]).await?;
/// thread.delete().await?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl ChatThread {
    /// Changes the topic. Short for [`update_chat_thread_properties`](Self::update_chat_thread_properties).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_UpdateChatThreadProperties`.
    #[cfg(convenience = "rename")]
    pub async fn rename(&self, topic: impl Into<String>) -> Result<(), ChatError> {
        self.update(types::UpdateChatThreadRequest {
            topic: Some(topic.into()),
            ..Default::default()
        })
        .await
    }

    /// Changes when the service deletes the thread; [`ChatRetentionPolicy::none`](types::ChatRetentionPolicy::none) keeps
    /// it. Short for [`update_chat_thread_properties`](Self::update_chat_thread_properties).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_UpdateChatThreadProperties`.
    #[cfg(convenience = "set_retention")]
    pub async fn set_retention(&self, policy: types::ChatRetentionPolicy) -> Result<(), ChatError> {
        self.update(types::UpdateChatThreadRequest {
            retention_policy: Some(Nullable::Value(policy)),
            ..Default::default()
        })
        .await
    }

    /// Merges these pairs into the thread's application data: keys that are not given stay, and an empty value removes
    /// its key. Short for [`update_chat_thread_properties`](Self::update_chat_thread_properties).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_UpdateChatThreadProperties`.
    #[cfg(convenience = "set_metadata")]
    pub async fn set_metadata(
        &self,
        pairs: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Result<(), ChatError> {
        let pairs = pairs.into_iter();
        let pairs = pairs.map(|(key, value)| (key.into(), value.into()));
        self.update(types::UpdateChatThreadRequest {
            metadata: Some(pairs.collect()),
            ..Default::default()
        })
        .await
    }

    /// Deletes the thread for all participants. Short for [`delete_chat_thread`](Self::delete_chat_thread).
    ///
    /// # Errors
    /// Those of the operation `Chat_DeleteChatThread`.
    #[cfg(convenience = "delete_thread")]
    pub async fn delete(&self) -> Result<(), ChatError> {
        self.delete_chat_thread().send().await.map(drop)
    }

    #[cfg(convenience = "update_thread")]
    async fn update(&self, body: types::UpdateChatThreadRequest) -> Result<(), ChatError> {
        let request = self.update_chat_thread_properties().body(body);
        request.send().await.map(drop)
    }
}
