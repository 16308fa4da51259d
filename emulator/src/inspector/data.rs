//! What the page reads, in JSON.

use super::event_log::EventLog;
use super::view::{self, Place};
use crate::error::ApiError;
use crate::http::{error_json, json, set_header};
use crate::identity::user_id;
use crate::service::Service;
use crate::token::token_until;
use axum::Router;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// The lifetime of the tokens that the page posts with.
const TOKEN_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// `overview`: the operations, the threads, the latest requests. `threads/{id}`: a thread with its latest messages.
/// `threads/{id}/messages?before=ID` or `?after=ID`: a page of messages. `user?name=NAME`: a user's id and token.
pub(super) fn router(service: &Arc<Service>, log: &Arc<EventLog>) -> Router {
    let [all, one, page, named] = [(); 4].map(|()| Arc::clone(service));
    let log = Arc::clone(log);
    Router::new()
        .route(
            "/_emulator/inspector/overview",
            get(async move || found(overview(&all, &log))),
        )
        .route(
            "/_emulator/inspector/threads/{id}",
            get(async move |Path(id): Path<String>| found(thread(&one, &id))),
        )
        .route(
            "/_emulator/inspector/threads/{id}/messages",
            get(async move |Path(id): Path<String>, RawQuery(query)| {
                found(messages(&page, &id, query.as_deref()))
            }),
        )
        .route(
            "/_emulator/inspector/user",
            get(async move |RawQuery(query)| found(user(&named, query.as_deref()))),
        )
}

fn found(result: Result<Value, ApiError>) -> Response {
    let mut response = match result {
        Ok(value) => json(200, &value),
        Err(error) => error_json(&error),
    };
    set_header(&mut response, "cache-control", "no-store".to_owned());
    response
}

fn overview(service: &Service, log: &EventLog) -> Result<Value, ApiError> {
    let now = service.now();
    let state = service.state();
    let threads: Vec<Value> = state
        .store
        .threads
        .values()
        .map(|thread| view::summary(thread, now))
        .collect();
    drop(state);
    let requests: Vec<Value> = log
        .requests()
        .iter()
        .filter_map(|entry| serde_json::from_str(entry).ok())
        .collect();
    let operations: Vec<&str> = service
        .contract
        .operations
        .iter()
        .map(|operation| operation.id.as_str())
        .collect();
    Ok(json!({
        "apiVersion": service.contract.version,
        "operations": operations,
        "threads": threads,
        "requests": requests,
    }))
}

fn thread(service: &Service, id: &str) -> Result<Value, ApiError> {
    let now = service.now();
    let state = service.state();
    let thread = state.store.threads.get(id).ok_or_else(unknown_thread)?;
    let mut shown = view::thread(thread, now);
    shown["page"] = view::messages(thread, Place::End);
    Ok(shown)
}

fn messages(service: &Service, id: &str, query: Option<&str>) -> Result<Value, ApiError> {
    let number = |name| parameter(query, name).and_then(|id| id.parse().ok());
    let place = match (number("before"), number("after")) {
        (Some(id), None) => Place::Before(id),
        (None, Some(id)) => Place::After(id),
        _ => {
            return Err(ApiError::bad_request(
                "Messages are listed before=ID or after=ID.",
            ));
        }
    };
    let state = service.state();
    let thread = state.store.threads.get(id).ok_or_else(unknown_thread)?;
    Ok(view::messages(thread, place))
}

fn user(service: &Service, query: Option<&str>) -> Result<Value, ApiError> {
    let name = parameter(query, "name").filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| ApiError::bad_request("A user needs a name."))?;
    let token = token_until(&name, service.now().plus(TOKEN_LIFETIME));
    Ok(json!({ "name": name, "id": user_id(&name), "token": token }))
}

fn unknown_thread() -> ApiError {
    ApiError::not_found("The emulator has no such thread.")
}

fn parameter(query: Option<&str>, name: &str) -> Option<String> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}
