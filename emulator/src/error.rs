//! Errors of the API.

use serde_json::{Value, json};

/// The shape of error bodies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorShape {
    /// As recorded from the live service: `{"CommunicationError":{"Code":…,"Message":…,"Details":[]}}`, sometimes without
    /// `Message`, and no body for a 401.
    #[default]
    Live,
    /// As in the OpenAPI document: `{"error":{"code":…,"message":…}}`.
    Documented,
}

/// An error response: the status, and the `code` and `message` of its body.
#[derive(Debug)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// Whether the live service sends a message here.
    live_message: bool,
}

impl ApiError {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        Self {
            status,
            code: code(status),
            message: message.into(),
            live_message: true,
        }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    pub(crate) fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(401, message)
    }

    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, message)
    }

    /// Marks an error for which recorded responses have no `Message`.
    pub(crate) fn without_live_message(mut self) -> Self {
        self.live_message = false;
        self
    }

    /// The body in the documented shape, `CommunicationErrorResponse`.
    pub(crate) fn documented_body(&self) -> Value {
        json!({ "error": { "code": self.code, "message": self.message } })
    }

    /// The body in the live service's shape.
    pub(crate) fn live_body(&self) -> Option<Value> {
        if self.status == 401 {
            return None;
        }
        let mut error = json!({ "Code": self.code });
        if self.live_message {
            error["Message"] = self.message.as_str().into();
        }
        error["Details"] = json!([]);
        Some(json!({ "CommunicationError": error }))
    }
}

/// The error code of a status.
pub(crate) fn code(status: u16) -> &'static str {
    match status {
        400 => "BadRequest",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        408 => "RequestTimeout",
        413 => "RequestTooLarge",
        415 => "UnsupportedMediaType",
        429 => "TooManyRequests",
        501 => "NotImplemented",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        _ if status < 500 => "BadRequest",
        _ => "InternalServerError",
    }
}
