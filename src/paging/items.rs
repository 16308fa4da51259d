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

    /// Returns all items that are left. It holds the whole list in memory: prefer [`next`](Self::next) or
    /// [`for_each`](Self::for_each) for a list that can be long.
    ///
    /// ```
    /// # async fn example(thread: acs_chat::ChatThread) -> Result<(), acs_chat::ChatError> {
    /// let participants = thread.participants().collect_all().await?;
    /// println!("{} participants", participants.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of [`Pages::next`]. The items before the error are lost.
    pub async fn collect_all(mut self) -> Result<Vec<P::Item>, ChatError> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }

    /// Calls `f` with each item that is left, one after the other, until it fails. The error is the caller's, any type
    /// that converts from [`ChatError`]. An `f` that changes what it captures is better written as a loop over
    /// [`next`](Self::next).
    ///
    /// ```
    /// # async fn example(thread: acs_chat::ChatThread) -> Result<(), Box<dyn std::error::Error>> {
    /// thread
    ///     .messages()
    ///     .for_each(async |message| {
    ///         println!("{}", serde_json::to_string(&message)?);
    ///         if message.text() == Some("spam") {
    ///             thread.delete_message(&message.id).await?;
    ///         }
    ///         Ok::<_, Box<dyn std::error::Error>>(())
    ///     })
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// That of `f`, and those of [`Pages::next`]. After one of `f` the list continues after that item, after another one
    /// where it [`resume`](Self::resume)s.
    pub async fn for_each<E, A>(&mut self, mut f: impl FnMut(P::Item) -> A) -> Result<(), E>
    where
        E: From<ChatError>,
        A: Future<Output = Result<(), E>>,
    {
        while let Some(item) = self.next().await {
            f(item?).await?;
        }
        Ok(())
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
