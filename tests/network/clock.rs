//! A paused clock that does not run ahead of the bytes on their way.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::mpsc::{Sender, channel},
    task::Poll,
    time::Duration,
};

use tokio::task::yield_now;

use super::Server;

/// Keeps a paused clock where it is. tokio moves one to the next timer as soon as the runtime is idle, also while
/// bytes are on their way; not while a blocking task runs.
struct Hold(#[expect(dead_code, reason = "to be dropped")] Sender<()>);

impl Hold {
    fn new() -> Self {
        let (hold, released) = channel();
        tokio::task::spawn_blocking(move || {
            // Ends when the sender is dropped.
            let _ = released.recv();
        });
        Self(hold)
    }
}

/// Drives `work` with time going on by a millisecond whenever it waits, and by `leap` whenever the server has begun to
/// keep a request waiting for ever: limits of time that are far longer than a few milliseconds run out where the
/// server lets them, and nowhere else.
pub async fn watch<T>(server: &Server, leap: Duration, work: impl Future<Output = T>) -> T {
    let hold = Hold::new();
    let mut work = pin!(work);
    let mut leaps = server.stalled();
    loop {
        for _ in 0..4 {
            let polled = poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await;
            if let Poll::Ready(done) = polled {
                drop(hold);
                return done;
            }
            yield_now().await;
        }
        if server.stalled() > leaps {
            leaps += 1;
            tokio::time::advance(leap).await;
        } else {
            tokio::time::advance(Duration::from_millis(1)).await;
        }
    }
}

/// Drives `work` with the clock standing still.
pub async fn still<T>(work: impl Future<Output = T>) -> T {
    let hold = Hold::new();
    let done = work.await;
    drop(hold);
    done
}
