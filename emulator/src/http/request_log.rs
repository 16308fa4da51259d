//! The log of requests.

use super::fault::Aborted;
use crate::log::log;
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::time::Instant;

/// Logs all requests of a router.
pub(crate) fn log_requests(router: Router) -> Router {
    router.layer(from_fn(respond))
}

async fn respond(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    // The template, since ids are nobody else's business, and "-" for a path that the API does not have.
    let path = path.as_ref().map_or("-", MatchedPath::as_str);
    let millis = started.elapsed().as_millis();
    match response.extensions().get::<Aborted>() {
        Some(Aborted { .. }) => log(format_args!("{method} {path} dropped {millis}ms")),
        None => {
            let status = response.status().as_u16();
            log(format_args!("{method} {path} {status} {millis}ms"));
        }
    }
    response
}
