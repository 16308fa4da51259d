//! The state in memory.
//!
//! All changes go through [`Store::apply`], and a [`Change`] has the whole new state of what it changes, so that
//! replaying the commits restores the store.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

/// Application data.
pub(crate) type Metadata = BTreeMap<String, String>;

/// All threads, and the responses by repeatability id.
#[derive(Default)]
pub(crate) struct Store {
    pub(crate) threads: BTreeMap<String, Thread>,
    /// The last version, except in threads that go on from versions ahead of the clock.
    pub(crate) version: u64,
    /// Thread ids by participant.
    by_user: HashMap<String, BTreeSet<String>>,
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
    /// Changes nothing, and is not persisted.
    #[serde(skip)]
    pub(crate) typing: Option<Typing>,
}

/// A typing notification.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    pub(crate) thread: String,
    pub(crate) sender_display_name: Option<String>,
}

impl Store {
    pub(crate) fn apply(&mut self, commit: Commit) {
        self.version = commit.version;
        for change in commit.changes {
            self.change(change);
        }
    }

    /// The response to the first request with a repeatability id.
    pub(crate) fn first_response(&self, key: &str) -> Option<&Value> {
        self.repeatable.get(key)
    }

    /// The threads in which a user is a participant.
    pub(crate) fn threads_of(&self, raw_id: &str) -> impl Iterator<Item = &Thread> {
        let ids = self.by_user.get(raw_id).into_iter().flatten();
        ids.filter_map(|id| self.threads.get(id))
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
                thread: id,
                participant,
            } => {
                if let Some(thread) = self.threads.get_mut(&id) {
                    let threads = self.by_user.entry(participant.raw_id.clone());
                    threads.or_default().insert(id);
                    thread.participants.push(participant);
                }
            }
            Change::Left { thread, raw_id } => {
                if let Some(threads) = self.by_user.get_mut(&raw_id) {
                    threads.remove(&thread);
                }
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

impl Message {
    /// When the message was created, edited or deleted last.
    pub(crate) fn changed_on(&self) -> Timestamp {
        let later = self.edited_on.max(self.deleted_on);
        later.map_or(self.created_on, |later| later.max(self.created_on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commit(changes: Vec<Change>) -> Commit {
        Commit {
            version: 1,
            changes,
            typing: None,
        }
    }

    fn thread(id: &str) -> Change {
        Change::Thread(Properties {
            id: id.to_owned(),
            topic: String::new(),
            created_on: Timestamp::default(),
            created_by: "alice".to_owned(),
            deleted_on: None,
            metadata: Metadata::new(),
            retention: None,
        })
    }

    fn joined(thread: &str, raw_id: &str) -> Change {
        Change::Joined {
            thread: thread.to_owned(),
            participant: Participant {
                raw_id: raw_id.to_owned(),
                display_name: None,
                share_history_time: Timestamp::default(),
                metadata: Metadata::new(),
            },
        }
    }

    #[test]
    fn a_users_threads_are_found_without_those_of_others() {
        let mut store = Store::default();
        let ids = |store: &Store, user: &str| -> Vec<String> {
            let threads = store.threads_of(user);
            threads.map(|thread| thread.properties.id.clone()).collect()
        };
        store.apply(commit(vec![thread("1"), joined("1", "alice")]));
        store.apply(commit(vec![thread("2"), joined("2", "bob")]));
        store.apply(commit(vec![joined("2", "alice"), joined("3", "alice")]));
        assert_eq!(ids(&store, "alice"), ["1", "2"]);
        assert_eq!(ids(&store, "bob"), ["2"]);
        assert!(ids(&store, "carol").is_empty());
        let left = |thread: &str, raw_id: &str| Change::Left {
            thread: thread.to_owned(),
            raw_id: raw_id.to_owned(),
        };
        store.apply(commit(vec![left("2", "alice"), left("3", "carol")]));
        assert_eq!(ids(&store, "alice"), ["1"]);
        store.apply(commit(vec![thread("2"), joined("2", "alice")]));
        assert_eq!(ids(&store, "alice"), ["1", "2"]);
        assert_eq!(ids(&store, "bob"), ["2"]);
    }
}
