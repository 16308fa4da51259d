//! Polls, one after the other, and the delays between them.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use futures_util::future::BoxFuture;
use http::StatusCode;

use super::{
    Change,
    pace::{MAX_ASKED, Pace},
    trace,
};
use crate::{
    ChatClient, ChatError,
    platform::{Instant, Sleep, sleep},
};

/// A call of a poll. The follower owns it, so that a dropped `next` loses nothing, and no task is needed.
pub(super) type Call<T> = BoxFuture<'static, Result<T, ChatError>>;

/// The shortest time between the starts of two calls of which a hint causes the second: the service lets a user list the
/// messages of a thread 200 times in a minute.
const HINTED: Duration = Duration::from_millis(300);

/// The shortest time between a call that failed and one that a hint causes.
const HINTED_AFTER_ERROR: Duration = Duration::from_secs(5);

/// What returns changes: those of one thread, or of all.
pub(super) trait Follower {
    /// Whether it is known where following starts.
    fn has_start(&self) -> bool;

    /// Takes the next change that was found.
    fn take(&mut self) -> Option<Change>;

    /// Awaits one call; `None` after the end.
    fn poll_service(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<(), ChatError>>>;

    /// Awaits the calls that find out where following starts.
    fn poll_start(&mut self, context: &mut Context<'_>) -> Poll<Result<(), ChatError>> {
        while !self.has_start() {
            match ready!(self.poll_service(context)) {
                None => break,
                Some(result) => result?,
            }
        }
        Poll::Ready(Ok(()))
    }

    /// Awaits the next change; `None` after the end.
    fn poll_change(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Change, ChatError>>> {
        loop {
            if let Some(change) = self.take() {
                return Poll::Ready(Some(Ok(change)));
            }
            match ready!(self.poll_service(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(())) => {}
            }
        }
    }
}

/// What the follower does between changes.
pub(super) struct Polling<T> {
    client: ChatClient,
    pub pace: Pace,
    state: State<T>,
    /// Whether something may have changed since the last call that follows hints started.
    is_hinted: bool,
    /// Whether something might have when it started.
    was_hinted: bool,
    /// Before which no hint causes a call.
    not_before: Instant,
}

enum State<T> {
    Idle,
    Calling(Call<T>),
    Waiting(Pin<Box<Sleep>>),
    Ended,
}

/// How a call ended.
pub(super) enum Outcome<T> {
    Done(T),
    /// It failed, which may pass: the next call follows after a delay.
    Failed,
    /// It failed, which no further call can change.
    Ended(ChatError),
}

impl<T> Polling<T> {
    pub fn new(client: ChatClient) -> Self {
        Self {
            client,
            pace: Pace::default(),
            state: State::Idle,
            is_hinted: false,
            was_hinted: false,
            not_before: Instant::now(),
        }
    }

    /// Waits before the next call.
    pub fn wait(&mut self) {
        let delay = self.pace.next();
        self.wait_for(delay);
    }

    fn wait_for(&mut self, delay: Duration) {
        self.state = State::Waiting(Box::pin(sleep(delay)));
        if self.is_hinted {
            self.hint();
        }
    }

    /// Something may have changed: the next call comes as soon as a hint may cause one.
    pub fn hint(&mut self) {
        self.is_hinted = true;
        if let State::Waiting(delay) = &mut self.state
            && self.not_before < delay.deadline()
        {
            delay.as_mut().reset(self.not_before);
        }
    }

    /// Continues with the current call, or the next one after the delay; `None` after the end. `follows_hints`: whether the
    /// next call finds what the hints so far are about.
    pub fn poll(
        &mut self,
        context: &mut Context<'_>,
        follows_hints: bool,
        mut next: impl FnMut() -> Call<T>,
    ) -> Poll<Option<Outcome<T>>> {
        loop {
            match &mut self.state {
                State::Ended => return Poll::Ready(None),
                State::Idle => {
                    if follows_hints {
                        self.was_hinted = std::mem::take(&mut self.is_hinted);
                    }
                    self.not_before = Instant::now() + HINTED;
                    self.state = State::Calling(next());
                }
                State::Waiting(delay) => {
                    ready!(delay.as_mut().poll(context));
                    self.state = State::Idle;
                }
                State::Calling(call) => {
                    let result = ready!(call.as_mut().poll(context));
                    self.state = State::Idle;
                    return Poll::Ready(Some(match result {
                        Ok(done) => Outcome::Done(done),
                        Err(error) => self.failed(error),
                    }));
                }
            }
        }
    }

    fn failed(&mut self, error: ChatError) -> Outcome<T> {
        if is_final(&error, self.client.credential().can_refresh()) {
            trace::ended(&error);
            self.state = State::Ended;
            return Outcome::Ended(error);
        }
        let asked = error.retry_after();
        let delay = self.pace.next_after_error(asked);
        trace::failed(&error, delay);
        let least = asked
            .unwrap_or_default()
            .clamp(HINTED_AFTER_ERROR, MAX_ASKED);
        self.not_before = Instant::now() + least;
        self.is_hinted |= self.was_hinted;
        self.wait_for(delay);
        Outcome::Failed
    }
}

/// Whether a thread is not there for the user: left, deleted, or never theirs.
pub(super) fn is_gone(error: &ChatError) -> bool {
    error.is_forbidden() || error.is_not_found()
}

/// Whether calling again would be useless.
fn is_final(error: &ChatError, can_refresh: bool) -> bool {
    match error {
        ChatError::Service(_) => match error.status() {
            Some(StatusCode::UNAUTHORIZED) => !can_refresh,
            Some(StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS) => false,
            status => !status.is_some_and(|status| status.is_server_error()),
        },
        ChatError::Transport(_) => false,
        // A loop of links is an error of the service, and passes like others.
        ChatError::NextLink(error) => !error.is_loop(),
        // The refresher may have a token later; a fixed one stays what it is.
        ChatError::Credential(_) => !can_refresh,
        ChatError::Decode(_) | ChatError::BodyTooLarge(_) | ChatError::InvalidRequest(_) => true,
    }
}
