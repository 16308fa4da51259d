//! Which pages in a browser may use the emulator's own endpoints: only those that it serves itself.
//!
//! A page of another site sends its `Origin`. One whose host name has been rebound to loopback sends that name as `Host`.
//! Neither can forge the header, and without CORS headers, which only the API has, neither can read a response to a
//! request without `Origin`.

use super::response::{error_json, header_text, set_header};
use crate::error::ApiError;
use crate::service::Service;
use axum::Router;
use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Refuses requests of other origins to all routes of a router, and forbids browsers to show the responses elsewhere.
pub(crate) fn guard(router: Router, service: &Arc<Service>) -> Router {
    let service = Arc::clone(service);
    router.layer(from_fn(move |request: Request, next: Next| {
        let refused = check(&service.url, &request).err();
        async move {
            let mut response: Response = match refused {
                Some(message) => error_json(&ApiError::forbidden(message)),
                None => next.run(request).await,
            };
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("cross-origin-resource-policy", "same-origin"),
                ("referrer-policy", "same-origin"),
            ] {
                set_header(&mut response, name, value.to_owned());
            }
            response
        }
    }))
}

/// Checks `Host`, where the emulator listens on loopback, and `Origin`.
fn check(url: &str, request: &Request) -> Result<(), &'static str> {
    let headers = request.headers();
    // HTTP/2 has the host in the URL, HTTP/1.1 in the header.
    let host = match request.uri().authority() {
        Some(authority) => Some(authority.as_str()),
        None => header_text(headers, HOST.as_str()),
    };
    let host = host.ok_or("The Host is missing.")?;
    let address = url
        .strip_prefix("http://")
        .and_then(|address| address.parse::<SocketAddr>().ok());
    if let Some(address) = address.filter(|address| address.ip().is_loopback())
        && !is_loopback(host, address.port())
    {
        return Err("The Host must be localhost or a loopback address, with the emulator's port.");
    }
    let same = |origin: &str| {
        origin
            .strip_prefix("http://")
            .is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    };
    let mut origins = headers.get_all(ORIGIN).iter();
    if origins.all(|origin| origin.to_str().is_ok_and(same)) {
        Ok(())
    } else {
        Err("The Origin must be that of the emulator.")
    }
}

/// Whether a host is `localhost` or a loopback address, with this port.
fn is_loopback(host: &str, port: u16) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    is_loopback_name(authority.host())
        && !host.contains('@')
        && authority.port_u16().unwrap_or(80) == port
}

/// Whether a host, without a port, is `localhost` or a loopback address.
pub(super) fn is_loopback_name(name: &str) -> bool {
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn allowed(url: &str, host: &str, origin: Option<&str>) -> bool {
        let mut request = Request::get("/").header(HOST, host);
        if let Some(origin) = origin {
            request = request.header(ORIGIN, origin);
        }
        check(url, &request.body(Body::empty()).unwrap()).is_ok()
    }

    #[test]
    fn only_names_of_loopback_with_the_port_are_hosts() {
        for (host, is_allowed) in [
            ("127.0.0.1:8080", true),
            ("localhost:8080", true),
            ("LocalHost:8080", true),
            ("[::1]:8080", true),
            ("127.0.0.2:8080", true),
            ("127.0.0.1", false),
            ("127.0.0.1:8081", false),
            ("localhost:http", false),
            ("example.com:8080", false),
            ("localhost.example.com:8080", false),
            ("127.0.0.1.example.com:8080", false),
            ("localhost@example.com:8080", false),
            ("example.com@localhost:8080", false),
            ("192.0.2.1:8080", false),
            ("0.0.0.0:8080", false),
            ("2130706433:8080", false),
            ("", false),
        ] {
            assert_eq!(
                allowed("http://127.0.0.1:8080", host, None),
                is_allowed,
                "{host}"
            );
        }
        assert!(allowed("http://127.0.0.1:80", "localhost", None));
    }

    #[test]
    fn an_origin_must_be_that_of_the_host() {
        for (origin, is_allowed) in [
            ("http://localhost:8080", true),
            ("http://LOCALHOST:8080", true),
            ("http://127.0.0.1:8080", false),
            ("http://localhost:3000", false),
            ("http://localhost", false),
            ("https://localhost:8080", false),
            ("http://example.com", false),
            ("null", false),
            ("", false),
        ] {
            let url = "http://127.0.0.1:8080";
            assert_eq!(
                allowed(url, "localhost:8080", Some(origin)),
                is_allowed,
                "{origin}"
            );
        }
    }

    #[test]
    fn beyond_loopback_any_host_is_allowed_but_no_other_origin() {
        let url = "http://0.0.0.0:8080";
        assert!(allowed(url, "emulator:8080", None));
        assert!(allowed(url, "emulator:8080", Some("http://emulator:8080")));
        assert!(!allowed(url, "emulator:8080", Some("http://example.com")));
    }
}
