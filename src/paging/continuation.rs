//! Where a list continues, as a string that can be stored.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::link::{NextLink, at_endpoint, matches};
use crate::{
    error::{InvalidRequestError, text::one_line},
    pipeline::{Endpoint, Operation},
};

/// Where a list continues: its next page, and how many items of that page were already returned.
///
/// `Display` writes a string to store, `FromStr` reads it, in this process or another, and `resume` of a request builder
/// continues from there. It contains no token and no content, but the id of the thread. The service decides how long it
/// accepts it.
///
/// serde reads and writes that string too, and refuses another one with the error of `FromStr`.
///
/// ```
/// # use acs_chat::{ChatThread, Continuation};
/// # async fn example(thread: ChatThread) -> Result<(), Box<dyn std::error::Error>> {
/// let mut pages = thread.list_chat_messages().pages();
/// if let Some(page) = pages.next().await {
///     let stored = serde_json::to_string(&page?.continuation())?;
///
///     let read: Option<Continuation> = serde_json::from_str(&stored)?;
///     let rest = read.map(|continuation| thread.list_chat_messages().resume(&continuation));
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is the service's own next link without the host: it is only ever requested from the client's endpoint.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Continuation {
    /// The operation's id.
    pub(super) operation: String,
    /// Path and query of the page, without the endpoint's path.
    pub(super) path_and_query: String,
    /// How many items of that page were already returned.
    pub(super) skip: usize,
}

/// The version of the format, which comes first.
const FORMAT: &str = "1";

/// A parameter of the path, and its value, if the request has one.
pub(crate) type Given<'a> = (&'a str, Option<&'a str>);

impl Continuation {
    pub(super) fn new(operation: &Operation, path_and_query: &str) -> Self {
        Self {
            operation: operation.id.to_owned(),
            path_and_query: path_and_query.to_owned(),
            skip: 0,
        }
    }

    /// The page to continue with, if the continuation is of this operation and agrees with the parameters given.
    pub(super) fn next_link(
        &self,
        endpoint: &Endpoint,
        operation: &Operation,
        given: &[Given],
    ) -> Result<NextLink, InvalidRequestError> {
        let invalid = |found: String, expected| {
            Err(InvalidRequestError::new("continuation", found, expected))
        };
        if self.operation != operation.id {
            let found = format!("is of the operation `{}`", one_line(&self.operation, 80));
            return invalid(found, "resume it with a request of the same operation");
        }
        let path = self.path_and_query.split('?').next().unwrap_or_default();
        let url = at_endpoint(endpoint, &self.path_and_query);
        let url = url.filter(|url| url.path().ends_with(path) && matches(operation.path, path));
        let Some(url) = url else {
            let expected = "give the text of a `Continuation` unchanged";
            return invalid("leads to something else".to_owned(), expected);
        };
        let agrees = |(name, value): &Given| {
            value.is_none_or(|value| {
                parameter(operation.path, path, name).is_none_or(|stored| stored == value)
            })
        };
        if let Some((name, _)) = given.iter().find(|given| !agrees(given)) {
            let found = format!("is of another `{name}`");
            return invalid(found, "resume it with that one, or leave it out");
        }
        Ok(NextLink {
            url,
            path_and_query: self.path_and_query.clone(),
            foreign_host: None,
            is_other_path: false,
        })
    }
}

/// The value of a parameter in a path of this template.
fn parameter<'a>(template: &str, path: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let at = template
        .split('/')
        .position(|segment| segment.trim_matches(['{', '}']) == name)?;
    let segment = path.split('/').nth(at)?;
    percent_encoding::percent_decode_str(segment)
        .decode_utf8()
        .ok()
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            operation,
            path_and_query,
            skip,
        } = self;
        write!(f, "{FORMAT} {operation} {skip} {path_and_query}")
    }
}

impl FromStr for Continuation {
    type Err = crate::error::ChatError;

    /// Reads what `Display` wrote.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the text is something else.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(4, ' ');
        let mut part = || parts.next();
        match (part(), part(), part().map(str::parse), part()) {
            (Some(FORMAT), Some(operation), Some(Ok(skip)), Some(path_and_query))
                if path_and_query.starts_with('/') =>
            {
                Ok(Self {
                    operation: operation.to_owned(),
                    path_and_query: path_and_query.to_owned(),
                    skip,
                })
            }
            _ => Err(InvalidRequestError::new(
                "continuation",
                "is not the text of a continuation",
                "give the text of a `Continuation` unchanged",
            )
            .into()),
        }
    }
}

impl TryFrom<String> for Continuation {
    type Error = crate::error::ChatError;

    /// The same as `FromStr`.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Continuation> for String {
    /// The same as `Display`.
    fn from(continuation: Continuation) -> Self {
        continuation.to_string()
    }
}

impl fmt::Debug for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Only the service should see the query.
        f.debug_struct("Continuation")
            .field("operation", &self.operation)
            .field("skip", &self.skip)
            .finish_non_exhaustive()
    }
}
