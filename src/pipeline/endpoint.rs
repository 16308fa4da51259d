//! The URL of the resource.

use std::borrow::Cow;

use reqwest::Url;
use url::Host;

use crate::error::{InvalidRequestError, text::one_line};

/// An endpoint that tokens may be sent to.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    /// Scheme, authority and path stem, without a slash at the end.
    pub base: String,
    /// The same, parsed.
    pub url: Url,
}

impl Endpoint {
    /// Parses `https://…` with an optional path stem; `http://…` only for a loopback address, unless `plain_http`.
    pub fn parse(text: &str, plain_http: bool) -> Result<Self, InvalidRequestError> {
        // Not quoted: people paste connection strings and signed URLs here, which are secrets.
        let wrong =
            |found: Cow<'static, str>| Err(InvalidRequestError::new("endpoint", found, EXPECTED));
        if text.trim().to_ascii_lowercase().starts_with("endpoint=") {
            return wrong("is a connection string".into());
        }
        let url = match Url::parse(text.trim()) {
            Ok(url) => url,
            Err(error) => return wrong(format!("is not a URL ({error})").into()),
        };
        match url.scheme() {
            "https" => {}
            "http" if plain_http || is_loopback(&url) => {}
            "http" => {
                return Err(InvalidRequestError::new(
                    "endpoint",
                    "is plain http, which sends the token unencrypted",
                    "use https, or allow it with `dangerously_allow_plain_http`",
                ));
            }
            other => {
                return wrong(format!("has the scheme `{}`", one_line(other, 20)).into());
            }
        }
        if url.host_str().is_none_or(str::is_empty) {
            return wrong("has no host".into());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return wrong("contains a user name or a password".into());
        }
        if url.query().is_some() || url.fragment().is_some() {
            return wrong("has a query or a fragment".into());
        }
        let base = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self {
            url: Url::parse(&base).unwrap_or(url),
            base,
        })
    }
}

impl Endpoint {
    /// The URL of a percent-encoded path below the endpoint.
    pub fn url_of(&self, path: &str) -> Url {
        // Parsing the endpoint again costs more than the rest of the request.
        let mut url = self.url.clone();
        match self.url.path() {
            "/" => url.set_path(path),
            stem => url.set_path(&format!("{stem}{path}")),
        }
        url
    }
}

const EXPECTED: &str = "give the resource's URL, such as `https://contoso.communication.azure.com`";

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> Result<String, String> {
        let endpoint = Endpoint::parse(text, false);
        endpoint
            .map(|endpoint| {
                assert_eq!(endpoint.url.as_str().trim_end_matches('/'), endpoint.base);
                assert!(!endpoint.url.path().ends_with("//"));
                endpoint.base
            })
            .map_err(|error| error.to_string())
    }

    #[test]
    fn takes_an_address_with_or_without_stem_and_slash() {
        for (text, expected) in [
            (
                "https://contoso.communication.azure.com",
                "https://contoso.communication.azure.com",
            ),
            (
                "https://contoso.communication.azure.com/",
                "https://contoso.communication.azure.com",
            ),
            (
                "https://gateway.example/acs/chat/",
                "https://gateway.example/acs/chat",
            ),
            (
                "https://gateway.example/acs//",
                "https://gateway.example/acs",
            ),
            (
                " https://gateway.example:8443/acs ",
                "https://gateway.example:8443/acs",
            ),
            ("http://127.0.0.1:9000/", "http://127.0.0.1:9000"),
            ("http://[::1]:9000", "http://[::1]:9000"),
            ("http://localhost:9000/stem", "http://localhost:9000/stem"),
        ] {
            assert_eq!(base(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn refuses_what_a_token_must_not_go_to() {
        for (text, reason) in [
            ("", "not a URL"),
            ("contoso.communication.azure.com", "not a URL"),
            ("http://contoso.communication.azure.com", "plain http"),
            ("http://127.0.0.1.example.com", "plain http"),
            ("http://localhost.example.com", "plain http"),
            ("ftp://contoso.communication.azure.com", "scheme"),
            (
                "https://user:pass@contoso.communication.azure.com",
                "user name",
            ),
            ("https://contoso.communication.azure.com/?a=b", "query"),
            ("https://contoso.communication.azure.com/#x", "fragment"),
            (
                "endpoint=https://contoso.communication.azure.com/;accesskey=c2VjcmV0",
                "connection string",
            ),
        ] {
            let said = base(text).expect_err(text);
            assert!(said.contains(reason), "{text}: {said}");
            assert!(
                !said.contains("pass@") && !said.contains("c2VjcmV0"),
                "{said}"
            );
        }
    }

    #[test]
    fn plain_http_needs_to_be_allowed_by_name() {
        let text = "http://10.0.0.5:8080/chat";
        assert!(Endpoint::parse(text, false).is_err());
        let endpoint = Endpoint::parse(text, true).expect("allowed");
        assert_eq!(endpoint.base, "http://10.0.0.5:8080/chat");
    }
}
