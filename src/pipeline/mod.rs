//! The pipeline of a call: token, attempt, retry decision, trace.

mod attempt;
mod call;
mod endpoint;
mod operation;
mod request;
mod response;
mod trace;

use std::{
    future::Future,
    pin::{Pin, pin},
};

use bytes::Bytes;
use futures_util::future::{Either, FutureExt, select};
use http::{HeaderValue, StatusCode};

use crate::{
    CommunicationTokenCredential, RetryPolicy,
    credential::{CachedToken, Refresh},
    error::{
        AttemptError, ChatError, CredentialError, Limits, ResponseHead, StopReason, TransportError,
        TransportErrorKind, redact::Redactor,
    },
    platform::{Instant, sleep, timeout_at},
    retry::{Budget, Circumstances, RetryDecision, decide},
    transport::AnyTransport,
};

pub(crate) use call::{Call, CallOptions};
pub(crate) use endpoint::Endpoint;
pub(crate) use operation::Operation;
pub(crate) use request::{Request, header_value};
pub(crate) use response::Response;
pub(crate) use trace::{foreign_link, other_path};

/// Sends requests to one endpoint for one user.
pub(crate) struct Pipeline {
    pub endpoint: Endpoint,
    pub transport: AnyTransport,
    pub user_agent: Option<HeaderValue>,
    pub credential: CommunicationTokenCredential,
    pub retry: RetryPolicy,
    pub budget: Option<Budget>,
    pub max_response_bytes: usize,
    pub max_error_bytes: usize,
    pub refuse_foreign_next_links: bool,
}

impl Pipeline {
    /// Sends a request, as often as the retry policy, the budget and the operation allow.
    ///
    /// Not an `async fn`, as others here: the future of one holds its arguments twice.
    pub fn send<'a>(
        &'a self,
        operation: &'static Operation,
        options: &'a CallOptions,
        request: Box<Request>,
    ) -> impl Future<Output = Result<Box<Response>, ChatError>> {
        let id = options
            .client_request_id
            .clone()
            .unwrap_or_else(call::client_request_id);
        let policy = options.retry.as_ref().unwrap_or(&self.retry);
        let trace = trace::Trace::start(operation, &request.url, &id);
        let call = Call::new(operation, id, policy, trace.clone());
        trace
            .instrument(self.attempts(call, policy, options, request))
            .inspect(move |result| trace.end(result))
    }

    #[expect(clippy::manual_async_fn, reason = "see `send`")]
    fn attempts(
        &self,
        mut call: Call,
        policy: &RetryPolicy,
        options: &CallOptions,
        mut request: Box<Request>,
    ) -> impl Future<Output = Result<Box<Response>, ChatError>> {
        async move {
            let shared = request
                .prepare(call.operation, options, call.client_request_id())
                .map_err(|error| error.in_call(call.context()))?;
            loop {
                let (token, refresh) = self.token(&call, policy).await?;
                call.attempts += 1;
                let timeout = policy
                    .attempt_timeout()
                    .and_then(|limit| Instant::now().checked_add(limit));
                let until = [timeout, call.deadline].into_iter().flatten().min();
                let attempt = request.attempt(self, call.operation, &shared, &token.header);
                call.token = Some(token);
                let received = match &self.transport {
                    AnyTransport::Reqwest(client) => {
                        let response = client.execute(attempt);
                        drive(refresh, pin!(attempt::receive(self, response, until))).await
                    }
                    AnyTransport::Custom(transport) => {
                        let response = transport.send(attempt);
                        drive(refresh, pin!(attempt::receive(self, response, until))).await
                    }
                };
                let error = match conclude(received, &call.redactor()) {
                    Ok((head, body)) => {
                        if let (1, Some(budget)) = (call.attempts, &self.budget) {
                            budget.deposit();
                        }
                        call.trace.succeeded(call.attempts, &head);
                        return Ok(Response::new(head, body, request.url, call));
                    }
                    Err(error) => error,
                };
                // Most likely deleted by the attempt whose response was lost.
                if error.status() == Some(StatusCode::NOT_FOUND)
                    && call.operation.is_delete()
                    && call.may_have_been_processed
                {
                    call.trace.failed(call.attempts, &error, None);
                    return Ok(Response::already_deleted(request.url, call));
                }
                call.may_have_been_processed |= error.may_have_been_processed();
                let circumstances = Circumstances {
                    policy,
                    budget: self.budget.as_ref(),
                    is_repeatable: call.operation.is_repeatable,
                    can_refresh_token: self.credential.can_refresh() && !call.token_refreshed,
                    retries: call.retries,
                    time_left: call.time_left(),
                };
                let decision = decide(&error, &circumstances);
                call.trace.failed(call.attempts, &error, Some(decision));
                match decision {
                    RetryDecision::Retry(delay) => {
                        call.retries += 1;
                        sleep(delay).await;
                    }
                    RetryDecision::RefreshToken => {
                        if let Some(token) = &call.token {
                            self.credential.invalidate(token);
                        }
                        call.token_refreshed = true;
                    }
                    RetryDecision::Stop(reason) => {
                        return Err(self.error(&call, policy, error, reason));
                    }
                }
            }
        }
    }

    /// The token of the next attempt, and its early refresh, if one is running.
    async fn token(
        &self,
        call: &Call,
        policy: &RetryPolicy,
    ) -> Result<(CachedToken, Option<Refresh>), ChatError> {
        let token = self.credential.token();
        let token = match call.deadline {
            None => token.await,
            Some(deadline) => timeout_at(deadline, token).await.map_err(|_| {
                TransportError::new(call.context(), TransportErrorKind::Deadline)
                    .limit(policy.deadline())
            })?,
        };
        token.map_err(|source| CredentialError::new(call.context(), source).into())
    }

    fn error(
        &self,
        call: &Call,
        policy: &RetryPolicy,
        error: AttemptError,
        reason: StopReason,
    ) -> ChatError {
        let limits = Limits {
            attempt_timeout: policy.attempt_timeout(),
            deadline: policy.deadline(),
            is_past_deadline: call.time_left().is_some_and(|left| left.is_zero()),
            max_response_bytes: self.max_response_bytes,
        };
        let context = call.context().stopped(reason);
        let is_documented = call.operation.is_documented_error;
        error.into_chat_error(context, limits, is_documented, &call.redactor())
    }
}

/// Tells success from failure, and redacts the token in the headers of both.
fn conclude(
    received: Result<(ResponseHead, Bytes), AttemptError>,
    redactor: &Redactor,
) -> Result<(ResponseHead, Bytes), AttemptError> {
    match received {
        Ok((mut head, body)) if head.status().is_success() => {
            head.redact(redactor);
            Ok((head, body))
        }
        Ok((head, body)) => Err(AttemptError::Status(Box::new(head), body).redact(redactor)),
        Err(error) => Err(error.redact(redactor)),
    }
}

/// Awaits `work`, and polls the early refresh of the token meanwhile, which no task of its own does.
async fn drive<T>(refresh: Option<Refresh>, mut work: Pin<&mut impl Future<Output = T>>) -> T {
    if let Some(refresh) = refresh
        && let Either::Left((done, _)) = select(work.as_mut(), refresh).await
    {
        return done;
    }
    work.await
}
