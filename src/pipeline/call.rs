//! A call: what its attempts share.

use std::{
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use uuid::Uuid;

use super::{Operation, trace::Trace};
use crate::{
    RetryPolicy,
    credential::CachedToken,
    error::{CallContext, redact::Redactor},
    platform::Instant,
};

/// What a caller can set for one call.
#[derive(Debug, Clone, Default)]
pub(crate) struct CallOptions {
    pub retry: Option<RetryPolicy>,
    pub client_request_id: Option<String>,
    pub content_type: Option<String>,
}

impl CallOptions {
    /// The client's own settings.
    pub const NONE: Self = Self {
        retry: None,
        client_request_id: None,
        content_type: None,
    };
}

/// A call in progress.
pub(crate) struct Call {
    pub operation: &'static Operation,
    client_request_id: String,
    started: Instant,
    pub deadline: Option<Instant>,
    pub attempts: u32,
    pub retries: u32,
    /// Whether a rejected token was replaced.
    pub token_refreshed: bool,
    /// Whether the service may have processed one of the attempts.
    pub may_have_been_processed: bool,
    /// The token of the last attempt.
    pub token: Option<CachedToken>,
    pub trace: Trace,
}

impl Call {
    pub fn new(
        operation: &'static Operation,
        client_request_id: String,
        policy: &RetryPolicy,
        trace: Trace,
    ) -> Self {
        let started = Instant::now();
        Self {
            operation,
            client_request_id,
            started,
            deadline: policy
                .deadline()
                .and_then(|limit| started.checked_add(limit)),
            attempts: 0,
            retries: 0,
            token_refreshed: false,
            may_have_been_processed: false,
            token: None,
            trace,
        }
    }

    pub fn client_request_id(&self) -> &str {
        &self.client_request_id
    }

    /// What an error of the call reports.
    pub fn context(&self) -> CallContext {
        CallContext::new(self.operation.id, self.client_request_id.clone()).after(
            self.attempts,
            self.started.elapsed(),
            self.may_have_been_processed,
        )
    }

    /// Finds the token of the last attempt in what the service responds.
    pub fn redactor(&self) -> Redactor<'_> {
        CachedToken::redactor(self.token.as_ref())
    }

    /// The time until the deadline; `None` without one.
    pub fn time_left(&self) -> Option<Duration> {
        let left = |deadline: Instant| deadline.saturating_duration_since(Instant::now());
        self.deadline.map(left)
    }
}

/// A UUID that no other call has. It tells calls apart and protects nothing, so one process asks the system's source of
/// randomness once, which costs more than the rest of the request, and counts on from there.
pub(crate) fn client_request_id() -> String {
    static PROCESS: LazyLock<u128> = LazyLock::new(|| Uuid::new_v4().as_u128());
    static CALLS: AtomicU64 = AtomicU64::new(0);
    let call = u128::from(CALLS.fetch_add(1, Ordering::Relaxed));
    // In the bits that hold neither the version nor the variant.
    Uuid::from_u128(*PROCESS ^ call).to_string()
}
