//! Records requests to the API and their responses.

use super::FAULTS;
use super::event_log::{EventLog, REQUEST};
use super::redact::redact;
use crate::http::{Aborted, Injected, header_text};
use crate::service::Service;
use crate::token;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request};
use axum::http::{Method, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use http_body::{Frame, SizeHint};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Instant;

/// Bytes that are kept of a body, a path or a client request id.
const MAX_BYTES: usize = 4 * 1024;

/// Records the requests of a router, but for those to the emulator's own endpoints.
pub(super) fn record(router: Router, service: &Arc<Service>, log: &Arc<EventLog>) -> Router {
    let (service, log) = (Arc::clone(service), Arc::clone(log));
    router.layer(from_fn(move |request: Request, next: Next| {
        let (service, log) = (Arc::clone(&service), Arc::clone(&log));
        async move {
            if request.uri().path().starts_with("/_emulator/") {
                let is_change = request.method() != Method::GET;
                let response = next.run(request).await;
                if is_change {
                    log.push(FAULTS, "null".to_owned());
                }
                return response;
            }
            let mut exchange = Exchange::new(&service, log, &request);
            let prefix = exchange.request.clone();
            let request = request.map(|body| recorded(body, prefix, None));
            let response = next.run(request).await;
            exchange.respond(&response);
            let prefix = exchange.response.clone();
            response.map(|body| recorded(body, prefix, Some(exchange)))
        }
    }))
}

/// A request and its response, logged when dropped: after the response, or once the client is gone.
struct Exchange {
    log: Arc<EventLog>,
    started: Instant,
    entry: Entry,
    request: Prefix,
    response: Prefix,
}

/// A request as the page shows it. Headers are not kept, and with them the token.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    number: u64,
    /// Milliseconds since 1970.
    time: u64,
    method: String,
    path: String,
    /// The `operationId`; `None` for a path that the API does not have.
    operation: Option<String>,
    thread: Option<String>,
    /// The raw id of the token's user, if the token is valid.
    user: Option<String>,
    client_request_id: Option<String>,
    /// `None` where the connection was closed without a response.
    status: Option<u16>,
    milliseconds: f64,
    /// The fault, by its `Display`.
    fault: Option<String>,
    request: Shown,
    response: Shown,
}

/// The beginning of a body.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    text: String,
    /// Bytes of the whole body, as far as it was read.
    bytes: u64,
    is_cut: bool,
}

impl Exchange {
    fn new(service: &Service, log: Arc<EventLog>, request: &Request) -> Self {
        let now = service.now();
        let text = |name| header_text(request.headers(), name);
        let uri = request.uri();
        let entry = Entry {
            number: log.next_request(),
            time: now.millis(),
            method: request.method().to_string(),
            path: redact(start(uri.path_and_query().map_or("", |path| path.as_str()))),
            operation: operation(service, request),
            thread: thread(uri.path()),
            user: token::authenticate(text(header::AUTHORIZATION.as_str()), now).ok(),
            client_request_id: text("x-ms-client-request-id").map(|id| redact(start(id))),
            status: None,
            milliseconds: 0.0,
            fault: None,
            request: Shown::default(),
            response: Shown::default(),
        };
        Self {
            log,
            started: Instant::now(),
            entry,
            request: Prefix::default(),
            response: Prefix::default(),
        }
    }

    fn respond(&mut self, response: &Response) {
        let extensions = response.extensions();
        self.entry.milliseconds = millis(self.started);
        self.entry.fault = extensions.get().map(|Injected(fault)| fault.clone());
        self.entry.status = match extensions.get::<Aborted>() {
            Some(Aborted { .. }) => None,
            None => Some(response.status().as_u16()),
        };
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        if self.entry.status.is_none() {
            self.entry.milliseconds = millis(self.started);
        }
        self.entry.request = self.request.shown();
        self.entry.response = self.response.shown();
        // Serializing strings and numbers does not fail.
        if let Ok(entry) = serde_json::to_string(&self.entry) {
            self.log.push(REQUEST, entry);
        }
    }
}

/// Milliseconds, to a tenth.
fn millis(since: Instant) -> f64 {
    (since.elapsed().as_secs_f64() * 10_000.0).round() / 10.0
}

fn operation(service: &Service, request: &Request) -> Option<String> {
    let path = request.extensions().get::<MatchedPath>()?;
    let operations = &service.contract.operations;
    let operation = operations
        .iter()
        .find(|operation| operation.path == path.as_str() && operation.method == *request.method());
    operation.map(|operation| operation.id.clone())
}

/// The id of the thread in a path.
fn thread(path: &str) -> Option<String> {
    let id = path.strip_prefix("/chat/threads/")?.split('/').next()?;
    Some(redact(&percent_decode_str(start(id)).decode_utf8_lossy()))
}

/// The start of an ASCII text.
fn start(text: &str) -> &str {
    text.get(..MAX_BYTES).unwrap_or(text)
}

/// The beginning of a body, filled while it is read.
#[derive(Clone, Default)]
struct Prefix(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    start: Vec<u8>,
    bytes: u64,
}

impl Prefix {
    fn add(&self, data: &[u8]) {
        let mut kept = self.kept();
        let room = MAX_BYTES.saturating_sub(kept.start.len());
        kept.start.extend_from_slice(&data[..data.len().min(room)]);
        kept.bytes += data.len() as u64;
    }

    fn shown(&self) -> Shown {
        let kept = self.kept();
        Shown {
            text: redact(&String::from_utf8_lossy(&kept.start)),
            bytes: kept.bytes,
            is_cut: kept.bytes > kept.start.len() as u64,
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A body whose beginning is kept while it is read, and the exchange that ends with it.
struct Recorded {
    body: Body,
    prefix: Prefix,
    _exchange: Option<Exchange>,
}

fn recorded(body: Body, prefix: Prefix, exchange: Option<Exchange>) -> Body {
    Body::new(Recorded {
        body,
        prefix,
        _exchange: exchange,
    })
}

impl http_body::Body for Recorded {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if let Some(data) = frame
            .as_ref()
            .and_then(|frame| frame.as_ref().ok()?.data_ref())
        {
            self.prefix.add(data);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
