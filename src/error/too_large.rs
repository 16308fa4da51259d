//! The service said more than anyone wants to read.

use std::{error::Error, fmt};

use http::StatusCode;

use super::{Answer, CallContext};

/// A success whose body is larger than the client was told to read. The service has done what it was asked to.
#[derive(Debug)]
pub struct BodyTooLarge {
    context: CallContext,
    answer: Answer,
    limit: usize,
}

impl BodyTooLarge {
    pub(crate) fn new(context: CallContext, answer: Answer, limit: usize) -> Self {
        Self {
            context,
            answer,
            limit,
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

    /// How many bytes would have been read; see
    /// [`ChatClientBuilder::max_body`](crate::ChatClientBuilder::max_body).
    pub fn limit(&self) -> usize {
        self.limit
    }

    pub(crate) fn answer(&self) -> &Answer {
        &self.answer
    }
}

impl fmt::Display for BodyTooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the service answered {} with a body larger than the limit of {} bytes",
            self.context.operation(),
            self.status(),
            self.limit,
        )?;
        self.answer.write_ids(f)?;
        self.context.fmt(f)
    }
}

impl Error for BodyTooLarge {}
