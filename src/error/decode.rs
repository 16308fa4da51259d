//! A success that cannot be decoded.

use std::{error::Error, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{
    CallContext, ResponseHead,
    text::{one_line, without_quotation},
};

/// A success with a body that is not what the operation returns. The service processed the request.
///
/// Source: the success response of the operation.
pub struct DecodeError {
    context: CallContext,
    head: ResponseHead,
    body: Bytes,
    path: String,
    reason: serde_json::Error,
}

impl DecodeError {
    pub(crate) fn new(
        context: CallContext,
        head: ResponseHead,
        body: Bytes,
        path: String,
        reason: &serde_json::Error,
    ) -> Self {
        Self {
            context,
            head,
            body,
            path,
            reason: serde::de::Error::custom(without_quotation(&reason.to_string())),
        }
    }

    /// The error of a value that decodes, and still cannot be used: the service processed the request.
    #[cfg_attr(
        not(conveniences),
        allow(dead_code, reason = "only conveniences need it")
    )]
    pub(crate) fn of_value(
        context: CallContext,
        status: StatusCode,
        headers: HeaderMap,
        path: &str,
        reason: &str,
    ) -> Self {
        let (attempts, elapsed) = (context.attempts(), context.elapsed());
        let context = context.after(attempts, elapsed, true);
        let head = ResponseHead::new(status, headers, None);
        let reason = serde::de::Error::custom(reason);
        Self::new(context, head, Bytes::new(), path.to_owned(), &reason)
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

    /// Returns the JSON path of the value that cannot be decoded, for example `value[3].createdOn`; `.` for the whole
    /// body.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the decoder's reason, for example ``missing field `id` ``.
    pub fn reason(&self) -> &serde_json::Error {
        &self.reason
    }

    /// Returns the body as it arrived.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    pub(crate) fn head(&self) -> &ResponseHead {
        &self.head
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the service responded {} with a body that cannot be decoded at `{}`: {}",
            self.context.operation(),
            self.status(),
            one_line(&self.path, 200),
            one_line(&self.reason.to_string(), 300),
        )?;
        self.head.write_ids(f)?;
        self.context.fmt(f)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("context", &self.context)
            .field("head", &self.head)
            .field("path", &self.path)
            .field("reason", &self.reason.to_string())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

impl Error for DecodeError {
    /// Returns the decoder's error, without the string that it may have quoted.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.reason)
    }
}
