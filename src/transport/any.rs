//! The transport of a client: the default one, which is called directly, or one of the caller's.

use std::{future::Future, pin::Pin, sync::Arc};

use bytes::Bytes;
use futures_util::stream::StreamExt;
use http::{HeaderMap, StatusCode, header::CONTENT_LENGTH};
use reqwest::{Body, Request};

use super::{HttpClient, ResponseBody, Transport};
use crate::error::SendError;

/// The transport of a client.
pub(crate) enum AnyTransport {
    Reqwest(HttpClient),
    Custom(Arc<dyn Erased>),
}

impl AnyTransport {
    pub fn custom(transport: impl Transport) -> Self {
        Self::Custom(Arc::new(transport))
    }
}

/// A [`Transport`] whose future has no type of its own.
pub(crate) trait Erased: Send + Sync {
    fn send(&self, request: Request) -> Receiving<'_>;
}

type Receiving<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<ResponseBody>, SendError>> + Send + 'a>>;

impl<T: Transport> Erased for T {
    fn send(&self, request: Request) -> Receiving<'_> {
        Box::pin(async move {
            let request = http::Request::<Body>::try_from(request)?;
            // The pipeline's bodies are bytes.
            let request =
                request.map(|body| Bytes::copy_from_slice(body.as_bytes().unwrap_or_default()));
            Transport::send(self, request).await
        })
    }
}

/// A response whose body was not read yet.
pub(crate) trait Received {
    type Error: Into<SendError>;

    fn status(&self) -> StatusCode;

    fn headers_mut(&mut self) -> &mut HeaderMap;

    /// The length that the response announces.
    fn content_length(&self) -> Option<u64>;

    /// The next piece of the body; `None` at its end.
    fn chunk(&mut self) -> impl Future<Output = Result<Option<Bytes>, Self::Error>> + Send;
}

impl Received for http::Response<ResponseBody> {
    type Error = SendError;

    fn status(&self) -> StatusCode {
        self.status()
    }

    fn headers_mut(&mut self) -> &mut HeaderMap {
        self.headers_mut()
    }

    fn content_length(&self) -> Option<u64> {
        let length = self.headers().get(CONTENT_LENGTH)?;
        length.to_str().ok()?.parse().ok()
    }

    async fn chunk(&mut self) -> Result<Option<Bytes>, SendError> {
        self.body_mut().next().await.transpose()
    }
}
