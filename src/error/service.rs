//! A response that is not a success.

use std::{borrow::Cow, error::Error, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::{CallContext, ResponseHead, body::ErrorBody, redact::Redactor, text::one_line};
use crate::types::CommunicationErrorResponse;

/// A response with a status that is not a success.
///
/// The live service, and gateways in front of it, respond with other bodies than the documented one. Status, headers
/// and body are available for all of them; [`error`](Self::error) is the code and the message as far as the body has
/// them.
///
/// Source: the error responses of every operation, schema `CommunicationErrorResponse`.
pub struct ServiceError {
    context: CallContext,
    head: ResponseHead,
    body: Bytes,
    parsed: Option<ErrorBody>,
    is_documented: bool,
}

impl ServiceError {
    pub(crate) fn new(
        context: CallContext,
        head: ResponseHead,
        body: Bytes,
        is_documented: fn(u16, &[u8]) -> bool,
        redactor: &Redactor,
    ) -> Self {
        let body = redactor.redact(body);
        Self {
            parsed: ErrorBody::parse(&body, redactor),
            is_documented: is_documented(head.status().as_u16(), &body),
            context,
            head,
            body,
        }
    }

    /// Returns the call.
    pub fn context(&self) -> &CallContext {
        &self.context
    }

    /// Returns the status of the response.
    pub fn status(&self) -> StatusCode {
        self.head.status()
    }

    /// Returns the headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        self.head.headers()
    }

    /// Returns the error in the documented shape. A body of another shape with a code or a message is converted, with
    /// an empty string for what it lacks; `None` if the body has neither.
    pub fn error(&self) -> Option<&CommunicationErrorResponse> {
        self.parsed.as_ref()?.response.as_ref()
    }

    /// Whether the body has exactly the shape that the document gives for the operation and the status.
    pub fn is_documented_shape(&self) -> bool {
        self.is_documented
    }

    /// Decodes the body as the type that the document gives the operation's errors; `None` if it is not one.
    pub fn body_as<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Returns the service's error code, for example `Forbidden`.
    pub fn code(&self) -> Option<&str> {
        self.parsed.as_ref()?.code.as_deref()
    }

    /// Returns the service's error message.
    pub fn message(&self) -> Option<&str> {
        self.parsed.as_ref()?.message.as_deref()
    }

    /// Returns the body as text, up to the limit for error bodies; bytes that are not UTF-8 are replaced.
    pub fn body_text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// Returns the body, up to the limit for error bodies.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    pub(crate) fn head(&self) -> &ResponseHead {
        &self.head
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the service responded {}",
            self.context.operation(),
            self.status()
        )?;
        match (self.code(), self.message()) {
            (None, None) => {
                let kind = self
                    .head
                    .header("content-type")
                    .unwrap_or("no content type");
                write!(
                    f,
                    " without a readable error ({} bytes, {})",
                    self.body.len(),
                    one_line(kind, 80)
                )?;
            }
            (code, message) => {
                for part in [code, message].into_iter().flatten() {
                    write!(f, ": {}", one_line(part, 300))?;
                }
            }
        }
        if let Some(delay) = self.head.retry_after() {
            write!(f, " (retry after {delay:.1?})")?;
        }
        self.head.write_ids(f)?;
        self.context.fmt(f)
    }
}

impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("context", &self.context)
            .field("head", &self.head)
            .field("error", &self.error())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

impl Error for ServiceError {}
