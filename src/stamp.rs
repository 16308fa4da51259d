//! The request of one attempt: what its operation puts into it, and what every request carries.

use http::{
    HeaderName, HeaderValue,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};
use reqwest::Request;

use crate::draft::Draft;

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const RETURN_CLIENT_REQUEST_ID: HeaderName =
    HeaderName::from_static("x-ms-return-client-request-id");

/// How many headers a request has at the most beside those that its operation takes, `Host` among them: room that is
/// made at once is not made again while they come in.
const COMMON: usize = 7;

/// Makes the request of an attempt, which carries the call's id and the token of this attempt.
pub(crate) fn stamp(draft: &Draft, id: &HeaderValue, bearer: &HeaderValue) -> Request {
    let call = &draft.call;
    let mut request = Request::new(draft.method.clone(), draft.url.clone());
    let headers = request.headers_mut();
    headers.clone_from(&draft.headers);
    headers.reserve(COMMON);
    if let Some(accept) = &call.operation.accept {
        headers.insert(ACCEPT, accept.clone());
    }
    if draft.body.is_some()
        && let Some(media_type) = call.media_type()
    {
        headers.insert(CONTENT_TYPE, media_type.clone());
    }
    if let Some(agent) = &call.shared().user_agent {
        headers.insert(USER_AGENT, agent.clone());
    }
    headers.insert(CLIENT_REQUEST_ID, id.clone());
    headers.insert(RETURN_CLIENT_REQUEST_ID, HeaderValue::from_static("true"));
    headers.insert(AUTHORIZATION, bearer.clone());
    *request.body_mut() = draft.body.clone().map(Into::into);
    request
}
