//! One attempt: a request and its response, within limits of size and time.

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
};

use bytes::{Bytes, BytesMut};
use tokio::task::coop::{Unconstrained, unconstrained};

use super::Pipeline;
use crate::{
    error::{AttemptError, ResponseHead},
    platform::{Instant, Sleep, sleep_until},
    retry::retry_after,
    transport::Received,
};

/// The most that is reserved for an announced length, which costs the server nothing to announce.
const MAX_RESERVED: u64 = 1 << 20;

/// Awaits a response and reads it until `deadline`.
pub(super) async fn receive<R: Received>(
    pipeline: &Pipeline,
    response: impl Future<Output = Result<R, R::Error>>,
    deadline: Option<Instant>,
) -> Result<(ResponseHead, Bytes), AttemptError> {
    // A body that keeps arriving must not use up the task's budget before the timer is polled.
    let timer = pin!(deadline.map(|deadline| unconstrained(sleep_until(deadline))));
    let mut timer = Timer(timer.as_pin_mut());
    let response = timer.limit(response).await?;
    let mut response = response.map_err(|error| AttemptError::Transport(error.into()))?;
    let is_success = response.status().is_success();
    let (limit, announced) = if is_success {
        let announced = response.content_length().unwrap_or_default();
        (pipeline.max_response_bytes, announced)
    } else {
        // An error's body is cut at the limit, whatever length it announces.
        (pipeline.max_error_bytes, 0)
    };
    let head = {
        let headers = std::mem::take(response.headers_mut());
        let status = response.status();
        let delay = (!is_success).then(|| retry_after(&headers)).flatten();
        ResponseHead::new(status, headers, delay)
    };
    if announced > limit as u64 {
        return Err(AttemptError::BodyTooLarge(Box::new(head)));
    }
    let mut body = Body::default();
    loop {
        let chunk = match timer.limit(response.chunk()).await {
            Ok(Ok(Some(chunk))) => chunk,
            Ok(Ok(None)) => break,
            // The status of an error counts, however much of its body arrives.
            _ if !is_success => break,
            Ok(Err(error)) => return Err(AttemptError::Transport(error.into())),
            Err(error) => return Err(error),
        };
        let room = limit - body.len();
        if chunk.len() <= room {
            body.push(chunk, announced);
        } else if is_success {
            return Err(AttemptError::BodyTooLarge(Box::new(head)));
        } else {
            body.push(chunk.slice(..room), announced);
        }
        if !is_success && body.len() == limit {
            break;
        }
    }
    Ok((head, body.finish()))
}

/// The time of an attempt, shared by all that it awaits: one timer costs less than several.
struct Timer<'a>(Option<Pin<&'a mut Unconstrained<Sleep>>>);

impl Timer<'_> {
    async fn limit<T>(&mut self, work: impl Future<Output = T>) -> Result<T, AttemptError> {
        let mut work = pin!(work);
        poll_fn(|context| match (work.as_mut().poll(context), &mut self.0) {
            (Poll::Ready(done), _) => Poll::Ready(Ok(done)),
            (Poll::Pending, Some(timer)) => {
                let expired = timer.as_mut().poll(context);
                expired.map(|()| Err(AttemptError::TimedOut))
            }
            (Poll::Pending, None) => Poll::Pending,
        })
        .await
    }
}

/// A body as it arrives; one that arrives in one chunk is not copied.
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
            let announced = announced.min(MAX_RESERVED) as usize;
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
