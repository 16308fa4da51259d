//! A list cannot continue.

use std::{error::Error, fmt};

use super::{CallContext, ResponseHead};

/// Why a next link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NextLinkReason {
    NotAUrl,
    OtherResource,
    OtherOrigin,
    TooLong,
    Loop,
}

/// The service's link to the next page is not followed. The items up to there have been returned, and the token was
/// sent to no other origin.
///
/// Source: the property that `x-ms-pageable` names as the next link.
#[derive(Debug, Clone)]
pub struct NextLinkError {
    context: CallContext,
    head: ResponseHead,
    reason: NextLinkReason,
}

impl NextLinkError {
    pub(crate) fn new(context: CallContext, head: ResponseHead, reason: NextLinkReason) -> Self {
        Self {
            context,
            head,
            reason,
        }
    }

    /// The call that returned the page with the link.
    pub fn context(&self) -> &CallContext {
        &self.context
    }

    /// Whether the link names another origin than the endpoint's, which the client was configured to
    /// [refuse](crate::ChatClientBuilder::refuse_foreign_next_links).
    pub fn is_foreign(&self) -> bool {
        self.reason == NextLinkReason::OtherOrigin
    }

    /// Whether the link leads back to a page that was already fetched.
    pub fn is_loop(&self) -> bool {
        self.reason == NextLinkReason::Loop
    }

    pub(crate) fn head(&self) -> &ResponseHead {
        &self.head
    }
}

impl fmt::Display for NextLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            NextLinkReason::NotAUrl => "is not a URL",
            NextLinkReason::OtherResource => "leads to something else than this operation",
            NextLinkReason::OtherOrigin => "leads to another host than the endpoint",
            NextLinkReason::TooLong => "is too long for a request",
            NextLinkReason::Loop => "leads back to a page that was already fetched",
        };
        write!(
            f,
            "{}: the service's next link {reason}; it was not followed",
            self.context.operation()
        )?;
        self.head.write_ids(f)?;
        self.context.fmt(f)
    }
}

impl Error for NextLinkError {}
