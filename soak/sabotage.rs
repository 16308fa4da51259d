//! The calls of a soak, through a client that is as it is or does wrong on purpose. A soak that stays green with a
//! sabotaged client shows nothing.

use acs_chat::{
    ChatClient, ChatError, ChatThread, CommunicationIdentifier, Items, RetryPolicy,
    types::{
        ChatMessage, ChatMessagesCollection, ChatThreadProperties, CommunicationIdentifierModel,
        CreateChatThreadRequest, SendReadReceiptRequest, UpdateChatMessageRequest,
        UpdateChatThreadRequest,
    },
};

use super::log::Failed;

/// A wrong that a client could do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sabotage {
    /// Sends a message again that may have been processed.
    RetriesSends,
    /// Reports a message as sent and does not send it.
    DropsMessages,
    /// Reports that the service did not process a request that it may have processed.
    NeverSaysMaybe,
    /// Reports every error as one of a request that may have been processed.
    AlwaysSaysMaybe,
    /// Reports a deletion as done that ended in a 5xx.
    SwallowsServerErrors,
    /// Creates a thread again with another `repeatability-request-id`.
    ForgetsRepeatabilityIds,
    /// Reports an edit as done and does not make it.
    SkipsEdits,
    /// Skips an item of a list.
    SkipsItems,
    /// Makes one attempt a call.
    NeverRetries,
    /// Returns another message than the requested one.
    ReadsOtherMessages,
    /// Reports a participant as removed and does not remove them.
    SkipsRemovals,
}

impl Sabotage {
    pub const ALL: [Self; 11] = [
        Self::RetriesSends,
        Self::DropsMessages,
        Self::NeverSaysMaybe,
        Self::AlwaysSaysMaybe,
        Self::SwallowsServerErrors,
        Self::ForgetsRepeatabilityIds,
        Self::SkipsEdits,
        Self::SkipsItems,
        Self::NeverRetries,
        Self::ReadsOtherMessages,
        Self::SkipsRemovals,
    ];
}

/// The first of so many calls goes wrong, where a sabotage concerns one call at a time.
const ONE_IN: usize = 3;

/// A client, perhaps a sabotaged one.
pub struct Caller {
    pub client: ChatClient,
    sabotage: Option<Sabotage>,
    calls: usize,
}

impl Caller {
    pub fn new(client: ChatClient, sabotage: Option<Sabotage>) -> Self {
        Self {
            client,
            sabotage,
            calls: 0,
        }
    }

    /// The retry policy of a client built with `policy`.
    pub fn retry(policy: RetryPolicy, sabotage: Option<Sabotage>) -> RetryPolicy {
        match sabotage {
            Some(Sabotage::NeverRetries) => policy.with_max_retries(0),
            _ => policy,
        }
    }

    fn is(&self, sabotage: Sabotage) -> bool {
        self.sabotage == Some(sabotage)
    }

    /// Whether this call goes wrong by this sabotage.
    fn now(&mut self, sabotage: Sabotage) -> bool {
        if !self.is(sabotage) {
            return false;
        }
        self.calls += 1;
        self.calls % ONE_IN == 1
    }

    fn done<T>(&self, result: Result<T, ChatError>) -> Result<T, Failed> {
        result.map_err(|error| {
            let mut failed = Failed::of(&error);
            match self.sabotage {
                Some(Sabotage::NeverSaysMaybe) => failed.may_have_been_processed = false,
                Some(Sabotage::AlwaysSaysMaybe) => failed.may_have_been_processed = true,
                _ => {}
            }
            failed
        })
    }

    /// Creates a thread; returns its id.
    pub async fn create(&self, topic: &str) -> Result<Option<String>, Failed> {
        let request = || {
            let body = CreateChatThreadRequest::builder().topic(topic);
            self.client.create_chat_thread().body(body)
        };
        let mut created = if self.is(Sabotage::ForgetsRepeatabilityIds) {
            request().retry(RetryPolicy::none()).send().await
        } else {
            request().send().await
        };
        if self.is(Sabotage::ForgetsRepeatabilityIds) && created.is_err() {
            created = request().send().await;
        }
        let created = self.done(created)?.into_inner();
        Ok(created.chat_thread.map(|thread| thread.id))
    }

    /// Sends a message; returns its id.
    pub async fn send(&mut self, at: &ChatThread, content: &str) -> Result<String, Failed> {
        if self.now(Sabotage::DropsMessages) {
            return Ok("1".to_owned());
        }
        let mut sent = at.send(content).await;
        let is_unclear = sent.as_ref().is_err_and(ChatError::may_have_been_processed);
        if self.is(Sabotage::RetriesSends) && is_unclear {
            sent = at.send(content).await;
        }
        Ok(self.done(sent)?.into_inner().id)
    }

    pub async fn edit(&self, at: &ChatThread, id: &str, content: &str) -> Result<(), Failed> {
        if self.is(Sabotage::SkipsEdits) {
            return Ok(());
        }
        let body = UpdateChatMessageRequest::builder().content(content);
        let request = at.update_chat_message().chat_message_id(id).body(body);
        self.done(request.send().await).map(drop)
    }

    pub async fn delete(&self, at: &ChatThread, id: &str) -> Result<(), Failed> {
        let mut request = at.delete_chat_message().chat_message_id(id);
        if self.is(Sabotage::SwallowsServerErrors) {
            request = request.retry(RetryPolicy::none());
        }
        match request.send().await {
            Err(error)
                if self.is(Sabotage::SwallowsServerErrors)
                    && error
                        .status()
                        .is_some_and(|status| status.is_server_error()) =>
            {
                Ok(())
            }
            deleted => self.done(deleted).map(drop),
        }
    }

    pub async fn rename(&self, at: &ChatThread, topic: &str) -> Result<(), Failed> {
        let body = UpdateChatThreadRequest::builder().topic(topic);
        let renamed = at.update_chat_thread_properties().body(body).send().await;
        self.done(renamed).map(drop)
    }

    pub async fn add(&self, at: &ChatThread, user: &str) -> Result<(), Failed> {
        let added = at.add_participants([CommunicationIdentifier::from(user)]);
        self.done(added.await).map(drop)
    }

    pub async fn remove(&self, at: &ChatThread, user: &str) -> Result<(), Failed> {
        if self.is(Sabotage::SkipsRemovals) {
            return Ok(());
        }
        let body: CommunicationIdentifierModel = CommunicationIdentifier::from(user).into();
        let removed = at.remove_chat_participant().body(body).send().await;
        self.done(removed).map(drop)
    }

    pub async fn mark_read(&self, at: &ChatThread, id: &str) -> Result<(), Failed> {
        let body = SendReadReceiptRequest::builder().chat_message_id(id);
        let marked = at.send_chat_read_receipt().body(body).send().await;
        self.done(marked).map(drop)
    }

    pub async fn type_(&self, at: &ChatThread) -> Result<(), Failed> {
        let sent = at.send_typing_notification().send().await;
        self.done(sent).map(drop)
    }

    /// Gets the message `id`; `other` is one that a sabotaged client gets instead.
    pub async fn get(
        &mut self,
        at: &ChatThread,
        id: &str,
        other: &str,
    ) -> Result<ChatMessage, Failed> {
        let id = if self.now(Sabotage::ReadsOtherMessages) {
            other
        } else {
            id
        };
        let got = at.get_chat_message().chat_message_id(id).send().await;
        self.done(got).map(|got| got.into_inner())
    }

    pub async fn properties(&self, at: &ChatThread) -> Result<ChatThreadProperties, Failed> {
        let got = at.get_chat_thread_properties().send().await;
        self.done(got).map(|got| got.into_inner())
    }

    /// Lists the newest messages.
    pub async fn newest(&self, at: &ChatThread) -> Result<Vec<ChatMessage>, Failed> {
        let page = at.list_chat_messages().max_page_size(20).send().await;
        self.done(page).map(|page| page.into_inner().value)
    }

    /// Lists all messages.
    pub async fn all(&self, at: &ChatThread) -> Result<Vec<ChatMessage>, Failed> {
        let mut items: Items<ChatMessagesCollection> =
            at.list_chat_messages().max_page_size(7).stream();
        let mut messages = Vec::new();
        while let Some(message) = items.next().await {
            messages.push(self.done(message)?);
        }
        if self.is(Sabotage::SkipsItems) && messages.len() > 7 {
            messages.remove(7);
        }
        Ok(messages)
    }
}
