//! The effect of a fault on a response.
//!
//! A handler cannot close its connection. A response with the extension [`Aborted`] becomes an error of the connection's
//! service, on which hyper closes the connection without writing a byte, or resets the stream of an HTTP/2 connection. An
//! error of a body does the same midway.

use super::response::error;
use crate::error::{ApiError, ErrorShape};
use crate::faults::{Fault, RetryAfter};
use crate::service::Service;
use crate::time::Timestamp;
use crate::token;
use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use h2::Reason;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// The extension of a response that is not sent, and the error that closes its connection.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the connection is closed by a fault")]
pub(crate) struct Aborted {
    /// The reason of the reset on HTTP/2.
    pub(crate) reason: Reason,
}

/// The extension of a response to a request that got a fault: the fault, by its `Display`.
#[derive(Clone, Debug)]
pub(crate) struct Injected(pub(crate) String);

/// A response that is not sent: the connection is closed instead.
pub(crate) fn abort(reason: Reason) -> Response {
    let mut response = Response::default();
    response.extensions_mut().insert(Aborted { reason });
    response
}

/// The response that replaces the operation's, if the fault is of that kind.
pub(crate) fn replacement(fault: &Fault, service: &Service) -> Option<Response> {
    Some(match fault {
        Fault::Status {
            status,
            body,
            retry_after,
            ..
        } => {
            let mut response = match body {
                Some(body) => respond(*status, "application/json; charset=utf-8", body.clone()),
                None => error(service.error_shape, &injected(*status)),
            };
            let header = retry_after.and_then(|after| header_of(after, service.now()));
            if let Some((name, value)) = header {
                response.headers_mut().insert(name, value);
            }
            response
        }
        Fault::DropBefore => abort(Reason::REFUSED_STREAM),
        Fault::Html { status } => respond(*status, "text/html", page(*status)),
        Fault::UndocumentedError { status } => error(ErrorShape::Live, &injected(*status)),
        Fault::TokenExpired => error(service.error_shape, &token::expired()),
        Fault::Delay { .. }
        | Fault::DropAfter
        | Fault::Truncate
        | Fault::EmptyPage
        | Fault::EndlessBody
        | Fault::DuplicateEvent
        | Fault::ReorderEvent
        | Fault::LoseEvent => return None,
    })
}

fn injected(status: u16) -> ApiError {
    ApiError::new(status, format!("This {status} is injected by a fault."))
}

fn page(status: u16) -> String {
    format!(
        "<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>gateway</body></html>\n"
    )
}

fn respond(status: u16, media_type: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if !body.is_empty() {
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        *response.body_mut() = Body::from(body);
    }
    response
}

fn header_of(after: RetryAfter, now: Timestamp) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = match after {
        RetryAfter::Seconds(seconds) => (header::RETRY_AFTER, seconds.to_string()),
        RetryAfter::Date(seconds) => (
            header::RETRY_AFTER,
            now.plus(Duration::from_secs(seconds)).http_date(),
        ),
        RetryAfter::Milliseconds(millis) => (
            HeaderName::from_static("retry-after-ms"),
            millis.to_string(),
        ),
    };
    Some((name, HeaderValue::try_from(value).ok()?))
}

/// Applies the fault to the response of an operation that was processed.
pub(crate) async fn apply(fault: &Fault, response: Response) -> Response {
    match fault {
        Fault::Delay { milliseconds } => {
            tokio::time::sleep(Duration::from_millis(*milliseconds)).await;
            response
        }
        Fault::DropAfter => abort(Reason::INTERNAL_ERROR),
        Fault::Truncate => truncate(response).await,
        Fault::EndlessBody => endless(response),
        _ => response,
    }
}

async fn truncate(response: Response) -> Response {
    let (head, body) = response.into_parts();
    let whole = body
        .collect()
        .await
        .map(|body| body.to_bytes())
        .unwrap_or_default();
    if whole.is_empty() {
        return abort(Reason::INTERNAL_ERROR);
    }
    let half = whole.slice(..whole.len() / 2);
    Response::from_parts(
        head,
        Body::new(Cut {
            length: whole.len() as u64,
            left: Some(half),
            flushed: false,
        }),
    )
}

fn endless(response: Response) -> Response {
    let (mut head, _) = response.into_parts();
    // A 204 cannot have a body.
    head.status = if head.status == StatusCode::NO_CONTENT {
        StatusCode::OK
    } else {
        head.status
    };
    head.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json; charset=utf-8"),
    );
    Response::from_parts(head, Body::new(Endless { started: false }))
}

/// A body that ends before its `Content-Length`.
struct Cut {
    length: u64,
    left: Option<Bytes>,
    flushed: bool,
}

impl http_body::Body for Cut {
    type Data = Bytes;
    type Error = Aborted;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Aborted>>> {
        if let Some(half) = self.left.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        if !self.flushed {
            // Pending once, so that the connection flushes its buffer, which it discards on an error.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let reason = Reason::INTERNAL_ERROR;
        Poll::Ready(Some(Err(Aborted { reason })))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}

/// A body without an end.
struct Endless {
    started: bool,
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        static CHUNK: [u8; 16 * 1024] = [b'a'; 16 * 1024];
        let started = std::mem::replace(&mut self.started, true);
        let chunk: &'static [u8] = if started { &CHUNK } else { b"{\"value\":\"" };
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(chunk)))))
    }
}
