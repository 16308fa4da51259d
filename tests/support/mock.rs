//! A mock server on httpmock, for tests in which connections and time don't matter.

use std::sync::{Arc, Mutex};

use httpmock::{HttpMockResponse, MockServer};

use super::{Reply, Request};

/// Gives the reply to the request with this number, from 0.
type Script = dyn Fn(usize, &Request) -> Reply + Send + Sync;

/// A server that replies as it is told and keeps the requests.
pub struct Mock {
    server: MockServer,
    state: Arc<Mutex<State>>,
}

struct State {
    script: Arc<Script>,
    count: usize,
    received: Vec<Request>,
}

impl Mock {
    /// Starts a server that gives every request this reply.
    pub async fn start(reply: Reply) -> Self {
        Self::scripted(move |_, _| reply.clone()).await
    }

    /// Starts a server that asks `script` for each reply.
    pub async fn scripted(
        script: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let server = MockServer::start_async().await;
        let state = Arc::new(Mutex::new(State {
            script: Arc::new(script),
            count: 0,
            received: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        let _ = server
            .mock_async(|when, then| {
                when.any_request();
                then.respond_with(move |request| {
                    let request = Request {
                        method: request.method_str().to_owned(),
                        target: target(request.uri_str()),
                        headers: request.headers_vec().clone(),
                        body: request.body_vec(),
                    };
                    let reply = shared.lock().expect("no panic").reply(request);
                    HttpMockResponse::builder()
                        .status(reply.status)
                        .headers(reply.headers)
                        .body(reply.body)
                        .build()
                });
            })
            .await;
        Self { server, state }
    }

    pub fn url(&self) -> String {
        self.server.base_url()
    }

    /// Sets the reply from now on.
    pub fn reply(&self, reply: Reply) {
        self.state.lock().expect("no panic").script = Arc::new(move |_, _| reply.clone());
    }

    /// The requests since the last call of this.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.state.lock().expect("no panic").received)
    }
}

impl State {
    fn reply(&mut self, request: Request) -> Reply {
        let reply = (self.script)(self.count, &request);
        self.count += 1;
        self.received.push(request);
        reply
    }
}

/// httpmock puts scheme and host before what stood in the request line.
fn target(uri: &str) -> String {
    let behind = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    behind
        .find('/')
        .map_or_else(String::new, |start| behind[start..].to_owned())
}
