//! A list, page by page.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use futures_util::{TryFutureExt, future::BoxFuture};
use http::Method;
use tokio::task::JoinError;

use super::{
    Continuation, Page, Paged,
    continuation::Given,
    cycle::Cycle,
    link::{NextLink, rebase},
};
use crate::{
    error::{
        CallContext, ChatError, InvalidRequestError, NextLinkError, NextLinkReason, ResponseHead,
        redact::Redactor,
    },
    pipeline::{Operation, Request, Response, foreign_link, other_path},
    platform::JoinSet,
    runtime::{Http, Origin, ResponseValue},
};

/// A page that was fetched.
enum Fetched<P> {
    Decoded(ResponseValue<P>),
    /// Decoded when it is read: until then it takes less memory, and from then on it is in the processor's cache.
    Undecoded(Box<Response>),
}

/// Sends the request of the first page, more than once if it fails.
pub(crate) type First<P> =
    Box<dyn Fn() -> BoxFuture<'static, Result<ResponseValue<P>, ChatError>> + Send + Sync>;

/// A list, page by page: a `Stream` of `Result<Page, ChatError>`.
///
/// While the caller works on a page, the next one is fetched, at most one page ahead, in a tokio task that ends with this
/// value; [`prefetch(false)`](Self::prefetch) disables it.
///
/// The stream ends after an error. [`resume`](Self::resume) continues it where it stopped.
#[must_use = "a list fetches nothing until it is polled"]
pub struct Pages<P> {
    operation: &'static Operation,
    client: Http,
    position: Position<P>,
    /// The task that fetches the next page, at most one.
    fetching: JoinSet<Result<Fetched<P>, ChatError>>,
    prefetch: bool,
    cycle: Cycle,
}

/// Where the list is.
enum Position<P> {
    /// Before the first page.
    First(First<P>),
    /// Before the page of this link.
    At(Box<NextLink>),
    /// After a page whose next link is not followed.
    Stuck(Box<NextLinkError>),
    /// After an error; the list can resume here.
    Paused(Box<Position<P>>),
    End,
}

impl<P: Paged> Pages<P> {
    pub(crate) fn new(operation: &'static Operation, client: Http, first: First<P>) -> Self {
        Self::at(operation, client, Position::First(first))
    }

    /// Continues at the start of a stored page. What the request says of its path has to agree.
    pub(crate) fn resume_at(
        operation: &'static Operation,
        client: Http,
        continuation: &Continuation,
        given: &[Given],
    ) -> Result<Self, ChatError> {
        let next = continuation
            .next_link(&client.pipeline.endpoint, operation, given)
            .map_err(|error| client.invalid(operation, error))?;
        Ok(Self::at(operation, client, Position::At(Box::new(next))))
    }

    fn at(operation: &'static Operation, client: Http, position: Position<P>) -> Self {
        Self {
            operation,
            client,
            position,
            fetching: JoinSet::new(),
            prefetch: true,
            cycle: Cycle::default(),
        }
    }

    /// Sets whether the next page is fetched while the caller works on the current one; `true` by default.
    pub fn prefetch(mut self, prefetch: bool) -> Self {
        self.prefetch = prefetch;
        self
    }

    /// Continues the list after an error, with what failed. Does nothing without an error.
    pub fn resume(&mut self) {
        if let Position::Paused(position) = std::mem::replace(&mut self.position, Position::End) {
            self.position = *position;
        }
    }

    /// Returns the next page; `None` at the end of the list and after an error.
    ///
    /// # Errors
    /// Those of the list's operation, and [`ChatError::NextLink`] if the service's next link is not followed.
    pub async fn next(&mut self) -> Option<Result<Page<P>, ChatError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Whether there is nothing more, not even after `resume`.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.position, Position::End)
    }

    /// Returns the next page, fetched by the caller itself without a task. For lists without prefetching.
    #[cfg_attr(
        not(conveniences),
        allow(dead_code, reason = "only following needs it")
    )]
    pub(crate) async fn next_in_place(&mut self) -> Option<Result<Page<P>, ChatError>> {
        if let Some(error) = self.stuck() {
            return Some(Err(error));
        }
        let fetched = self.request()?.await;
        Some(self.arrived(fetched))
    }

    /// The error of a next link that is not followed, if the list is there.
    fn stuck(&mut self) -> Option<ChatError> {
        let Position::Stuck(error) = &self.position else {
            return None;
        };
        let error = NextLinkError::clone(error);
        self.pause();
        Some(error.into())
    }

    /// Starts to fetch the next page, unless it is being fetched.
    fn fetch(&mut self) {
        if !self.fetching.is_empty() {
            return;
        }
        let Some(fetch) = self.request() else {
            return;
        };
        // A task starts outside of all spans, and the call belongs to that of the list's reader.
        #[cfg(feature = "tracing")]
        let fetch = tracing::Instrument::in_current_span(fetch);
        self.fetching.spawn(fetch);
    }

    /// The request of the next page, if there is one.
    fn request(&self) -> Option<BoxFuture<'static, Result<Fetched<P>, ChatError>>> {
        match &self.position {
            Position::First(first) => Some(Box::pin(first().map_ok(Fetched::Decoded))),
            Position::At(link) => {
                let (client, operation) = (self.client.clone(), self.operation);
                let request = Request::new(Method::GET, link.url.clone());
                Some(Box::pin(async move {
                    let response = client.send(operation, request).await?;
                    Ok(Fetched::Undecoded(response))
                }))
            }
            Position::Stuck(_) | Position::Paused(_) | Position::End => None,
        }
    }

    fn arrived(&mut self, fetched: Result<Fetched<P>, ChatError>) -> Result<Page<P>, ChatError> {
        let decoded = fetched.and_then(|fetched| match fetched {
            Fetched::Decoded(value) => Ok(value),
            Fetched::Undecoded(response) => ResponseValue::decode(response),
        });
        let mut value = decoded.inspect_err(|_| self.pause())?;
        let (start, next, context) = self.turn(&mut value);
        if self.prefetch {
            self.fetch();
        }
        Ok(Page {
            value,
            start,
            next,
            context,
        })
    }

    /// Moves behind a page: returns its start, where the list continues, and the call that returned it.
    fn turn(
        &mut self,
        value: &mut ResponseValue<P>,
    ) -> (Continuation, Option<Continuation>, CallContext) {
        let pipeline = &self.client.pipeline;
        let origin = value.take_origin().unwrap_or_else(|| {
            Box::new(Origin {
                url: pipeline.endpoint.url.clone(),
                context: CallContext::new(self.operation.id, String::new()),
                token: None,
            })
        });
        let link = |text: &str| {
            let strict = pipeline.refuse_foreign_next_links;
            rebase(
                &pipeline.endpoint,
                self.operation,
                &origin.url,
                text,
                strict,
            )
        };
        let start = match &self.position {
            Position::At(at) => at.path_and_query.clone(),
            // The request itself is the link to the first page.
            _ => link(origin.url.as_str())
                .map(|link| link.path_and_query)
                .unwrap_or_default(),
        };
        self.cycle.visit(&start);
        let next = value.next_link().filter(|text| !text.is_empty());
        let next = next.map(|text| match link(text) {
            Ok(link) if self.cycle.closes(&link.path_and_query) => Err(NextLinkReason::Loop),
            other => other,
        });
        let start = Continuation::new(self.operation, &start);
        let mut continuation = None;
        self.position = match next {
            None => Position::End,
            Some(Ok(link)) => {
                if let Some(host) = &link.foreign_host {
                    let hides = origin.redactor().finds_in_host(host);
                    let host = if hides { Redactor::REPLACEMENT } else { host };
                    foreign_link(self.operation, host);
                }
                if link.is_other_path {
                    other_path(self.operation);
                }
                continuation = Some(Continuation::new(self.operation, &link.path_and_query));
                Position::At(Box::new(link))
            }
            Some(Err(reason)) => {
                let head = ResponseHead::new(value.status(), value.headers().clone(), None);
                let context = origin.context.clone();
                Position::Stuck(Box::new(NextLinkError::new(context, head, reason)))
            }
        };
        (start, continuation, origin.context)
    }

    /// The runtime in which a page was fetched is gone.
    fn stopped(&self, source: JoinError) -> ChatError {
        let error = InvalidRequestError::new(
            "runtime",
            "was shut down while it fetched a page",
            "resume the list in a running runtime",
        );
        self.client.invalid(self.operation, error.caused_by(source))
    }

    fn pause(&mut self) {
        let position = std::mem::replace(&mut self.position, Position::End);
        self.position = Position::Paused(Box::new(position));
    }
}

impl<P: Paged> Stream for Pages<P> {
    type Item = Result<Page<P>, ChatError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(error) = self.stuck() {
            return Poll::Ready(Some(Err(error)));
        }
        self.fetch();
        match self.fetching.poll_join_next(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Ready(Some(Ok(fetched))) => Poll::Ready(Some(self.arrived(fetched))),
            Poll::Ready(Some(Err(stopped))) => {
                self.pause();
                match stopped.try_into_panic() {
                    // The caller's own code panicked.
                    Ok(panic) => std::panic::resume_unwind(panic),
                    // Ending without an error would look like the end of the list.
                    Err(stopped) => Poll::Ready(Some(Err(self.stopped(stopped)))),
                }
            }
        }
    }
}

impl<P> Unpin for Pages<P> {}

impl<P> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation.id)
            .field("prefetch", &self.prefetch)
            .finish_non_exhaustive()
    }
}
