//! A copy of the emulator's state, to compare with the responses that callers got.

use crate::service::Service;
use crate::state::{Content, Message, Thread};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The state of an emulator, and counts of requests, events and faults so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Snapshot {
    /// All threads, including deleted ones, ordered by id.
    pub threads: Vec<ThreadSnapshot>,
    /// Requests by operation id, including those with a fault.
    pub requests: BTreeMap<String, u64>,
    /// Events for webhooks by name, such as `ChatMessageReceived`; each counts once for every webhook that it is for.
    #[serde(default)]
    pub events: BTreeMap<String, u64>,
    /// Injected faults by the `Display` of [`Fault`](crate::Fault).
    pub faults: BTreeMap<String, u64>,
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ThreadSnapshot {
    /// The id.
    pub id: String,
    /// The topic.
    pub topic: String,
    /// Whether it was deleted, by a participant or by its retention policy.
    pub deleted: bool,
    /// Raw ids of the participants, in the order in which they were added.
    pub participants: Vec<String>,
    /// Messages of all types, oldest first.
    pub messages: Vec<MessageSnapshot>,
    /// The latest read receipt of each participant.
    pub read_receipts: Vec<ReadReceiptSnapshot>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageSnapshot {
    /// The id.
    pub id: String,
    /// The `type`: `text`, `html`, `topicUpdated`, `participantAdded` or `participantRemoved`.
    pub kind: String,
    /// The text of `text` and `html`, empty once deleted; the topic of `topicUpdated`; empty for the others.
    pub content: String,
    /// The raw id of the sender or, in system messages, of the initiator.
    pub sender: String,
    /// Whether it was edited.
    pub edited: bool,
    /// Whether it was deleted.
    pub deleted: bool,
}

/// A read receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReadReceiptSnapshot {
    /// The raw id of the reader.
    pub reader: String,
    /// The id of the latest message read.
    pub message_id: String,
}

impl Snapshot {
    pub(crate) fn new(service: &Service) -> Self {
        let now = service.now();
        let show = |thread: &Thread| ThreadSnapshot {
            id: thread.properties.id.clone(),
            topic: thread.properties.topic.clone(),
            deleted: thread.deleted_on(now).is_some(),
            participants: thread
                .participants
                .iter()
                .map(|participant| participant.raw_id.clone())
                .collect(),
            messages: thread.messages.values().map(message).collect(),
            read_receipts: thread
                .receipts
                .iter()
                .map(|receipt| ReadReceiptSnapshot {
                    reader: receipt.reader.clone(),
                    message_id: receipt.message.to_string(),
                })
                .collect(),
        };
        let threads = service.state().store.threads.values().map(show).collect();
        let faults = service.faults();
        Self {
            threads,
            requests: faults.requests.clone(),
            events: faults.events.clone(),
            faults: faults.injected.clone(),
        }
    }
}

fn message(message: &Message) -> MessageSnapshot {
    let (kind, content) = match &message.content {
        Content::Text {
            html: false, text, ..
        } => ("text", text.as_str()),
        Content::Text {
            html: true, text, ..
        } => ("html", text.as_str()),
        Content::TopicUpdated(topic) => ("topicUpdated", topic.as_str()),
        Content::ParticipantAdded(_) => ("participantAdded", ""),
        Content::ParticipantRemoved(_) => ("participantRemoved", ""),
    };
    MessageSnapshot {
        id: message.id.to_string(),
        kind: kind.to_owned(),
        content: content.to_owned(),
        sender: message.author.clone(),
        edited: message.edited_on.is_some(),
        deleted: message.deleted_on.is_some(),
    }
}
