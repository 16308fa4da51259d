//! The emulator's own endpoints, beside the API: `/_emulator/faults` and `/_emulator/snapshot`.

use super::response::{empty, json};
use crate::error::ApiError;
use crate::faults::{FaultError, Rule, parse_rules};
use crate::service::Service;
use crate::snapshot::Snapshot;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde_json::json;
use std::sync::Arc;

/// `faults`: GET returns the rules, PUT replaces them, POST adds rules, DELETE clears them. `snapshot`: GET only.
pub(crate) fn router(service: &Arc<Service>) -> Router {
    let [read, put, post, delete, snapshot] = [(); 5].map(|()| Arc::clone(service));
    Router::new()
        .route(
            "/_emulator/faults",
            get(async move || json(200, &json!(read.faults().rules())))
                .put(async move |body: String| {
                    change(&body, |rules| put.faults().replace(put.contract, rules))
                })
                .post(async move |body: String| {
                    change(&body, |rules| post.faults().add(post.contract, rules))
                })
                .delete(async move || {
                    delete.faults().clear();
                    empty(204)
                }),
        )
        .route(
            "/_emulator/snapshot",
            get(async move || json(200, &json!(Snapshot::new(&snapshot)))),
        )
}

fn change(body: &str, apply: impl FnOnce(Vec<Rule>) -> Result<(), FaultError>) -> Response {
    match parse_rules(body).and_then(apply) {
        Ok(()) => empty(204),
        Err(error) => json(
            400,
            &ApiError::bad_request(error.to_string()).documented_body(),
        ),
    }
}
