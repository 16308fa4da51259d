//! The state in memory.
//!
//! All changes go through [`Store::apply`], and a [`Change`] has the whole new state of what it changes, so that
//! replaying the commits restores the store.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

/// Application data.
pub(crate) type Metadata = BTreeMap<String, String>;

/// All threads, and the responses by repeatability id.
#[derive(Default)]
pub(crate) struct Store {
    pub(crate) threads: BTreeMap<String, Thread>,
    /// The highest id or version so far; the next one is greater.
    pub(crate) version: u64,
    repeatable: HashMap<String, Value>,
}

/// A thread with everything in it.
pub(crate) struct Thread {
    pub(crate) properties: Properties,
    /// In the order in which they were added.
    pub(crate) participants: Vec<Participant>,
    /// By id.
    pub(crate) messages: BTreeMap<u64, Message>,
    /// Message ids by version, the order of lists.
    pub(crate) by_version: BTreeMap<u64, u64>,
    /// The latest of each reader.
    pub(crate) receipts: Vec<Receipt>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Properties {
    pub(crate) id: String,
    pub(crate) topic: String,
    pub(crate) created_on: Timestamp,
    pub(crate) created_by: String,
    pub(crate) deleted_on: Option<Timestamp>,
    pub(crate) metadata: Metadata,
    pub(crate) retention: Option<Retention>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Retention {
    None,
    DaysAfterCreation(u32),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Participant {
    pub(crate) raw_id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) share_history_time: Timestamp,
    pub(crate) metadata: Metadata,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: u64,
    pub(crate) version: u64,
    pub(crate) sequence: u64,
    pub(crate) created_on: Timestamp,
    pub(crate) edited_on: Option<Timestamp>,
    pub(crate) deleted_on: Option<Timestamp>,
    pub(crate) author: String,
    pub(crate) content: Content,
    pub(crate) metadata: Metadata,
}

/// The content of a message. Its author is the sender or, in the last three, the initiator.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Content {
    Text {
        html: bool,
        text: String,
        sender_display_name: String,
    },
    TopicUpdated(String),
    ParticipantAdded(Vec<Participant>),
    ParticipantRemoved(Vec<Participant>),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Receipt {
    pub(crate) reader: String,
    pub(crate) message: u64,
    pub(crate) read_on: Timestamp,
}

/// A change, with the whole new state of what it changes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Change {
    Thread(Properties),
    Joined {
        thread: String,
        participant: Participant,
    },
    Left {
        thread: String,
        raw_id: String,
    },
    Message {
        thread: String,
        message: Message,
    },
    Receipt {
        thread: String,
        receipt: Receipt,
    },
    Repeatable {
        key: String,
        response: Value,
    },
}

/// The changes of one request, applied as a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Commit {
    pub(crate) version: u64,
    pub(crate) changes: Vec<Change>,
}

impl Store {
    pub(crate) fn apply(&mut self, commit: Commit) {
        self.version = self.version.max(commit.version);
        for change in commit.changes {
            self.change(change);
        }
    }

    /// The response to the first request with a repeatability id.
    pub(crate) fn first_response(&self, key: &str) -> Option<&Value> {
        self.repeatable.get(key)
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Thread(properties) => match self.threads.get_mut(&properties.id) {
                Some(thread) => thread.properties = properties,
                None => {
                    self.threads
                        .insert(properties.id.clone(), Thread::new(properties));
                }
            },
            Change::Joined {
                thread,
                participant,
            } => self.with_thread(&thread, |thread| thread.participants.push(participant)),
            Change::Left { thread, raw_id } => {
                self.with_thread(&thread, |thread| {
                    thread
                        .participants
                        .retain(|participant| participant.raw_id != raw_id)
                });
            }
            Change::Message { thread, message } => {
                self.with_thread(&thread, |thread| thread.insert(message))
            }
            Change::Receipt { thread, receipt } => self.with_thread(&thread, |thread| {
                thread
                    .receipts
                    .retain(|earlier| earlier.reader != receipt.reader);
                thread.receipts.push(receipt);
            }),
            Change::Repeatable { key, response } => {
                self.repeatable.insert(key, response);
            }
        }
    }

    fn with_thread(&mut self, id: &str, change: impl FnOnce(&mut Thread)) {
        if let Some(thread) = self.threads.get_mut(id) {
            change(thread);
        }
    }
}

impl Thread {
    fn new(properties: Properties) -> Self {
        Self {
            properties,
            participants: Vec::new(),
            messages: BTreeMap::new(),
            by_version: BTreeMap::new(),
            receipts: Vec::new(),
        }
    }

    fn insert(&mut self, message: Message) {
        if let Some(earlier) = self.messages.get(&message.id) {
            self.by_version.remove(&earlier.version);
        }
        self.by_version.insert(message.version, message.id);
        self.messages.insert(message.id, message);
    }

    pub(crate) fn participant(&self, raw_id: &str) -> Option<&Participant> {
        self.participants
            .iter()
            .find(|participant| participant.raw_id == raw_id)
    }

    pub(crate) fn last_message(&self) -> Option<&Message> {
        self.messages.values().next_back()
    }

    /// When the thread was deleted, by a participant or by its retention policy, if that is not after `now`.
    pub(crate) fn deleted_on(&self, now: Timestamp) -> Option<Timestamp> {
        let by_policy = match self.properties.retention {
            Some(Retention::DaysAfterCreation(days)) => Some(
                self.properties
                    .created_on
                    .plus(Duration::from_secs(u64::from(days) * 24 * 60 * 60)),
            ),
            _ => None,
        };
        self.properties
            .deleted_on
            .or(by_policy.filter(|end| *end <= now))
    }
}
