//! What an event comes in: CloudEvents 1.0 in structured and binary mode, and Event Grid's own schema.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use http::{HeaderMap, header::CONTENT_TYPE};
use percent_encoding::percent_decode;
use serde::Deserialize;
use serde_json::Value;

use super::{ChatEvent, ChatEventData, DeliveryError};
use crate::runtime::decode::decode;

/// An event whose payload was not read yet.
#[derive(Deserialize)]
#[serde(try_from = "Attributes")]
pub(super) struct Envelope {
    id: String,
    pub name: String,
    source: Option<String>,
    subject: Option<String>,
    time: Option<DateTime<Utc>>,
    pub payload: Value,
}

/// The attributes of an event, as either schema names them.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Attributes {
    id: String,
    specversion: Option<String>,
    r#type: Option<String>,
    event_type: Option<String>,
    source: Option<String>,
    topic: Option<String>,
    subject: Option<String>,
    time: Option<DateTime<Utc>>,
    event_time: Option<DateTime<Utc>>,
    #[serde(default)]
    data: Value,
    #[serde(rename = "data_base64")]
    encoded: Option<String>,
}

/// The names above in order, which errors may show.
const NAMES: &[&str] = &[
    "data",
    "data_base64",
    "eventTime",
    "eventType",
    "id",
    "source",
    "specversion",
    "subject",
    "time",
    "topic",
    "type",
];

impl TryFrom<Attributes> for Envelope {
    type Error = &'static str;

    fn try_from(from: Attributes) -> Result<Self, &'static str> {
        let name = match from.specversion {
            Some(_) => from.r#type,
            None => from.event_type,
        };
        Ok(Self {
            id: from.id,
            name: name.ok_or(
                "has neither `specversion` with `type`, as CloudEvents have, nor `eventType`, as events in Event Grid's \
                 schema have",
            )?,
            source: from.source.or(from.topic),
            subject: from.subject,
            time: from.time.or(from.event_time),
            payload: from.encoded.map_or(from.data, decoded),
        })
    }
}

impl Envelope {
    /// Reads the envelopes of a request, each with its path in the body.
    pub fn read(headers: &HeaderMap, body: &[u8]) -> Result<Vec<(String, Self)>, DeliveryError> {
        let error = |(path, reason): (String, _)| DeliveryError::json(path, &reason);
        let one = |one| vec![(String::new(), one)];
        if is_binary(headers) {
            Self::of_headers(headers, body).map(one)
        } else if body.trim_ascii_start().starts_with(b"[") {
            let all: Vec<Self> = decode(body, NAMES).map_err(error)?;
            let all = all.into_iter().enumerate();
            Ok(all.map(|(at, one)| (format!("[{at}]"), one)).collect())
        } else {
            decode(body, NAMES).map(one).map_err(error)
        }
    }

    /// Reads the attributes from `ce-…` headers; the body is the payload.
    fn of_headers(headers: &HeaderMap, body: &[u8]) -> Result<Self, DeliveryError> {
        let required = |name| {
            let value = attribute(headers, name)?;
            value.ok_or_else(|| DeliveryError::new(name, "is missing"))
        };
        let time = attribute(headers, "ce-time")?.map(|time| {
            let time = DateTime::parse_from_rfc3339(&time);
            time.map_err(|_| DeliveryError::new("ce-time", "is not an RFC 3339 time"))
        });
        let payload = match body.trim_ascii() {
            [] => Value::Null,
            body if is_json(headers) => {
                decode(body, &[]).map_err(|(_, reason)| DeliveryError::json("data", &reason))?
            }
            body => String::from_utf8_lossy(body).into(),
        };
        Ok(Self {
            id: required("ce-id")?,
            name: required("ce-type")?,
            source: attribute(headers, "ce-source")?,
            subject: attribute(headers, "ce-subject")?,
            time: time.transpose()?.map(Into::into),
            payload,
        })
    }

    /// Reads the payload of the event at `path`.
    pub fn event(self, path: &str) -> Result<ChatEvent, DeliveryError> {
        let data = ChatEventData::read(self.name, self.payload).map_err(|(within, reason)| {
            let outer = join(path, "data");
            let path = match within.as_str() {
                "." => outer,
                within => join(&outer, within),
            };
            DeliveryError::json(path, &reason)
        })?;
        Ok(ChatEvent {
            id: self.id,
            source: self.source,
            subject: self.subject,
            time: self.time,
            data,
        })
    }
}

fn join(path: &str, name: &str) -> String {
    let is_plain = path.is_empty() || name.starts_with('[');
    let dot = if is_plain { "" } else { "." };
    format!("{path}{dot}{name}")
}

/// The JSON in base64; what is none stays as it is.
fn decoded(encoded: String) -> Value {
    let bytes = STANDARD.decode(&encoded).ok();
    let json = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    json.unwrap_or(Value::String(encoded))
}

/// Whether the attributes are in headers.
fn is_binary(headers: &HeaderMap) -> bool {
    let is_structured = media_type(headers).starts_with("application/cloudevents");
    headers.contains_key("ce-specversion") && !is_structured
}

/// Whether the payload in binary mode is JSON, which it is where nothing else is said.
fn is_json(headers: &HeaderMap) -> bool {
    let media_type = media_type(headers);
    media_type.is_empty() || media_type.ends_with("/json") || media_type.ends_with("+json")
}

fn media_type(headers: &HeaderMap) -> String {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = value.unwrap_or_default().split(';').next();
    essence.unwrap_or_default().trim().to_ascii_lowercase()
}

/// A header, in which CloudEvents escape what is not ASCII.
fn attribute(headers: &HeaderMap, name: &str) -> Result<Option<String>, DeliveryError> {
    let text = |value: &http::HeaderValue| {
        let text = percent_decode(value.as_bytes()).decode_utf8();
        let text = text.map_err(|_| DeliveryError::new(name, "is not UTF-8"))?;
        Ok(text.into_owned())
    };
    headers.get(name).map(text).transpose()
}
