//! What an event comes in: CloudEvents 1.0 in structured and binary mode, and Event Grid's own schema.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use http::{HeaderMap, header::CONTENT_TYPE};
use percent_encoding::percent_decode;
use serde::Deserialize;
use serde_json::Value;

use super::{ChatEvent, ChatEventData, DeliveryError};
use crate::runtime::decode::decode;

/// The attributes of an event, as either schema names them.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Envelope {
    id: Option<String>,
    specversion: Option<String>,
    /// The name of an event of CloudEvents.
    r#type: Option<String>,
    event_type: Option<String>,
    source: Option<String>,
    topic: Option<String>,
    subject: Option<String>,
    time: Option<DateTime<Utc>>,
    event_time: Option<DateTime<Utc>>,
    data: Option<Value>,
    #[serde(rename = "data_base64")]
    encoded: Option<String>,
}

/// The names above in order, which errors may show.
const ATTRIBUTES: &[&str] = &[
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

impl Envelope {
    /// Reads the envelopes of a request, each with its path in the body.
    pub fn read(headers: &HeaderMap, body: &[u8]) -> Result<Vec<(String, Self)>, DeliveryError> {
        if is_binary(headers) {
            return Ok(vec![(String::new(), Self::of_headers(headers, body)?)]);
        }
        let error = |(path, reason): (String, _)| DeliveryError::json(path, &reason);
        if body.trim_ascii_start().starts_with(b"[") {
            let all: Vec<Self> = decode(body, ATTRIBUTES).map_err(error)?;
            let all = all.into_iter().enumerate();
            Ok(all.map(|(at, one)| (format!("[{at}]"), one)).collect())
        } else {
            Ok(vec![(
                String::new(),
                decode(body, ATTRIBUTES).map_err(error)?,
            )])
        }
    }

    /// Reads the attributes from `ce-…` headers; the body is the payload.
    fn of_headers(headers: &HeaderMap, body: &[u8]) -> Result<Self, DeliveryError> {
        let time = attribute(headers, "ce-time")?;
        let time = time.map(|time| {
            let time = DateTime::parse_from_rfc3339(&time);
            time.map_err(|_| DeliveryError::new("ce-time", "is no time of RFC 3339"))
        });
        let data = match body.trim_ascii() {
            [] => None,
            body if is_json(headers) => {
                let data: Value = decode(body, &[])
                    .map_err(|(_, reason)| DeliveryError::json("data", &reason))?;
                Some(data)
            }
            body => Some(String::from_utf8_lossy(body).into()),
        };
        Ok(Self {
            id: attribute(headers, "ce-id")?,
            specversion: attribute(headers, "ce-specversion")?,
            r#type: attribute(headers, "ce-type")?,
            source: attribute(headers, "ce-source")?,
            subject: attribute(headers, "ce-subject")?,
            time: time.transpose()?.map(Into::into),
            data,
            ..Self::default()
        })
    }

    /// The name of the event; the error says which property should have it.
    pub fn name(&self, path: &str) -> Result<&str, DeliveryError> {
        let name = match self.specversion {
            Some(_) => &self.r#type,
            None => &self.event_type,
        };
        name.as_deref().ok_or_else(|| {
            let reason = "has neither `specversion` with `type`, as CloudEvents have, nor `eventType`, as events in \
                          Event Grid's schema have";
            DeliveryError::new(or_root(path), reason)
        })
    }

    /// The string at `key` of the payload.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.data.as_ref()?.get(key)?.as_str()
    }

    /// Reads the payload.
    pub fn event(self, path: &str) -> Result<ChatEvent, DeliveryError> {
        let name = self.name(path)?.to_owned();
        let id = self
            .id
            .ok_or_else(|| DeliveryError::new(or_root(path), "has no `id`"))?;
        let payload = match (self.data, self.encoded) {
            (Some(data), _) => data,
            (None, Some(encoded)) => decoded(encoded),
            (None, None) => Value::Null,
        };
        let data = ChatEventData::read(name, payload).map_err(|(within, reason)| {
            let dot = if path.is_empty() { "" } else { "." };
            let within = if within == "." { "" } else { &within };
            let separator = if within.is_empty() || within.starts_with('[') {
                ""
            } else {
                "."
            };
            DeliveryError::json(format!("{path}{dot}data{separator}{within}"), &reason)
        })?;
        Ok(ChatEvent {
            id,
            source: self.source.or(self.topic),
            subject: self.subject,
            time: self.time.or(self.event_time),
            data,
        })
    }
}

/// The JSON in base64; what is none stays as it is.
fn decoded(encoded: String) -> Value {
    let bytes = STANDARD.decode(&encoded).ok();
    let json = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    json.unwrap_or(Value::String(encoded))
}

/// Whether the attributes are in headers.
fn is_binary(headers: &HeaderMap) -> bool {
    headers.contains_key("ce-specversion")
        && !media_type(headers).starts_with("application/cloudevents")
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
    let Some(value) = headers.get(name) else {
        return Ok(None);
    };
    let text = percent_decode(value.as_bytes()).decode_utf8();
    match text {
        Ok(text) => Ok(Some(text.into_owned())),
        Err(_) => Err(DeliveryError::new(name, "is no UTF-8")),
    }
}

fn or_root(path: &str) -> &str {
    if path.is_empty() { "." } else { path }
}
