//! Typed mocks of the API, for tests of code that uses the client.
//!
//! [`MockServerExt`] adds a method for each operation to httpmock's server. Parameters and responses are those of the
//! document, and [`Documented`] responds with its examples:
//!
//! ```
//! use acs_chat::{ChatClient, mock::{Documented, MockServerExt}};
//! use httpmock::MockServer;
//!
//! # tokio::runtime::Runtime::new()?.block_on(async {
//! let server = MockServer::start_async().await;
//! let mock = server.send_chat_message(|when, then| {
//!     when.chat_thread_id("19:lunch@thread.v2");
//!     then.documented(201);
//! });
//!
//! // The code under test:
//! let client = ChatClient::builder(server.base_url()).credential("a token").build()?;
//! let sent = client.thread("19:lunch@thread.v2")?.send("Noon?").await?;
//!
//! assert_eq!(sent.id, "1593072104708");
//! mock.assert();
//! # Ok::<(), acs_chat::ChatError>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use httpmock::Then;

pub use generated::{EXAMPLES, MockServerExt, operations};

#[allow(clippy::all)]
mod generated {
    use super::{Documented, Example};

    include!(concat!(env!("OUT_DIR"), "/mocks.rs"));
}

/// A documented response of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The operation's id in the document.
    pub operation: &'static str,
    /// The example's name in the document.
    pub name: &'static str,
    /// The status of the response.
    pub status: u16,
    /// The body, as JSON; `None` if the response has none.
    pub body: Option<&'static str>,
}

impl Example {
    /// Returns the example of an operation with this status, and with this name if one is given.
    pub fn find(operation: &str, status: u16, name: Option<&str>) -> Option<&'static Self> {
        EXAMPLES.iter().find(|example| {
            example.operation == operation
                && example.status == status
                && name.is_none_or(|name| example.name == name)
        })
    }

    fn respond(&self, then: Then) -> Then {
        let then = then.status(self.status);
        match self.body {
            Some(body) => then.header("content-type", "application/json").body(body),
            None => then,
        }
    }
}

/// Responds with the document's examples.
pub trait Documented: Sized {
    /// The operation's id in the document.
    const OPERATION: &'static str;

    /// Changes the response through httpmock's own `Then`.
    fn respond(self, respond: impl FnOnce(Then) -> Then) -> Self;

    /// Responds with the (first) documented example of this status.
    ///
    /// # Panics
    /// If the document has no such example.
    fn documented(self, status: u16) -> Self {
        self.respond(|then| found(Self::OPERATION, status, None).respond(then))
    }

    /// Responds with the documented example of this name and status.
    ///
    /// # Panics
    /// If the document has no such example.
    fn documented_as(self, name: &str, status: u16) -> Self {
        self.respond(|then| found(Self::OPERATION, status, Some(name)).respond(then))
    }
}

fn found(operation: &str, status: u16, name: Option<&str>) -> &'static Example {
    Example::find(operation, status, name).unwrap_or_else(|| {
        let there = EXAMPLES
            .iter()
            .filter(|example| example.operation == operation);
        let there: Vec<_> = there
            .map(|example| (example.name, example.status))
            .collect();
        panic!("`{operation}` has no documented response {status} {name:?}; it has {there:?}")
    })
}

/// A regular expression that matches this path parameter only, as it stands in a request.
pub(crate) fn literal(value: impl std::fmt::Display) -> String {
    let value = value.to_string();
    regex::escape(&crate::runtime::encode_path(&value).to_string())
}

/// A query parameter as the client writes it: its JSON, a string without the quotes.
pub(crate) fn query(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(error) => panic!("the value can't be a query parameter: {error}"),
    }
}
