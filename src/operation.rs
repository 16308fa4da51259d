//! What the client knows of each operation at run time: generated from the document, one constant an operation.

use http::{HeaderValue, Method};

/// An operation of the API.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The `operationId` of the document.
    pub id: &'static str,
    pub method: Method,
    /// The path template, as the document has it.
    pub path: &'static str,
    /// The media type of the body, where there is one.
    pub media_type: Option<HeaderValue>,
    /// The media types that the answer may have, where it has a body.
    pub accept: Option<HeaderValue>,
    /// The documented status of success.
    pub success: u16,
    /// Whether a success can be without the JSON that another one has.
    pub may_be_empty: bool,
    /// Whether sending the same request twice does no harm.
    pub repeatable: bool,
    /// Whether a body is what the document describes for an error with this status.
    pub is_documented: fn(u16, &[u8]) -> bool,
}

impl Operation {
    /// Whether 404 in answer to a repeated request means that the first one did it.
    pub fn is_delete(&self) -> bool {
        self.method == Method::DELETE
    }
}
