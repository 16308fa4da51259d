//! What the service holds, in memory.
//!
//! Nothing changes but by [`Store::apply`], and a [`Change`] says the new state of one thing whole: whoever keeps the
//! changes can bring the store back.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

/// Pairs of application data.
pub(crate) type Metadata = BTreeMap<String, String>;

/// All threads, and the answers that repeatability ids stand for.
#[derive(Default)]
pub(crate) struct Store {
    pub(crate) threads: BTreeMap<String, Thread>,
    /// The newest id or version given out; the next one is greater.
    pub(crate) version: u64,
    repeatable: HashMap<String, Value>,
}

/// A thread with everything in it.
pub(crate) struct Thread {
    pub(crate) properties: Properties,
    /// In the order in which they joined.
    pub(crate) participants: Vec<Participant>,
    /// By id.
    pub(crate) messages: BTreeMap<u64, Message>,
    /// Message ids by version, which is the order of lists.
    pub(crate) by_version: BTreeMap<u64, u64>,
    /// The last one of each reader.
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

/// What a message says; its author is the sender or, in the last three, whoever made the change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Content {
    Written {
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

/// The new state of one thing.
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
        answer: Value,
    },
}

/// What one request changed: all of it or nothing.
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

    /// The first answer that was given under a repeatability id.
    pub(crate) fn repeated(&self, key: &str) -> Option<&Value> {
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
            } => self.within(&thread, |thread| thread.participants.push(participant)),
            Change::Left { thread, raw_id } => {
                self.within(&thread, |thread| {
                    thread
                        .participants
                        .retain(|participant| participant.raw_id != raw_id)
                });
            }
            Change::Message { thread, message } => {
                self.within(&thread, |thread| thread.put(message))
            }
            Change::Receipt { thread, receipt } => self.within(&thread, |thread| {
                thread
                    .receipts
                    .retain(|earlier| earlier.reader != receipt.reader);
                thread.receipts.push(receipt);
            }),
            Change::Repeatable { key, answer } => {
                self.repeatable.insert(key, answer);
            }
        }
    }

    fn within(&mut self, id: &str, change: impl FnOnce(&mut Thread)) {
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

    fn put(&mut self, message: Message) {
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

    /// When the thread was deleted, by somebody or by its retention policy, if that is before `now`.
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
