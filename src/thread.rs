//! A handle to one thread.

use std::fmt;

use crate::{
    ChatClient, ChatError, Items, RejectedParticipant, ResponseValue, parameter,
    types::{
        AddChatParticipantsRequest, ChatMessageType, ChatMessagesCollection, ChatParticipant,
        ChatParticipantsCollection, SendChatMessageRequest, SendChatMessageResult,
    },
};

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

    /// Sends a text message. Short for [`send_chat_message`](Self::send_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendChatMessage`; see [`ChatError::maybe_sent`].
    pub async fn send_text(
        &self,
        content: impl Into<String>,
    ) -> Result<ResponseValue<SendChatMessageResult>, ChatError> {
        self.send_typed(content.into(), ChatMessageType::Text).await
    }

    /// Sends an HTML message. Short for [`send_chat_message`](Self::send_chat_message).
    ///
    /// # Errors
    /// Those of the operation `ChatThread_SendChatMessage`; see [`ChatError::maybe_sent`].
    pub async fn send_html(
        &self,
        content: impl Into<String>,
    ) -> Result<ResponseValue<SendChatMessageResult>, ChatError> {
        self.send_typed(content.into(), ChatMessageType::Html).await
    }

    /// All messages, newest first. Short for [`list_chat_messages`](Self::list_chat_messages) and its `stream`.
    pub fn messages(&self) -> Items<ChatMessagesCollection> {
        self.list_chat_messages().stream()
    }

    /// All participants. Short for [`list_chat_participants`](Self::list_chat_participants) and its `stream`.
    pub fn participants(&self) -> Items<ChatParticipantsCollection> {
        self.list_chat_participants().stream()
    }

    /// Adds participants, and says who of them was rejected and why: the service answers with success although it
    /// added only some. Short for [`add_chat_participants`](Self::add_chat_participants).
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

impl fmt::Debug for ChatThread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatThread")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
