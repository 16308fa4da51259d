//! A request to the emulator: two bytes select the operation and what is right about the request, a line each is an id
//! in the path and the query, the rest is the body.

#![no_main]

use std::cell::RefCell;

use acs_chat_emulator::{Emulator, ThreadSnapshot};
use acs_chat_fuzz::spec;
use libfuzzer_sys::fuzz_target;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

/// After as many inputs, the emulator starts anew: it keeps what was deleted.
const INPUTS: u32 = 200;

struct Fixture {
    runtime: Runtime,
    http: Client,
    emulator: Option<(Emulator, u32)>,
}

thread_local! {
    static FIXTURE: RefCell<Fixture> = RefCell::new(Fixture {
        runtime: Builder::new_current_thread().enable_all().build().expect("a runtime"),
        http: Client::builder().no_proxy().build().expect("an HTTP client"),
        emulator: None,
    });
}

fuzz_target!(|data: &[u8]| {
    let [operation, flags, rest @ ..] = data else {
        return;
    };
    let mut parts = rest.splitn(3, |byte| *byte == b'\n');
    let mut text = || String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let input = Input {
        operation: *operation,
        flags: *flags,
        id: text(),
        query: text(),
        body: parts.next().unwrap_or_default(),
    };
    FIXTURE.with_borrow_mut(
        |Fixture {
             runtime,
             http,
             emulator,
         }| {
            runtime.block_on(async {
                let (mut running, inputs) = match emulator.take() {
                    Some((running, inputs)) if inputs < INPUTS => (running, inputs),
                    _ => (Emulator::start().await.expect("an emulator"), 0),
                };
                send(&mut running, http, &input).await;
                *emulator = Some((running, inputs + 1));
            });
        },
    );
});

struct Input<'a> {
    operation: u8,
    flags: u8,
    id: String,
    query: String,
    body: &'a [u8],
}

impl Input<'_> {
    fn is(&self, bit: u8) -> bool {
        self.flags & 1 << bit != 0
    }
}

async fn send(emulator: &mut Emulator, http: &Client, input: &Input<'_>) {
    let (url, token) = (emulator.url().to_owned(), emulator.token("alice"));
    let call = |method: Method, path: &str| {
        http.request(method, format!("{url}{path}"))
            .bearer_auth(&token)
    };
    let version = format!("api-version={}", spec::DOCUMENT.version);
    let participant = json!({ "communicationIdentifier": { "rawId": emulator.user_id("alice") } });
    let thread = json!({ "topic": "Fuzzing", "participants": [participant] });
    let created = post(
        call(Method::POST, &format!("/chat/threads?{version}")),
        &thread,
    )
    .await;
    let thread = created["chatThread"]["id"].as_str().expect("a thread's id");
    let messages = format!("/chat/threads/{thread}/messages?{version}");
    let sent = post(
        call(Method::POST, &messages),
        &json!({ "content": "Noon?" }),
    )
    .await;
    let message = sent["id"].as_str().expect("a message's id");

    let operation = spec::operation(input.operation);
    let or = |is_right: bool, right: &str| {
        if is_right {
            right.to_owned()
        } else {
            input.id.clone()
        }
    };
    let path = operation
        .path
        .replace("{chatThreadId}", &or(input.is(0), thread));
    let path = path.replace("{chatMessageId}", &or(input.is(1), message));
    let version = if input.is(2) { version.as_str() } else { "" };
    let separator = if version.is_empty() || input.query.is_empty() {
        ""
    } else {
        "&"
    };
    let path = format!("{path}?{version}{separator}{}", input.query);
    let method = operation.method.parse().expect("a method");
    let mut request = http.request(method, format!("{url}{path}"));
    if input.is(3) {
        request = request.bearer_auth(&token);
    }
    if let Some(body) = &operation.body {
        let media_type = if input.is(4) {
            body.media_type()
        } else {
            "text/plain"
        };
        request = request
            .header("content-type", media_type)
            .body(input.body.to_vec());
    }
    if input.is(5) {
        request = request.header("repeatability-request-id", input.id.trim());
    }
    // What is no URL or no header cannot be sent.
    let Ok(request) = request.build() else { return };
    let before = threads(emulator);
    let response = http
        .execute(request)
        .await
        .expect("every request gets a response");
    let status = response.status().as_u16();
    let body = response
        .bytes()
        .await
        .expect("every response has a body to its end");
    assert!(status < 500, "{status} {}", String::from_utf8_lossy(&body));
    if status >= 400 {
        assert_eq!(
            threads(emulator),
            before,
            "a refused request changed something"
        );
        let has_body = status != 401;
        let error = serde_json::from_slice::<Value>(&body).ok();
        let code = error
            .as_ref()
            .and_then(|error| error["CommunicationError"]["Code"].as_str());
        assert_eq!(
            code.is_some(),
            has_body,
            "{status} {}",
            String::from_utf8_lossy(&body)
        );
    } else if operation.method == "GET" {
        assert_eq!(threads(emulator), before, "a GET changed something");
    }
}

fn threads(emulator: &Emulator) -> Vec<ThreadSnapshot> {
    emulator.snapshot().threads
}

async fn post(request: RequestBuilder, body: &Value) -> Value {
    let request = request
        .header("content-type", "application/json")
        .body(body.to_string());
    let response = request
        .send()
        .await
        .expect("a response")
        .bytes()
        .await
        .expect("a body");
    serde_json::from_slice(&response).expect("JSON")
}
