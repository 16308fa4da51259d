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

use super::Error;
use crate::{
    error::{CallContext, DecodeError, ResponseHead},
    pipeline::Response,
};

/// A successful response: a value, with the status and the headers it came with. It dereferences to the value.
pub struct ResponseValue<T> {
    value: T,
    status: StatusCode,
    headers: HeaderMap,
    /// Where a page is from; other values have none.
    origin: Option<Box<Origin>>,
}

/// The call that returned a page.
pub(crate) struct Origin {
    pub url: Url,
    pub context: CallContext,
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
    /// Decodes a JSON body.
    pub(crate) async fn from_response(mut response: Response) -> Result<Self, Error> {
        if response.body.is_empty() && response.call.operation.may_be_empty {
            response.body = Bytes::from_static(b"null");
        }
        match decode(&response.body) {
            Ok(value) => {
                let origin = response.call.operation.is_list.then(|| {
                    let context = response.call.context();
                    let url = response.url;
                    Box::new(Origin { url, context })
                });
                Ok(Self::from_parts(value, response.head, origin))
            }
            Err((path, reason)) => {
                let context = response.unusable();
                let Response { head, body, .. } = response;
                Err(DecodeError::new(context, head, body, path, &reason).into())
            }
        }
    }
}

impl ResponseValue<()> {
    /// Ignores the body.
    #[allow(dead_code, reason = "not every document has such an operation")]
    pub(crate) fn empty(response: Response) -> Self {
        Self::from_parts((), response.head, None)
    }
}

impl ResponseValue<ByteStream> {
    /// Leaves the body as it is.
    #[allow(dead_code, reason = "not every document has such an operation")]
    pub(crate) fn stream(response: Response) -> Self {
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

/// A JSON path and the error there.
type Located = (String, serde_json::Error);

fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Located> {
    match str::from_utf8(body) {
        // Checking the whole body costs a tenth of checking each string.
        Ok(text) => serde_json::from_str(text)
            .map_err(|reason| locate::<T>(body).err().unwrap_or_else(|| at_root(reason))),
        // Strings that are ignored may hold any bytes.
        Err(_) => locate(body),
    }
}

/// Decodes and keeps track of the path, which takes longer.
fn locate<T: DeserializeOwned>(body: &[u8]) -> Result<T, Located> {
    let mut decoder = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut decoder)
        .map_err(|error| (error.path().to_string(), error.into_inner()))?;
    decoder.end().map_err(at_root)?;
    Ok(value)
}

fn at_root(reason: serde_json::Error) -> Located {
    (".".to_owned(), reason)
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

impl<T: fmt::Debug> fmt::Debug for ResponseValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
