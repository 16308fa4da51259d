//! One request and its answer, read within bounds of size and time.

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
};

use bytes::{Bytes, BytesMut};
use reqwest::{Request, Response};
use tokio::{
    task::coop::{Unconstrained, unconstrained},
    time::{Instant, Sleep, sleep_until},
};

use crate::{client::Shared, error::Answer};

/// How many announced bytes are made room for before they arrive.
const BELIEVED: u64 = 1 << 20;

/// An answer, and as much of its body as may be read.
pub(crate) struct Received {
    pub answer: Answer,
    pub body: Bytes,
}

/// Why there is no answer that could be given to the caller.
pub(crate) enum Broken {
    /// There was none, or it ended early.
    Transport(reqwest::Error),
    /// Time ran out.
    TimedOut,
    /// It is a success with a body larger than the limit.
    TooLarge(Answer),
}

/// Sends a request and reads the answer until `deadline`.
pub(crate) async fn attempt(
    shared: &Shared,
    request: Request,
    deadline: Option<Instant>,
) -> Result<Received, Broken> {
    // A body that keeps arriving must not use up what the runtime lets this task do before the timer is looked at.
    let timer = pin!(deadline.map(|deadline| unconstrained(sleep_until(deadline))));
    let mut clock = Clock(timer.as_pin_mut());
    let response = clock.within(shared.http.execute(request)).await??;
    if response.status().is_success() {
        success(response, shared.max_body, clock).await
    } else {
        Ok(failure(response, shared.max_error_body, clock).await)
    }
}

async fn success(
    mut response: Response,
    limit: usize,
    mut clock: Clock<'_>,
) -> Result<Received, Broken> {
    let announced = response.content_length().unwrap_or_default();
    let too_large = |response: &Response| Broken::TooLarge(answer(response));
    if announced > limit as u64 {
        return Err(too_large(&response));
    }
    let mut body = Body::default();
    while let Some(chunk) = clock.within(response.chunk()).await?? {
        if body.len() + chunk.len() > limit {
            return Err(too_large(&response));
        }
        body.push(chunk, announced);
    }
    Ok(received(response, body))
}

/// Whatever can be read of an error's body will do: the status is what counts.
async fn failure(mut response: Response, limit: usize, mut clock: Clock<'_>) -> Received {
    let mut body = Body::default();
    while body.len() < limit
        && let Ok(Ok(Some(chunk))) = clock.within(response.chunk()).await
    {
        let room = limit - body.len();
        body.push(chunk.slice(..room.min(chunk.len())), 0);
    }
    received(response, body)
}

fn received(mut response: Response, body: Body) -> Received {
    let headers = std::mem::take(response.headers_mut());
    Received {
        answer: Answer::new(response.status(), headers),
        body: body.finish(),
    }
}

fn answer(response: &Response) -> Answer {
    Answer::new(response.status(), response.headers().clone())
}

/// The time that an attempt has, for all that it waits for: one timer, since to set one up for each costs more.
struct Clock<'a>(Option<Pin<&'a mut Unconstrained<Sleep>>>);

impl Clock<'_> {
    async fn within<T>(&mut self, work: impl Future<Output = T>) -> Result<T, Broken> {
        let mut work = pin!(work);
        poll_fn(|context| match (work.as_mut().poll(context), &mut self.0) {
            (Poll::Ready(done), _) => Poll::Ready(Ok(done)),
            (Poll::Pending, Some(timer)) => {
                let over = timer.as_mut().poll(context);
                over.map(|()| Err(Broken::TimedOut))
            }
            (Poll::Pending, None) => Poll::Pending,
        })
        .await
    }
}

impl From<reqwest::Error> for Broken {
    fn from(error: reqwest::Error) -> Self {
        Self::Transport(error)
    }
}

/// A body as it arrives: most come in one piece, which is then not copied.
#[derive(Default)]
struct Body {
    first: Bytes,
    joined: BytesMut,
}

impl Body {
    fn len(&self) -> usize {
        self.first.len() + self.joined.len()
    }

    fn push(&mut self, chunk: Bytes, announced: u64) {
        if self.len() == 0 {
            self.first = chunk;
            return;
        }
        if self.joined.is_empty() {
            // An announcement costs the server nothing, so it is believed up to a point.
            let announced = announced.min(BELIEVED) as usize;
            self.joined
                .reserve(announced.max(self.first.len() + chunk.len()));
            self.joined
                .extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.joined.extend_from_slice(&chunk);
    }

    fn finish(self) -> Bytes {
        if self.joined.is_empty() {
            self.first
        } else {
            self.joined.freeze()
        }
    }
}
