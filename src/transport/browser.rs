//! How a browser sends a request: by `fetch`. Not through reqwest, whose `fetch` follows redirects, with the message.

use std::{future::Future, time::Duration};

use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use js_sys::{Array, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStream, ReadableStreamDefaultReader,
    ReadableStreamReadResult, Request, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, ResponseType, Window,
};

use super::ResponseBody;
use crate::error::{InvalidRequestError, SendError, TransportErrorKind};

/// A browser has its own; the service would have to allow another.
pub const USER_AGENT: Option<&str> = None;

/// The browser.
#[derive(Clone)]
pub struct HttpClient;

impl HttpClient {
    /// Sends a request. The future is `Send` for the bounds of other targets: a browser has one thread, and on another
    /// one this panics.
    pub fn execute(
        &self,
        request: reqwest::Request,
    ) -> impl Future<Output = Result<Response<ResponseBody>, SendError>> + Send + use<> {
        SendWrapper::new(fetch(request))
    }
}

/// The browser decides how long it takes to connect.
pub fn client(_: Option<Duration>) -> Result<HttpClient, InvalidRequestError> {
    Ok(HttpClient)
}

pub fn response(received: Response<ResponseBody>) -> Response<ResponseBody> {
    received
}

/// Ends the request when it is dropped.
struct Sending(AbortController);

impl Drop for Sending {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn fetch(request: reqwest::Request) -> Result<Response<ResponseBody>, SendError> {
    let refused = |error| SendError::refused(text(&error));
    let sending = Sending(AbortController::new().map_err(refused)?);
    let request = prepare(&request, &sending).map_err(refused)?;
    // A worker's has this method too.
    let scope: Window = js_sys::global().unchecked_into();
    let response = JsFuture::from(scope.fetch_with_request(&request)).await;
    // No cause is told, so the request may have arrived.
    let response = response.map_err(|error| lost(TransportErrorKind::Other, &error))?;
    let response: web_sys::Response = response.unchecked_into();
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(SendError::refused("the service redirects to another URL"));
    }
    let status = StatusCode::from_u16(response.status())
        .map_err(|error| SendError::new(TransportErrorKind::Other, error))?;
    let body = match response.body() {
        Some(body) => {
            chunks(&body, sending).map_err(|error| lost(TransportErrorKind::Reset, &error))?
        }
        None => Bytes::new().into(),
    };
    let mut received = Response::new(body);
    *received.status_mut() = status;
    *received.headers_mut() = headers(&response.headers());
    Ok(received)
}

/// The request as it is sent to its URL and nowhere else, without cookies, past caches.
fn prepare(request: &reqwest::Request, sending: &Sending) -> Result<Request, JsValue> {
    let headers = Headers::new()?;
    // The service has to allow each header, and exposes no id that it would return.
    let sent = |name: &HeaderName| name != "x-ms-return-client-request-id";
    for (name, value) in request.headers().iter().filter(|(name, _)| sent(name)) {
        headers.append(name.as_str(), &latin1(value.as_bytes()))?;
    }
    let init = RequestInit::new();
    init.set_method(request.method().as_str());
    init.set_headers(&headers);
    init.set_redirect(RequestRedirect::Manual);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&sending.0.signal()));
    let body = request.body().and_then(reqwest::Body::as_bytes);
    if let Some(body) = body.filter(|body| !body.is_empty()) {
        init.set_body(&Uint8Array::from(body));
    }
    Request::new_with_str_and_init(request.url().as_str(), &init)
}

/// The headers that the service exposes to pages of other origins.
fn headers(received: &Headers) -> HeaderMap {
    let entries = received.entries().into_iter().flatten();
    let header = |entry: JsValue| {
        let entry: Array = entry.dyn_into().ok()?;
        let name = HeaderName::try_from(entry.get(0).as_string()?).ok()?;
        let value = entry.get(1).as_string()?;
        let value: Vec<u8> = value.chars().map(|char| char as u8).collect();
        Some((name, HeaderValue::from_bytes(&value).ok()?))
    };
    entries.filter_map(header).collect()
}

/// A header's bytes in a text of JavaScript, of which each character is a byte.
fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn chunks(body: &ReadableStream, sending: Sending) -> Result<ResponseBody, JsValue> {
    let reader = ReadableStreamDefaultReader::new(body)?;
    let chunks = stream::try_unfold((reader, sending), |(reader, sending)| async move {
        let read = JsFuture::from(reader.read()).await;
        let read = read.map_err(|error| lost(TransportErrorKind::Reset, &error))?;
        let read: ReadableStreamReadResult = read.unchecked_into();
        let is_done = read.get_done().unwrap_or(true);
        let chunk = || Bytes::from(Uint8Array::new(&read.get_value()).to_vec());
        Ok((!is_done).then(|| (chunk(), (reader, sending))))
    });
    Ok(ResponseBody::new(SendWrapper::new(chunks)))
}

fn lost(kind: TransportErrorKind, error: &JsValue) -> SendError {
    SendError::new(kind, text(error))
}

fn text(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(
        || "not an error".to_owned(),
        |error| String::from(error.to_string()),
    )
}
