//! A request to an operation, from its first byte to its response.

use super::fault::{Injected, apply, replacement};
use super::response::{self, add_common_headers, empty, header_text, json, origin, set_header};
use crate::contract::Operation;
use crate::error::ApiError;
use crate::faults::Fault;
use crate::log::log;
use crate::operations::{self, Handler};
use crate::service::Service;
use crate::{limits, token};
use axum::extract::{RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use http_body_util::{BodyExt, Limited};
use std::collections::BTreeMap;
use std::time::Instant;

/// Responds to a request, and applies its fault if there is one.
pub(super) async fn handle<E>(
    service: &Service,
    operation: &Operation,
    handler: Option<Handler>,
    path: Result<RawPathParams, E>,
    request: Request,
) -> Response {
    let started = Instant::now();
    let (head, body) = request.into_parts();
    // The whole request is read first, so that a fault closes the connection instead of resetting it.
    let body = Limited::new(body, limits::BODY_BYTES).collect();
    let body = tokio::time::timeout(service.read_timeout, body).await;
    let fault = service.faults().next(&operation.id);
    let mut response = Response::default();
    if fault.as_ref().is_none_or(|fault| fault.is_processed()) {
        let result = match (path, body) {
            (Ok(path), Ok(Ok(body))) => {
                process(
                    service,
                    operation,
                    handler,
                    &head,
                    &path,
                    &body.to_bytes(),
                    fault.as_ref(),
                )
                .await
            }
            (Err(_), _) => Err(ApiError::bad_request("The path must be UTF-8.")),
            (_, Err(_)) => Err(ApiError::new(408, "The body took too long.")),
            (_, Ok(Err(_))) => Err(ApiError::new(
                413,
                format!("A body must have at most {} bytes.", limits::BODY_BYTES),
            )),
        };
        response = render(service, operation, &head.headers, result);
    }
    if let Some(fault) = &fault {
        response = match replacement(fault, service) {
            Some(response) => response,
            None => apply(fault, response).await,
        };
        response
            .extensions_mut()
            .insert(Injected(fault.to_string()));
    }
    add_common_headers(service, &head.headers, &mut response);
    set_header(
        &mut response,
        "x-processing-time",
        format!("{}ms", started.elapsed().as_millis()),
    );
    response
}

/// Authenticates and validates a request, and performs its operation.
async fn process(
    service: &Service,
    operation: &Operation,
    handler: Option<Handler>,
    head: &Parts,
    path: &RawPathParams,
    body: &[u8],
    fault: Option<&Fault>,
) -> Result<operations::Response, ApiError> {
    let now = service.now();
    let user = token::authenticate(
        header_text(&head.headers, header::AUTHORIZATION.as_str()),
        now,
    )?;
    let path: BTreeMap<String, String> = path
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let valid = operation.validate(
        service.contract,
        path,
        head.uri.query(),
        &head.headers,
        body,
    )?;
    let handler = handler.ok_or_else(|| {
        let message = format!("The emulator does not implement {}.", operation.id);
        ApiError::new(501, message)
    })?;
    let request = operations::Request {
        user,
        empty_page: matches!(fault, Some(Fault::EmptyPage)),
        max_page_size: service.max_page_size,
        path_parameters: valid.path,
        query: valid.query,
        body: valid.body,
        path_template: &operation.path,
        api_version: &service.contract.version,
        origin: origin(service, &head.headers),
        repeatability_id: header_text(&head.headers, "repeatability-request-id").map(str::to_owned),
    };
    let (response, durability) = service.state().transact(now, &request.user, |transaction| {
        handler(&request, transaction)
    });
    // Reads wait too: no response shows what a kill could still undo.
    if let Some(durability) = durability
        && !durability.wait().await
    {
        return Err(ApiError::new(
            503,
            "The emulator's state file cannot be written.",
        ));
    }
    response
}

fn render(
    service: &Service,
    operation: &Operation,
    headers: &HeaderMap,
    result: Result<operations::Response, ApiError>,
) -> Response {
    let (status, body, location) = match &result {
        Ok(response) => (
            response.status,
            response.body.clone(),
            response.location.as_ref(),
        ),
        Err(error) => (error.status, Some(error.documented_body()), None),
    };
    if cfg!(debug_assertions)
        && let Some(error) = operation.response_error(status, body.as_ref())
    {
        log(format_args!(
            "the response does not match the document: {error}"
        ));
        let message = format!("The emulator's response does not match the document: {error}");
        return json(500, &ApiError::new(500, message).documented_body());
    }
    if let Err(error) = &result {
        return response::error(service.error_shape, error);
    }
    let mut response = body.map_or_else(|| empty(status), |body| json(status, &body));
    if let Some(location) = location {
        let origin = origin(service, headers);
        set_header(&mut response, "location", format!("{origin}{location}"));
    }
    response
}
