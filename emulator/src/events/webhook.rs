//! Webhooks: where events are delivered, which ones, and in which form.

use crate::contract::Contract;
use axum::http::Uri;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A webhook, to which the emulator delivers events as Event Grid does.
///
/// As text it is its URL, or JSON where only `url` is required:
/// `{"url":"http://127.0.0.1:3000/events","schema":"cloudEvents","events":["ChatMessageReceivedInThread"]}`.
///
/// `Debug` shows the URL without its path and query, where secrets may be.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[must_use]
pub struct Webhook {
    url: String,
    #[serde(default)]
    schema: EventSchema,
    #[serde(default)]
    events: Vec<String>,
}

/// The form of deliveries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EventSchema {
    /// Event Grid's own, the default of `az eventgrid event-subscription create`: an array with one event.
    #[default]
    EventGrid,
    /// CloudEvents 1.0, `cloudeventschemav1_0` of `az`: one event in structured mode.
    CloudEvents,
}

/// Why a webhook cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    /// The URL cannot be used.
    #[error("a webhook needs a URL such as http://127.0.0.1:3000/events: {reason}")]
    Url {
        /// What is wrong with it.
        reason: String,
    },
    /// There is no such event.
    #[error("unknown event {event:?}, use some of {known}")]
    Event {
        /// The unknown event.
        event: String,
        /// The names of the events, comma-separated.
        known: String,
    },
    /// The text is neither a URL nor the JSON of a webhook.
    #[error(
        "expected a URL, or {{\"url\":…,\"schema\":\"eventGrid\" or \"cloudEvents\",\"events\":[…]}}: {0}"
    )]
    Parse(serde_json::Error),
}

impl Webhook {
    /// Returns the webhook at `url` that gets all events in Event Grid's schema. The URL is `http://`, on any host: the
    /// emulator has no TLS.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            schema: EventSchema::default(),
            events: Vec::new(),
        }
    }

    /// Sets the form of deliveries.
    pub fn schema(mut self, schema: EventSchema) -> Self {
        self.schema = schema;
        self
    }

    /// Adds events to those that are delivered, by name, with or without `Microsoft.Communication.`. Without any, all are.
    pub fn events<E: Into<String>>(mut self, events: impl IntoIterator<Item = E>) -> Self {
        self.events.extend(events.into_iter().map(Into::into));
        self
    }

    /// Checks the URL and the names of the events.
    pub(crate) fn check(&self, contract: &Contract) -> Result<Endpoint, WebhookError> {
        let refuse = |reason: &str| WebhookError::Url {
            reason: reason.to_owned(),
        };
        let uri: Uri = self
            .url
            .parse()
            .map_err(|_| refuse("this one is not valid"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(refuse("this one has no scheme or no host"));
        };
        if scheme != "http" {
            return Err(refuse("this one is not http, and the emulator has no TLS"));
        }
        if authority.as_str().contains('@') {
            return Err(refuse("this one has a user or a password"));
        }
        let origin = format!("http://{authority}");
        let known = |name: &String| match contract.event(name) {
            Some(event) => Ok(event.name.clone()),
            None => Err(WebhookError::Event {
                event: name.clone(),
                known: contract.event_names(),
            }),
        };
        let events = self.events.iter().map(known).collect::<Result<_, _>>()?;
        Ok(Endpoint {
            uri,
            origin,
            schema: self.schema,
            events,
        })
    }
}

impl FromStr for Webhook {
    type Err = WebhookError;

    fn from_str(text: &str) -> Result<Self, WebhookError> {
        if text.trim_start().starts_with('{') {
            return serde_json::from_str(text).map_err(WebhookError::Parse);
        }
        Ok(Self::new(text))
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let uri = self.url.parse::<Uri>().ok();
        let host = uri.as_ref().and_then(Uri::host).unwrap_or("…");
        f.debug_struct("Webhook")
            .field("host", &host)
            .field("schema", &self.schema)
            .field("events", &self.events)
            .finish_non_exhaustive()
    }
}

/// A webhook that was checked.
pub(crate) struct Endpoint {
    pub(super) uri: Uri,
    /// The part of the URL that may be shown.
    pub(super) origin: String,
    pub(super) schema: EventSchema,
    /// Names without `Microsoft.Communication.`; all if it is empty.
    events: BTreeSet<String>,
}

impl Endpoint {
    pub(super) fn wants(&self, event: &str) -> bool {
        self.events.is_empty() || self.events.contains(event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::contract;

    fn refused(webhook: &str) -> String {
        let parsed = webhook.parse::<Webhook>();
        let checked = parsed.and_then(|webhook| webhook.check(contract().unwrap()).map(drop));
        checked.unwrap_err().to_string()
    }

    #[test]
    fn a_webhook_is_a_url_or_json() {
        assert_eq!(
            "http://localhost/x?key=1".parse::<Webhook>().unwrap(),
            Webhook::new("http://localhost/x?key=1")
        );
        let json =
            r#"{"url":"http://a.test","schema":"cloudEvents","events":["ChatMessageEdited"]}"#;
        let webhook = Webhook::new("http://a.test")
            .schema(EventSchema::CloudEvents)
            .events(["ChatMessageEdited"]);
        assert_eq!(json.parse::<Webhook>().unwrap(), webhook);
    }

    #[test]
    fn what_is_wrong_is_said_with_a_remedy_and_without_the_url() {
        for (webhook, said) in [
            ("https://a.test/secret", "no TLS"),
            ("a.test/secret", "not valid"),
            ("/secret", "no scheme"),
            ("http://user:secret@a.test", "a password"),
            (
                r#"{"url":"http://a.test","event":[]}"#,
                "unknown field `event`",
            ),
            (
                r#"{"url":"http://a.test/secret","events":["ChatMessageSent"]}"#,
                "ChatMessageReceived",
            ),
        ] {
            let error = refused(webhook);
            assert!(error.contains(said), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!("{:?}", Webhook::new("http://a.test/secret?key=secret"));
        assert!(
            shown.contains("a.test") && !shown.contains("secret"),
            "{shown}"
        );
    }

    #[test]
    fn events_are_filtered_by_either_name() {
        let webhook = Webhook::new("http://a.test").events([
            "ChatMessageEdited",
            "Microsoft.Communication.ChatThreadDeleted",
        ]);
        let endpoint = webhook.check(contract().unwrap()).unwrap();
        for (event, wanted) in [
            ("ChatMessageEdited", true),
            ("ChatThreadDeleted", true),
            ("ChatThreadCreated", false),
        ] {
            assert_eq!(endpoint.wants(event), wanted, "{event}");
        }
    }
}
