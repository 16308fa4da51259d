//! The body of a response.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;
use futures_util::stream;

use crate::error::SendError;

/// The body of a response that a [`Transport`](crate::Transport) returns: a `Stream` of chunks, made from one or from
/// bytes or text.
pub struct ResponseBody(Pin<Box<dyn Stream<Item = Result<Bytes, SendError>> + Send>>);

impl ResponseBody {
    /// Creates a body that arrives in chunks. An error ends it, and the attempt.
    pub fn new(chunks: impl Stream<Item = Result<Bytes, SendError>> + Send + 'static) -> Self {
        Self(Box::pin(chunks))
    }
}

impl Stream for ResponseBody {
    type Item = Result<Bytes, SendError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context)
    }
}

impl<T: Into<Bytes>> From<T> for ResponseBody {
    fn from(body: T) -> Self {
        let body = body.into();
        Self::new(stream::iter((!body.is_empty()).then_some(Ok(body))))
    }
}

impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
