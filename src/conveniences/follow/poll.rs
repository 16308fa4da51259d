//! Polls, one after the other, and the delays between them.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_util::future::BoxFuture;
use http::StatusCode;
use tokio::time::{Sleep, sleep};

use super::{pace::Pace, trace};
use crate::{ChatClient, ChatError};

/// A call of a poll. The follower owns it, so that a dropped `next` loses nothing, and no task is needed.
pub(super) type Call<T> = BoxFuture<'static, Result<T, ChatError>>;

/// What the follower does between changes.
pub(super) struct Polling<T> {
    client: ChatClient,
    pub pace: Pace,
    state: State<T>,
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
        }
    }

    /// Waits before the next call.
    pub fn wait(&mut self) {
        self.state = State::Waiting(Box::pin(sleep(self.pace.next())));
    }

    /// Continues with the current call, or the next one after the delay; `None` after the end.
    pub fn poll(
        &mut self,
        context: &mut Context<'_>,
        mut next: impl FnMut() -> Call<T>,
    ) -> Poll<Option<Outcome<T>>> {
        loop {
            match &mut self.state {
                State::Ended => return Poll::Ready(None),
                State::Idle => self.state = State::Calling(next()),
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
        let delay = self.pace.next_after_error(error.retry_after());
        trace::failed(&error, delay);
        self.state = State::Waiting(Box::pin(sleep(delay)));
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
