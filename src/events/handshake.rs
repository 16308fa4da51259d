//! What a webhook answers before it gets events.

use std::fmt;

use http::{
    HeaderMap, HeaderName, HeaderValue, Response,
    header::{ALLOW, CONTENT_TYPE},
};
use serde_json::{Value, json};

const REQUEST_ORIGIN: &str = "webhook-request-origin";
const REQUEST_RATE: &str = "webhook-request-rate";
const ALLOWED_ORIGIN: HeaderName = HeaderName::from_static("webhook-allowed-origin");
const ALLOWED_RATE: HeaderName = HeaderName::from_static("webhook-allowed-rate");

/// The question whether a webhook wants the events of a new subscription in Event Grid's own schema.
///
/// Anybody can ask, so answer only requests that carry your webhook's secret.
#[derive(Clone, PartialEq, Eq)]
pub struct SubscriptionValidation {
    code: String,
    url: Option<String>,
}

impl SubscriptionValidation {
    /// Reads the question, or returns what it lacks.
    pub(super) fn read(payload: &Value) -> Result<Self, &'static str> {
        let text = |key| payload.get(key).and_then(Value::as_str).map(str::to_owned);
        Ok(Self {
            code: text("validationCode").ok_or("has no string `data.validationCode`")?,
            url: text("validationUrl"),
        })
    }

    /// Returns what the answer repeats.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the address that answers as well, by a GET request within 10 minutes.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Returns the answer that accepts the subscription.
    pub fn response(&self) -> Response<String> {
        let answer = json!({ "validationResponse": self.code });
        let mut response = Response::new(answer.to_string());
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response
    }
}

/// The code is left out: whoever has it can accept the subscription.
impl fmt::Debug for SubscriptionValidation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SubscriptionValidation")
            .finish_non_exhaustive()
    }
}

/// Returns the answer that accepts a subscription in the schema of CloudEvents, to the headers of an OPTIONS request: all
/// that the sender asks for. `None` if they have no `WebHook-Request-Origin`, which is no such question.
///
/// Anybody can ask, so answer only requests that carry your webhook's secret.
///
/// ```
/// use acs_chat::events::handshake;
///
/// let mut headers = http::HeaderMap::new();
/// headers.insert("WebHook-Request-Origin", http::HeaderValue::from_static("eventgrid.azure.net"));
/// let response = handshake(&headers).expect("a question");
/// assert_eq!(response.headers()["WebHook-Allowed-Origin"], "eventgrid.azure.net");
/// ```
pub fn handshake(headers: &HeaderMap) -> Option<Response<String>> {
    let origin = headers.get(REQUEST_ORIGIN)?;
    let mut response = Response::default();
    let answer = response.headers_mut();
    answer.insert(ALLOWED_ORIGIN, origin.clone());
    if headers.contains_key(REQUEST_RATE) {
        answer.insert(ALLOWED_RATE, HeaderValue::from_static("*"));
    }
    answer.insert(ALLOW, HeaderValue::from_static("OPTIONS, POST"));
    Some(response)
}
