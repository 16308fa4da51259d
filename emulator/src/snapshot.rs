//! What the service holds, for those who compare it with what they were told.

use crate::service::Service;
use crate::state::{Content, Message, Thread};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that an emulator holds, and what came in so far, at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Snapshot {
    /// All threads, deleted ones among them, by id.
    pub threads: Vec<ThreadSnapshot>,
    /// Requests received, by operation id; those that met a fault are among them.
    pub requests: BTreeMap<String, u64>,
    /// Faults that struck, by the name that [`Fault`](crate::Fault) displays.
    pub faults: BTreeMap<String, u64>,
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ThreadSnapshot {
    /// Its id.
    pub id: String,
    /// Its topic.
    pub topic: String,
    /// Whether it was deleted, by somebody or by its retention policy.
    pub deleted: bool,
    /// Raw ids in the order in which the participants joined.
    pub participants: Vec<String>,
    /// Messages of all types in the order in which they came.
    pub messages: Vec<MessageSnapshot>,
    /// The last read receipt of each reader.
    pub read_receipts: Vec<ReadReceiptSnapshot>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageSnapshot {
    /// Its id.
    pub id: String,
    /// Its `type`: `text`, `html`, `topicUpdated`, `participantAdded` or `participantRemoved`.
    pub kind: String,
    /// The text of `text` and `html`, empty once deleted; the topic of `topicUpdated`; empty for the others.
    pub content: String,
    /// The raw id of who sent it or, in messages of the service's own, of who made the change.
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
    /// The raw id of who has read.
    pub reader: String,
    /// The id of the last message that they have read.
    pub message_id: String,
}

impl Snapshot {
    pub(crate) fn of(service: &Service) -> Self {
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
            faults: faults.struck.clone(),
        }
    }
}

fn message(message: &Message) -> MessageSnapshot {
    let (kind, content) = match &message.content {
        Content::Written {
            html: false, text, ..
        } => ("text", text.as_str()),
        Content::Written {
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
