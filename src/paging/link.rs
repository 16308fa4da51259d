//! Which links to a next page are followed, and where to.

use std::{error::Error, fmt};

use reqwest::Url;

use crate::{endpoint::Endpoint, error::CallContext, operation::Operation};

/// A link that can be followed: to the endpoint, path and query as the service gave them.
#[derive(Debug, PartialEq)]
pub(crate) struct Link {
    pub url: Url,
    /// Path and query without the endpoint's stem, to be stored.
    pub place: String,
    /// The host that the link named, where it was not the endpoint's.
    pub foreign: Option<String>,
}

/// Why a link can't be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfollowable {
    Unreadable,
    OtherResource,
    OtherOrigin,
    TooLong,
    Loop,
}

/// Takes a link that came with the page at `base` to the endpoint.
///
/// Behind a gateway the service names itself by another host, and without the gateway's path stem. Only the path and
/// the query are taken from the link, so a token can't be lured to another host.
pub(crate) fn take(
    endpoint: &Endpoint,
    operation: &Operation,
    base: &Url,
    link: &str,
    strict: bool,
) -> Result<Link, Unfollowable> {
    let named = base.join(link).map_err(|_| Unfollowable::Unreadable)?;
    let root = &endpoint.url;
    let foreign =
        (named.origin() != root.origin()).then(|| named.host_str().unwrap_or_default().to_owned());
    if strict && foreign.is_some() {
        return Err(Unfollowable::OtherOrigin);
    }
    let stem = root.path().trim_end_matches('/');
    let path = named.path();
    let path = path
        .strip_prefix(stem)
        .filter(|path| matches(operation.path, path))
        .unwrap_or(path);
    if !matches(operation.path, path) {
        return Err(Unfollowable::OtherResource);
    }
    let place = match named.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let url = at(endpoint, &place).ok_or(Unfollowable::Unreadable)?;
    http::Uri::try_from(url.as_str()).map_err(|_| Unfollowable::TooLong)?;
    Ok(Link {
        url,
        place,
        foreign,
    })
}

/// A stored place at the endpoint.
pub(crate) fn at(endpoint: &Endpoint, place: &str) -> Option<Url> {
    Url::parse(&format!("{}{place}", endpoint.base)).ok()
}

/// Whether a path is one of the template's: the same fixed segments, and something in place of each parameter.
pub(crate) fn matches(template: &str, path: &str) -> bool {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    loop {
        match (template.next(), path.next()) {
            (None, None) => return true,
            (Some(parameter), Some(value)) if parameter.starts_with('{') => {
                if value.is_empty() {
                    return false;
                }
            }
            (Some(fixed), Some(segment)) if fixed == segment => {}
            _ => return false,
        }
    }
}

/// The service gave a link to the next page that is not followed. The items up to there have been given; the token was
/// sent nowhere.
///
/// Source: the next link that `x-ms-pageable` names.
#[derive(Debug)]
pub struct NextLinkError {
    context: CallContext,
    reason: Unfollowable,
}

impl NextLinkError {
    pub(crate) fn new(context: CallContext, reason: Unfollowable) -> Self {
        Self { context, reason }
    }

    /// What is known of the list's operation.
    pub fn context(&self) -> &CallContext {
        &self.context
    }

    /// Whether the link names another host than the endpoint's, which the client was told to
    /// [refuse](crate::ChatClientBuilder::refuse_foreign_next_links).
    pub fn is_foreign(&self) -> bool {
        self.reason == Unfollowable::OtherOrigin
    }

    /// Whether the link leads back to a page that has been had.
    pub fn is_loop(&self) -> bool {
        self.reason == Unfollowable::Loop
    }
}

impl fmt::Display for NextLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Unfollowable::Unreadable => "is no URL",
            Unfollowable::OtherResource => "leads to something else than this operation",
            Unfollowable::OtherOrigin => "leads to another host than the endpoint",
            Unfollowable::TooLong => "is longer than a request can hold",
            Unfollowable::Loop => "leads back to a page that has been had",
        };
        let operation = self.context.operation();
        write!(
            f,
            "{operation}: the service's link to the next page {reason}; it was not followed"
        )
    }
}

impl Error for NextLinkError {}

#[cfg(test)]
mod tests {
    use super::*;

    static MESSAGES: Operation = Operation {
        id: "ChatThread_ListChatMessages",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}/messages",
        media_type: None,
        accept: None,
        success: 200,
        repeatable: true,
        may_be_empty: false,
        is_documented: |_, _| true,
    };

    const BASE: &str = "https://contoso.example/chat/threads/19:a@thread.v2/messages?api-version=1";

    fn follow(endpoint: &str, link: &str, strict: bool) -> Result<(String, bool), Unfollowable> {
        let endpoint = Endpoint::parse(endpoint, false).expect("an endpoint");
        let base = Url::parse(BASE).expect("a URL");
        let link = take(&endpoint, &MESSAGES, &base, link, strict)?;
        Ok((link.url.to_string(), link.foreign.is_some()))
    }

    #[test]
    fn path_and_query_stay_as_they_are() {
        let query = "startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&syncState=ab%2Bc%3D%3D&x=%e4&api-version=1";
        let link =
            format!("https://contoso.example/chat/threads/19:a_b@thread.v2/messages?{query}");
        assert_eq!(
            follow("https://contoso.example", &link, true),
            Ok((link.clone(), false))
        );
    }

    #[test]
    fn another_host_is_taken_to_the_endpoint_or_refused() {
        let link = "https://evil.example/chat/threads/19:a@thread.v2/messages?s=1";
        let taken = "https://contoso.example/chat/threads/19:a@thread.v2/messages?s=1";
        for link in [
            link,
            "//evil.example/chat/threads/19:a@thread.v2/messages?s=1",
            "http://contoso.example/chat/threads/19:a@thread.v2/messages?s=1",
        ] {
            assert_eq!(
                follow("https://contoso.example", link, false),
                Ok((taken.to_owned(), true)),
                "{link}"
            );
            assert_eq!(
                follow("https://contoso.example", link, true),
                Err(Unfollowable::OtherOrigin),
                "{link}"
            );
        }
    }

    #[test]
    fn the_stem_of_the_endpoint_is_kept_and_not_doubled() {
        let taken = "https://contoso.example/acs/chat/threads/19:a@thread.v2/messages?s=1";
        for link in [
            "https://contoso.example/acs/chat/threads/19:a@thread.v2/messages?s=1",
            "https://contoso.example/chat/threads/19:a@thread.v2/messages?s=1",
        ] {
            let (url, foreign) = follow("https://contoso.example/acs/", link, true).expect(link);
            assert_eq!((url.as_str(), foreign), (taken, false));
        }
    }

    #[test]
    fn relative_links() {
        for link in [
            "?s=1",
            "messages?s=1",
            "/chat/threads/19:a@thread.v2/messages?s=1",
        ] {
            let (url, foreign) = follow("https://contoso.example", link, true).expect(link);
            assert_eq!(
                url,
                "https://contoso.example/chat/threads/19:a@thread.v2/messages?s=1"
            );
            assert!(!foreign);
        }
    }

    #[test]
    fn other_resources_are_not_followed() {
        for link in [
            "https://contoso.example/chat/threads/19:a@thread.v2/participants?s=1",
            "https://contoso.example/chat/threads/19:a@thread.v2/messages/5",
            "https://contoso.example/chat/threads/19:a@thread.v2/messages/../participants",
            "https://contoso.example/chat/threads/%2e%2e/messages",
            "https://contoso.example/chat/threads//messages",
            "https://contoso.example/",
            "data:text/plain,hello",
            "javascript:0",
            "",
        ] {
            let followed = follow("https://contoso.example", link, false);
            let same = follow("https://contoso.example", BASE, false);
            assert!(
                followed.is_err() || (link.is_empty() && followed == same),
                "{link}: {followed:?}"
            );
        }
        assert_eq!(
            follow("https://contoso.example", "https://[", false),
            Err(Unfollowable::Unreadable)
        );
    }
}
