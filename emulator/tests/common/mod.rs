//! An emulator and plain requests to it.

#![allow(dead_code, reason = "every test file uses a part of it")]

use acs_chat_emulator::{Emulator, EmulatorBuilder, ErrorShape, Fault};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};

/// The version of the API, which the document has as its name.
pub const API_VERSION: &str = {
    let name = include!("../../../spec/current.rs")
        .split_at("spec/".len())
        .1;
    name.split_at(name.len() - ".json".len()).0
};

pub struct Service {
    pub emulator: Emulator,
    pub http: Client,
}

#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

pub fn http() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// An emulator with documented errors, which all have messages.
pub async fn service() -> Service {
    started(Emulator::builder().error_shape(ErrorShape::Documented)).await
}

pub async fn started(builder: EmulatorBuilder) -> Service {
    Service {
        emulator: builder.start().await.unwrap(),
        http: http(),
    }
}

pub async fn fetch(request: RequestBuilder) -> Response {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let text = response.text().await.unwrap();
    let body = if text.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&text).unwrap_or(Value::String(text))
    };
    Response {
        status,
        headers,
        body,
    }
}

impl Service {
    /// A request as it should be, but for what a test adds. `path` may bring a query of its own.
    pub fn request(&self, user: &str, method: Method, path: &str) -> RequestBuilder {
        let mark = if path.contains('?') { '&' } else { '?' };
        let url = format!(
            "{}{path}{mark}api-version={API_VERSION}",
            self.emulator.url()
        );
        self.http
            .request(method, url)
            .bearer_auth(self.emulator.token(user))
    }

    pub async fn get(&self, user: &str, path: &str) -> Response {
        fetch(self.request(user, Method::GET, path)).await
    }

    pub async fn post(&self, user: &str, path: &str, body: Value) -> Response {
        fetch(self.request(user, Method::POST, path).json(&body)).await
    }

    pub async fn patch(&self, user: &str, path: &str, body: Value) -> Response {
        let request = self
            .request(user, Method::PATCH, path)
            .body(body.to_string());
        fetch(request.header("content-type", "application/merge-patch+json")).await
    }

    pub async fn delete(&self, user: &str, path: &str) -> Response {
        fetch(self.request(user, Method::DELETE, path)).await
    }

    /// Follows a `nextLink` as it stands.
    pub async fn follow(&self, user: &str, link: &str) -> Response {
        fetch(self.http.get(link).bearer_auth(self.emulator.token(user))).await
    }

    /// The path of a new thread of these users, the first of whom creates it.
    pub async fn thread(&self, users: &[&str]) -> String {
        let participants: Vec<Value> = users[1..]
            .iter()
            .map(|user| self.participant(user))
            .collect();
        let made = self
            .post(
                users[0],
                "/chat/threads",
                json!({ "topic": "Lunch", "participants": participants }),
            )
            .await;
        assert_eq!(made.status, 201, "{made:?}");
        format!(
            "/chat/threads/{}",
            made.body["chatThread"]["id"].as_str().unwrap()
        )
    }

    pub fn participant(&self, user: &str) -> Value {
        json!({ "communicationIdentifier": self.identifier(user), "displayName": user })
    }

    pub fn identifier(&self, user: &str) -> Value {
        json!({ "communicationUser": { "id": self.emulator.user_id(user) } })
    }

    /// Sends a text message and returns its id.
    pub async fn say(&self, user: &str, thread: &str, text: &str) -> String {
        let sent = self
            .post(
                user,
                &format!("{thread}/messages"),
                json!({ "content": text }),
            )
            .await;
        assert_eq!(sent.status, 201, "{sent:?}");
        sent.body["id"].as_str().unwrap().to_owned()
    }

    pub fn inject(&self, fault: Fault) {
        self.emulator.inject(fault).unwrap();
    }
}

impl Response {
    pub fn items(&self) -> &[Value] {
        assert_eq!(self.status, 200, "{self:?}");
        self.body["value"].as_array().unwrap()
    }

    pub fn error(&self) -> String {
        format!(
            "{} {}",
            self.body["error"]["code"].as_str().unwrap(),
            self.body["error"]["message"].as_str().unwrap()
        )
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}
