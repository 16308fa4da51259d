//! A webhook that keeps what it gets.

#![allow(dead_code, reason = "every test file uses a part of it")]

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// A running webhook.
pub struct Receiver {
    pub url: String,
    hook: Hook,
    received: UnboundedReceiver<Received>,
}

/// A request to the webhook.
#[derive(Debug)]
pub struct Received {
    pub method: Method,
    pub headers: HeaderMap,
    pub body: Value,
}

#[derive(Clone)]
struct Hook {
    agrees: bool,
    statuses: Arc<Mutex<VecDeque<u16>>>,
    received: UnboundedSender<Received>,
}

impl Receiver {
    /// A webhook that agrees to get events.
    pub async fn start() -> Self {
        Self::new(true).await
    }

    /// A webhook that responds to a handshake as to anything else.
    pub async fn ignorant() -> Self {
        Self::new(false).await
    }

    async fn new(agrees: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/events?key=k3y", listener.local_addr().unwrap());
        let (sender, received) = unbounded_channel();
        let hook = Hook {
            agrees,
            statuses: Arc::default(),
            received: sender,
        };
        let router = Router::new().fallback(receive).with_state(hook.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            url,
            hook,
            received,
        }
    }

    /// Responds to the next deliveries with these, and then again with 200.
    pub fn respond(&self, statuses: impl IntoIterator<Item = u16>) {
        self.hook.statuses.lock().unwrap().extend(statuses);
    }

    /// The next request. It is waited for long enough for any machine, so that a test fails rather than never ends.
    pub async fn request(&mut self) -> Received {
        let next = tokio::time::timeout(Duration::from_secs(60), self.received.recv());
        next.await.expect("a request").unwrap()
    }

    /// The next delivery.
    pub async fn delivery(&mut self) -> Received {
        loop {
            let received = self.request().await;
            if !received.is_handshake() {
                return received;
            }
        }
    }

    /// The names of the next deliveries.
    pub async fn names(&mut self, count: usize) -> Vec<String> {
        let mut names = Vec::new();
        for _ in 0..count {
            names.push(self.delivery().await.name());
        }
        names
    }

    /// What has come so far and was not asked for.
    pub fn rest(&mut self) -> Vec<Received> {
        std::iter::from_fn(|| self.received.try_recv().ok()).collect()
    }
}

impl Received {
    pub fn is_handshake(&self) -> bool {
        self.method == Method::OPTIONS || self.headers["aeg-event-type"] == "SubscriptionValidation"
    }

    /// The event, which Event Grid's schema has in an array.
    pub fn event(&self) -> &Value {
        match self.body.as_array().map(Vec::as_slice) {
            Some([event]) => event,
            None => &self.body,
            Some(other) => panic!("{} events", other.len()),
        }
    }

    /// The event's name without `Microsoft.Communication.`.
    pub fn name(&self) -> String {
        let event = self.event();
        let name = event.get("type").or(event.get("eventType")).unwrap();
        let name = name.as_str().unwrap();
        name.strip_prefix("Microsoft.Communication.")
            .unwrap()
            .to_owned()
    }

    pub fn data(&self) -> &Value {
        &self.event()["data"]
    }

    pub fn recipient(&self) -> Option<&str> {
        self.data()["recipientCommunicationIdentifier"]["rawId"].as_str()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

async fn receive(
    State(hook): State<Hook>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let received = Received {
        body: serde_json::from_slice(&body).unwrap_or_default(),
        method,
        headers,
    };
    let response = match received.is_handshake() {
        true if !hook.agrees => StatusCode::OK.into_response(),
        true if received.method == Method::OPTIONS => {
            let origin = received.headers["webhook-request-origin"].clone();
            [("webhook-allowed-origin", origin)].into_response()
        }
        true => {
            let code = &received.event()["data"]["validationCode"];
            axum::Json(json!({ "validationResponse": code })).into_response()
        }
        false => {
            let status = hook.statuses.lock().unwrap().pop_front().unwrap_or(200);
            StatusCode::from_u16(status).unwrap().into_response()
        }
    };
    let _ = hook.received.send(received);
    response
}
