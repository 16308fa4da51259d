//! Following one thread.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use futures_core::Stream;

use super::{
    Change, Cursor, Hint,
    batch::Batch,
    hint::Hints,
    pace::Pace,
    poll::{Follower, Outcome, Polling},
    position::Position,
    read,
};
use crate::{ChatError, ChatThread};

/// How many changes are held by default.
pub(super) const BUFFER: usize = 10_000;

/// The changes of a thread: a `Stream` of `Result<Change, ChatError>`, from [`ChatThread::follow`].
#[must_use = "nothing is polled until the stream is"]
pub struct Follow {
    thread: ChatThread,
    buffer: usize,
    hints: Hints,
    polling: Polling<Found>,
    progress: Progress,
}

/// What was returned.
enum Progress {
    /// Nothing, and where that begins is not known.
    Unknown,
    /// Everything up to the position, the rest of the batch comes next.
    UpTo(Batch),
}

/// What a poll found.
enum Found {
    Now(Position),
    Changes(Batch),
}

impl ChatThread {
    /// Follows the thread: returns each change of its messages once, in their order. It starts
    /// [now](Cursor::now); [`since`](Follow::since) starts elsewhere.
    ///
    /// ```no_run
    /// # async fn example(thread: acs_chat::ChatThread) -> Result<(), acs_chat::ChatError> {
    /// use acs_chat::Change;
    ///
    /// let mut follow = thread.follow();
    /// while let Some(change) = follow.next().await {
    ///     match change? {
    ///         Change::Sent { message, .. } => println!("new: {}", message.id),
    ///         change => println!("changed: {}", change.message().id),
    ///     }
    ///     let to_be_stored = follow.cursor().to_string();
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [`docs::following`](crate::docs::following) for the guarantees and the cost in requests.
    pub fn follow(&self) -> Follow {
        Follow {
            thread: self.clone(),
            buffer: BUFFER,
            hints: Hints::default(),
            polling: Polling::new(self.client().clone()),
            progress: Progress::Unknown,
        }
    }
}

impl Follow {
    /// Starts after the last change that was returned before the cursor was taken. A cursor belongs to its thread: one of
    /// another thread skips or repeats changes.
    pub fn since(mut self, cursor: Cursor) -> Self {
        self.progress = match cursor.0 {
            Some(position) => Progress::UpTo(Batch::new(position, self.buffer)),
            None => Progress::Unknown,
        };
        self
    }

    /// Sets the delay between two polls: the shortest, after a change, and the longest, to which it grows while there is
    /// none; default 1 s and 30 s. Each delay is up to a quarter shorter at random, and never shorter than what the
    /// service asks for, up to an hour.
    pub fn poll_every(mut self, shortest: Duration, longest: Duration) -> Self {
        self.polling.pace = Pace::new(shortest, longest);
        self
    }

    /// Looks at once whenever there is a hint about the thread, or about any: told by [events](crate::docs::following#hints), a
    /// program gets a change after one request. Hints that come together are one. Looks that they cause are at least 300 ms
    /// apart, which the service allows, and after a poll that failed 5 s, or what the service asks for. Without hints, also
    /// once the stream ends, it polls as before. Replaces hints that were given before.
    ///
    /// ```no_run
    /// # async fn example(thread: acs_chat::ChatThread) {
    /// # use std::time::Duration;
    /// use futures_util::stream;
    ///
    /// let (hint, mut hints) = tokio::sync::mpsc::channel::<()>(1);
    /// let mut follow = thread
    ///     .follow()
    ///     .hints(stream::poll_fn(move |context| hints.poll_recv(context)))
    ///     .poll_every(Duration::from_secs(30), Duration::from_secs(300));
    /// // Elsewhere. A channel that is full has a hint already.
    /// let _ = hint.try_send(());
    /// # }
    /// ```
    pub fn hints<H: Into<Hint> + 'static>(
        mut self,
        hints: impl Stream<Item = H> + Send + 'static,
    ) -> Self {
        self.hints = Hints::new(hints);
        self
    }

    /// Sets how many changes are held at most; default 10,000, at least 1. If there are more since the last poll, the
    /// list is read again for each further part.
    pub fn buffer(mut self, changes: usize) -> Self {
        self.buffer = changes;
        self
    }

    /// Returns where following goes on after the last change that was returned. Store it after each change.
    ///
    /// Without a cursor to start from it is [`Cursor::now`] until the first poll; see [`start`](Self::start).
    pub fn cursor(&self) -> Cursor {
        match &self.progress {
            Progress::Unknown => Cursor::now(),
            Progress::UpTo(batch) => Cursor(Some(batch.position().clone())),
        }
    }

    /// Finds out where following starts, and returns its cursor. A program that starts [now](Cursor::now) stores it,
    /// to miss nothing if it is killed before the first change. With a cursor to start from, it
    /// returns that without a request. Dropping the future loses nothing.
    ///
    /// # Errors
    /// Those of [`next`](Self::next).
    pub async fn start(&mut self) -> Result<Cursor, ChatError> {
        poll_fn(|context| self.poll_start(context)).await?;
        Ok(self.cursor())
    }

    /// Returns the next change, as soon as there is one; `None` after an error. Dropping the future loses nothing.
    ///
    /// # Errors
    /// Those of the operation `ChatThread_ListChatMessages` that no further poll can change: 401 without a refresher,
    /// 403, 404 and other refusals, and responses that cannot be used. After one the stream ends. All others are traced,
    /// and polled again.
    pub async fn next(&mut self) -> Option<Result<Change, ChatError>> {
        poll_fn(|context| self.poll_change(context)).await
    }
}

impl Follower for Follow {
    fn has_start(&self) -> bool {
        matches!(self.progress, Progress::UpTo(_))
    }

    fn take(&mut self) -> Option<Change> {
        let Progress::UpTo(batch) = &mut self.progress else {
            return None;
        };
        let (message, is_new) = batch.take()?;
        Some(Change::new(self.thread.clone(), message, is_new))
    }

    fn poll_service(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<(), ChatError>>> {
        let (id, polling) = (self.thread.id(), &mut self.polling);
        self.hints.take(context, |hint| {
            if hint.thread_id().is_none_or(|hinted| hinted == id) {
                polling.hint();
            }
        });
        let (thread, progress, buffer) = (&self.thread, &self.progress, self.buffer);
        let found = self.polling.poll(context, true, || {
            let thread = thread.clone();
            let after = match progress {
                Progress::Unknown => None,
                Progress::UpTo(batch) => Some(batch.position().clone()),
            };
            Box::pin(async move {
                Ok(match after {
                    None => Found::Now(read::now(&thread).await?),
                    Some(after) => Found::Changes(read::changes(&thread, &after, buffer).await?),
                })
            })
        });
        let batch = match ready!(found) {
            None => return Poll::Ready(None),
            Some(Outcome::Ended(error)) => return Poll::Ready(Some(Err(error))),
            Some(Outcome::Failed) => return Poll::Ready(Some(Ok(()))),
            Some(Outcome::Done(Found::Now(position))) => Batch::new(position, buffer),
            Some(Outcome::Done(Found::Changes(batch))) => batch,
        };
        if !batch.is_empty() {
            self.polling.pace.quicken();
        }
        if !batch.is_partial() {
            self.polling.wait();
        }
        self.progress = Progress::UpTo(batch);
        Poll::Ready(Some(Ok(())))
    }
}

impl Stream for Follow {
    type Item = Result<Change, ChatError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_change(context)
    }
}

impl fmt::Debug for Follow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Follow")
            .field("thread", &self.thread)
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}
