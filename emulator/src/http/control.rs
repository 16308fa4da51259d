//! The emulator's own endpoints, beside the API: `/_emulator/faults` and `/_emulator/snapshot`.

use super::origin::guard;
use super::response::{empty, error_json, json};
use crate::error::ApiError;
use crate::faults::{FaultError, Rule, parse_rules};
use crate::service::Service;
use crate::snapshot::Snapshot;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;
use std::sync::Arc;

/// `faults`: GET returns the rules, PUT replaces them, POST adds rules, DELETE clears them. `faults/lift`: POST removes the rules in the
/// body. `snapshot`: GET only.
/// Pages of other origins are refused.
pub(crate) fn router(service: &Arc<Service>) -> Router {
    let [read, put, add, delete, lift, snapshot] = [(); 6].map(|()| Arc::clone(service));
    let router = Router::new()
        .route(
            "/_emulator/faults",
            get(async move || json(200, &json!(read.faults().rules())))
                .put(async move |body: String| {
                    change(&body, |rules| put.faults().replace(put.contract, rules))
                })
                .post(async move |body: String| {
                    change(&body, |rules| add.faults().add(add.contract, rules))
                })
                .delete(async move || {
                    delete.faults().clear();
                    empty(204)
                }),
        )
        .route(
            "/_emulator/faults/lift",
            post(async move |body: String| {
                change(&body, |rules| {
                    lift.faults().lift(&rules);
                    Ok(())
                })
            }),
        )
        .route(
            "/_emulator/snapshot",
            get(async move || json(200, &json!(Snapshot::new(&snapshot)))),
        );
    guard(router, service)
}

fn change(body: &str, apply: impl FnOnce(Vec<Rule>) -> Result<(), FaultError>) -> Response {
    match parse_rules(body).and_then(apply) {
        Ok(()) => empty(204),
        Err(error) => error_json(&ApiError::bad_request(error.to_string())),
    }
}
