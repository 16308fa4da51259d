//! The routes: those of the document, and the emulator's own.

use super::response::{add_common_headers, json};
use super::{control, handler};
use crate::operations::action;
use crate::refusal::Refusal;
use crate::service::Service;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use std::sync::Arc;

/// A router with a route for each operation of the document.
pub(crate) fn router(service: &Arc<Service>) -> Result<Router, String> {
    // The document has paths such as `:add`, which axum would take for its syntax of old.
    let mut router = control::router(service).without_v07_checks();
    for operation in &service.contract.operations {
        let action =
            action(&operation.id).ok_or_else(|| format!("{} is not carried out", operation.id))?;
        let method =
            MethodFilter::try_from(operation.method.clone()).map_err(|error| error.to_string())?;
        let (service, this) = (Arc::clone(service), Arc::clone(operation));
        let handler = on(method, async move |path, request| {
            handler::handle(&service, &this, action, path, request).await
        });
        router = router.route(&operation.path, handler);
    }
    let (lost, wrong) = (Arc::clone(service), Arc::clone(service));
    let router = router.fallback(async move |request: Request| {
        let message = format!("There is no {} in this API.", request.uri().path());
        refuse(&lost, request.headers(), &Refusal::not_found(message))
    });
    Ok(
        router.method_not_allowed_fallback(async move |request: Request| {
            let message = format!(
                "There is no {} of {} in this API.",
                request.method(),
                request.uri().path()
            );
            refuse(&wrong, request.headers(), &Refusal::new(405, message))
        }),
    )
}

fn refuse(service: &Service, headers: &HeaderMap, refusal: &Refusal) -> Response {
    let mut response = json(refusal.status, &refusal.body());
    add_common_headers(service, headers, &mut response);
    response
}
