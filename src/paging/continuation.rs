//! Where a list goes on, as a string that can be stored.

use std::{fmt, str::FromStr};

use crate::error::InvalidRequest;

/// A place in a list: the page that comes next, and how many of its items have been had already.
///
/// Its `Display` is a string to store, its `FromStr` reads it, in this process or another, and
/// a request's `resume` goes on from there. It holds no token and no content, but the id of the thread. The service
/// decides how long it keeps the place.
///
/// It names a page by the service's own link; whatever host that names, it is only ever requested from the client's
/// endpoint.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Continuation {
    /// The operation's id.
    pub(crate) operation: String,
    /// Path and query of the page, without the endpoint's stem.
    pub(crate) link: String,
    /// How many items of that page have been had.
    pub(crate) skip: usize,
}

/// The version of the format, which comes first.
const FORMAT: &str = "1";

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FORMAT} {} {} {}", self.operation, self.skip, self.link)
    }
}

impl FromStr for Continuation {
    type Err = crate::ChatError;

    /// Reads what `Display` wrote.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) where the text is something else.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(4, ' ');
        let mut part = || parts.next();
        match (part(), part(), part().map(str::parse), part()) {
            (Some(FORMAT), Some(operation), Some(Ok(skip)), Some(link))
                if link.starts_with('/') =>
            {
                Ok(Self {
                    operation: operation.to_owned(),
                    link: link.to_owned(),
                    skip,
                })
            }
            _ => Err(InvalidRequest::new(
                "continuation",
                "is not what a list wrote",
                "give the text of a `Continuation` unchanged",
            )
            .into()),
        }
    }
}

impl fmt::Debug for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The link's query is the service's business.
        f.debug_struct("Continuation")
            .field("operation", &self.operation)
            .field("skip", &self.skip)
            .finish_non_exhaustive()
    }
}
