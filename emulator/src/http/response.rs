//! Responses and their headers.

use crate::error::{ApiError, ErrorShape};
use crate::service::Service;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, uri::Authority};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde_json::Value;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;
use uuid::Uuid;

/// Versions that the live service supports beside the emulator's.
const OLDER_VERSIONS: &str = "2021-03-07, 2021-09-07, 2023-11-07, 2024-03-07";

/// A response with a JSON body.
pub(crate) fn json(status: u16, body: &Value) -> Response {
    let mut response = empty(status);
    *response.body_mut() = Body::from(body.to_string());
    set_header(
        &mut response,
        "content-type",
        "application/json; charset=utf-8".to_owned(),
    );
    response
}

/// An error of the emulator's own endpoints.
pub(crate) fn error_json(error: &ApiError) -> Response {
    json(error.status, &error.documented_body())
}

/// An error response in the shape of choice.
pub(super) fn error(shape: ErrorShape, error: &ApiError) -> Response {
    match shape {
        ErrorShape::Documented => error_json(error),
        ErrorShape::Live => error.live_body().map_or_else(
            || empty(error.status),
            |body| live_json(error.status, &body),
        ),
    }
}

/// A JSON body as in the live service's errors: indented, and without a charset.
fn live_json(status: u16, body: &Value) -> Response {
    let mut response = empty(status);
    *response.body_mut() = Body::from(format!("{body:#}"));
    set_header(&mut response, "content-type", "application/json".to_owned());
    response
}

/// A response without a body.
pub(crate) fn empty(status: u16) -> Response {
    let mut response = Response::default();
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
}

/// Sets a header; skipped if the value is not a valid one.
pub(crate) fn set_header(response: &mut Response, name: &'static str, value: String) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response
            .headers_mut()
            .insert(HeaderName::from_static(name), value);
    }
}

/// A request header, if it is visible ASCII.
pub(crate) fn header_text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Adds the headers of every response. `request` is the request's headers.
pub(super) fn add_common_headers(service: &Service, request: &HeaderMap, response: &mut Response) {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let seed = format!("{} {number} {:?}", service.url, SystemTime::now());
    let vector = Uuid::new_v5(&Uuid::nil(), seed.as_bytes());
    set_header(
        response,
        "ms-cv",
        format!("{}.0", STANDARD_NO_PAD.encode(vector.as_bytes())),
    );
    // The server's own would be the system's clock, which the emulator's may be ahead of.
    set_header(response, "date", service.now().http_date());
    set_header(
        response,
        "api-supported-versions",
        format!("{OLDER_VERSIONS}, {}", service.contract.version),
    );
    let wanted = header_text(request, "x-ms-return-client-request-id")
        .is_some_and(|text| text.eq_ignore_ascii_case("true"));
    if let (true, Some(id)) = (wanted, request.get("x-ms-client-request-id")) {
        response
            .headers_mut()
            .insert("x-ms-client-request-id", id.clone());
    }
}

/// Scheme, host and port of the request's URL, for links in the response. The scheme is https if a proxy says so in
/// `X-Forwarded-Proto`, since some clients follow no other link.
pub(super) fn origin(service: &Service, request: &HeaderMap) -> String {
    let host =
        header_text(request, header::HOST.as_str()).and_then(|host| host.parse::<Authority>().ok());
    let scheme = match header_text(request, "x-forwarded-proto") {
        Some("https") => "https",
        _ => "http",
    };
    host.map_or_else(|| service.url.clone(), |host| format!("{scheme}://{host}"))
}
