//! What a fault does to an answer.
//!
//! A handler cannot close its connection, so an answer that is not to arrive carries the mark [`Abandoned`], which the
//! accept loop turns into an error of the connection: hyper then closes it without writing a byte. A body that ends with
//! an error does the same halfway through.

use crate::faults::{Fault, RetryAfter};
use crate::refusal::Refusal;
use crate::time::Timestamp;
use crate::token;
use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use serde_json::json;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// The mark of an answer that is not to arrive, and the error that ends its connection.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the connection was closed on purpose")]
pub(crate) struct Abandoned;

/// An answer that is not to arrive.
pub(crate) fn abandon() -> Response {
    let mut response = Response::default();
    response.extensions_mut().insert(Abandoned);
    response
}

/// The answer that a fault gives in place of the operation's own, if it is of that kind.
pub(crate) fn instead(fault: &Fault, now: Timestamp) -> Option<Response> {
    Some(match fault {
        Fault::Status {
            status,
            body,
            retry_after,
            ..
        } => {
            let body = body
                .clone()
                .unwrap_or_else(|| documented(*status).body().to_string());
            let mut response = answer(*status, "application/json; charset=utf-8", body);
            if let Some((name, value)) = retry_after.and_then(|after| header_of(after, now)) {
                response.headers_mut().insert(name, value);
            }
            response
        }
        Fault::DropBefore => abandon(),
        Fault::Html { status } => answer(*status, "text/html", page(*status)),
        Fault::UndocumentedError { status } => {
            let Refusal { code, message, .. } = documented(*status);
            let body = json!({ "CommunicationError": { "Code": code, "Message": message, "Details": [] } });
            // The live service indents these and leaves the charset out.
            answer(
                *status,
                "application/json",
                serde_json::to_string_pretty(&body).unwrap_or_default(),
            )
        }
        Fault::TokenExpired => answer(
            401,
            "application/json; charset=utf-8",
            token::expired().body().to_string(),
        ),
        Fault::Delay { .. } | Fault::DropAfter | Fault::Truncate | Fault::EndlessBody => {
            return None;
        }
    })
}

fn documented(status: u16) -> Refusal {
    Refusal::new(
        status,
        format!("The emulator was asked for a {status} here."),
    )
}

fn page(status: u16) -> String {
    format!(
        "<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>gateway</body></html>\n"
    )
}

fn answer(status: u16, media_type: &'static str, body: String) -> Response {
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

/// The answer of an operation that was carried out, after the fault.
pub(crate) async fn spoil(fault: &Fault, response: Response) -> Response {
    match fault {
        Fault::Delay { milliseconds } => {
            tokio::time::sleep(Duration::from_millis(*milliseconds)).await;
            response
        }
        Fault::DropAfter => abandon(),
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
        return abandon();
    }
    let half = whole.slice(..whole.len() / 2);
    Response::from_parts(
        head,
        Body::new(Cut {
            promised: whole.len() as u64,
            left: Some(half),
            flushed: false,
        }),
    )
}

fn endless(response: Response) -> Response {
    let (mut head, _) = response.into_parts();
    // A 204 has no body to be endless.
    head.status = if head.status == StatusCode::NO_CONTENT {
        StatusCode::OK
    } else {
        head.status
    };
    head.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json; charset=utf-8"),
    );
    Response::from_parts(head, Body::new(Endless { begun: false }))
}

/// A body that promises more than it has.
struct Cut {
    promised: u64,
    left: Option<Bytes>,
    flushed: bool,
}

impl http_body::Body for Cut {
    type Data = Bytes;
    type Error = Abandoned;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Abandoned>>> {
        if let Some(half) = self.left.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        if !self.flushed {
            // Once not ready: the connection uses the pause to write what it has, and would drop it at the error.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(Abandoned)))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.promised)
    }
}

/// A body that goes on for as long as somebody reads it.
struct Endless {
    begun: bool,
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        static MORE: [u8; 16 * 1024] = [b'a'; 16 * 1024];
        let begun = std::mem::replace(&mut self.begun, true);
        let chunk: &'static [u8] = if begun { &MORE } else { b"{\"value\":\"" };
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(chunk)))))
    }
}
