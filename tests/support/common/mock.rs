//! An httpmock server with one answer at a time, which keeps what it is asked.

#![allow(dead_code, reason = "not every suite looks at the requests")]

use std::sync::{Arc, Mutex};

use httpmock::{HttpMockResponse, MockServer};

use super::received::Received;

/// What the server answers.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// A server that answers every request alike.
pub struct Mock {
    server: MockServer,
    answer: Arc<Mutex<Answer>>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Mock {
    pub async fn start() -> Self {
        let server = MockServer::start_async().await;
        let (answer, received) = (Arc::<Mutex<Answer>>::default(), Arc::default());
        let (next, seen) = (
            Arc::clone(&answer),
            Arc::<Mutex<Vec<Received>>>::clone(&received),
        );
        let _ = server
            .mock_async(|when, then| {
                when.any_request();
                then.respond_with(move |request| {
                    seen.lock().expect("no panic").push(Received {
                        method: request.method_str().to_owned(),
                        target: target(request.uri_str()),
                        headers: request.headers_vec().clone(),
                        body: request.body_vec(),
                    });
                    let answer = next.lock().expect("no panic").clone();
                    HttpMockResponse::builder()
                        .status(answer.status)
                        .headers(answer.headers)
                        .body(answer.body)
                        .build()
                });
            })
            .await;
        Self {
            server,
            answer,
            received,
        }
    }

    pub fn url(&self) -> String {
        self.server.base_url()
    }

    /// Says what to answer from now on.
    pub fn answer(&self, answer: Answer) {
        *self.answer.lock().expect("no panic") = answer;
    }

    /// The requests since the last time this was asked.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().expect("no panic"))
    }
}

/// httpmock puts scheme and host before what stood in the request line.
fn target(uri: &str) -> String {
    let behind = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    behind
        .find('/')
        .map_or_else(String::new, |start| behind[start..].to_owned())
}
