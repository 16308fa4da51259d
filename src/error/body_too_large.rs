//! A success that is too large to read.

use std::{error::Error, fmt};

use http::StatusCode;

use super::{CallContext, ResponseHead};

/// A success with a body larger than the client's limit. The service processed the request.
#[derive(Debug)]
pub struct BodyTooLargeError {
    context: CallContext,
    head: ResponseHead,
    limit: usize,
}

impl BodyTooLargeError {
    pub(crate) fn new(context: CallContext, head: ResponseHead, limit: usize) -> Self {
        Self {
            context,
            head,
            limit,
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

    /// Returns the limit in bytes; see
    /// [`ChatClientBuilder::max_response_bytes`](crate::ChatClientBuilder::max_response_bytes).
    pub fn limit(&self) -> usize {
        self.limit
    }

    pub(crate) fn head(&self) -> &ResponseHead {
        &self.head
    }
}

impl fmt::Display for BodyTooLargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the service responded {} with a body larger than the limit of {} bytes",
            self.context.operation(),
            self.status(),
            self.limit,
        )?;
        self.head.write_ids(f)?;
        self.context.fmt(f)
    }
}

impl Error for BodyTooLargeError {}
