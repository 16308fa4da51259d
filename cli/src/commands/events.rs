//! Events that are delivered to a webhook, as JSON lines.

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use acs_chat::{
    events::{ChatEvent, Delivery, handshake},
    http::{HeaderMap, Method, Response, StatusCode, Uri},
    uuid::Uuid,
};
use anyhow::{Context, Error, Result};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, State},
};
use clap::Args;
use serde_json::json;
use subtle::ConstantTimeEq as _;
use tokio::{net::TcpListener, sync::Notify};

use crate::{
    failure::{Failure, Kind},
    input,
    output::print,
    text::report,
};

/// Listen for the events that Event Grid delivers to a webhook, and print each as a line of JSON.
///
/// The address to deliver to is printed on standard error; its path is a secret, and other paths are answered with 404.
/// Event Grid delivers to HTTPS only: let a tunnel or a proxy lead to it. An event is acknowledged after its line is
/// written. It can come more than once, with the same `id`, and events come in no order.
#[derive(Args)]
pub struct Events {
    /// Address to listen on.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// File with the secret, to be the same in the next run; by default it is a new one.
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
    /// End after this many events.
    #[arg(long, value_name = "EVENTS")]
    limit: Option<usize>,
}

/// What requests share.
struct Webhook {
    path: String,
    /// How many events are still to be printed.
    left: Mutex<usize>,
    /// Why nothing more can be printed.
    failed: Mutex<Option<Error>>,
    done: Notify,
}

impl Events {
    pub async fn run(&self) -> Result<()> {
        let path = format!("/{}", self.secret()?);
        let listener = TcpListener::bind(self.listen).await;
        let failed = || Failure::new(Kind::Local, format!("cannot listen on {}", self.listen));
        let listener = listener.with_context(failed)?;
        report(&format!(
            "listening on http://{}{path}",
            listener.local_addr()?
        ));
        let webhook = Arc::new(Webhook {
            path,
            left: Mutex::new(self.limit.unwrap_or(usize::MAX)),
            failed: Mutex::new(None),
            done: Notify::new(),
        });
        let router = Router::new()
            .fallback(answer)
            .layer(DefaultBodyLimit::max(Delivery::MAX_BYTES))
            .with_state(Arc::clone(&webhook));
        let shared = Arc::clone(&webhook);
        let done = async move { shared.done.notified().await };
        axum::serve(listener, router)
            .with_graceful_shutdown(done)
            .await?;
        lock(&webhook.failed).take().map_or(Ok(()), Err)
    }

    fn secret(&self) -> Result<String> {
        let Some(file) = &self.secret_file else {
            return Ok(Uuid::new_v4().to_string());
        };
        let text = String::from_utf8(input::read(file)?).unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        match text.trim() {
            secret if secret.len() >= 16 && secret.chars().all(is_plain) => Ok(secret.to_owned()),
            _ => {
                let text =
                    "the file of the secret needs at least 16 letters, digits, or any of -._~";
                Err(Failure::new(Kind::Usage, text).into())
            }
        }
    }
}

/// Answers a request to the webhook.
async fn answer(
    State(webhook): State<Arc<Webhook>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    // The time that this takes tells nothing of the secret.
    let is_path = uri.path().as_bytes().ct_eq(webhook.path.as_bytes());
    if !bool::from(is_path) {
        return status(StatusCode::NOT_FOUND);
    }
    match method {
        Method::OPTIONS => return handshake(&headers).unwrap_or_default().map(Body::from),
        Method::POST => {}
        _ => return status(StatusCode::METHOD_NOT_ALLOWED),
    }
    match Delivery::parse(&headers, &body) {
        Ok(Delivery::Validation(validation)) => validation.response().map(Body::from),
        Ok(Delivery::Events(events)) => status(webhook.print(&events)),
        Ok(_) => status(StatusCode::NOT_IMPLEMENTED),
        Err(error) => {
            report(&error.to_string());
            status(error.status())
        }
    }
}

impl Webhook {
    /// Prints the events of a delivery, all of which it acknowledges, and returns the status to answer with.
    fn print(&self, events: &[ChatEvent]) -> StatusCode {
        let mut left = lock(&self.left);
        if *left == 0 {
            // Others come while it ends: they are delivered again.
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        if let Err(error) = events.iter().try_for_each(|event| print(&line(event))) {
            *left = 0;
            *lock(&self.failed) = Some(error);
            self.done.notify_one();
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        *left = left.saturating_sub(events.len());
        if *left == 0 {
            self.done.notify_one();
        }
        StatusCode::OK
    }
}

fn line(event: &ChatEvent) -> String {
    json!({
        "id": event.id,
        "type": event.name(),
        "source": event.source,
        "subject": event.subject,
        "time": event.time,
        "data": event.data,
    })
    .to_string()
}

fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::default();
    *response.status_mut() = status;
    response
}

/// What a thread that panicked left behind is whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
