//! What a call tells the caller's tracing: one span a call, one event an attempt. Field names are those of
//! OpenTelemetry's HTTP conventions. Neither tokens nor queries nor content are told.

#[cfg(feature = "tracing")]
pub(crate) use on::{Trace, foreign_link};

#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Trace, foreign_link};

#[cfg(feature = "tracing")]
mod on {
    use std::{future::Future, time::Duration};

    use reqwest::Url;
    use tracing::{Instrument, Span, field::Empty};

    use crate::{
        ChatError,
        error::{AZURE_REF, Answer, MS_CV},
        failed::Failed,
        operation::Operation,
        transport::Done,
    };

    /// A link to a next page named another host, and was taken to the endpoint.
    pub(crate) fn foreign_link(operation: &Operation, host: &str) {
        tracing::warn!(
            otel.name = operation.id,
            link.host = host,
            "the next page is requested from the endpoint, although its link names another host",
        );
    }

    /// The span of a call.
    #[derive(Clone)]
    pub(crate) struct Trace(Span);

    impl Trace {
        pub fn begin(operation: &Operation, url: &Url, id: &str) -> Self {
            Self(tracing::info_span!(
                "acs_chat.call",
                otel.name = operation.id,
                otel.kind = "client",
                otel.status_code = Empty,
                http.request.method = operation.method.as_str(),
                url.scheme = url.scheme(),
                url.template = operation.path,
                server.address = url.host_str(),
                server.port = url.port_or_known_default(),
                "http.request.header.x-ms-client-request-id" = id,
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                "http.response.header.ms-cv" = Empty,
                "http.response.header.x-azure-ref" = Empty,
                "error.type" = Empty,
            ))
        }

        pub fn within<T>(&self, work: impl Future<Output = T>) -> impl Future<Output = T> {
            work.instrument(self.0.clone())
        }

        /// An attempt ended with an answer to return.
        pub fn answered(&self, attempt: u32, answer: &Answer) {
            tracing::debug!(
                parent: &self.0,
                http.request.resend_count = attempt.saturating_sub(1),
                http.response.status_code = answer.status().as_u16(),
                "http.response.header.ms-cv" = answer.header(MS_CV),
                "http.response.header.x-azure-ref" = answer.header(AZURE_REF),
                "attempt succeeded",
            );
        }

        /// An attempt failed; after `wait` follows another, if there is one.
        pub fn failed(&self, attempt: u32, failed: &Failed, wait: Option<Duration>) {
            let answer = failed.answer();
            tracing::debug!(
                parent: &self.0,
                http.request.resend_count = attempt.saturating_sub(1),
                http.response.status_code = answer.map(|answer| answer.status().as_u16()),
                "http.response.header.ms-cv" = answer.and_then(|answer| answer.header(MS_CV)),
                "http.response.header.x-azure-ref" = answer.and_then(|answer| answer.header(AZURE_REF)),
                "error.type" = failed.name(),
                delay_ms = wait.map(|wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)),
                "attempt failed",
            );
        }

        /// The attempts are over.
        pub fn end(&self, outcome: &Result<Done, ChatError>) {
            let (answer, attempts) = match outcome {
                Ok(done) => (Some(&done.answer), done.progress.attempts()),
                Err(error) => {
                    self.fails(&error.name());
                    let attempts = error.context().map_or(0, |context| context.attempts());
                    (error.answer(), attempts)
                }
            };
            self.0
                .record("http.request.resend_count", attempts.saturating_sub(1));
            if let Some(answer) = answer {
                self.0
                    .record("http.response.status_code", answer.status().as_u16());
                let (id, gateway) = (answer.header(MS_CV), answer.header(AZURE_REF));
                self.0.record("http.response.header.ms-cv", id);
                self.0.record("http.response.header.x-azure-ref", gateway);
            }
        }

        /// A success has a body that can't be used, which turns out after the attempts.
        pub fn unusable(&self) {
            self.fails("unusable_body");
        }

        fn fails(&self, name: &str) {
            self.0.record("otel.status_code", "ERROR");
            self.0.record("error.type", name);
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::{future::Future, time::Duration};

    use reqwest::Url;

    use crate::{ChatError, error::Answer, failed::Failed, operation::Operation, transport::Done};

    pub(crate) fn foreign_link(_: &Operation, _: &str) {}

    /// Stands for the span of a call where nobody traces.
    #[derive(Clone)]
    pub(crate) struct Trace;

    impl Trace {
        pub fn begin(_: &Operation, _: &Url, _: &str) -> Self {
            Self
        }

        pub fn within<T>(&self, work: impl Future<Output = T>) -> impl Future<Output = T> {
            work
        }

        pub fn answered(&self, _: u32, _: &Answer) {}

        pub fn failed(&self, _: u32, _: &Failed, _: Option<Duration>) {}

        pub fn unusable(&self) {}

        pub fn end(&self, _: &Result<Done, ChatError>) {}
    }
}
