//! Work that whoever waits for it does in place, and that goes on in a task while nobody does.

use std::{
    any::Any,
    future::{Future, ready},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{self, Context, Poll},
};

use tokio::{
    runtime::{Handle, Id},
    task::{JoinError, JoinSet},
};

type Work<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Why nothing came of the work.
pub(crate) enum Stopped {
    /// The caller's own code panicked within it.
    Panicked(Box<dyn Any + Send>),
    /// The runtime in which it began is gone, or was left.
    Runtime,
}

/// One piece of work, or none. A task that does it ends with this value.
///
/// A caller who comes back before the task has begun does the work without it: what arrives is then used at once, in
/// the same task, while the processor still has it at hand.
pub(crate) struct Fetch<T> {
    state: State<T>,
    /// Where the work began: its timers and connections belong there.
    runtime: Option<Id>,
    /// At most one task.
    task: JoinSet<Option<T>>,
}

enum State<T> {
    Idle,
    /// The caller does it.
    Here(Work<T>),
    /// Whoever takes it first does it: the task or the caller.
    Offered(Arc<Mutex<Option<Work<T>>>>),
}

impl<T: Send + 'static> Fetch<T> {
    pub fn new() -> Self {
        Self {
            state: State::Idle,
            runtime: None,
            task: JoinSet::new(),
        }
    }

    pub fn is_idle(&self) -> bool {
        matches!(self.state, State::Idle)
    }

    /// Takes up work, which begins when it is polled.
    pub fn begin(&mut self, work: impl Future<Output = T> + Send + 'static) {
        self.state = State::Here(Box::pin(work));
        self.runtime = runtime();
    }

    /// Sets the work off, and lets a task go on with it as long as the caller does something else.
    pub fn offer(&mut self, context: &mut Context<'_>) {
        self.state = match std::mem::replace(&mut self.state, State::Idle) {
            State::Here(mut work) => {
                // The first step wakes the connection's task. The task that is spawned next moves that one on to a
                // worker that is free, so a request leaves even if the caller keeps this thread busy.
                if let Poll::Ready(done) = work.as_mut().poll(context) {
                    work = Box::pin(ready(done));
                }
                let offered = Arc::new(Mutex::new(Some(work)));
                let task = take_and_do(offered.clone());
                // A task begins outside of every span, and the work belongs into that of whoever reads the list.
                #[cfg(feature = "tracing")]
                let task = tracing::Instrument::in_current_span(task);
                self.task.spawn(task);
                State::Offered(offered)
            }
            state => state,
        };
    }

    /// What came of the work; `None` where there was none.
    ///
    /// # Errors
    /// Where the work ended before it was done; it is not taken up again.
    pub fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Stopped>>> {
        match std::mem::replace(&mut self.state, State::Idle) {
            State::Idle => Poll::Ready(None),
            State::Here(work) => self.go_on(work, context),
            State::Offered(offered) => match take(&offered) {
                Some(work) => {
                    self.task.detach_all();
                    self.go_on(work, context)
                }
                None => {
                    self.state = State::Offered(offered);
                    let ended = task::ready!(self.task.poll_join_next(context));
                    self.state = State::Idle;
                    let done = ended.and_then(Result::transpose);
                    Poll::Ready(done.map(|done| done.map_err(Stopped::from)))
                }
            },
        }
    }

    fn go_on(
        &mut self,
        mut work: Work<T>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<T, Stopped>>> {
        if runtime() != self.runtime {
            return Poll::Ready(Some(Err(Stopped::Runtime)));
        }
        let polled = work.as_mut().poll(context);
        if polled.is_pending() {
            self.state = State::Here(work);
        }
        polled.map(|done| Some(Ok(done)))
    }
}

impl From<JoinError> for Stopped {
    fn from(error: JoinError) -> Self {
        match error.try_into_panic() {
            Ok(panic) => Self::Panicked(panic),
            Err(_) => Self::Runtime,
        }
    }
}

fn runtime() -> Option<Id> {
    Handle::try_current().ok().map(|runtime| runtime.id())
}

fn take<T>(offered: &Mutex<Option<Work<T>>>) -> Option<Work<T>> {
    offered
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()
}

async fn take_and_do<T>(offered: Arc<Mutex<Option<Work<T>>>>) -> Option<T> {
    let work = take(&offered)?;
    Some(work.await)
}
