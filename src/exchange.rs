//! Where the generated code and the hand-written layer meet: what a call sends goes through here, and what comes back.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use http::StatusCode;
use progenitor_client::{ByteStream, ClientHooks, ClientInfo, OperationInfo, ResponseValue};
use reqwest::{Request, Response, ResponseBuilderExt, Url};
use serde::de::DeserializeOwned;

use crate::{
    ChatError,
    call::Call,
    decode::{locate, nowhere},
    error::{Answer, DecodeError, InvalidRequest},
    generated::Client,
    transport::{Done, Progress, carry_out},
};

type Sent<T, E> = Result<ResponseValue<T>, progenitor_client::Error<E>>;

/// What the generated client holds for the one call that it is made for.
///
/// The generated code takes a response and gives errors that are poorer than what is known here. So it is given just
/// the body of a success to decode, and everything else waits here until it has.
#[derive(Clone)]
pub(crate) struct Exchange {
    call: Call,
    outcome: Arc<Mutex<Option<Outcome>>>,
}

/// What the generated code is not told.
type Outcome = Result<Kept, ChatError>;

struct Kept {
    answer: Answer,
    progress: Progress,
    url: Url,
}

impl Exchange {
    pub fn new(call: Call) -> Self {
        Self {
            call,
            outcome: Arc::default(),
        }
    }

    /// Carries out the call; the response is for the generated code.
    async fn run(&self, request: Request) -> Response {
        let url = request.url().clone();
        let (status, body, outcome) = match carry_out(&self.call, request).await {
            Ok(done) => {
                let Done {
                    answer,
                    body,
                    progress,
                } = done;
                let url = url.clone();
                (
                    answer.status(),
                    body,
                    Ok(Kept {
                        answer,
                        progress,
                        url,
                    }),
                )
            }
            // A status that the generated code neither decodes nor takes for a success.
            Err(error) => (StatusCode::MULTIPLE_CHOICES, Bytes::new(), Err(error)),
        };
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
        let absent = body.is_empty() && self.call.operation.may_be_empty;
        let body = if absent {
            Bytes::from_static(b"null")
        } else {
            body
        };
        // Without its URL the response would parse a made-up one.
        let response = http::Response::builder().status(status).url(url).body(body);
        response.unwrap_or_default().into()
    }

    /// What the caller gets: the generated code's value with the service's status and headers, or the error.
    pub fn close<T: DeserializeOwned, E>(
        &self,
        sent: Sent<T, E>,
    ) -> Result<ResponseValue<T>, ChatError> {
        self.close_located(sent).map(|(value, _)| value)
    }

    /// The same, with the URL that was requested.
    pub fn close_located<T: DeserializeOwned, E>(
        &self,
        sent: Sent<T, E>,
    ) -> Result<(ResponseValue<T>, Url), ChatError> {
        self.conclude(sent, locate::<T>)
    }

    /// The same for a body that is not decoded.
    #[allow(
        dead_code,
        reason = "not every document has an operation that answers with something else than JSON"
    )]
    pub fn close_raw<E>(
        &self,
        sent: Sent<ByteStream, E>,
    ) -> Result<ResponseValue<ByteStream>, ChatError> {
        self.conclude(sent, |_| None).map(|(value, _)| value)
    }

    fn conclude<T, E>(
        &self,
        sent: Sent<T, E>,
        locate: fn(&[u8]) -> Option<(String, serde_json::Error)>,
    ) -> Result<(ResponseValue<T>, Url), ChatError> {
        use progenitor_client::Error;
        let outcome = self
            .outcome
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match (outcome, sent) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(Kept { answer, url, .. })), Ok(value)) => {
                let (status, headers) = answer.into_parts();
                Ok((ResponseValue::new(value.into_inner(), status, headers), url))
            }
            (Some(Ok(kept)), Err(Error::InvalidResponsePayload(body, reason))) => {
                let (path, reason) = locate(&body).unwrap_or_else(|| nowhere(reason));
                let context = kept.progress.accepted();
                Err(DecodeError::new(context, kept.answer, body, path, &reason).into())
            }
            // It never came to a request.
            (_, Err(Error::InvalidRequest(found) | Error::Custom(found))) => Err(self.invalid(
                InvalidRequest::new("request", found, "see the operation's parameters"),
            )),
            (_, Err(Error::CommunicationError(error))) => {
                let invalid = InvalidRequest::new("request", "can't be built", TOO_LONG);
                Err(self.invalid(invalid.because(error.without_url())))
            }
            (_, Ok(_) | Err(_)) => {
                let invalid =
                    InvalidRequest::new("request", "was not carried out", "call it again");
                Err(self.invalid(invalid))
            }
        }
    }

    fn invalid(&self, error: InvalidRequest) -> ChatError {
        self.call.invalid(error)
    }
}

/// What would be right where a request can't be built.
pub(crate) const TOO_LONG: &str = "see the source; an id or a header may be too long";

impl ClientHooks<Exchange> for Client {
    async fn exec(&self, request: Request, _: &OperationInfo) -> reqwest::Result<Response> {
        Ok(self.inner().run(request).await)
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}
