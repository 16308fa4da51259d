//! Which next links are followed, and where to.

use std::borrow::Cow;

use reqwest::Url;

use crate::{
    error::NextLinkReason,
    pipeline::{Endpoint, Operation},
};

/// A next link, rebased to the endpoint.
#[derive(Debug, PartialEq)]
pub(super) struct NextLink {
    pub url: Url,
    /// Path and query without the endpoint's path, to be stored.
    pub path_and_query: String,
    /// The host that the link names, if it is not the endpoint's.
    pub foreign_host: Option<String>,
    /// Whether the link leads to another path than that of the page, such as another thread's.
    pub is_other_path: bool,
}

/// Rebases a link of the page at `base` to the endpoint.
///
/// Behind a gateway the service names another host, and leaves out the gateway's path. Only path and query of a link are
/// used, so no link can lead a token to another host.
pub(super) fn rebase(
    endpoint: &Endpoint,
    operation: &Operation,
    base: &Url,
    link: &str,
    strict: bool,
) -> Result<NextLink, NextLinkReason> {
    let named = base.join(link).map_err(|_| NextLinkReason::NotAUrl)?;
    let root = &endpoint.url;
    let foreign_host =
        (named.origin() != root.origin()).then(|| named.host_str().unwrap_or_default().to_owned());
    if strict && foreign_host.is_some() {
        return Err(NextLinkReason::OtherOrigin);
    }
    let stem = root.path().trim_end_matches('/');
    let path = named.path();
    let path = path
        .strip_prefix(stem)
        .filter(|path| matches(operation.path, path))
        .unwrap_or(path);
    if !matches(operation.path, path) {
        return Err(NextLinkReason::OtherResource);
    }
    let is_other_path = !is_same_path(strip(base.path(), stem), path);
    if is_other_path && (strict || !operation.links_to_other_paths) {
        return Err(NextLinkReason::OtherResource);
    }
    let asked = versions(base).next();
    if strict && versions(&named).any(|version| Some(version) != asked) {
        return Err(NextLinkReason::OtherResource);
    }
    let path_and_query = match named.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let url = at_endpoint(endpoint, &path_and_query).ok_or(NextLinkReason::NotAUrl)?;
    http::Uri::try_from(url.as_str()).map_err(|_| NextLinkReason::TooLong)?;
    Ok(NextLink {
        url,
        path_and_query,
        foreign_host,
        is_other_path,
    })
}

/// A path without the endpoint's own, if it starts with that.
fn strip<'p>(path: &'p str, stem: &str) -> &'p str {
    path.strip_prefix(stem).unwrap_or(path)
}

/// Whether two paths are the same, however they are encoded: links leave characters of ids as they are.
fn is_same_path(one: &str, other: &str) -> bool {
    let decode = |path| percent_encoding::percent_decode_str(path);
    decode(one).eq(decode(other))
}

/// The versions of the API that a URL asks for: at most one, if it is well-formed.
fn versions(url: &Url) -> impl Iterator<Item = Cow<'_, str>> {
    let pairs = url.query_pairs();
    pairs.filter_map(|(name, version)| (name == "api-version").then_some(version))
}

/// The URL of a stored path and query at the endpoint.
pub(super) fn at_endpoint(endpoint: &Endpoint, path_and_query: &str) -> Option<Url> {
    Url::parse(&format!("{}{path_and_query}", endpoint.base)).ok()
}

/// Whether a path matches a template: the same fixed segments, and a value for each parameter.
pub(super) fn matches(template: &str, path: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGES: Operation = Operation {
        id: "ChatThread_ListChatMessages",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}/messages",
        content_type: None,
        accept: None,
        success: 200,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: true,
        links_to_other_paths: true,
        properties: &[],
        is_documented_error: |_, _| true,
    };

    const BASE: &str = "https://contoso.example/chat/threads/19:a@thread.v2/messages?api-version=1";

    fn follow(endpoint: &str, link: &str, strict: bool) -> Result<(String, bool), NextLinkReason> {
        let endpoint = Endpoint::parse(endpoint, false).expect("an endpoint");
        let base = Url::parse(BASE).expect("a URL");
        let link = rebase(&endpoint, &MESSAGES, &base, link, strict)?;
        Ok((link.url.to_string(), link.foreign_host.is_some()))
    }

    #[test]
    fn path_and_query_stay_as_they_are() {
        let query = "startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&syncState=ab%2Bc%3D%3D&x=%e4&api-version=1";
        let link = format!("https://contoso.example/chat/threads/19:a@thread.v2/messages?{query}");
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
                Err(NextLinkReason::OtherOrigin),
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
    fn another_thread_or_version_is_refused_where_links_must_not_leave() {
        let thread = "https://contoso.example/chat/threads/19:b@thread.v2/messages?s=1";
        assert!(follow("https://contoso.example", thread, false).is_ok());
        for link in [thread, "?s=1&api-version=2", "?api-version=1&api-version=2"] {
            assert_eq!(
                follow("https://contoso.example", link, true),
                Err(NextLinkReason::OtherResource),
                "{link}"
            );
        }
        let encoded = "/chat/threads/19%3Aa%40thread.v2/messages?s=1&api-version=1";
        assert!(follow("https://contoso.example", encoded, true).is_ok());
        // Where no example of the document links to another path, no client follows such a link.
        let endpoint = Endpoint::parse("https://contoso.example", false).expect("an endpoint");
        let operation = Operation {
            links_to_other_paths: false,
            ..MESSAGES
        };
        let base = Url::parse(BASE).expect("a URL");
        assert_eq!(
            rebase(&endpoint, &operation, &base, thread, false),
            Err(NextLinkReason::OtherResource)
        );
        let same = rebase(&endpoint, &operation, &base, encoded, false);
        assert!(same.is_ok_and(|link| !link.is_other_path));
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
            Err(NextLinkReason::NotAUrl)
        );
    }
}
