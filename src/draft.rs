//! What the caller gave, put together: each attempt of the call makes its request from it.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use progenitor_client::{ByteStream, QueryParam};
use reqwest::Url;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    ChatError, ResponseValue,
    call::Call,
    decode::{decode, emptied, streamed},
    error::InvalidRequest,
    transport::{Done, carry_out},
};

/// A request of one operation, at the endpoint.
pub(crate) struct Draft {
    pub call: Call,
    pub method: Method,
    pub url: Url,
    /// The headers that the operation takes.
    pub headers: HeaderMap,
    pub body: Option<Bytes>,
}

impl Draft {
    /// Begins with the path below the endpoint, segment by segment; a segment stays one, whatever it holds.
    pub fn new(call: Call, path: &[&str]) -> Self {
        // The endpoint has been parsed once: to parse it again with each call costs more than all else here.
        let mut url = call.shared().endpoint.url.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        Self {
            method: call.operation.method.clone(),
            ..Self::get(call, url)
        }
    }

    /// A GET, such as a link to a next page asks for, whatever the operation's own method is.
    pub fn get(call: Call, url: Url) -> Self {
        Self {
            call,
            method: Method::GET,
            url,
            headers: HeaderMap::new(),
            body: None,
        }
    }

    pub fn query(&mut self, name: &str, value: &impl Serialize) -> Result<(), ChatError> {
        let mut pairs = self.url.query_pairs_mut();
        let serializer = serde_urlencoded::Serializer::new(&mut pairs);
        let outcome = QueryParam::new(name, value).serialize(serializer).map(drop);
        drop(pairs);
        outcome.map_err(|error| self.wrong("query", error))
    }

    pub fn header(&mut self, name: HeaderName, value: HeaderValue) {
        self.headers.insert(name, value);
    }

    pub fn json(&mut self, body: &impl Serialize) -> Result<(), ChatError> {
        let body = serde_json::to_vec(body).map_err(|error| self.wrong("body", error))?;
        self.bytes(body);
        Ok(())
    }

    #[allow(dead_code, reason = "not every document has such a body")]
    pub fn form(&mut self, body: &impl Serialize) -> Result<(), ChatError> {
        let body = serde_urlencoded::to_string(body).map_err(|error| self.wrong("body", error))?;
        self.bytes(body);
        Ok(())
    }

    pub fn bytes(&mut self, body: impl Into<Bytes>) {
        self.body = Some(body.into());
    }

    fn wrong(
        &self,
        parameter: &'static str,
        error: impl std::error::Error + Send + Sync + 'static,
    ) -> ChatError {
        let invalid = InvalidRequest::new(parameter, "can't be written", "see the source");
        self.call.invalid(invalid.because(error))
    }

    /// Carries out the call, whose answer is JSON.
    pub async fn send<T: DeserializeOwned>(self) -> Result<ResponseValue<T>, ChatError> {
        decode(self.call.operation, carry_out(&self).await?)
    }

    /// Carries out the call, whose answer is nothing but its status.
    #[allow(dead_code, reason = "not every document has such an operation")]
    pub async fn send_empty(self) -> Result<ResponseValue<()>, ChatError> {
        Ok(emptied(carry_out(&self).await?))
    }

    /// Carries out the call, whose answer is not decoded.
    #[allow(dead_code, reason = "not every document has such an operation")]
    pub async fn send_raw(self) -> Result<ResponseValue<ByteStream>, ChatError> {
        Ok(streamed(carry_out(&self).await?))
    }

    /// Carries out the call, and tells which URL its answer came from.
    pub async fn fetch(self) -> Result<(Done, Url), ChatError> {
        let done = carry_out(&self).await?;
        Ok((done, self.url))
    }
}
