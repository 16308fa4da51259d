//! A call: attempts, until one gives an answer to return or trying on is no use.

use std::{
    future::Future,
    pin::{Pin, pin},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::{Either, select};
use http::StatusCode;
use tokio::time::{Instant, sleep, timeout_at};
use uuid::Uuid;

use crate::{
    ChatError,
    attempt::{Broken, Received, attempt},
    call::Call,
    credential::{Grant, Granted, Refresh},
    draft::Draft,
    error::{Answer, CallContext, CredentialError, TransportError, TransportErrorKind},
    failed::Failed,
    retry::verdict,
    stamp::stamp,
    trace::Trace,
};

/// The answer that a call ended with, a success.
pub(crate) struct Done {
    pub answer: Answer,
    pub body: Bytes,
    pub progress: Progress,
}

/// How far a call has come.
pub(crate) struct Progress {
    context: CallContext,
    started: Instant,
    deadline: Option<Instant>,
    attempts: u32,
    retries: u32,
    /// Whether a refused token has been replaced.
    refreshed: bool,
    maybe_sent: bool,
    trace: Trace,
}

impl Progress {
    pub fn context(&self) -> CallContext {
        let context = self.context.clone();
        context.after(self.attempts, self.started.elapsed(), self.maybe_sent)
    }

    /// The context of an error that lies in the answer to a request that was accepted.
    pub fn accepted(mut self) -> CallContext {
        self.maybe_sent = true;
        self.trace.unusable();
        self.context()
    }

    #[cfg(feature = "tracing")]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    pub fn is_over(&self) -> bool {
        self.left() == Some(Duration::ZERO)
    }

    /// What is left of the call's time; `None` where it has no end.
    fn left(&self) -> Option<Duration> {
        let left = |deadline: Instant| deadline.saturating_duration_since(Instant::now());
        self.deadline.map(left)
    }
}

/// Carries out a call: its request, sent as often as the policy, the budget and the operation allow.
pub(crate) async fn carry_out(draft: &Draft) -> Result<Done, ChatError> {
    let call = &draft.call;
    let id = match &call.client_request_id {
        Some(id) => id.clone(),
        None => client_request_id(),
    };
    let trace = Trace::begin(call.operation, &draft.url, &id);
    let outcome = trace.within(attempts(draft, id, trace.clone())).await;
    trace.end(&outcome);
    outcome
}

/// A UUID that tells calls apart and keeps nothing safe: the system's own source of randomness, which takes longer than
/// all else that the client does with an id, is asked once a process, and what it gives is counted on.
fn client_request_id() -> String {
    static PROCESS: LazyLock<u128> = LazyLock::new(|| Uuid::new_v4().as_u128());
    static CALLS: AtomicU64 = AtomicU64::new(0);
    let call = u128::from(CALLS.fetch_add(1, Ordering::Relaxed));
    // In the bits that neither version nor variant take.
    Uuid::from_u128(*PROCESS ^ call).to_string()
}

async fn attempts(draft: &Draft, id: String, trace: Trace) -> Result<Done, ChatError> {
    let call = &draft.call;
    let id_header = call.header("x-ms-client-request-id", &id)?;
    let policy = call.retry();
    let started = Instant::now();
    let mut progress = Progress {
        context: CallContext::new(call.operation, id),
        started,
        deadline: policy.deadline.and_then(|limit| started.checked_add(limit)),
        attempts: 0,
        retries: 0,
        refreshed: false,
        maybe_sent: false,
        trace,
    };
    loop {
        let Granted { grant, refresh } = grant(call, &progress).await?;
        let request = stamp(draft, &id_header, &grant.header);
        progress.attempts += 1;
        let limit = policy
            .attempt_timeout
            .and_then(|limit| Instant::now().checked_add(limit));
        let until = [limit, progress.deadline].into_iter().flatten().min();
        let attempt = pin!(attempt(call.shared(), request, until));
        let outcome = drive(refresh, attempt).await;
        let failed = match judge(call, grant, outcome, &mut progress) {
            Judged::Done(answer, body) => {
                progress.trace.answered(progress.attempts, &answer);
                return Ok(Done {
                    answer,
                    body,
                    progress,
                });
            }
            Judged::Failed(failed) => failed,
        };
        let wait = again(call, &failed, &mut progress);
        progress.trace.failed(progress.attempts, &failed, wait);
        let Some(wait) = wait else {
            return Err(failed.into_error(call, progress));
        };
        sleep(wait).await;
    }
}

enum Judged {
    Done(Answer, Bytes),
    Failed(Failed),
}

/// Tells success from failure.
fn judge(
    call: &Call,
    grant: Grant,
    outcome: Result<Received, Broken>,
    progress: &mut Progress,
) -> Judged {
    let Received { answer, body } = match outcome {
        Ok(received) => received,
        Err(Broken::TooLarge(answer)) => {
            let answer = answer.without(grant.token());
            return Judged::Failed(Failed::Broken(Broken::TooLarge(answer)));
        }
        Err(broken) => return Judged::Failed(Failed::Broken(broken)),
    };
    let answer = answer.without(grant.token());
    if answer.status().is_success() {
        if let (1, Some(budget)) = (progress.attempts, &call.shared().budget) {
            budget.earn();
        }
        return Judged::Done(answer, body);
    }
    // What is gone was most likely deleted by the attempt whose answer was lost.
    if answer.status() == StatusCode::NOT_FOUND && call.operation.is_delete() && progress.maybe_sent
    {
        return Judged::Done(answer.into_success(call.operation), Bytes::new());
    }
    Judged::Failed(Failed::Answered {
        answer,
        body,
        grant,
    })
}

/// How long to wait before the next attempt; `None` where there must be none.
fn again(call: &Call, failed: &Failed, progress: &mut Progress) -> Option<Duration> {
    if let Some(generation) = failed.refused_token()
        && call.shared().credential.can_refresh()
        && !progress.refreshed
    {
        call.shared().credential.refused(generation);
        progress.refreshed = true;
        return Some(Duration::ZERO);
    }
    let verdict = verdict(call.operation, failed.failure());
    progress.maybe_sent |= verdict.maybe_sent;
    let policy = call.retry();
    if !verdict.again || progress.retries >= policy.max_retries {
        return None;
    }
    let wait = policy.delay(progress.retries + 1, failed.retry_after(), progress.left())?;
    if call
        .shared()
        .budget
        .as_ref()
        .is_some_and(|budget| !budget.spend())
    {
        return None;
    }
    progress.retries += 1;
    Some(wait)
}

/// A token, had before the call's time is over.
async fn grant(call: &Call, progress: &Progress) -> Result<Granted, ChatError> {
    let granted = call.shared().credential.grant();
    let granted = match progress.deadline {
        None => granted.await,
        Some(deadline) => timeout_at(deadline, granted).await.map_err(|_| {
            let kind = TransportErrorKind::Deadline;
            TransportError::new(progress.context(), kind, None).limit(call.retry().deadline)
        })?,
    };
    granted.map_err(|cause| CredentialError::new(progress.context(), cause).into())
}

/// Does `work`, and meanwhile drives the early refresh of a token: no task of its own does that.
async fn drive<T>(refresh: Option<Refresh>, mut work: Pin<&mut impl Future<Output = T>>) -> T {
    if let Some(refresh) = refresh
        && let Either::Left((done, _)) = select(work.as_mut(), refresh).await
    {
        return done;
    }
    work.await
}
