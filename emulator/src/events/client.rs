//! Requests to webhooks.

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::time::Duration;

/// How long a response may take, in Event Grid too.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Bytes of a response that are read.
const RESPONSE_BYTES: usize = 64 * 1024;

/// A client without TLS.
pub(super) struct Client(legacy::Client<HttpConnector, Full<Bytes>>);

/// A response that has been read.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Client {
    pub(super) fn new() -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Self(legacy::Client::builder(TokioExecutor::new()).build(connector))
    }

    /// Sends a request; `None` without a whole response in time.
    pub(super) async fn send(
        &self,
        method: Method,
        uri: &Uri,
        headers: &[(&'static str, String)],
        body: String,
    ) -> Option<Reply> {
        let mut request = Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request = request.body(Full::from(body)).ok()?;
        let exchange = async {
            let response = self.0.request(request).await.ok()?;
            let (head, body) = response.into_parts();
            let body = Limited::new(body, RESPONSE_BYTES).collect().await.ok()?;
            Some(Reply {
                status: head.status.as_u16(),
                headers: head.headers,
                body: body.to_bytes(),
            })
        };
        tokio::time::timeout(TIMEOUT, exchange).await.ok()?
    }
}
