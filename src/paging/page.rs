//! A page of a list.

use http::{HeaderMap, StatusCode};

use super::Continuation;
use crate::{
    error::{CallContext, ChatError, DecodeError},
    runtime::ResponseValue,
};

/// A page of a list, as an operation marked `x-ms-pageable` returns it. Implemented by generated types only.
///
/// Source: `x-ms-pageable` of the operations whose request builders have `pages` and `stream`.
pub trait Paged: sealed::Sealed + serde::de::DeserializeOwned + Send + 'static {
    /// The items of the list.
    type Item: Send + Unpin + 'static;

    /// Returns the items of this page.
    fn items(&self) -> &[Self::Item];

    /// Returns the items of this page by value.
    fn into_items(self) -> Vec<Self::Item>;

    /// Returns the link to the next page; `None` on the last one.
    fn next_link(&self) -> Option<&str>;
}

pub(crate) mod sealed {
    /// Keeps `Paged` to generated types.
    pub trait Sealed {}
}

/// A page of a list.
#[derive(Debug)]
pub struct Page<P> {
    pub(super) value: ResponseValue<P>,
    /// The start of this page.
    pub(super) start: Continuation,
    pub(super) next: Option<Continuation>,
    /// The call that returned it.
    pub(super) context: CallContext,
}

impl<P: Paged> Page<P> {
    /// Returns the items, in the service's order.
    pub fn items(&self) -> &[P::Item] {
        self.value.items()
    }

    /// Returns the items by value.
    pub fn into_items(self) -> Vec<P::Item> {
        self.value.into_inner().into_items()
    }

    /// Returns the status of the response.
    pub fn status(&self) -> StatusCode {
        self.value.status()
    }

    /// Returns the headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        self.value.headers()
    }

    /// Returns where the list continues after this page; `None` if it was the last, or if its next link is not followed,
    /// which is the list's next error.
    pub fn continuation(&self) -> Option<&Continuation> {
        self.next.as_ref()
    }

    /// The error of a value at `path` that decodes, and still cannot be used.
    #[cfg_attr(
        not(conveniences),
        allow(dead_code, reason = "only following needs it")
    )]
    pub(crate) fn undecodable(&self, path: &str, reason: &str) -> ChatError {
        let (context, headers) = (self.context.clone(), self.headers().clone());
        DecodeError::of_value(context, self.status(), headers, path, reason).into()
    }
}
