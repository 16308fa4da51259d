//! Following all threads of a user.

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use futures_core::Stream;

use super::{
    Change, Hint, ThreadsCursor,
    batch::Batch,
    hint::Hints,
    list::{self, Listed},
    pace::Pace,
    poll::{Call, Follower, Outcome, Polling, is_gone},
    position::Position,
    read,
    roster::Roster,
    thread::BUFFER,
    trace,
};
use crate::{ChatClient, ChatError, ChatThread, platform::Instant};

/// The changes of all threads of a user: a `Stream` of `Result<Change, ChatError>`, from
/// [`ChatClient::follow_threads`].
#[must_use = "nothing is polled until the stream is"]
pub struct FollowThreads {
    client: ChatClient,
    buffer: usize,
    hints: Hints,
    polling: Polling<Found>,
    roster: Roster,
    /// The threads to look at before they are listed again, the current one first.
    queue: VecDeque<String>,
    /// The changes of the current thread.
    current: Option<(ChatThread, Batch)>,
}

/// What a call found.
enum Found {
    Threads { listed: Listed, all: bool },
    Now(Position),
    Changes(ChatThread, Batch),
    Gone,
}

impl ChatClient {
    /// Follows all threads of the user, also those that appear later: returns each change of their messages once, those
    /// of one thread in their order. It starts [now](ThreadsCursor::now); [`since`](FollowThreads::since) starts
    /// elsewhere. A thread that appears later is followed from its beginning. Edits and deletions are returned within 5 minutes,
    /// or the interval of [`look_every`](FollowThreads::look_every).
    ///
    /// ```no_run
    /// # async fn example(client: acs_chat::ChatClient) -> Result<(), acs_chat::ChatError> {
    /// let mut follow = client.follow_threads();
    /// while let Some(change) = follow.next().await {
    ///     let change = change?;
    ///     println!("{} in {}", change.message().id, change.thread().id());
    ///     let to_be_stored = follow.cursor().to_string();
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [`docs::following`](crate::docs::following) for the guarantees and the cost in requests.
    pub fn follow_threads(&self) -> FollowThreads {
        FollowThreads {
            client: self.clone(),
            buffer: BUFFER,
            hints: Hints::default(),
            polling: Polling::new(self.clone()),
            roster: Roster::new(ThreadsCursor::now(), Duration::from_secs(300)),
            queue: VecDeque::new(),
            current: None,
        }
    }
}

impl FollowThreads {
    /// Starts after the last change that was returned before the cursor was taken. A thread that the cursor does not know is
    /// followed from its beginning.
    pub fn since(mut self, cursor: ThreadsCursor) -> Self {
        self.roster = Roster::new(cursor, self.roster.look_every);
        self
    }

    /// Sets the delay between two lists of the threads: the shortest, after a change, and the longest, to which it grows
    /// while there is none; default 1 s and 30 s. See [`Follow::poll_every`](super::Follow::poll_every).
    pub fn poll_every(mut self, shortest: Duration, longest: Duration) -> Self {
        self.polling.pace = Pace::new(shortest, longest);
        self
    }

    /// Sets within which time each thread is looked at even if the list shows no new message, which finds edits and
    /// deletions; default 5 minutes. The looks are spread evenly, and each is a request.
    pub fn look_every(mut self, interval: Duration) -> Self {
        self.roster.look_every = interval;
        self
    }

    /// Lists the threads at once whenever there is a hint, and looks at the thread that it is about, which finds edits and
    /// deletions as well: told by [events](crate::docs::following#hints), a program gets a change after two requests. Give it
    /// hints about the user's own threads only, as the others cost requests too. See
    /// [`Follow::hints`](super::Follow::hints).
    pub fn hints<H: Into<Hint> + 'static>(
        mut self,
        hints: impl Stream<Item = H> + Send + 'static,
    ) -> Self {
        self.hints = Hints::new(hints);
        self
    }

    /// Sets how many changes are held at most, of one thread at a time; default 10,000. See
    /// [`Follow::buffer`](super::Follow::buffer).
    pub fn buffer(mut self, changes: usize) -> Self {
        self.buffer = changes;
        self
    }

    /// Returns where following goes on after the last change that was returned. Store it after each change.
    ///
    /// Without a cursor to start from it is [`ThreadsCursor::now`] until each thread was looked at once; see
    /// [`start`](Self::start).
    pub fn cursor(&self) -> ThreadsCursor {
        let mut cursor = self.roster.cursor();
        if let (Some((thread, batch)), Some(positions)) = (&self.current, &mut cursor.0) {
            positions.insert(thread.id().to_owned(), batch.position().clone());
        }
        cursor
    }

    /// Finds out where following starts, and returns its cursor. A program that starts [now](ThreadsCursor::now) stores it,
    /// to miss nothing if it is killed before the first change. With a cursor to start from, it
    /// returns that without a request. Dropping the future loses nothing.
    ///
    /// # Errors
    /// Those of [`next`](Self::next).
    pub async fn start(&mut self) -> Result<ThreadsCursor, ChatError> {
        poll_fn(|context| self.poll_start(context)).await?;
        Ok(self.cursor())
    }

    /// Returns the next change, as soon as there is one; `None` after an error. Dropping the future loses nothing.
    ///
    /// A thread that the user left, or that was deleted, is no longer followed, which is traced.
    ///
    /// # Errors
    /// Those of [`Follow::next`](super::Follow::next) and of the operation `Chat_ListChatThreads`, but for the 403 and
    /// 404 of one thread.
    pub async fn next(&mut self) -> Option<Result<Change, ChatError>> {
        poll_fn(|context| self.poll_change(context)).await
    }

    /// The current thread is done with.
    fn looked(&mut self) {
        self.queue.pop_front();
        if self.queue.is_empty() {
            self.polling.wait();
        }
    }

    /// The current call failed, and is made again after a delay. The other threads are looked at first.
    fn failed(&mut self) {
        if let Some(id) = self.queue.front() {
            self.roster.failed(id);
        }
        self.queue.clear();
    }

    fn found(&mut self, found: Found) {
        let now = Instant::now();
        match (found, self.queue.front()) {
            (Found::Threads { listed, all }, _) => {
                self.queue = self.roster.listed(listed, all, now);
                if self.queue.is_empty() {
                    self.polling.wait();
                }
            }
            (Found::Changes(thread, batch), _) => {
                if !batch.is_empty() {
                    self.polling.pace.quicken();
                }
                self.current = Some((thread, batch));
            }
            (Found::Now(position), Some(id)) => {
                self.roster.looked(id, position, now);
                self.looked();
            }
            (Found::Gone, Some(id)) => {
                self.roster.gone(id, now);
                self.looked();
            }
            (Found::Now(_) | Found::Gone, None) => {}
        }
    }
}

impl Follower for FollowThreads {
    fn has_start(&self) -> bool {
        self.cursor() != ThreadsCursor::now()
    }

    /// Takes the next change of the current thread; after the last of them, the thread was looked at.
    fn take(&mut self) -> Option<Change> {
        let (thread, batch) = self.current.as_mut()?;
        if let Some((message, is_new)) = batch.take() {
            return Some(Change::new(thread.clone(), message, is_new));
        }
        let (thread, batch) = self.current.take()?;
        self.roster
            .looked(thread.id(), batch.position().clone(), Instant::now());
        if !batch.is_partial() {
            self.looked();
        }
        None
    }

    fn poll_service(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<(), ChatError>>> {
        let (roster, polling) = (&mut self.roster, &mut self.polling);
        self.hints.take(context, |hint| {
            if let Some(id) = hint.thread_id() {
                roster.hinted(id);
            }
            polling.hint();
        });
        let (client, roster, buffer) = (&self.client, &self.roster, self.buffer);
        let current = self.queue.front();
        let call = || call(client, roster, current, buffer);
        // A list, which leads to looks.
        let follows_hints = current.is_none();
        match ready!(self.polling.poll(context, follows_hints, call)) {
            None => return Poll::Ready(None),
            Some(Outcome::Ended(error)) => return Poll::Ready(Some(Err(error))),
            Some(Outcome::Failed) => self.failed(),
            Some(Outcome::Done(found)) => self.found(found),
        }
        Poll::Ready(Some(Ok(())))
    }
}

/// The call that looks at a thread, or lists them if there is none to look at.
fn call(
    client: &ChatClient,
    roster: &Roster,
    thread: Option<&String>,
    buffer: usize,
) -> Call<Found> {
    let client = client.clone();
    let Some(id) = thread else {
        let since = roster.list_since(Instant::now());
        return Box::pin(async move {
            let listed = list::threads(&client, since).await?;
            let all = since.is_none();
            Ok(Found::Threads { listed, all })
        });
    };
    let (position, thread) = (roster.position(id).cloned(), client.thread(id));
    Box::pin(async move {
        let found = async {
            let thread = thread?;
            Ok(match position {
                None => Found::Now(read::now(&thread).await?),
                Some(position) => {
                    let batch = read::changes(&thread, &position, buffer).await?;
                    Found::Changes(thread, batch)
                }
            })
        };
        match found.await {
            Err(error) if is_gone(&error) => {
                trace::thread_ended(&error);
                Ok(Found::Gone)
            }
            found => found,
        }
    })
}

impl Stream for FollowThreads {
    type Item = Result<Change, ChatError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_change(context)
    }
}

impl fmt::Debug for FollowThreads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FollowThreads")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
