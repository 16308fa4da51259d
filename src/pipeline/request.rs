//! A request, from which each attempt makes its own.

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Method,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};
use reqwest::Url;
use uuid::Uuid;

use super::{CallOptions, Operation, Pipeline};
use crate::error::{
    InvalidRequestError,
    text::{QUOTED, one_line},
};

const CLIENT_REQUEST_ID: &str = "x-ms-client-request-id";
const RETURN_CLIENT_REQUEST_ID: HeaderName =
    HeaderName::from_static("x-ms-return-client-request-id");

/// The number of headers that every request has, `Host` and `Authorization` among them: reserved at once, since growing
/// the map later rehashes it.
const COMMON_HEADERS: usize = 7;

/// A request to the endpoint, without the headers that all requests have. Boxed, as a response is.
#[derive(Debug)]
pub(crate) struct Request {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Option<Bytes>,
    /// Why the request cannot be sent.
    pub invalid: Option<Box<InvalidRequestError>>,
}

impl Request {
    /// A request for `url`.
    pub fn new(method: Method, url: Url) -> Box<Self> {
        Box::new(Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: None,
            invalid: None,
        })
    }

    /// Makes the headers that all attempts of a call share.
    ///
    /// Fails if a part of the request is invalid.
    pub fn prepare(
        &mut self,
        operation: &Operation,
        options: &CallOptions,
        client_request_id: &str,
    ) -> Result<SharedHeaders, InvalidRequestError> {
        if let Some(error) = self.invalid.take() {
            return Err(*error);
        }
        let client_request_id = header_value(CLIENT_REQUEST_ID, client_request_id)?;
        if let Some(name) = &operation.repeatability_header
            && !self.headers.contains_key(name)
        {
            let id = Uuid::new_v4().to_string();
            self.headers
                .insert(name, header_value("repeatability-request-id", &id)?);
        }
        let content_type = match (&self.body, options.content_type.as_deref()) {
            (None, _) => None,
            (Some(_), Some(chosen)) => Some(header_value("content-type", chosen)?),
            (Some(_), None) => operation.content_type.clone(),
        };
        Ok(SharedHeaders {
            client_request_id,
            content_type,
        })
    }

    /// The request of one attempt, with the token as `authorization`.
    pub fn attempt(
        &self,
        pipeline: &Pipeline,
        operation: &Operation,
        shared: &SharedHeaders,
        authorization: &HeaderValue,
    ) -> reqwest::Request {
        let mut request = reqwest::Request::new(self.method.clone(), self.url.clone());
        let headers = request.headers_mut();
        headers.clone_from(&self.headers);
        headers.reserve(COMMON_HEADERS);
        if let Some(accept) = &operation.accept {
            headers.insert(ACCEPT, accept.clone());
        }
        if let Some(content_type) = &shared.content_type {
            headers.insert(CONTENT_TYPE, content_type.clone());
        }
        if let Some(agent) = &pipeline.user_agent {
            headers.insert(USER_AGENT, agent.clone());
        }
        let id = const { HeaderName::from_static(CLIENT_REQUEST_ID) };
        headers.insert(id, shared.client_request_id.clone());
        headers.insert(RETURN_CLIENT_REQUEST_ID, HeaderValue::from_static("true"));
        headers.insert(AUTHORIZATION, authorization.clone());
        *request.body_mut() = self.body.clone().map(Into::into);
        request
    }
}

/// The headers of a call that are the same on all its attempts.
pub(crate) struct SharedHeaders {
    client_request_id: HeaderValue,
    content_type: Option<HeaderValue>,
}

/// A header's value, or an error that quotes it. Whitespace at its ends would not arrive, and a blank value neither.
pub(crate) fn header_value(
    name: &'static str,
    value: &str,
) -> Result<HeaderValue, InvalidRequestError> {
    let is_valid = !value.is_empty()
        && !value.starts_with(' ')
        && !value.ends_with(' ')
        && value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let parsed = if is_valid {
        HeaderValue::from_str(value).ok()
    } else {
        None
    };
    parsed.ok_or_else(|| {
        let found = format!("is not a valid header value: {:?}", one_line(value, QUOTED));
        let expected = "give visible ASCII characters, without spaces at the ends";
        InvalidRequestError::new(name, found, expected)
    })
}
