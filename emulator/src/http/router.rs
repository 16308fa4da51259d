//! The routes: those of the document and the emulator's own.

use super::response::{self, add_common_headers};
use super::{control, cors, handler};
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
        let perform = operations::handler(&operation.id);
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
    Ok(cors::allow(router.method_not_allowed_fallback(
        async move |request: Request| {
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
        },
    )))
}

fn error_response(service: &Service, headers: &HeaderMap, error: &ApiError) -> Response {
    let mut response = response::error(service.error_shape, error);
    add_common_headers(service, headers, &mut response);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::parse_contract;
    use crate::error::ErrorShape;
    use crate::service::Options;
    use crate::state::{State, Store};
    use crate::token::token_until;
    use axum::body::Body;
    use http_body_util::BodyExt;
    use std::time::Duration;
    use tower_service::Service as _;

    #[tokio::test]
    async fn an_operation_without_a_handler_is_not_implemented() {
        let document = r#"{
            "openapi": "3.0.3", "info": { "version": "1" },
            "paths": { "/chat/reactions": { "get": {
                "operationId": "Chat_ListReactions",
                "responses": { "200": { "description": "OK" }, "default": {
                    "description": "Error",
                    "content": { "application/json": { "schema": { "type": "object" } } }
                } }
            } } }
        }"#;
        let contract = Box::leak(Box::new(parse_contract(document).unwrap()));
        let options = Options {
            error_shape: ErrorShape::Documented,
            ..Options::default()
        };
        let state = State {
            store: Store::default(),
            journal: None,
            observers: Vec::new(),
        };
        let service = Arc::new(Service::new(contract, "http://test".into(), options, state));
        let token = token_until("alice", service.now().plus(Duration::from_secs(60)));
        let request = Request::get("/chat/reactions")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::empty())
            .unwrap();
        let response = router(&service).unwrap().call(request).await.unwrap();
        assert_eq!(response.status(), 501);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body);
        assert!(
            body.contains("does not implement Chat_ListReactions"),
            "{body}"
        );
    }
}
