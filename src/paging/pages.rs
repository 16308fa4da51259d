//! A list, page by page.

use std::{
    borrow::Cow,
    fmt,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use reqwest::Url;
use tokio::task::{JoinError, JoinSet};

use super::{
    Continuation, Paged,
    link::{Link, NextLinkError, Unfollowable, at, matches, take},
};
use crate::{
    ChatError, ResponseValue,
    call::Call,
    decode::decode,
    draft::Draft,
    error::{CallContext, InvalidRequest},
    trace,
    transport::Done,
};

/// A page as it arrived, and where it came from.
type Fetched = Result<(Done, Url), ChatError>;

/// The request for the first page; made more than once where the first time fails.
pub(crate) type First = Box<dyn Fn() -> Result<Draft, ChatError> + Send + Sync>;

/// A page of a list.
#[derive(Debug)]
pub struct Page<P> {
    value: ResponseValue<P>,
    /// This page itself, with none of its items had.
    pub(super) here: Continuation,
    next: Option<Continuation>,
}

impl<P: Paged> Page<P> {
    /// The items, in the service's order.
    pub fn items(&self) -> &[P::Item] {
        self.value.items()
    }

    /// The items by value.
    pub fn into_items(self) -> Vec<P::Item> {
        self.value.into_inner().into_items()
    }

    /// The status of the service's answer.
    pub fn status(&self) -> StatusCode {
        self.value.status()
    }

    /// The headers of the service's answer.
    pub fn headers(&self) -> &HeaderMap {
        self.value.headers()
    }

    /// Where the list goes on behind this page; `None` where it was the last, or where its link to the next one can't
    /// be followed, which the list gives as an error after this page.
    pub fn continuation(&self) -> Option<&Continuation> {
        self.next.as_ref()
    }
}

/// A list, page by page: a `Stream` of `Result<Page, ChatError>`.
///
/// While the caller works on a page, the next one is fetched, one page ahead and no more; that runs as a tokio task,
/// which ends with this value. [`prefetch(false)`](Self::prefetch) switches it off.
///
/// After an error the stream ends. [`resume`](Self::resume) lets it go on where it stopped.
#[must_use = "a list fetches nothing until it is polled"]
pub struct Pages<P> {
    call: Call,
    place: Place,
    /// The fetch of the page that comes next, in a task of its own: the only one in the set. The page is decoded when it
    /// is asked for: until then it takes less room, and from then on it is in the processor's cache.
    fetching: JoinSet<Fetched>,
    prefetch: bool,
    cycle: Cycle,
    holds: PhantomData<fn() -> P>,
}

/// Where the list stands.
enum Place {
    /// Before its first page.
    First(First),
    /// Before the page of this link.
    At(Box<Link>),
    /// Behind a page whose link can't be followed.
    Stuck(Unfollowable),
    /// An error has been given; this is where it stood.
    Paused(Box<Place>),
    End,
}

impl<P: Paged> Pages<P> {
    pub(crate) fn new(call: Call, first: First) -> Self {
        Self::at(call, Place::First(first))
    }

    fn at(call: Call, place: Place) -> Self {
        Self {
            call,
            place,
            fetching: JoinSet::new(),
            prefetch: true,
            cycle: Cycle::default(),
            holds: PhantomData,
        }
    }

    /// Goes on at a stored place; its page is given whole. What the request says of its path has to agree.
    pub(crate) fn from(
        call: Call,
        continuation: &Continuation,
        said: &[(&str, Option<&str>)],
    ) -> Result<Self, ChatError> {
        let wrong = |found: String, expected| {
            Err(call.invalid(InvalidRequest::new("continuation", found, expected)))
        };
        let (place, operation) = (&continuation.link, call.operation);
        if continuation.operation != operation.id {
            let found = format!(
                "is of the operation `{}`",
                crate::error::one_line(&continuation.operation, 80)
            );
            return wrong(found, "resume it with a request of the same operation");
        }
        let path = place.split('?').next().unwrap_or_default();
        let url = at(&call.shared().endpoint, place).filter(|url| url.path().ends_with(path));
        let Some(url) = url.filter(|_| matches(operation.path, path)) else {
            return wrong(
                "leads to something else".to_owned(),
                "give the text of a `Continuation` unchanged",
            );
        };
        let agrees = |(name, value): &(&str, Option<&str>)| {
            value.is_none_or(|value| {
                parameter(operation.path, path, name).is_none_or(|stored| stored == value)
            })
        };
        if let Some((name, _)) = said.iter().find(|said| !agrees(said)) {
            return wrong(
                format!("is of another `{name}`"),
                "resume it with that one, or leave that out",
            );
        }
        let link = Link {
            url,
            place: place.clone(),
            foreign: None,
        };
        Ok(Self::at(call, Place::At(Box::new(link))))
    }

    /// Whether the next page is fetched while the caller works on the present one; on by default.
    pub fn prefetch(mut self, prefetch: bool) -> Self {
        self.prefetch = prefetch;
        self
    }

    /// Lets the list go on after an error, beginning with what failed. Without an error it does nothing.
    pub fn resume(&mut self) {
        if let Place::Paused(place) = std::mem::replace(&mut self.place, Place::End) {
            self.place = *place;
        }
    }

    /// The next page; `None` at the end of the list and after an error.
    ///
    /// # Errors
    /// Those of the list's operation, and [`ChatError::NextLink`] where the service's link to the page is not followed.
    pub async fn next(&mut self) -> Option<Result<Page<P>, ChatError>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Starts fetching the page that comes next, unless it is being fetched.
    fn fetch(&mut self) {
        if !self.fetching.is_empty() {
            return;
        }
        let draft = match &self.place {
            Place::First(first) => first(),
            Place::At(link) => Ok(Draft::get(self.call.clone(), link.url.clone())),
            Place::Stuck(_) | Place::Paused(_) | Place::End => return,
        };
        let fetch = async { draft?.fetch().await };
        // A task begins outside of every span, and the call belongs into that of whoever reads the list.
        #[cfg(feature = "tracing")]
        let fetch = tracing::Instrument::in_current_span(fetch);
        self.fetching.spawn(fetch);
    }

    /// Whether nothing comes any more, not even after a `resume`.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.place, Place::End)
    }

    fn arrived(&mut self, fetched: Fetched) -> Result<Page<P>, ChatError> {
        let decoded =
            fetched.and_then(|(done, url)| Ok((decode::<P>(self.call.operation, done)?, url)));
        let (value, url) = match decoded {
            Ok(decoded) => decoded,
            Err(error) => {
                self.pause();
                return Err(error);
            }
        };
        let endpoint = &self.call.shared().endpoint;
        let strict = self.call.shared().refuse_foreign;
        let link = |text| take(endpoint, self.call.operation, &url, text, strict);
        let here = match &self.place {
            Place::At(at) => at.place.clone(),
            // The request itself is the link to the first page.
            _ => link(url.as_str())
                .map(|link| link.place)
                .unwrap_or_default(),
        };
        let next = value.next_link().filter(|text| !text.is_empty()).map(link);
        self.cycle.visit(&here);
        self.place = match next {
            None => Place::End,
            Some(Ok(link)) if self.cycle.closes(&link.place) => Place::Stuck(Unfollowable::Loop),
            Some(Ok(link)) => {
                if let Some(host) = &link.foreign {
                    trace::foreign_link(self.call.operation, host);
                }
                Place::At(Box::new(link))
            }
            Some(Err(reason)) => Place::Stuck(reason),
        };
        let continuation = |link: &str| Continuation {
            operation: self.call.operation.id.to_owned(),
            link: link.to_owned(),
            skip: 0,
        };
        let page = Page {
            here: continuation(&here),
            next: match &self.place {
                Place::At(link) => Some(continuation(&link.place)),
                _ => None,
            },
            value,
        };
        if self.prefetch {
            self.fetch();
        }
        Ok(page)
    }

    /// The runtime in which a page was being fetched is gone.
    fn stopped(&self, source: JoinError) -> ChatError {
        let invalid = InvalidRequest::new(
            "runtime",
            "was shut down while it fetched a page",
            "resume the list in a runtime that goes on",
        );
        self.call.invalid(invalid.because(source))
    }

    fn pause(&mut self) {
        let place = std::mem::replace(&mut self.place, Place::End);
        self.place = Place::Paused(Box::new(place));
    }
}

impl<P: Paged> Stream for Pages<P> {
    type Item = Result<Page<P>, ChatError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Place::Stuck(reason) = self.place {
            self.pause();
            let id = self.call.client_request_id.clone().unwrap_or_default();
            let error = NextLinkError::new(CallContext::new(self.call.operation, id), reason);
            return Poll::Ready(Some(Err(error.into())));
        }
        self.fetch();
        match self.fetching.poll_join_next(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Ready(Some(Ok(fetched))) => Poll::Ready(Some(self.arrived(fetched))),
            Poll::Ready(Some(Err(stopped))) => {
                self.pause();
                match stopped.try_into_panic() {
                    // The caller's own code panicked, which is not ours to swallow.
                    Ok(panic) => std::panic::resume_unwind(panic),
                    // An end without an error would pass for the end of the list.
                    Err(stopped) => Poll::Ready(Some(Err(self.stopped(stopped)))),
                }
            }
        }
    }
}

impl<P> Unpin for Pages<P> {}

/// What stands in a path where the template has this parameter.
fn parameter<'a>(template: &str, path: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let place = template
        .split('/')
        .position(|segment| segment.trim_matches(['{', '}']) == name)?;
    let segment = path.split('/').nth(place)?;
    percent_encoding::percent_decode_str(segment)
        .decode_utf8()
        .ok()
}

/// Notices a list that goes round in a circle, of any length, with the memory of one page (Brent's algorithm).
#[derive(Default)]
struct Cycle {
    /// The page that the following ones are compared with.
    kept: String,
    /// How many have been compared with it, and after how many it is replaced.
    compared: u64,
    until: u64,
}

impl Cycle {
    /// Takes note of a page that has been had.
    fn visit(&mut self, page: &str) {
        if self.compared == self.until {
            self.kept = page.to_owned();
            self.compared = 0;
            self.until = (self.until * 2).max(1);
        }
        self.compared += 1;
    }

    /// Whether a link leads back to the page that was kept.
    fn closes(&self, link: &str) -> bool {
        self.kept == link
    }
}

impl<P> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.call.operation.id)
            .field("prefetch", &self.prefetch)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Cycle;

    /// How many pages of a list that enters a circle are had before it is noticed.
    fn noticed_after(lead: usize, circle: usize) -> usize {
        let page = |n: usize| {
            if n < lead {
                n
            } else {
                lead + (n - lead) % circle
            }
        };
        let mut cycle = Cycle::default();
        for n in 0.. {
            cycle.visit(&page(n).to_string());
            if cycle.closes(&page(n + 1).to_string()) {
                return n;
            }
        }
        unreachable!()
    }

    #[test]
    fn every_circle_is_noticed_soon() {
        for lead in 0..40 {
            for circle in 1..40 {
                let had = noticed_after(lead, circle);
                assert!(had <= 3 * (lead + circle) + 3, "{lead} {circle}: {had}");
            }
        }
    }

    #[test]
    fn the_same_link_again_is_noticed_at_once() {
        assert_eq!(noticed_after(0, 1), 0);
    }

    #[test]
    fn a_list_without_a_circle_is_left_alone() {
        let mut cycle = Cycle::default();
        for n in 0..10_000 {
            cycle.visit(&n.to_string());
            assert!(!cycle.closes(&(n + 1).to_string()));
        }
    }
}
