//! A handle to one thread.

use std::fmt;

use crate::{ChatClient, ChatError, parameter};

/// A thread, by its id: every operation that has a thread in its path, with this one filled in, and short forms of
/// what is done most.
///
/// A clone is another handle to the same thread. Nothing is sent to make one.
///
/// ```no_run
/// # async fn example(client: acs_chat::ChatClient) -> Result<(), acs_chat::ChatError> {
/// let thread = client.thread("19:…@thread.v2")?;
/// let sent = thread.send_text("Lunch at noon?").await?;
/// let message = thread.get_chat_message().chat_message_id(&sent.id).send().await?;
/// println!("{:?}", message.content);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ChatThread {
    client: ChatClient,
    id: String,
}

impl ChatThread {
    pub(crate) fn new(client: ChatClient, id: String) -> Result<Self, ChatError> {
        let id = parameter::path("chatThreadId", Some(id))?;
        Ok(Self { client, id })
    }

    /// The thread's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The client that the handle was made from.
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
