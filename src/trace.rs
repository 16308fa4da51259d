//! What a call tells the caller's tracing: one span a call, one event an attempt that is followed by another. Field
//! names are those of OpenTelemetry's HTTP conventions. Neither tokens nor queries nor content are told.

#[cfg(feature = "tracing")]
pub(crate) use on::{Trace, foreign_link};

#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Trace, foreign_link};

#[cfg(feature = "tracing")]
mod on {
    use std::{future::Future, time::Duration};

    use reqwest::Request;
    use tracing::{Instrument, Span, field::Empty};

    use crate::{ChatError, failed::Failed, operation::Operation, transport::Done};

    /// A link to a next page named another host, and was taken to the endpoint.
    pub(crate) fn foreign_link(operation: &Operation, host: &str) {
        tracing::warn!(
            otel.name = operation.id,
            link.host = host,
            "the next page is requested from the endpoint, although its link names another host",
        );
    }

    /// The span of a call.
    pub(crate) struct Trace(Span);

    impl Trace {
        pub fn begin(operation: &Operation, request: &Request, id: &str) -> Self {
            Self(tracing::info_span!(
                "acs_chat.call",
                otel.name = operation.id,
                otel.kind = "client",
                otel.status_code = Empty,
                http.request.method = operation.method,
                url.scheme = request.url().scheme(),
                url.template = operation.path,
                server.address = request.url().host_str(),
                server.port = request.url().port_or_known_default(),
                http.request.header.x_ms_client_request_id = id,
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                http.response.header.ms_cv = Empty,
                error.r#type = Empty,
            ))
        }

        pub async fn within<T>(&self, work: impl Future<Output = T>) -> T {
            work.instrument(self.0.clone()).await
        }

        /// An attempt failed, and another follows.
        pub fn again(&self, failed: &Failed, wait: Duration, attempts: u32) {
            tracing::debug!(
                parent: &self.0,
                http.request.resend_count = attempts,
                http.response.status_code = failed.status().map(|status| status.as_u16()),
                error.r#type = failed.name(),
                delay_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX),
                "trying again",
            );
        }

        pub fn end(&self, outcome: &Result<Done, ChatError>) {
            let (status, id, attempts) = match outcome {
                Ok(done) => (
                    Some(done.answer.status()),
                    done.answer.request_id(),
                    done.progress.attempts(),
                ),
                Err(error) => {
                    self.0.record("otel.status_code", "ERROR");
                    self.0.record("error.type", error.name());
                    let attempts = error.context().map_or(0, |context| context.attempts());
                    (error.status(), error.request_id(), attempts)
                }
            };
            self.0
                .record("http.request.resend_count", attempts.saturating_sub(1));
            if let Some(status) = status {
                self.0.record("http.response.status_code", status.as_u16());
            }
            if let Some(id) = id {
                self.0.record("http.response.header.ms_cv", id);
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::{future::Future, time::Duration};

    use reqwest::Request;

    use crate::{ChatError, failed::Failed, operation::Operation, transport::Done};

    pub(crate) fn foreign_link(_: &Operation, _: &str) {}

    /// Stands for the span of a call where nobody traces.
    pub(crate) struct Trace;

    impl Trace {
        pub fn begin(_: &Operation, _: &Request, _: &str) -> Self {
            Self
        }

        pub async fn within<T>(&self, work: impl Future<Output = T>) -> T {
            work.await
        }

        pub fn again(&self, _: &Failed, _: Duration, _: u32) {}

        pub fn end(&self, _: &Result<Done, ChatError>) {}
    }
}
