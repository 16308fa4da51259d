//! Those of a browser, which has one thread.

use std::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, ready},
    time::{Duration, SystemTime},
};

use futures_util::future::{Either, FutureExt, RemoteHandle, select};
use gloo_timers::future::TimeoutFuture;
use send_wrapper::SendWrapper;
use tokio::task::JoinError;
use wasm_bindgen_futures::spawn_local;
use web_time::web::SystemTimeExt;

pub use web_time::Instant;

/// As far as a time is that cannot be represented.
const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

/// The longest timer of a browser.
const LONGEST: u128 = i32::MAX as u128;

/// The time of day.
pub fn system_time() -> SystemTime {
    web_time::SystemTime::now().to_std()
}

/// Waits for `duration`.
pub fn sleep(duration: Duration) -> Sleep {
    let now = Instant::now();
    sleep_until(now.checked_add(duration).unwrap_or_else(|| now + FAR))
}

/// Waits until `deadline`.
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep {
        deadline,
        timer: None,
    }
}

/// Awaits `work` until `deadline`.
pub async fn timeout_at<F: Future>(deadline: Instant, work: F) -> Result<F::Output, ()> {
    match select(pin!(work), sleep_until(deadline)).await {
        Either::Left((output, _)) => Ok(output),
        Either::Right(_) => Err(()),
    }
}

/// Waits until its deadline.
pub struct Sleep {
    deadline: Instant,
    /// The browser's timer, from the first poll.
    timer: Option<SendWrapper<TimeoutFuture>>,
}

impl Sleep {
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Changes the deadline. Has to be polled after that.
    pub fn reset(mut self: Pin<&mut Self>, deadline: Instant) {
        *self = sleep_until(deadline);
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        loop {
            let left = self.deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Poll::Ready(());
            }
            // A timer may be early by a fraction of a millisecond.
            let milliseconds = (left.as_millis() + 1).min(LONGEST) as u32;
            let timer = || SendWrapper::new(TimeoutFuture::new(milliseconds));
            let timer = self.timer.get_or_insert_with(timer);
            ready!(timer.poll_unpin(context));
            self.timer = None;
        }
    }
}

/// A task, or none: what is used of tokio's set. Dropped, it ends the task.
pub struct JoinSet<T>(Option<RemoteHandle<T>>);

impl<T: 'static> JoinSet<T> {
    pub fn new() -> Self {
        Self(None)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Starts the task, in place of the one that there is.
    pub fn spawn(&mut self, task: impl Future<Output = T> + 'static) {
        let (task, handle) = task.remote_handle();
        spawn_local(task);
        self.0 = Some(handle);
    }

    /// Awaits the task. A page that is closed takes its tasks with it, so none is ever lost.
    pub fn poll_join_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<T, JoinError>>> {
        let Some(handle) = &mut self.0 else {
            return Poll::Ready(None);
        };
        let output = ready!(handle.poll_unpin(context));
        self.0 = None;
        Poll::Ready(Some(Ok(output)))
    }
}
