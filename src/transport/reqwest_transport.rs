//! The default transport.

use std::{fmt, time::Duration};

use bytes::Bytes;
use futures_util::stream;
use http::{Request, Response};

use super::{ResponseBody, Transport};
use crate::error::{ChatError, InvalidRequestError, SendError};

/// The time to connect, by default.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Sends requests with reqwest: the default transport, for a [`Transport`] that adds to it.
#[derive(Clone)]
pub struct ReqwestTransport {
    pub(crate) client: reqwest::Client,
}

impl ReqwestTransport {
    /// Creates the transport that a client has by default: it takes at most 10 s to connect, follows no redirects and
    /// retries nothing by itself.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] if reqwest's client cannot be built; see the source.
    pub fn new() -> Result<Self, ChatError> {
        Ok(Self::with_connect_timeout(Some(CONNECT_TIMEOUT))?)
    }

    pub(crate) fn with_connect_timeout(
        timeout: Option<Duration>,
    ) -> Result<Self, InvalidRequestError> {
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            // The pipeline decides about retries, and counts them.
            .retry(reqwest::retry::never());
        let builder = match timeout {
            Some(timeout) => builder.connect_timeout(timeout),
            None => builder,
        };
        let client = builder.build().map_err(|error| {
            let expected = "see the source, or set an HTTP client";
            InvalidRequestError::new("http_client", "cannot be built", expected).caused_by(error)
        })?;
        Ok(Self { client })
    }
}

impl Transport for ReqwestTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<ResponseBody>, SendError> {
        let mut received = self.client.execute(request.try_into()?).await?;
        let (status, version) = (received.status(), received.version());
        let headers = std::mem::take(received.headers_mut());
        let chunks = stream::try_unfold(received, |mut received| async move {
            let chunk = received.chunk().await?;
            Ok(chunk.map(|chunk| (chunk, received)))
        });
        let mut response = Response::new(ResponseBody::new(chunks));
        *response.status_mut() = status;
        *response.version_mut() = version;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    /// Sends with this client; see [`ChatClientBuilder::http_client`](crate::ChatClientBuilder::http_client).
    fn from(client: reqwest::Client) -> Self {
        Self { client }
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // reqwest's own prints the headers that it adds.
        f.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}
