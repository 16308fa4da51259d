//! The service said no.

use std::{borrow::Cow, error::Error, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::{Answer, CallContext, body::ErrorBody, one_line};
use crate::{operation::Operation, types::CommunicationErrorResponse};

/// An answer of the service with a status that is no success.
///
/// The live service, and gateways in front of it, answer in other shapes than the documented one. Whatever the shape,
/// the status, the headers and the text are here; [`error`](Self::error) is what could be read of the code and the
/// message.
///
/// Source: the error responses of every operation, schema `CommunicationErrorResponse`.
pub struct ServiceError {
    context: CallContext,
    answer: Answer,
    body: Bytes,
    read: Option<ErrorBody>,
    is_documented: bool,
}

impl ServiceError {
    pub(crate) fn new(
        context: CallContext,
        operation: &Operation,
        answer: Answer,
        body: Bytes,
    ) -> Self {
        Self {
            read: ErrorBody::read(&body),
            is_documented: (operation.is_documented)(answer.status().as_u16(), &body),
            context,
            answer,
            body,
        }
    }

    /// What is known of the call.
    pub fn context(&self) -> &CallContext {
        &self.context
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.answer.status()
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        self.answer.headers()
    }

    /// The error as the document describes it. An undocumented shape that holds a code or a message is brought into
    /// this form, with an empty string for what it lacks; `None` where the body holds neither.
    pub fn error(&self) -> Option<&CommunicationErrorResponse> {
        self.read.as_ref()?.response.as_ref()
    }

    /// Whether the body had exactly the shape that the document gives it for the operation and the status.
    pub fn is_documented_shape(&self) -> bool {
        self.is_documented
    }

    /// The body as the type that the document gives it, for an operation whose errors have a type of their own; `None`
    /// where it is none.
    pub fn body_as<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The service's error code, for example `Forbidden`.
    pub fn code(&self) -> Option<&str> {
        self.read.as_ref()?.code.as_deref()
    }

    /// The service's error message.
    pub fn message(&self) -> Option<&str> {
        self.read.as_ref()?.message.as_deref()
    }

    /// The text of the answer's body as it came, up to the limit for error bodies; bytes that are no UTF-8 are
    /// replaced.
    pub fn body_text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The answer's body as it came, up to the limit for error bodies.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    pub(crate) fn answer(&self) -> &Answer {
        &self.answer
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the service answered {}",
            self.context.operation(),
            self.status()
        )?;
        match (self.code(), self.message()) {
            (None, None) => {
                let kind = self
                    .answer
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
        if let Some(wait) = self.answer.retry_after() {
            write!(f, " (to be asked again after {wait:.1?})")?;
        }
        self.answer.write_ids(f)?;
        self.context.fmt(f)
    }
}

impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("context", &self.context)
            .field("answer", &self.answer)
            .field("error", &self.error())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

impl Error for ServiceError {}
