//! The barest calls that a program can make with reqwest: it prepares the URLs and the token's header once, and decodes
//! only the fields that it reads.

use acs_chat::API_VERSION;
use reqwest::{
    Client, IntoUrl, RequestBuilder, Result, Url,
    header::{AUTHORIZATION, HeaderValue},
};
use serde::{Deserialize, Serialize};

use crate::BoxError;

/// The calls on one thread.
pub struct Barest {
    http: Client,
    authorization: HeaderValue,
    message: Url,
    messages: Url,
    first_page: Url,
}

/// A message, as far as the program reads it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Its id.
    pub id: String,
    /// The name of its sender.
    pub sender_display_name: Option<String>,
    /// Its content.
    pub content: Option<Content>,
}

/// The content of a message.
#[derive(Deserialize)]
pub struct Content {
    /// Its text.
    pub message: Option<String>,
}

/// A page of messages.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// The messages.
    pub value: Vec<Message>,
    /// The URL of the next page.
    pub next_link: Option<String>,
}

/// A message to send.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewMessage<'a> {
    /// Its text.
    pub content: &'a str,
    /// The name of its sender.
    pub sender_display_name: &'a str,
    /// Its type.
    pub r#type: &'a str,
}

/// A message that was sent.
#[derive(Deserialize)]
pub struct Sent {
    /// Its id.
    pub id: String,
}

impl Barest {
    /// Prepares the calls.
    ///
    /// # Parameters
    /// - `messages`: the URL of the thread's messages, without a query.
    /// - `message`: the id of the message to get.
    /// - `page_size`: the number of messages on a page.
    ///
    /// # Errors
    /// The token is no header value, or `messages` is no URL.
    pub fn new(
        http: Client,
        messages: &str,
        token: &str,
        message: &str,
        page_size: usize,
    ) -> std::result::Result<Self, BoxError> {
        let mut authorization = HeaderValue::try_from(format!("Bearer {token}"))?;
        authorization.set_sensitive(true);
        let query = format!("?api-version={API_VERSION}");
        Ok(Self {
            http,
            authorization,
            message: Url::parse(&format!("{messages}/{message}{query}"))?,
            messages: Url::parse(&format!("{messages}{query}"))?,
            first_page: Url::parse(&format!("{messages}{query}&maxPageSize={page_size}"))?,
        })
    }

    /// Gets the message.
    ///
    /// # Errors
    /// Those of reqwest, which include a status that is no success and a body that can't be decoded.
    pub async fn get_message(&self) -> Result<Message> {
        let request = self.get(self.message.clone());
        request.send().await?.error_for_status()?.json().await
    }

    /// Sends a message.
    ///
    /// # Errors
    /// See [`get_message`](Self::get_message).
    pub async fn send_message(&self, body: &NewMessage<'_>) -> Result<Sent> {
        let request = self
            .http
            .post(self.messages.clone())
            .header(AUTHORIZATION, self.authorization.clone())
            .json(body);
        request.send().await?.error_for_status()?.json().await
    }

    /// Gets the first page of the messages.
    ///
    /// # Errors
    /// See [`get_message`](Self::get_message).
    pub async fn first_page(&self) -> Result<Page> {
        let request = self.get(self.first_page.clone());
        request.send().await?.error_for_status()?.json().await
    }

    /// Gets the page at `link`.
    ///
    /// # Errors
    /// See [`get_message`](Self::get_message).
    pub async fn next_page(&self, link: &str) -> Result<Page> {
        let request = self.get(link);
        request.send().await?.error_for_status()?.json().await
    }

    fn get(&self, url: impl IntoUrl) -> RequestBuilder {
        let request = self.http.get(url);
        request.header(AUTHORIZATION, self.authorization.clone())
    }
}
