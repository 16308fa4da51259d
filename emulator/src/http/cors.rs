//! Which pages in a browser may use the API: those of this machine. The live service lets all.

use super::origin::is_loopback_name;
use super::response::{empty, header_text, set_header};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{ACCESS_CONTROL_REQUEST_METHOD, ORIGIN};
use axum::http::{Method, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::Response;

/// What the official client sends from a browser.
const HEADERS: &str =
    "authorization, content-type, repeatability-request-id, x-ms-client-request-id, x-ms-useragent";

/// What the live service exposes.
const EXPOSED: &str = "Location";

/// Answers the preflights of pages on loopback, and lets these pages read the responses of the API.
pub(super) fn allow(router: Router) -> Router {
    router.layer(from_fn(async |request: Request, next: Next| {
        let is_own = request.uri().path().starts_with("/_emulator/");
        let origin = header_text(request.headers(), ORIGIN.as_str());
        let origin = origin.filter(|origin| !is_own && is_local(origin));
        let Some(origin) = origin.map(str::to_owned) else {
            return next.run(request).await;
        };
        let asked = header_text(request.headers(), ACCESS_CONTROL_REQUEST_METHOD.as_str());
        let asked = asked.filter(|_| request.method() == Method::OPTIONS);
        let mut response: Response = if let Some(method) = asked.map(str::to_owned) {
            let mut response = empty(204);
            set_header(&mut response, "access-control-allow-methods", method);
            set_header(
                &mut response,
                "access-control-allow-headers",
                HEADERS.to_owned(),
            );
            response
        } else {
            let mut response = next.run(request).await;
            set_header(
                &mut response,
                "access-control-expose-headers",
                EXPOSED.to_owned(),
            );
            response
        };
        set_header(&mut response, "access-control-allow-origin", origin);
        set_header(&mut response, "vary", "origin".to_owned());
        response
    }))
}

/// Whether an origin is on loopback, at any port.
fn is_local(origin: &str) -> bool {
    let uri = origin.parse::<Uri>().ok();
    let host = uri.as_ref().and_then(Uri::host);
    host.is_some_and(is_loopback_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::HeaderMap;
    use axum::routing::get;
    use tower_service::Service as _;

    async fn answer(method: Method, path: &str, origin: &str, asked: bool) -> (u16, HeaderMap) {
        let route = async || empty(200);
        let router = Router::new()
            .route("/chat/threads", get(route))
            .route("/_emulator/faults", get(route));
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(ORIGIN, origin);
        if asked {
            request = request.header(ACCESS_CONTROL_REQUEST_METHOD, "GET");
        }
        let request = request.body(Body::empty()).unwrap();
        let response = allow(router).call(request).await.unwrap();
        (response.status().as_u16(), response.headers().clone())
    }

    #[tokio::test]
    async fn pages_on_loopback_may_use_the_api() {
        for origin in [
            "http://localhost",
            "https://localhost:3000",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
        ] {
            let (status, headers) = answer(Method::OPTIONS, "/chat/threads", origin, true).await;
            assert_eq!(status, 204);
            assert_eq!(headers["access-control-allow-origin"], origin);
            assert_eq!(headers["access-control-allow-methods"], "GET");
            assert_eq!(headers["access-control-allow-headers"], HEADERS);
            let (status, headers) = answer(Method::GET, "/chat/threads", origin, false).await;
            assert_eq!(status, 200);
            assert_eq!(headers["access-control-allow-origin"], origin);
            assert_eq!(headers["access-control-expose-headers"], EXPOSED);
            assert_eq!(headers["vary"], "origin");
        }
    }

    #[tokio::test]
    async fn other_pages_and_the_emulators_own_endpoints_are_left_alone() {
        for (path, origin) in [
            ("/chat/threads", "http://example.com"),
            ("/chat/threads", "http://localhost.example.com"),
            ("/chat/threads", "null"),
            ("/chat/threads", ""),
            ("/_emulator/faults", "http://localhost:3000"),
        ] {
            for (method, asked, expected) in
                [(Method::OPTIONS, true, 405), (Method::GET, false, 200)]
            {
                let (status, headers) = answer(method, path, origin, asked).await;
                assert_eq!(status, expected, "{path} of {origin}");
                let allows = |name: &str| name.starts_with("access-control");
                assert!(
                    !headers.keys().any(|name| allows(name.as_str())),
                    "{origin}"
                );
            }
        }
    }
}
