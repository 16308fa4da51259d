//! The service said yes in a way that can't be read.

use std::{error::Error, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{Answer, CallContext, one_line};

/// A success whose body is not what the operation returns. The service has done what it was asked to.
///
/// Source: the success response of the operation.
pub struct DecodeError {
    context: CallContext,
    answer: Answer,
    body: Bytes,
    path: String,
    reason: serde_json::Error,
}

impl DecodeError {
    pub(crate) fn new(
        context: CallContext,
        answer: Answer,
        body: Bytes,
        path: String,
        reason: &serde_json::Error,
    ) -> Self {
        Self {
            context,
            answer,
            body,
            path,
            reason: serde::de::Error::custom(without_quotes(&reason.to_string())),
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

    /// Where in the body the trouble is, for example `value[3].createdOn`; `.` for the whole body.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Why, in the decoder's words, for example ``missing field `id` ``.
    pub fn reason(&self) -> &serde_json::Error {
        &self.reason
    }

    /// The answer's body as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    pub(crate) fn answer(&self) -> &Answer {
        &self.answer
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the service answered {} with a body that can't be read at `{}`: {}",
            self.context.operation(),
            self.status(),
            one_line(&self.path, 200),
            one_line(&self.reason.to_string(), 300),
        )?;
        self.answer.write_ids(f)?;
        self.context.fmt(f)
    }
}

/// The decoder quotes the string it stumbled over, which may be what a person wrote: the quotation is left out.
fn without_quotes(reason: &str) -> String {
    match (reason.find('"'), reason.rfind('"')) {
        (Some(first), Some(last)) if first < last => {
            format!("{}…{}", &reason[..=first], &reason[last..])
        }
        _ => reason.to_owned(),
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("context", &self.context)
            .field("answer", &self.answer)
            .field("path", &self.path)
            .field("reason", &self.reason.to_string())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

impl Error for DecodeError {
    /// What the decoder said, without the string that it may have quoted.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.reason)
    }
}
