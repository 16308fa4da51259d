//! The stream of events: `GET /_emulator/inspector/events`.

use super::event_log::{Cursor, EventLog};
use super::ring::Event;
use crate::http::{empty, header_text, set_header};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::routing::get;
use http_body::Frame;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::sync::watch;

/// How often something is sent, so that a client that is gone is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Server-sent events, which continue after `Last-Event-ID`. A `reset` says to read everything anew: it is the first event
/// of a new reader, and of one that missed some.
pub(super) fn router(log: &Arc<EventLog>, stop: watch::Receiver<bool>) -> Router {
    let log = Arc::clone(log);
    Router::new().route(
        "/_emulator/inspector/events",
        get(async move |headers: HeaderMap| {
            let cursor = header_text(&headers, "last-event-id").and_then(|id| id.parse().ok());
            let mut response = empty(200);
            set_header(
                &mut response,
                "content-type",
                "text/event-stream".to_owned(),
            );
            let next = Box::pin(Reader { log, cursor, stop }.next());
            *response.body_mut() = Body::new(Events { next });
            response
        }),
    )
}

/// A reader of the log, and where it is; `None` before its first event.
struct Reader {
    log: Arc<EventLog>,
    cursor: Option<Cursor>,
    stop: watch::Receiver<bool>,
}

type Next = Pin<Box<dyn Future<Output = Option<(String, Reader)>> + Send>>;

impl Reader {
    /// The next piece of the stream, and the reader after it; `None` once the emulator stops.
    async fn next(mut self) -> Option<(String, Self)> {
        loop {
            let Some((cursor, events)) = self
                .cursor
                .and_then(|cursor| Some((cursor, self.log.since(cursor)?)))
            else {
                let end = self.log.end();
                self.cursor = Some(end);
                return Some((format!("id: {end}\nevent: reset\ndata: null\n\n"), self));
            };
            if let Some(last) = events.last() {
                let text = events.iter().map(|event| encode(cursor, event)).collect();
                self.cursor = Some(cursor.at(last.number));
                return Some((text, self));
            }
            let is_quiet = tokio::select! {
                _ = self.stop.wait_for(|stopped| *stopped) => return None,
                () = self.log.wait(cursor) => false,
                () = tokio::time::sleep(KEEP_ALIVE) => true,
            };
            if is_quiet {
                return Some((":\n\n".to_owned(), self));
            }
        }
    }
}

fn encode(cursor: Cursor, event: &Event) -> String {
    let Event { number, name, data } = event;
    format!(
        "id: {}\nevent: {name}\ndata: {data}\n\n",
        cursor.at(*number)
    )
}

/// The body of a stream.
struct Events {
    next: Next,
}

impl http_body::Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some((text, reader)) = ready!(self.next.as_mut().poll(context)) else {
            return Poll::Ready(None);
        };
        self.next = Box::pin(reader.next());
        Poll::Ready(Some(Ok(Frame::data(text.into()))))
    }
}
