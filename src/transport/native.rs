//! How reqwest sends a request, and what it returns.

use std::{future::Future, time::Duration};

use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, Response, StatusCode};

use super::{Received, ResponseBody};
use crate::error::InvalidRequestError;

pub use reqwest::Client as HttpClient;

/// The `User-Agent` of a client whose builder sets none.
pub const USER_AGENT: Option<&str> = Some(concat!("acs-chat/", env!("CARGO_PKG_VERSION")));

/// Builds the default client.
pub fn client(connect_timeout: Option<Duration>) -> Result<HttpClient, InvalidRequestError> {
    let builder = HttpClient::builder()
        .redirect(reqwest::redirect::Policy::none())
        // The pipeline decides about retries, and counts them.
        .retry(reqwest::retry::never());
    let builder = match connect_timeout {
        Some(timeout) => builder.connect_timeout(timeout),
        None => builder,
    };
    builder.build().map_err(|error| {
        let expected = "see the source, or set an HTTP client";
        InvalidRequestError::new("http_client", "cannot be built", expected).caused_by(error)
    })
}

/// The response that a transport returns.
pub fn response(mut received: reqwest::Response) -> Response<ResponseBody> {
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
    response
}

impl Received for reqwest::Response {
    type Error = reqwest::Error;

    fn status(&self) -> StatusCode {
        self.status()
    }

    fn headers_mut(&mut self) -> &mut HeaderMap {
        self.headers_mut()
    }

    fn content_length(&self) -> Option<u64> {
        self.content_length()
    }

    fn chunk(&mut self) -> impl Future<Output = Result<Option<Bytes>, reqwest::Error>> + Send {
        self.chunk()
    }
}
