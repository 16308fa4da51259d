//! One request to an operation, from its first byte to its response.

use super::fault::{instead, spoil};
use super::response::{add_common_headers, empty, json, origin, set, text};
use crate::contract::Operation;
use crate::operations::{Action, Call, Reply};
use crate::refusal::Refusal;
use crate::service::Service;
use crate::{limits, token};
use axum::extract::{RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use http_body_util::{BodyExt, Limited};
use std::collections::BTreeMap;
use std::time::Instant;

/// Responds to a request, through whatever fault it meets.
pub(super) async fn handle<E>(
    service: &Service,
    operation: &Operation,
    action: Action,
    path: Result<RawPathParams, E>,
    request: Request,
) -> Response {
    let started = Instant::now();
    let (head, body) = request.into_parts();
    // The whole request is read before anything else, so that a connection closed on purpose is closed, not reset.
    let body = Limited::new(body, limits::BODY).collect().await;
    let fault = service.faults().next(&operation.id);
    let mut response = Response::default();
    if fault.as_ref().is_none_or(|fault| fault.acts()) {
        let result = match (path, body) {
            (Ok(path), Ok(body)) => {
                call(service, operation, action, &head, &path, &body.to_bytes()).await
            }
            (Err(_), _) => Err(Refusal::bad_request("The path is not UTF-8.")),
            (_, Err(_)) => Err(Refusal::new(
                413,
                format!("A body has at most {} bytes.", limits::BODY),
            )),
        };
        response = render(service, operation, &head.headers, result);
    }
    if let Some(fault) = &fault {
        response = match instead(fault, service.now()) {
            Some(other) => other,
            None => spoil(fault, response).await,
        };
    }
    add_common_headers(service, &head.headers, &mut response);
    set(
        &mut response,
        "x-processing-time",
        format!("{}ms", started.elapsed().as_millis()),
    );
    response
}

/// Authenticates and checks a request, and carries its operation out.
async fn call(
    service: &Service,
    operation: &Operation,
    action: Action,
    head: &Parts,
    path: &RawPathParams,
    body: &[u8],
) -> Result<Reply, Refusal> {
    let now = service.now();
    let user = token::authenticate(text(&head.headers, header::AUTHORIZATION.as_str()), now)?;
    let path: BTreeMap<String, String> = path
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let arguments = operation.check(
        service.contract,
        path,
        head.uri.query(),
        &head.headers,
        body,
    )?;
    let call = Call {
        user,
        arguments,
        path: &operation.path,
        api_version: &service.contract.version,
        origin: origin(service, &head.headers),
        repeatability_id: text(&head.headers, "repeatability-request-id").map(str::to_owned),
    };
    let (reply, durability) = service
        .state()
        .transact(now, |transaction| action(&call, transaction));
    // Reads wait as well: nobody is told what a kill could still undo.
    if let Some(durability) = durability
        && !durability.wait().await
    {
        return Err(Refusal::new(
            503,
            "The emulator's state file cannot be written.",
        ));
    }
    reply
}

fn render(
    service: &Service,
    operation: &Operation,
    headers: &HeaderMap,
    result: Result<Reply, Refusal>,
) -> Response {
    let (status, body, location) = match &result {
        Ok(reply) => (reply.status, reply.body.clone(), reply.location.as_ref()),
        Err(refusal) => (refusal.status, Some(refusal.body()), None),
    };
    if cfg!(debug_assertions)
        && let Some(mismatch) = operation.mismatch(status, body.as_ref())
    {
        eprintln!("acs-chat-emulator: an answer of its own is not as documented: {mismatch}");
        let message = format!("The emulator's answer is not as documented: {mismatch}");
        return json(500, &Refusal::new(500, message).body());
    }
    let mut response = body.map_or_else(|| empty(status), |body| json(status, &body));
    if let Some(location) = location {
        let origin = origin(service, headers);
        set(&mut response, "location", format!("{origin}{location}"));
    }
    response
}
