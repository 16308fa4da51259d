//! Responses that a server of the tests gives.

use super::{Operation, operations};

/// A response.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Whether the body is sent in chunks, its length unannounced; on the raw server only.
    pub chunked: bool,
}

impl Reply {
    pub fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn headers(self, headers: &[(&str, &str)]) -> Self {
        headers
            .iter()
            .fold(self, |reply, (name, value)| reply.header(name, value))
    }

    pub fn json(self, body: impl ToString) -> Self {
        let body = body.to_string();
        self.header("content-type", "application/json").body(body)
    }

    pub fn body(mut self, body: impl AsRef<[u8]>) -> Self {
        self.body = body.as_ref().to_vec();
        self
    }

    pub fn chunked(mut self) -> Self {
        self.chunked = true;
        self
    }
}

impl Operation<'_> {
    /// The documented success.
    pub fn reply(&self) -> Reply {
        let reply = Reply::status(self.success_status());
        match self.success_example() {
            Some(body) => reply.json(body),
            None => reply,
        }
    }
}

/// The documented success of an operation.
pub fn success(id: &str) -> Reply {
    let mut operations = operations().into_iter();
    let operation = operations.find(|operation| operation.id == id);
    operation.expect("an operation of the document").reply()
}

/// The success of [`get_thread`](super::get_thread).
pub fn thread_found() -> Reply {
    success("ChatThread_GetChatThreadProperties")
}

/// The success of [`send_message`](super::send_message).
pub fn message_sent() -> Reply {
    success("ChatThread_SendChatMessage")
}
