//! Spans and events: one span for each call, one event for each attempt. Field names follow OpenTelemetry's HTTP
//! conventions. Neither tokens nor queries nor content are recorded.

#[cfg(feature = "tracing")]
pub(crate) use on::{Trace, foreign_link, other_path};

#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Trace, foreign_link, other_path};

#[cfg(feature = "tracing")]
mod on {
    use std::{future::Future, time::Duration};

    use reqwest::Url;
    use tracing::{Instrument, Span, field::Empty};

    use crate::{
        error::{AZURE_REF, AttemptError, ChatError, MS_CV, ResponseHead, StopReason},
        pipeline::{Operation, Response},
        retry::RetryDecision,
    };

    /// A next link names another host, and is requested from the endpoint.
    pub(crate) fn foreign_link(operation: &Operation, host: &str) {
        tracing::warn!(
            otel.name = operation.id,
            link.host = host,
            "the next page is requested from the endpoint, although its link names another host",
        );
    }

    /// A next link leads to another path than the list's own, and is followed.
    pub(crate) fn other_path(operation: &Operation) {
        tracing::warn!(
            otel.name = operation.id,
            "the next link leads to another path than the list's own",
        );
    }

    /// The span of a call.
    #[derive(Clone)]
    pub(crate) struct Trace(Span);

    impl Trace {
        pub fn start(operation: &Operation, url: &Url, id: &str) -> Self {
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

        pub fn instrument<F: Future>(&self, work: F) -> impl Future<Output = F::Output> + use<F> {
            work.instrument(self.0.clone())
        }

        /// An attempt succeeded.
        pub fn succeeded(&self, attempt: u32, head: &ResponseHead) {
            tracing::debug!(
                parent: &self.0,
                http.request.resend_count = attempt.saturating_sub(1),
                http.response.status_code = head.status().as_u16(),
                "http.response.header.ms-cv" = head.header(MS_CV),
                "http.response.header.x-azure-ref" = head.header(AZURE_REF),
                "attempt succeeded",
            );
        }

        /// An attempt failed; `decision` is what follows.
        pub fn failed(&self, attempt: u32, error: &AttemptError, decision: Option<RetryDecision>) {
            let head = error.head();
            let delay = match decision {
                Some(RetryDecision::Retry(delay)) => Some(delay),
                Some(RetryDecision::RefreshToken) => Some(Duration::ZERO),
                Some(RetryDecision::Stop(_)) | None => None,
            };
            tracing::debug!(
                parent: &self.0,
                http.request.resend_count = attempt.saturating_sub(1),
                http.response.status_code = head.map(|head| head.status().as_u16()),
                "http.response.header.ms-cv" = head.and_then(|head| head.header(MS_CV)),
                "http.response.header.x-azure-ref" = head.and_then(|head| head.header(AZURE_REF)),
                "error.type" = error.name(),
                delay_ms = delay.map(|delay| u64::try_from(delay.as_millis()).unwrap_or(u64::MAX)),
                "attempt failed",
            );
        }

        /// The call ended.
        pub fn end(&self, result: &Result<Box<Response>, ChatError>) {
            let (head, attempts) = match result {
                Ok(response) => (Some(&response.head), response.call.attempts),
                Err(error) => {
                    let name = error.name();
                    self.fails(&name);
                    let reason = error.stop_reason();
                    tracing::warn!(
                        parent: &self.0,
                        stop_reason = reason.map(tracing::field::display),
                        "error.type" = name,
                        may_have_been_processed = error.may_have_been_processed(),
                        "call failed",
                    );
                    if reason == Some(StopReason::RetryBudget) {
                        tracing::warn!(parent: &self.0, "retry budget exhausted");
                    }
                    let attempts = error.context().map_or(0, |context| context.attempts());
                    (error.head(), attempts)
                }
            };
            self.0
                .record("http.request.resend_count", attempts.saturating_sub(1));
            if let Some(head) = head {
                self.0
                    .record("http.response.status_code", head.status().as_u16());
                let (id, gateway) = (head.header(MS_CV), head.header(AZURE_REF));
                self.0.record("http.response.header.ms-cv", id);
                self.0.record("http.response.header.x-azure-ref", gateway);
            }
        }

        /// The body of the success cannot be used.
        pub fn unusable(&self) {
            self.fails("unusable_body");
            tracing::warn!(parent: &self.0, "the body of the response cannot be decoded");
        }

        fn fails(&self, name: &str) {
            self.0.record("otel.status_code", "ERROR");
            self.0.record("error.type", name);
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::future::Future;

    use reqwest::Url;

    use crate::{
        error::{AttemptError, ChatError, ResponseHead},
        pipeline::{Operation, Response},
        retry::RetryDecision,
    };

    pub(crate) fn foreign_link(_: &Operation, _: &str) {}

    pub(crate) fn other_path(_: &Operation) {}

    /// No span, without the feature `tracing`.
    #[derive(Clone)]
    pub(crate) struct Trace;

    impl Trace {
        pub fn start(_: &Operation, _: &Url, _: &str) -> Self {
            Self
        }

        pub fn instrument<F: Future>(&self, work: F) -> impl Future<Output = F::Output> + use<F> {
            work
        }

        pub fn succeeded(&self, _: u32, _: &ResponseHead) {}

        pub fn failed(&self, _: u32, _: &AttemptError, _: Option<RetryDecision>) {}

        pub fn unusable(&self) {}

        pub fn end(&self, _: &Result<Box<Response>, ChatError>) {}
    }
}
