//! What the pipeline knows of an operation.

use http::{HeaderName, HeaderValue, Method};

/// An operation of the API. codegen makes one constant for each from the document.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The `operationId` of the document.
    pub id: &'static str,
    pub method: Method,
    /// The path template of the document.
    pub path: &'static str,
    /// The media type of the request body.
    pub content_type: Option<HeaderValue>,
    /// The media types that a response may have.
    pub accept: Option<HeaderValue>,
    /// The documented status of success.
    pub success: u16,
    /// Whether a success may lack the JSON that another one has.
    pub may_be_empty: bool,
    /// Whether the service can process the same request twice without harm.
    pub is_repeatable: bool,
    /// The header by which the service recognizes a repeated request.
    pub repeatability_header: Option<HeaderName>,
    /// Whether the response is a page of a list.
    pub is_list: bool,
    /// Whether a next link may lead to another path than the list's own, as one of the document's examples does.
    pub links_to_other_paths: bool,
    /// The names of all properties in the document, sorted: names of the API, not of a caller's data.
    pub properties: &'static [&'static str],
    /// Whether a body is what the document describes for an error with this status.
    pub is_documented_error: fn(u16, &[u8]) -> bool,
}

impl Operation {
    /// Whether 404 in response to a retry means that an earlier attempt deleted the resource.
    pub fn is_delete(&self) -> bool {
        self.method == Method::DELETE
    }
}
