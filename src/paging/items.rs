//! A list, item by item.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    vec::IntoIter,
};

use futures_core::Stream;

use super::{Continuation, Page, Paged, Pages};
use crate::error::ChatError;

/// A list, item by item, in the service's order: a `Stream` of `Result<Item, ChatError>`.
///
/// It fetches pages as [`Pages`] does, one ahead. The stream ends after an error; [`resume`](Self::resume) continues it
/// where it stopped, and [`continuation`](Self::continuation) returns where that is.
#[must_use = "a list fetches nothing until it is polled"]
pub struct Items<P: Paged> {
    pages: Pages<P>,
    page: IntoIter<P::Item>,
    /// The current page, with the number of its items that were returned.
    current: Option<Continuation>,
    next: Option<Continuation>,
}

impl<P: Paged> Items<P> {
    /// The list from `next` on, or from its start.
    pub(crate) fn new(pages: Pages<P>, next: Option<Continuation>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
            current: None,
            next,
        }
    }

    /// Sets whether the next page is fetched while the caller works on the current one; `true` by default.
    pub fn prefetch(mut self, prefetch: bool) -> Self {
        self.pages = self.pages.prefetch(prefetch);
        self
    }

    /// Continues the list after an error, with what failed. Does nothing without an error.
    pub fn resume(&mut self) {
        self.pages.resume();
    }

    /// Returns where the list continues after the last item that was returned. `resume` of a request of the same
    /// operation continues there, and neither repeats nor skips an item, as long as the service returns the same page.
    /// `None` before the first page, and after the last item. After a page whose next link is not followed it is the end
    /// of that page, so that a client with other settings can continue.
    pub fn continuation(&self) -> Option<Continuation> {
        let is_read = self.page.len() == 0;
        if is_read && (self.next.is_some() || self.pages.is_over()) {
            return self.next.clone();
        }
        self.current.clone()
    }

    /// Returns the next item; `None` at the end of the list and after an error.
    ///
    /// # Errors
    /// Those of [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<P::Item, ChatError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn start_page(&mut self, page: Page<P>) {
        let mut current = page.start.clone();
        let expected = std::mem::replace(&mut self.next, page.continuation().cloned());
        self.page = page.into_items().into_iter();
        // Only a list that was resumed within a page has items to skip.
        if let Some(skip) = expected.map(|start| start.skip).filter(|skip| *skip > 0) {
            self.page.nth(skip - 1);
            current.skip = skip;
        }
        self.current = Some(current);
    }
}

impl<P: Paged> Stream for Items<P> {
    type Item = Result<P::Item, ChatError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                if let Some(current) = &mut self.current {
                    current.skip += 1;
                }
                return Poll::Ready(Some(Ok(item)));
            }
            // Frees the memory of the items while the list awaits the next page.
            self.page = Vec::new().into_iter();
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.start_page(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Paged> Unpin for Items<P> {}

impl<P: Paged> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("items_left_in_page", &self.page.len())
            .finish_non_exhaustive()
    }
}
