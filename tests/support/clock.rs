//! A paused clock that does not run ahead of the bytes on their way.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::mpsc::{Sender, channel},
    task::Poll,
    time::Duration,
};

use tokio::{runtime::Handle, task::yield_now};

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

/// Drives `work` on a clock that advances by a millisecond whenever `work` waits for time, and by `leap` whenever the
/// server starts to stall a request: timeouts far longer than a few milliseconds expire there and nowhere else.
pub async fn watch<T>(server: &Server, leap: Duration, work: impl Future<Output = T>) -> T {
    let hold = Hold::new();
    let mut work = pin!(work);
    let mut leaps = server.stalled();
    let mut busy = 0;
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
        } else if !server.is_stalling() && connections() > 0 && busy < PATIENCE {
            // Bytes are on their way, on a machine that may have other things to do.
            busy += 1;
            if busy > 50 {
                std::thread::sleep(Duration::from_micros(50));
            }
            continue;
        } else {
            tokio::time::advance(Duration::from_millis(1)).await;
        }
        busy = 0;
    }
}

/// How often to wait for bytes before the clock advances all the same.
const PATIENCE: usize = 100_000;

/// How many tasks there are beside the server's one: connections.
fn connections() -> usize {
    let tasks = Handle::current().metrics().num_alive_tasks();
    tasks.saturating_sub(1)
}

/// Drives `work` on a clock that stands still.
pub async fn still<T>(work: impl Future<Output = T>) -> T {
    let hold = Hold::new();
    let done = work.await;
    drop(hold);
    done
}
