//! The handshake by which a webhook agrees to get events.

use super::client::{Client, Reply};
use super::event::{SOURCE, unique};
use super::webhook::{Endpoint, EventSchema};
use crate::time::Timestamp;
use axum::http::{HeaderMap, Method};
use serde_json::{Value, json};

/// Who asks, as Event Grid does.
const ORIGIN: &str = "eventgrid.azure.net";

/// What a handshake ended in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Agreed,
    /// A success without the agreement, which another attempt does not change.
    Refused(&'static str),
    /// Another status, or no response.
    Failed(Option<u16>),
}

/// Asks a webhook whether it wants events.
pub(super) async fn ask(client: &Client, endpoint: &Endpoint, now: Timestamp) -> Answer {
    let uri = &endpoint.uri;
    match endpoint.schema {
        EventSchema::EventGrid => {
            let code = unique().to_string();
            let headers = [
                ("content-type", "application/json; charset=utf-8".to_owned()),
                ("aeg-event-type", "SubscriptionValidation".to_owned()),
            ];
            let body = validation(&code, now).to_string();
            let reply = client.send(Method::POST, uri, &headers, body).await;
            answer(reply, |reply| {
                let body: Option<Value> = serde_json::from_slice(&reply.body).ok();
                let echoed = body
                    .as_ref()
                    .and_then(|body| body["validationResponse"].as_str());
                // Another success is no answer to this.
                match reply.status == 200 && echoed == Some(&code) {
                    true => Answer::Agreed,
                    false => Answer::Refused("the response is not 200 with the validationResponse"),
                }
            })
        }
        EventSchema::CloudEvents => {
            let headers = [("webhook-request-origin", ORIGIN.to_owned())];
            let reply = client.send(Method::OPTIONS, uri, &headers, String::new());
            answer(reply.await, |reply| match allows(&reply.headers) {
                true => Answer::Agreed,
                false => Answer::Refused("the response has no WebHook-Allowed-Origin for it"),
            })
        }
    }
}

fn answer(reply: Option<Reply>, judge: impl FnOnce(&Reply) -> Answer) -> Answer {
    match reply {
        Some(reply) if (200..300).contains(&reply.status) => judge(&reply),
        reply => Answer::Failed(reply.map(|reply| reply.status)),
    }
}

fn validation(code: &str, now: Timestamp) -> Value {
    json!([{
        "id": unique().to_string(),
        "topic": SOURCE,
        "subject": "",
        "data": { "validationCode": code },
        "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
        "eventTime": now.rfc3339_ticks(),
        "metadataVersion": "1",
        "dataVersion": "2",
    }])
}

fn allows(headers: &HeaderMap) -> bool {
    let allowed = headers.get("webhook-allowed-origin");
    let allowed = allowed.and_then(|origin| origin.to_str().ok());
    allowed.is_some_and(|origin| origin == "*" || origin.eq_ignore_ascii_case(ORIGIN))
}
