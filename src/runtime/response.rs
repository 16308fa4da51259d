//! Responses as progenitor's code returns them.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode, header::CONTENT_LENGTH};
use reqwest::Url;
use serde::de::DeserializeOwned;

use super::{Error, decode::decode};
use crate::{
    credential::CachedToken,
    error::{CallContext, DecodeError, ResponseHead, redact::Redactor},
    pipeline::Response,
};

/// A successful response: a value, with the status and the headers it came with. It dereferences to the value.
pub struct ResponseValue<T> {
    value: T,
    status: StatusCode,
    headers: HeaderMap,
    /// Where the value is from, if it is a page or of a call with a repeatability id; others have none.
    origin: Option<Box<Origin>>,
}

/// The call that returned a value which is used further: a page to continue from, a resource that was created.
pub(crate) struct Origin {
    pub url: Url,
    pub context: CallContext,
    pub token: Option<CachedToken>,
}

impl Origin {
    /// Finds the token of the call in what the service responded.
    pub fn redactor(&self) -> Redactor<'_> {
        CachedToken::redactor(self.token.as_ref())
    }
}

impl<T> ResponseValue<T> {
    /// Creates a response, for tests.
    pub fn new(value: T, status: StatusCode, headers: HeaderMap) -> Self {
        Self {
            value,
            status,
            headers,
            origin: None,
        }
    }

    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the value of the `Content-Length` header, if it is a number.
    pub fn content_length(&self) -> Option<u64> {
        let length = self.headers.get(CONTENT_LENGTH)?;
        length.to_str().ok()?.parse().ok()
    }

    /// The error of a value at `path` that decodes, and still cannot be used.
    #[cfg_attr(
        not(conveniences),
        allow(dead_code, reason = "only short forms need it")
    )]
    pub(crate) fn undecodable(&self, path: &str, reason: &str) -> Error {
        let context = self.origin.as_ref().map(|origin| origin.context.clone());
        let context = context.unwrap_or_else(|| CallContext::new("", String::new()));
        DecodeError::of_value(context, self.status, self.headers.clone(), path, reason).into()
    }

    pub(crate) fn take_origin(&mut self) -> Option<Box<Origin>> {
        self.origin.take()
    }

    fn from_parts(value: T, head: ResponseHead, origin: Option<Box<Origin>>) -> Self {
        let (status, headers) = head.into_parts();
        Self {
            value,
            status,
            headers,
            origin,
        }
    }
}

impl<T: DeserializeOwned> ResponseValue<T> {
    /// Decodes a JSON body, by the name that progenitor's code calls.
    pub(crate) async fn from_response(response: Box<Response>) -> Result<Self, Error> {
        Self::decode(response)
    }

    /// Decodes a JSON body.
    pub(crate) fn decode(mut response: Box<Response>) -> Result<Self, Error> {
        if response.body.is_empty() && response.call.operation.may_be_empty {
            response.body = Bytes::from_static(b"null");
        }
        // Checking the whole body to be UTF-8 costs a tenth of checking each string.
        if let Ok(text) = str::from_utf8(&response.body)
            && let Ok(value) = serde_json::from_str(text)
        {
            return Ok(Self::decoded(value, response));
        }
        // Strings that are ignored may hold any bytes; for others, this keeps track of the path, which takes longer.
        match decode(&response.body, response.call.operation.properties) {
            Ok(value) => Ok(Self::decoded(value, response)),
            Err((path, reason)) => {
                let context = response.unusable();
                let Response {
                    head, body, call, ..
                } = *response;
                let body = call.redactor().redact(body);
                Err(DecodeError::new(context, head, body, path, &reason).into())
            }
        }
    }

    fn decoded(value: T, response: Box<Response>) -> Self {
        let Response {
            head, url, call, ..
        } = *response;
        let operation = call.operation;
        let is_used_further = operation.is_list || operation.repeatability_header.is_some();
        let origin = is_used_further.then(|| {
            let context = call.context();
            let token = call.token;
            Box::new(Origin {
                url,
                context,
                token,
            })
        });
        Self::from_parts(value, head, origin)
    }
}

impl ResponseValue<()> {
    /// Ignores the body.
    #[allow(dead_code, reason = "not every document has such an operation")]
    pub(crate) fn empty(response: Box<Response>) -> Self {
        Self::from_parts((), response.head, None)
    }
}

impl ResponseValue<ByteStream> {
    /// Leaves the body as it is.
    #[allow(dead_code, reason = "not every document has such an operation")]
    pub(crate) fn stream(response: Box<Response>) -> Self {
        Self::from_parts(ByteStream(Some(response.body)), response.head, None)
    }
}

/// A body that is not decoded: a `Stream` of one chunk, since the pipeline reads bodies whole, up to the client's limit.
#[derive(Debug, Clone)]
pub struct ByteStream(Option<Bytes>);

impl ByteStream {
    /// Returns the bytes; none after they were streamed.
    pub fn into_bytes(self) -> Bytes {
        self.0.unwrap_or_default()
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

impl<T> Deref for ResponseValue<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for ResponseValue<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> AsRef<T> for ResponseValue<T> {
    fn as_ref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for ResponseValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: fmt::Debug> fmt::Debug for ResponseValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
