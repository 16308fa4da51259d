//! A request, from which each attempt makes its own.

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Method,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};
use reqwest::Url;
use uuid::Uuid;

use super::{CallOptions, Operation, Pipeline};
use crate::error::{InvalidRequestError, text::one_line};

const CLIENT_REQUEST_ID: &str = "x-ms-client-request-id";
const RETURN_CLIENT_REQUEST_ID: HeaderName =
    HeaderName::from_static("x-ms-return-client-request-id");

/// The number of headers that every request has, `Host` and `Authorization` among them: reserved at once, since growing
/// the map later rehashes it.
const COMMON_HEADERS: usize = 7;

/// How many characters of an invalid value an error quotes.
const QUOTED: usize = 80;

/// A request to the endpoint, without the headers that all requests have.
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
    pub fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: None,
            invalid: None,
        }
    }

    /// Adds the headers that all attempts of a call share.
    ///
    /// Fails if a part of the request is invalid.
    pub fn complete(
        &mut self,
        pipeline: &Pipeline,
        operation: &Operation,
        options: &CallOptions,
        client_request_id: &str,
    ) -> Result<(), InvalidRequestError> {
        if let Some(error) = self.invalid.take() {
            return Err(*error);
        }
        let id = header_value(CLIENT_REQUEST_ID, client_request_id)?;
        let headers = &mut self.headers;
        headers.reserve(COMMON_HEADERS);
        if let Some(name) = &operation.repeatability_header
            && !headers.contains_key(name)
        {
            let id = Uuid::new_v4().to_string();
            headers.insert(name.clone(), header_value("repeatability-request-id", &id)?);
        }
        if let Some(accept) = &operation.accept {
            headers.insert(ACCEPT, accept.clone());
        }
        if self.body.is_some() {
            let chosen = options.content_type.as_deref();
            let chosen = chosen.map(|value| header_value("content-type", value));
            if let Some(media_type) = chosen.transpose()?.or(operation.media_type.clone()) {
                headers.insert(CONTENT_TYPE, media_type);
            }
        }
        if let Some(agent) = &pipeline.user_agent {
            headers.insert(USER_AGENT, agent.clone());
        }
        headers.insert(const { HeaderName::from_static(CLIENT_REQUEST_ID) }, id);
        headers.insert(RETURN_CLIENT_REQUEST_ID, HeaderValue::from_static("true"));
        Ok(())
    }

    /// The request of one attempt, with the token as `authorization`.
    pub fn attempt(&mut self, authorization: &HeaderValue) -> reqwest::Request {
        self.headers.insert(AUTHORIZATION, authorization.clone());
        let mut request = reqwest::Request::new(self.method.clone(), self.url.clone());
        *request.headers_mut() = self.headers.clone();
        *request.body_mut() = self.body.clone().map(Into::into);
        request
    }
}

/// A header's value, or an error that quotes it.
pub(crate) fn header_value(
    name: &'static str,
    value: &str,
) -> Result<HeaderValue, InvalidRequestError> {
    HeaderValue::from_str(value).map_err(|error| {
        let found = format!("is not a valid header value: {:?}", one_line(value, QUOTED));
        InvalidRequestError::new(name, found, "give visible ASCII characters only").caused_by(error)
    })
}
