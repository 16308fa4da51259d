//! Compares the outcomes of calls with the state of the service.

use std::collections::{BTreeMap, BTreeSet};

use acs_chat_emulator::{MessageSnapshot, Snapshot, ThreadSnapshot};

use super::log::{Change, Log, Outcome};

/// The result of the comparison.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Succeeded, and present.
    pub succeeded_present: u64,
    /// Failed, and absent.
    pub failed_absent: u64,
    /// May have been processed: present, and absent.
    pub unknown_present: u64,
    pub unknown_absent: u64,
    /// Succeeded, and absent.
    pub lost: Vec<String>,
    /// Present more than once.
    pub duplicated: Vec<String>,
    /// Failed without having been processed, and present.
    pub failed_present: Vec<String>,
}

/// Looks up each change in the snapshot.
pub fn audit(log: &Log, snapshot: &Snapshot) -> Audit {
    let state = State::new(snapshot);
    let written = Written::new(log);
    let mut audit = Audit::default();
    for (index, (change, outcome)) in log.changes.iter().enumerate() {
        let count = state.count(index, change, *outcome, &written);
        audit.count(*outcome, count, change);
    }
    audit
}

impl Audit {
    fn count(&mut self, outcome: Outcome, count: u64, change: &Change) {
        match (outcome, count) {
            (_, 2..) => self.duplicated.push(format!("{change:?}")),
            (Outcome::Succeeded, 1) => self.succeeded_present += 1,
            (Outcome::Succeeded, _) => self.lost.push(format!("{change:?}")),
            (Outcome::Failed, 0) => self.failed_absent += 1,
            (Outcome::Failed, _) => self.failed_present.push(format!("{change:?}")),
            (Outcome::Unknown, 0) => self.unknown_absent += 1,
            (Outcome::Unknown, _) => self.unknown_present += 1,
        }
    }
}

/// A snapshot, indexed.
struct State<'a> {
    threads: BTreeMap<&'a str, &'a ThreadSnapshot>,
    messages: BTreeMap<(&'a str, &'a str), &'a MessageSnapshot>,
    /// Threads by the topic that they were created with, which is in their first system message.
    created: BTreeMap<&'a str, u64>,
    /// Messages of all types by thread and content.
    contents: BTreeMap<(&'a str, &'a str), u64>,
}

impl<'a> State<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let mut state = Self {
            threads: BTreeMap::new(),
            messages: BTreeMap::new(),
            created: BTreeMap::new(),
            contents: BTreeMap::new(),
        };
        for thread in &snapshot.threads {
            let id = thread.id.as_str();
            state.threads.insert(id, thread);
            let mut topics = thread.messages.iter().filter(|m| m.kind == "topicUpdated");
            if let Some(first) = topics.next() {
                *state.created.entry(&first.content).or_default() += 1;
            }
            for message in &thread.messages {
                state.messages.insert((id, &message.id), message);
                *state.contents.entry((id, &message.content)).or_default() += 1;
            }
        }
        state
    }

    fn contents(&self, thread: &str, content: &str) -> u64 {
        self.contents.get(&(thread, content)).copied().unwrap_or(0)
    }

    fn message(&self, thread: &str, id: &str) -> Option<&MessageSnapshot> {
        self.messages.get(&(thread, id)).copied()
    }

    /// How often the change was processed, as far as the state shows it.
    fn count(&self, index: usize, change: &Change, outcome: Outcome, written: &Written) -> u64 {
        match change {
            Change::Type | Change::Read => u64::from(outcome == Outcome::Succeeded),
            Change::Refused => 0,
            Change::Create { topic } => self.created.get(topic.as_str()).copied().unwrap_or(0),
            Change::Send {
                thread,
                content,
                id,
            } => {
                // A message that was edited or deleted later is present under its id, with other content.
                let sent = id.as_ref().and_then(|id| self.message(thread, id));
                let is_changed = sent.is_some_and(|m| m.edited || m.deleted);
                let same = self.contents(thread, content);
                same + u64::from(is_changed && same == 0)
            }
            Change::Edit {
                thread,
                id,
                content,
            } => u64::from(
                self.message(thread, id)
                    .is_some_and(|m| m.content == *content),
            ),
            Change::Delete { thread, id } => {
                u64::from(self.message(thread, id).is_some_and(|m| m.deleted))
            }
            // Each change of the topic leaves a system message. A repeated one may leave two.
            Change::Rename { thread, topic } => self.contents(thread, topic).min(1),
            // Only the last of several changes that overwrite each other can be looked up.
            Change::Participant {
                thread,
                user,
                present,
            } => match written.participants.get(&(thread, user)) {
                Some(last) if *last != index => u64::from(outcome == Outcome::Succeeded),
                _ => {
                    let thread = self.threads.get(thread.as_str());
                    let is_present = thread.is_some_and(|t| t.participants.contains(user));
                    u64::from(is_present == *present)
                }
            },
            Change::MarkRead { thread, id } => {
                let receipts = self.threads.get(thread.as_str()).map(|t| &t.read_receipts);
                let newest = receipts
                    .and_then(|all| all.iter().map(|receipt| number(&receipt.message_id)).max());
                // The service keeps the receipt of the newest message, which the receipts of older ones do not change.
                // One that failed is thus present only if no other call can have left it.
                u64::from(match outcome {
                    Outcome::Failed => {
                        newest == Some(number(id)) && !written.receipts.contains(&(thread, id))
                    }
                    _ => newest >= Some(number(id)),
                })
            }
        }
    }
}

/// Ids of messages are ordered by number.
fn number(id: &str) -> u64 {
    id.parse().unwrap_or_default()
}

/// The changes that may have been processed and hide others. A task makes its calls one after the other, and no two
/// tasks use the same thread.
#[derive(Default)]
struct Written<'a> {
    /// The index of the last change of each participant.
    participants: BTreeMap<(&'a String, &'a String), usize>,
    receipts: BTreeSet<(&'a String, &'a String)>,
}

impl<'a> Written<'a> {
    fn new(log: &'a Log) -> Self {
        let mut written = Self::default();
        for (index, (change, outcome)) in log.changes.iter().enumerate() {
            match change {
                _ if *outcome == Outcome::Failed => {}
                Change::Participant { thread, user, .. } => {
                    written.participants.insert((thread, user), index);
                }
                Change::MarkRead { thread, id } => {
                    written.receipts.insert((thread, id));
                }
                _ => {}
            }
        }
        written
    }
}
