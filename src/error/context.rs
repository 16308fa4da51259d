//! What every error of a call tells, and what those tell that come from an answer.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderValue, StatusCode};

use crate::{operation::Operation, retry::retry_after};

/// What is known of a call that failed.
#[derive(Debug, Clone)]
pub struct CallContext {
    operation: &'static str,
    attempts: u32,
    elapsed: Duration,
    client_request_id: String,
    maybe_sent: bool,
}

impl CallContext {
    /// Before the first attempt.
    pub(crate) fn new(operation: &Operation, client_request_id: String) -> Self {
        Self {
            operation: operation.id,
            attempts: 0,
            elapsed: Duration::ZERO,
            client_request_id,
            maybe_sent: false,
        }
    }

    pub(crate) fn after(mut self, attempts: u32, elapsed: Duration, maybe_sent: bool) -> Self {
        (self.attempts, self.elapsed, self.maybe_sent) = (attempts, elapsed, maybe_sent);
        self
    }

    /// The operation's id in the API's document.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// How many requests were sent, or tried to be sent: 0 where the call failed before the first.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The time from the beginning of the call to its failure, waits between attempts included.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The `x-ms-client-request-id` that every attempt carried; empty where the call failed before it had one.
    pub fn client_request_id(&self) -> &str {
        &self.client_request_id
    }

    /// See [`ChatError::maybe_sent`](crate::ChatError::maybe_sent).
    pub fn maybe_sent(&self) -> bool {
        self.maybe_sent
    }
}

/// ` (2 attempts in 1.2s, request 8f…)`, to stand at the end of an error's line.
impl fmt::Display for CallContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.attempts == 1 { "" } else { "s" };
        write!(
            f,
            " ({} attempt{plural} in {:.1?}",
            self.attempts, self.elapsed
        )?;
        if !self.client_request_id.is_empty() {
            write!(
                f,
                ", client request {}",
                super::one_line(&self.client_request_id, 64)
            )?;
        }
        if self.maybe_sent {
            f.write_str(", maybe sent")?;
        }
        f.write_str(")")
    }
}

/// The header by which the service names a request.
pub(crate) const MS_CV: &str = "MS-CV";

/// The header by which the gateways before the service do.
pub(crate) const AZURE_REF: &str = "X-Azure-Ref";

/// Status and headers of an answer.
#[derive(Clone)]
pub(crate) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    retry_after: Option<Duration>,
}

impl Answer {
    /// Takes an answer that has just arrived: a `Retry-After` date is measured from now.
    pub fn new(status: StatusCode, headers: HeaderMap) -> Self {
        Self {
            retry_after: (!status.is_success())
                .then(|| retry_after(&headers))
                .flatten(),
            status,
            headers,
        }
    }

    /// The same answer, to be taken for the operation's success.
    pub fn into_success(mut self, operation: &Operation) -> Self {
        self.status = StatusCode::from_u16(operation.success).unwrap_or(StatusCode::OK);
        self
    }

    /// Takes out headers that echo the token.
    pub fn without(mut self, token: &[u8]) -> Self {
        for (_, value) in &mut self.headers {
            if !token.is_empty()
                && value
                    .as_bytes()
                    .windows(token.len())
                    .any(|part| part == token)
            {
                *value = HeaderValue::from_static("[token]");
            }
        }
        self
    }

    pub fn into_parts(self) -> (StatusCode, HeaderMap) {
        (self.status, self.headers)
    }

    pub fn status(&self) -> StatusCode {
        self.status
    }

    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn request_id(&self) -> Option<&str> {
        self.ids().next().map(|(_, id)| id)
    }

    pub fn azure_ref(&self) -> Option<&str> {
        self.header(AZURE_REF)
    }

    /// The ids that the service and the gateways before it gave the request, by their headers.
    fn ids(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let names = [MS_CV, "x-ms-request-id", AZURE_REF];
        names
            .into_iter()
            .filter_map(|name| Some((name, self.header(name)?)))
    }

    /// ` [MS-CV …, X-Azure-Ref …]`, to stand in an error's line; nothing where there are no ids.
    pub fn write_ids(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = " [";
        for (name, id) in self.ids() {
            write!(f, "{before}{name} {}", super::one_line(id, 128))?;
            before = ", ";
        }
        f.write_str(if before == ", " { "]" } else { "" })
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Only names that are known to be harmless: a proxy may echo anything in the others.
        let named = ["content-type", "retry-after", "ms-cv", "x-azure-ref"];
        let mut debug = f.debug_struct("Answer");
        debug.field("status", &self.status);
        for name in named {
            if let Some(value) = self.header(name) {
                debug.field(name, &value);
            }
        }
        debug.finish_non_exhaustive()
    }
}
