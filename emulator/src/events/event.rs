//! Events and their envelopes.

use super::happening::Happening;
use super::webhook::EventSchema;
use crate::contract::EventType;
use crate::identity::{RESOURCE, model};
use crate::time::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;
use uuid::Uuid;

/// The resource that events are from.
pub(super) const SOURCE: &str = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/Microsoft.Communication/communicationServices/emulator";

/// An event.
pub(super) struct Event {
    id: Uuid,
    /// The name without `Microsoft.Communication.`.
    pub(super) name: String,
    full_name: String,
    subject: String,
    time: Timestamp,
    pub(super) data: Value,
}

impl Event {
    /// The event that tells of something, to one user if there is a recipient.
    pub(super) fn new(
        kind: &EventType,
        role: &str,
        happening: &Happening,
        recipient: Option<&str>,
        time: Timestamp,
    ) -> Self {
        let Happening {
            thread, who, facts, ..
        } = happening;
        let mut subject = format!("thread/{thread}/{role}/{who}");
        let mut facts = facts.clone();
        if let Some(recipient) = recipient {
            subject.push_str(&format!("/recipient/{recipient}"));
            facts.insert("recipientCommunicationIdentifier".into(), model(recipient));
        }
        Self {
            id: unique(),
            name: kind.name.clone(),
            full_name: kind.full_name(),
            subject,
            time,
            data: kind.data(&facts),
        }
    }

    /// The body of a delivery.
    pub(super) fn body(&self, schema: EventSchema) -> String {
        let (id, time) = (self.id.to_string(), self.time.rfc3339_ticks());
        let body = match schema {
            EventSchema::EventGrid => json!([{
                "id": id,
                "topic": SOURCE,
                "subject": self.subject,
                "eventType": self.full_name,
                "eventTime": time,
                "data": self.data,
                "dataVersion": "1.0",
                "metadataVersion": "1",
            }]),
            EventSchema::CloudEvents => json!({
                "specversion": "1.0",
                "id": id,
                "source": SOURCE,
                "subject": self.subject,
                "type": self.full_name,
                "time": time,
                "data": self.data,
            }),
        };
        body.to_string()
    }
}

/// The `transactionId` of the events of a commit.
pub(super) fn transaction_id() -> String {
    format!("{}.1.1.1.1", STANDARD_NO_PAD.encode(unique().as_bytes()))
}

/// An id that no other emulator gives, nor this one again.
pub(super) fn unique() -> Uuid {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let (process, now) = (std::process::id(), SystemTime::now());
    let seed = format!("{process} {number} {now:?}");
    Uuid::new_v5(&RESOURCE, seed.as_bytes())
}
