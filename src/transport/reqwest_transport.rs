//! The default transport.

use std::{fmt, time::Duration};

use bytes::Bytes;
use http::{Request, Response};

use super::{HttpClient, ResponseBody, Transport, target};
use crate::error::{ChatError, InvalidRequestError, SendError};

/// The time to connect, by default.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Sends requests with reqwest: the default transport, for a [`Transport`] that adds to it. In a browser it sends them
/// with `fetch`.
#[derive(Clone)]
pub struct ReqwestTransport {
    pub(crate) client: HttpClient,
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
        let client = target::client(timeout)?;
        Ok(Self { client })
    }
}

impl Transport for ReqwestTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<ResponseBody>, SendError> {
        let received = self.client.execute(request.try_into()?).await?;
        Ok(target::response(received))
    }
}

#[cfg(not(target_arch = "wasm32"))]
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
