//! Compares the outcomes of calls with the state of the service.

use std::collections::BTreeMap;

use acs_chat_emulator::{Snapshot, ThreadSnapshot};

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
    let threads: BTreeMap<&str, &ThreadSnapshot> = snapshot
        .threads
        .iter()
        .map(|thread| (thread.id.as_str(), thread))
        .collect();
    let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
    let mut contents: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for thread in &snapshot.threads {
        // The topic that a thread was created with is in its first system message.
        if let Some(first) = thread
            .messages
            .iter()
            .find(|message| message.kind == "topicUpdated")
        {
            *topics.entry(&first.content).or_default() += 1;
        }
        for message in &thread.messages {
            *contents.entry((&thread.id, &message.content)).or_default() += 1;
        }
    }
    let mut last_writes = LastWrites::default();
    for (change, outcome) in &log.changes {
        last_writes.record(change, *outcome);
    }
    let mut audit = Audit::default();
    for (index, (change, outcome)) in log.changes.iter().enumerate() {
        let message = |thread: &str, id: &str| {
            let thread = threads.get(thread)?;
            thread.messages.iter().find(|message| message.id == *id)
        };
        let count = match change {
            Change::None => {
                audit.count(*outcome, u64::from(*outcome == Outcome::Succeeded), change);
                continue;
            }
            Change::Create { topic } => topics.get(topic.as_str()).copied().unwrap_or(0),
            Change::Send {
                thread,
                content,
                id,
            } => {
                // A message that was edited or deleted later is present under its id, with other content.
                let changed = id
                    .as_ref()
                    .and_then(|id| message(thread, id))
                    .is_some_and(|m| m.edited || m.deleted);
                let same = contents
                    .get(&(thread.as_str(), content.as_str()))
                    .copied()
                    .unwrap_or(0);
                same + u64::from(changed && same == 0)
            }
            Change::Edit {
                thread,
                id,
                content,
            } => u64::from(message(thread, id).is_some_and(|message| message.content == *content)),
            Change::Delete { thread, id } => {
                u64::from(message(thread, id).is_some_and(|message| message.deleted))
            }
            // Only the last of several changes that overwrite each other can be looked up.
            Change::Rename { thread, topic } => match last_writes.renamed.get(thread) {
                Some(at) if *at == index => u64::from(
                    threads
                        .get(thread.as_str())
                        .is_some_and(|t| t.topic == *topic),
                ),
                _ => u64::from(*outcome == Outcome::Succeeded),
            },
            Change::Participant {
                thread,
                user,
                present,
            } => match last_writes
                .participants
                .get(&(thread.clone(), user.clone()))
            {
                Some(at) if *at == index => {
                    let is = threads
                        .get(thread.as_str())
                        .is_some_and(|t| t.participants.contains(user));
                    u64::from(is == *present)
                }
                _ => u64::from(*outcome == Outcome::Succeeded),
            },
            // The service keeps the receipt of the newest message read.
            Change::Read { thread, id } => {
                let receipts = threads
                    .get(thread.as_str())
                    .map(|thread| &thread.read_receipts);
                let read =
                    receipts.is_some_and(|all| all.iter().any(|receipt| receipt.message_id >= *id));
                u64::from(read)
            }
        };
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

/// The last of the changes that overwrite each other and may have been processed, by index. A task makes its calls one
/// after the other, and no two tasks use the same thread.
#[derive(Default)]
struct LastWrites {
    count: usize,
    renamed: BTreeMap<String, usize>,
    participants: BTreeMap<(String, String), usize>,
}

impl LastWrites {
    fn record(&mut self, change: &Change, outcome: Outcome) {
        let index = self.count;
        self.count += 1;
        if outcome == Outcome::Failed {
            return;
        }
        match change {
            Change::Rename { thread, .. } => {
                self.renamed.insert(thread.clone(), index);
            }
            Change::Participant { thread, user, .. } => {
                self.participants
                    .insert((thread.clone(), user.clone()), index);
            }
            _ => {}
        }
    }
}
