//! What every request carries beside what its operation puts into it, and what it must not carry.

use http::{
    HeaderName, HeaderValue,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};
use reqwest::Request;

use crate::{
    ChatError,
    call::Call,
    error::{InvalidRequest, one_line},
};

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const RETURN_CLIENT_REQUEST_ID: HeaderName =
    HeaderName::from_static("x-ms-return-client-request-id");

/// The generated code sends the API version as a header too, which the contract does not know.
const API_VERSION: HeaderName = HeaderName::from_static("api-version");

/// Makes a generated request the one that the contract wants; all attempts of the call send it.
pub(crate) fn stamp(call: &Call, request: &mut Request, id: &str) -> Result<(), ChatError> {
    let media_type = call.media_type.as_deref().or(call.operation.media_type);
    // An optional body that the caller left out has been generated as a JSON null, or as no bytes.
    let absent: &[u8] = match media_type {
        Some(media_type) if !media_type.ends_with("json") => b"",
        _ => b"null",
    };
    if request.body().and_then(|body| body.as_bytes()) == Some(absent) {
        *request.body_mut() = None;
    }
    let has_body = request.body().is_some();
    let headers = request.headers_mut();
    headers.remove(API_VERSION);
    match media_type {
        Some(media_type) if has_body => {
            headers.insert(CONTENT_TYPE, value(call, "content-type", media_type)?);
        }
        _ => {
            headers.remove(CONTENT_TYPE);
        }
    }
    if !call.operation.accept.is_empty() {
        headers.insert(ACCEPT, value(call, "accept", call.operation.accept)?);
    }
    if let Some(agent) = &call.shared().user_agent {
        headers.insert(USER_AGENT, agent.clone());
    }
    let id = value(call, "x-ms-client-request-id", id)?;
    headers.insert(CLIENT_REQUEST_ID, id);
    headers.insert(RETURN_CLIENT_REQUEST_ID, HeaderValue::from_static("true"));
    Ok(())
}

fn value(call: &Call, name: &'static str, text: &str) -> Result<HeaderValue, ChatError> {
    HeaderValue::from_str(text).map_err(|error| {
        let found = format!("can't be a header: {:?}", one_line(text, 80));
        let invalid = InvalidRequest::new(name, found, "give visible ASCII characters only");
        call.invalid(invalid.because(error))
    })
}

/// Gives one attempt its token.
pub(crate) fn authorize(request: &mut Request, bearer: &HeaderValue) {
    request.headers_mut().insert(AUTHORIZATION, bearer.clone());
}
