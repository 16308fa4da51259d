//! The routes: those of the document and the emulator's own.

use super::response::{self, add_common_headers};
use super::{control, handler};
use crate::error::ApiError;
use crate::operations;
use crate::service::Service;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use std::sync::Arc;

/// Returns a router with a route for each operation of the document.
pub(crate) fn router(service: &Arc<Service>) -> Result<Router, String> {
    // The document has paths such as `:add`, which axum takes for its old parameter syntax otherwise.
    let mut router = control::router(service).without_v07_checks();
    for operation in &service.contract.operations {
        let perform = operations::handler(&operation.id)
            .ok_or_else(|| format!("{} is not implemented", operation.id))?;
        let method =
            MethodFilter::try_from(operation.method.clone()).map_err(|error| error.to_string())?;
        let (service, this) = (Arc::clone(service), Arc::clone(operation));
        let handler = on(method, async move |path, request| {
            handler::handle(&service, &this, perform, path, request).await
        });
        router = router.route(&operation.path, handler);
    }
    let (not_found, not_allowed) = (Arc::clone(service), Arc::clone(service));
    let router = router.fallback(async move |request: Request| {
        let message = format!("The API has no path {}.", request.uri().path());
        error_response(&not_found, request.headers(), &ApiError::not_found(message))
    });
    Ok(
        router.method_not_allowed_fallback(async move |request: Request| {
            let message = format!(
                "The API has no {} of {}.",
                request.method(),
                request.uri().path()
            );
            error_response(
                &not_allowed,
                request.headers(),
                &ApiError::new(405, message),
            )
        }),
    )
}

fn error_response(service: &Service, headers: &HeaderMap, error: &ApiError) -> Response {
    let mut response = response::error(service.error_shape, error);
    add_common_headers(service, headers, &mut response);
    response
}
