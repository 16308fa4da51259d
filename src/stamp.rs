//! What every request carries beside what its operation puts into it, and what it must not carry.

use http::{
    HeaderName, HeaderValue,
    header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};
use reqwest::Request;

use crate::{ChatError, call::Call, error::InvalidRequest};

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const RETURN_CLIENT_REQUEST_ID: HeaderName =
    HeaderName::from_static("x-ms-return-client-request-id");

/// The generated code sends the API version as a header too, which the contract does not know.
const API_VERSION: HeaderName = HeaderName::from_static("api-version");

/// Makes a generated request the one that the contract wants; all attempts of the call send it.
pub(crate) fn stamp(call: &Call, request: &mut Request, id: &str) -> Result<(), ChatError> {
    // An optional body that the caller left out has been generated as a JSON null.
    let absent = request.body().and_then(|body| body.as_bytes()) == Some(b"null");
    if absent {
        *request.body_mut() = None;
    }
    let has_body = request.body().is_some();
    let headers = request.headers_mut();
    headers.remove(API_VERSION);
    match call.operation.media_type {
        Some(media_type) if has_body => {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        _ => {
            headers.remove(CONTENT_TYPE);
        }
    }
    if let Some(agent) = &call.shared().user_agent {
        headers.insert(USER_AGENT, agent.clone());
    }
    let id = HeaderValue::from_str(id).map_err(|error| {
        let found = format!("can't be a header: {:?}", crate::error::one_line(id, 80));
        let invalid = InvalidRequest::new(
            "x-ms-client-request-id",
            found,
            "give visible ASCII characters only",
        );
        call.invalid(invalid.because(error))
    })?;
    headers.insert(CLIENT_REQUEST_ID, id);
    headers.insert(RETURN_CLIENT_REQUEST_ID, HeaderValue::from_static("true"));
    Ok(())
}

/// Gives one attempt its token.
pub(crate) fn authorize(request: &mut Request, bearer: &HeaderValue) {
    request.headers_mut().insert(AUTHORIZATION, bearer.clone());
}
