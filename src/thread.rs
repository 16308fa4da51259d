//! A handle to one thread.

use std::fmt;

use crate::{ChatClient, ChatError, runtime::parameter};

/// A handle to one thread: every operation with a thread in its path, with this one filled in, and short forms of the
/// most common ones.
///
/// Creating a handle sends nothing. A clone is another handle to the same thread.
///
/// ```no_run
/// # async fn example(client: acs_chat::ChatClient) -> Result<(), acs_chat::ChatError> {
/// let thread = client.thread("19:…@thread.v2")?;
/// let sent = thread.send("Lunch at noon?").await?;
/// let message = thread.get_chat_message().chat_message_id(&sent.id).send().await?;
/// println!("{message}");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ChatThread {
    client: ChatClient,
    id: String,
}

impl ChatClient {
    /// Returns a handle to the thread with this id.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] if the id cannot be one, for example because it is empty.
    pub fn thread(&self, id: impl Into<String>) -> Result<ChatThread, ChatError> {
        let id = id.into();
        parameter::path("chatThreadId", &id)?;
        Ok(ChatThread {
            client: self.clone(),
            id,
        })
    }
}

impl ChatThread {
    /// Returns the thread's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the client that the handle was created from.
    pub fn client(&self) -> &ChatClient {
        &self.client
    }
}

impl fmt::Debug for ChatThread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatThread")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
