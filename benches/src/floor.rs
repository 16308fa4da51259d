//! The calls written by hand on reqwest and serde, with the API's types: each formats its URL, sets the token, sends and
//! decodes, and does nothing else.

use acs_chat::{
    API_VERSION,
    types::{ChatMessage, ChatMessagesCollection, SendChatMessageRequest, SendChatMessageResult},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Client, Result};

/// The characters that a path segment can't hold as they are.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The calls on one endpoint.
#[derive(Clone)]
pub struct Floor {
    http: Client,
    endpoint: String,
    token: String,
}

impl Floor {
    /// Calls to `endpoint`, which does not end in a slash.
    pub fn new(http: Client, endpoint: &str, token: &str) -> Self {
        Self {
            http,
            endpoint: endpoint.to_owned(),
            token: token.to_owned(),
        }
    }

    /// `ChatThread_GetChatMessage`.
    ///
    /// # Errors
    /// Those of reqwest, which include a status that is no success and a body that can't be decoded.
    pub async fn get_message(&self, thread: &str, message: &str) -> Result<ChatMessage> {
        let message = utf8_percent_encode(message, SEGMENT);
        let url = format!("{}/{message}", self.messages(thread));
        let request = self
            .http
            .get(url)
            .query(&[("api-version", API_VERSION)])
            .bearer_auth(&self.token);
        request.send().await?.error_for_status()?.json().await
    }

    /// `ChatThread_SendChatMessage`.
    ///
    /// # Errors
    /// See [`get_message`](Self::get_message).
    pub async fn send_message(
        &self,
        thread: &str,
        body: &SendChatMessageRequest,
    ) -> Result<SendChatMessageResult> {
        let request = self
            .http
            .post(self.messages(thread))
            .query(&[("api-version", API_VERSION)])
            .bearer_auth(&self.token)
            .json(body);
        request.send().await?.error_for_status()?.json().await
    }

    /// The first page of `ChatThread_ListChatMessages`.
    ///
    /// # Errors
    /// See [`get_message`](Self::get_message).
    pub async fn first_page(&self, thread: &str, size: i32) -> Result<ChatMessagesCollection> {
        let request = self
            .http
            .get(self.messages(thread))
            .query(&[("api-version", API_VERSION)])
            .query(&[("maxPageSize", size)])
            .bearer_auth(&self.token);
        request.send().await?.error_for_status()?.json().await
    }

    /// The page at `link`.
    ///
    /// # Errors
    /// See [`get_message`](Self::get_message).
    pub async fn next_page(&self, link: &str) -> Result<ChatMessagesCollection> {
        let request = self.http.get(link).bearer_auth(&self.token);
        request.send().await?.error_for_status()?.json().await
    }

    /// The URL of a thread's messages, without a query.
    pub fn messages(&self, thread: &str) -> String {
        let thread = utf8_percent_encode(thread, SEGMENT);
        format!("{}/chat/threads/{thread}/messages", self.endpoint)
    }
}
