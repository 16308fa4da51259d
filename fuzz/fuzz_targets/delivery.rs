//! A request to a webhook: the values of the headers, each on a line, then the body.

#![no_main]

use acs_chat::{
    events::{ChatEvent, Delivery, handshake},
    http::{HeaderMap, HeaderName, HeaderValue},
};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const HEADERS: [HeaderName; 7] = [
    HeaderName::from_static("content-type"),
    HeaderName::from_static("ce-specversion"),
    HeaderName::from_static("ce-id"),
    HeaderName::from_static("ce-type"),
    HeaderName::from_static("ce-time"),
    HeaderName::from_static("ce-subject"),
    HeaderName::from_static("webhook-request-origin"),
];

fuzz_target!(|data: &[u8]| {
    let mut parts = data.splitn(HEADERS.len() + 1, |byte| *byte == b'\n');
    let mut headers = HeaderMap::new();
    for name in HEADERS {
        let value = parts.next().filter(|value| !value.is_empty());
        if let Some(value) = value.and_then(|value| HeaderValue::from_bytes(value).ok()) {
            headers.insert(name, value);
        }
    }
    let asked = headers.contains_key("webhook-request-origin");
    assert_eq!(handshake(&headers).is_some(), asked);
    match Delivery::parse(&headers, parts.next().unwrap_or_default()) {
        Ok(Delivery::Events(events)) => events.iter().for_each(check_event),
        Ok(Delivery::Validation(validation)) => {
            let answer: Value = serde_json::from_str(validation.response().body()).expect("JSON");
            assert_eq!(answer, json!({ "validationResponse": validation.code() }));
        }
        Ok(_) => {}
        Err(error) => {
            let line = error.to_string();
            assert!(!line.chars().any(char::is_control), "{line:?}");
            assert!(error.status().is_client_error(), "{line}");
        }
    }
});

/// Asserts that an event is the same after its payload was written and read again.
fn check_event(event: &ChatEvent) {
    let payload = serde_json::to_value(&event.data).expect("payloads are JSON");
    let again = json!({ "id": event.id, "eventType": event.name(), "data": payload });
    // A payload that no schema reads as it was written is one of these alone.
    let is_question = event.name() == "Microsoft.EventGrid.SubscriptionValidationEvent";
    match Delivery::parse(&HeaderMap::new(), again.to_string().as_bytes()) {
        Ok(Delivery::Events(read)) => {
            // A float may be read as its neighbour.
            if !has_float(&payload) {
                assert_eq!(read[0].data, event.data);
            }
        }
        other => assert!(is_question, "{other:?}"),
    }
}

fn has_float(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_float),
        Value::Object(members) => members.values().any(has_float),
        value => value.is_f64(),
    }
}
