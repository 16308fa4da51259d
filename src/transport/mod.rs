//! How a request gets to the service: the seam below retries.

mod any;
mod body;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod reqwest_transport;

use std::{future::Future, sync::Arc};

use bytes::Bytes;
use http::{Request, Response};

use crate::error::SendError;

pub use body::ResponseBody;
pub use reqwest_transport::ReqwestTransport;

pub(crate) use any::{AnyTransport, Received};
pub(crate) use reqwest_transport::CONNECT_TIMEOUT;
pub(crate) use target::{HttpClient, USER_AGENT};

#[cfg(target_arch = "wasm32")]
use browser as target;
#[cfg(not(target_arch = "wasm32"))]
use native as target;

/// Sends the requests of a client, below retries, timeouts and size limits: for middleware, recordings, metrics and
/// stubs. See [`ChatClientBuilder::transport`](crate::ChatClientBuilder::transport).
///
/// Each attempt of a call is one request. What a transport returns is treated as if reqwest had returned it: statuses
/// are retried, bodies are read up to the client's limits, and a token that is echoed is redacted.
///
/// A counter around the default transport:
///
/// ```
/// use std::sync::{Arc, atomic::{AtomicU64, Ordering}};
///
/// use acs_chat::{ChatClient, ReqwestTransport, ResponseBody, SendError, Transport, bytes::Bytes, http};
///
/// struct Counter {
///     inner: ReqwestTransport,
///     requests: AtomicU64,
///     failures: AtomicU64,
/// }
///
/// impl Transport for Counter {
///     async fn send(
///         &self,
///         request: http::Request<Bytes>,
///     ) -> Result<http::Response<ResponseBody>, SendError> {
///         self.requests.fetch_add(1, Ordering::Relaxed);
///         let result = self.inner.send(request).await;
///         if !result.as_ref().is_ok_and(|response| response.status().is_success()) {
///             self.failures.fetch_add(1, Ordering::Relaxed);
///         }
///         result
///     }
/// }
///
/// # tokio::runtime::Runtime::new()?.block_on(async {
/// # let emulator = acs_chat_emulator::Emulator::start().await?;
/// # let (endpoint, token) = (emulator.url(), emulator.token("alice"));
/// let counter = Arc::new(Counter {
///     inner: ReqwestTransport::new()?,
///     requests: AtomicU64::new(0),
///     failures: AtomicU64::new(0),
/// });
/// let client = ChatClient::builder(endpoint)
///     .credential(token)
///     .transport(Arc::clone(&counter))
///     .build()?;
/// client.threads().collect_all().await?;
/// assert_eq!(counter.requests.load(Ordering::Relaxed), 1);
/// assert_eq!(counter.failures.load(Ordering::Relaxed), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request once and returns status, headers and body of the response, whatever the status.
    ///
    /// The URL is at the client's endpoint. The header `authorization` holds the user's token and is
    /// [sensitive](http::HeaderValue::is_sensitive): its `Debug` does not show it. A transport sends the request nowhere
    /// else, follows no redirect, and keeps the header and the body, which is the user's message, out of logs and errors.
    ///
    /// The future is dropped when the attempt times out or the caller gives up.
    ///
    /// # Errors
    /// [`SendError`] says whether the service may have processed the request, which decides whether it is sent again.
    fn send(
        &self,
        request: Request<Bytes>,
    ) -> impl Future<Output = Result<Response<ResponseBody>, SendError>> + Send;
}

impl<T: Transport> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<Bytes>,
    ) -> impl Future<Output = Result<Response<ResponseBody>, SendError>> + Send {
        T::send(self, request)
    }
}
