//! A success, and the call that it ends.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use reqwest::Url;

use super::Call;
use crate::error::{CallContext, ChatError, ResponseHead, ServiceError};

/// A success. Its body is complete, and not decoded yet.
///
/// Boxed, as it is handed through several futures: moving it costs more than the allocation.
pub(crate) struct Response {
    pub head: ResponseHead,
    pub body: Bytes,
    /// The URL that the response is from.
    pub url: Url,
    pub call: Call,
}

impl Response {
    pub fn new(head: ResponseHead, body: Bytes, url: Url, call: Call) -> Box<Self> {
        Box::new(Self {
            head,
            body,
            url,
            call,
        })
    }

    /// The success of a DELETE whose resource is already gone. It has no headers: those of the 404 are of an error.
    pub fn already_deleted(url: Url, call: Call) -> Box<Self> {
        let status = StatusCode::from_u16(call.operation.success).unwrap_or(StatusCode::NO_CONTENT);
        let head = ResponseHead::new(status, HeaderMap::new(), None);
        Self::new(head, Bytes::new(), url, call)
    }

    pub fn status(&self) -> StatusCode {
        self.head.status()
    }

    /// What an error about the body reports: the service accepted the request.
    pub fn unusable(&mut self) -> CallContext {
        self.call.may_have_been_processed = true;
        self.call.trace.unusable();
        self.call.context()
    }
}

/// A status that the operation does not document as a success.
impl From<Box<Response>> for ChatError {
    fn from(response: Box<Response>) -> Self {
        let Response {
            head, body, call, ..
        } = *response;
        let is_documented = call.operation.is_documented_error;
        ServiceError::new(call.context(), head, body, is_documented, &call.redactor()).into()
    }
}
