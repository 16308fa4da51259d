//! Hints that messages may have changed.

use std::task::{Context, Poll};

use futures_core::{Stream, stream::BoxStream};
use futures_util::StreamExt;

/// Says that messages may have changed, in a thread or in any: [`Follow`](crate::Follow) and
/// [`FollowThreads`](crate::FollowThreads) look at once.
///
/// It is made from `()`, from the id of a thread, or, with the feature `events`, from a `ChatEvent`. A hint that is wrong
/// costs a request; one that is missing costs nothing but time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hint {
    thread_id: Option<String>,
}

impl Hint {
    /// Returns the id of the thread; `None` for a hint that is about any.
    pub fn thread_id(&self) -> Option<&str> {
        self.thread_id.as_deref()
    }
}

impl From<()> for Hint {
    /// A hint about any thread.
    fn from((): ()) -> Self {
        Self { thread_id: None }
    }
}

impl From<String> for Hint {
    /// A hint about the thread with this id.
    fn from(thread_id: String) -> Self {
        Self {
            thread_id: Some(thread_id),
        }
    }
}

impl From<&str> for Hint {
    /// A hint about the thread with this id.
    fn from(thread_id: &str) -> Self {
        thread_id.to_owned().into()
    }
}

/// The most hints that are taken at a time: a stream may have one whenever it is asked.
const MAX_TAKEN: usize = 1000;

/// The hints that a follower is given.
#[derive(Default)]
pub(super) struct Hints(Option<BoxStream<'static, Hint>>);

impl Hints {
    pub fn new<H: Into<Hint> + 'static>(hints: impl Stream<Item = H> + Send + 'static) -> Self {
        Self(Some(hints.map(Into::into).boxed()))
    }

    /// Calls `f` with each hint that is there. A stream that ended is not asked again.
    pub fn take(&mut self, context: &mut Context<'_>, mut f: impl FnMut(Hint)) {
        let Some(hints) = &mut self.0 else { return };
        for _ in 0..MAX_TAKEN {
            match hints.as_mut().poll_next(context) {
                Poll::Pending => return,
                Poll::Ready(Some(hint)) => f(hint),
                Poll::Ready(None) => {
                    self.0 = None;
                    return;
                }
            }
        }
        context.waker().wake_by_ref();
    }
}
