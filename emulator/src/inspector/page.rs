//! The page and its files, embedded.

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse as _;
use axum::routing::get;

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// The path, the media type and the text of a file.
type File = (&'static str, &'static str, &'static str);

/// A module of the page.
macro_rules! module {
    ($name:literal) => {
        (
            concat!("/_emulator/inspector/", $name),
            JAVASCRIPT,
            include_str!(concat!("../../inspector/", $name)),
        )
    };
}

const FILES: [File; 15] = [
    ("/", HTML, include_str!("../../inspector/index.html")),
    (
        "/_emulator/inspector/style.css",
        CSS,
        include_str!("../../inspector/style.css"),
    ),
    module!("api.js"),
    module!("dom.js"),
    module!("faults.js"),
    module!("main.js"),
    module!("message.js"),
    module!("people.js"),
    module!("requests.js"),
    module!("stream.js"),
    module!("thread.js"),
    module!("threads.js"),
    module!("time.js"),
    module!("user.js"),
    module!("window.js"),
];

/// Nothing but the page's own files and endpoints: no inline script, no other origin, no frame around it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A route for each file.
pub(super) fn router() -> Router {
    FILES
        .into_iter()
        .fold(Router::new(), |router, (path, media_type, text)| {
            let headers = [
                (CONTENT_TYPE, media_type),
                (CONTENT_SECURITY_POLICY, POLICY),
                (CACHE_CONTROL, "no-cache"),
            ];
            router.route(path, get(async move || (headers, text).into_response()))
        })
}
