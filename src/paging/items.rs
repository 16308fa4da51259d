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
use crate::ChatError;

/// A list, item by item, in the service's order: a `Stream` of `Result<Item, ChatError>`.
///
/// It fetches pages as [`Pages`] does, one ahead. After an error the stream ends; [`resume`](Self::resume) lets it go
/// on where it stopped, and [`continuation`](Self::continuation) tells where that is.
#[must_use = "a list fetches nothing until it is polled"]
pub struct Items<P: Paged> {
    pages: Pages<P>,
    page: IntoIter<P::Item>,
    /// The page at hand, with as many of its items as have been given.
    here: Option<Continuation>,
    next: Option<Continuation>,
}

impl<P: Paged> Items<P> {
    /// The list from `next` on, or from its beginning.
    pub(crate) fn new(pages: Pages<P>, next: Option<Continuation>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
            here: None,
            next,
        }
    }

    /// Whether the next page is fetched while the caller works on the present one; on by default.
    pub fn prefetch(mut self, prefetch: bool) -> Self {
        self.pages = self.pages.prefetch(prefetch);
        self
    }

    /// Lets the list go on after an error, beginning with what failed. Without an error it does nothing.
    pub fn resume(&mut self) {
        self.pages.resume();
    }

    /// Where the list goes on behind the last item that was given: stored, and given to the `resume` of a request of
    /// the same operation, it neither repeats nor skips an item, as long as the service gives the page it names
    /// unchanged. `None` before the first page, and behind the last item of the list. Behind a page whose link to the
    /// next one can't be followed it is the end of that page, so that another client may come by a better link.
    pub fn continuation(&self) -> Option<Continuation> {
        let is_read = self.page.len() == 0;
        if is_read && (self.next.is_some() || self.pages.is_over()) {
            return self.next.clone();
        }
        self.here.clone()
    }

    /// The next item; `None` at the end of the list and after an error.
    ///
    /// # Errors
    /// Those of [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<P::Item, ChatError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn turn_to(&mut self, page: Page<P>) {
        let mut here = page.here.clone();
        let expected = std::mem::replace(&mut self.next, page.continuation().cloned());
        self.page = page.into_items().into_iter();
        // Only a place within a page, from which the list was resumed, has items to leave out.
        if let Some(had) = expected.map(|place| place.skip).filter(|had| *had > 0) {
            self.page.nth(had - 1);
            here.skip = had;
        }
        self.here = Some(here);
    }
}

impl<P: Paged> Stream for Items<P> {
    type Item = Result<P::Item, ChatError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                if let Some(here) = &mut self.here {
                    here.skip += 1;
                }
                return Poll::Ready(Some(Ok(item)));
            }
            // The room that the items had is for others while this list waits.
            self.page = Vec::new().into_iter();
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.turn_to(page),
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
            .field("at_hand", &self.page.len())
            .finish_non_exhaustive()
    }
}
