//! Compares what callers were told with what the service holds.

use std::collections::BTreeMap;

use acs_chat_emulator::{Snapshot, ThreadSnapshot};

use super::log::{Change, Log, Told};

/// What the comparison came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Told done, and there.
    pub done_and_there: u64,
    /// Told failed, and not there.
    pub failed_and_absent: u64,
    /// Told that it may have been done: there, and not there.
    pub maybe_there: u64,
    pub maybe_absent: u64,
    /// Told done, and not there.
    pub lost: Vec<String>,
    /// There more than once.
    pub doubled: Vec<String>,
    /// Told failed, and there.
    pub denied: Vec<String>,
}

/// Finds each change in what the service holds.
pub fn audit(log: &Log, held: &Snapshot) -> Audit {
    let threads: BTreeMap<&str, &ThreadSnapshot> = held
        .threads
        .iter()
        .map(|thread| (thread.id.as_str(), thread))
        .collect();
    let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
    let mut contents: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for thread in &held.threads {
        // The first topic stands in the message that the creation left.
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
    let mut last = Last::default();
    for (change, told) in &log.changes {
        last.note(change, *told);
    }
    let mut audit = Audit::default();
    for (index, (change, told)) in log.changes.iter().enumerate() {
        let message = |thread: &str, id: &str| {
            let thread = threads.get(thread)?;
            thread.messages.iter().find(|message| message.id == *id)
        };
        let count = match change {
            Change::Nothing => {
                audit.take(*told, u64::from(*told == Told::Done), change);
                continue;
            }
            Change::Create { topic } => topics.get(topic.as_str()).copied().unwrap_or(0),
            Change::Send {
                thread,
                content,
                id,
            } => {
                // What was edited or deleted later is there under its id, with another content.
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
            // Only the last of several that overwrite each other can be found.
            Change::Rename { thread, topic } => match last.renamed.get(thread) {
                Some(at) if *at == index => u64::from(
                    threads
                        .get(thread.as_str())
                        .is_some_and(|t| t.topic == *topic),
                ),
                _ => u64::from(*told == Told::Done),
            },
            Change::Join {
                thread,
                user,
                there,
            } => match last.joined.get(&(thread.clone(), user.clone())) {
                Some(at) if *at == index => {
                    let is = threads
                        .get(thread.as_str())
                        .is_some_and(|t| t.participants.contains(user));
                    u64::from(is == *there)
                }
                _ => u64::from(*told == Told::Done),
            },
            // The service keeps the newest message that somebody has read.
            Change::Read { thread, id } => {
                let receipts = threads
                    .get(thread.as_str())
                    .map(|thread| &thread.read_receipts);
                let read =
                    receipts.is_some_and(|all| all.iter().any(|receipt| receipt.message_id >= *id));
                u64::from(read)
            }
        };
        audit.take(*told, count, change);
    }
    audit
}

impl Audit {
    fn take(&mut self, told: Told, count: u64, change: &Change) {
        match (told, count) {
            (_, 2..) => self.doubled.push(format!("{change:?}")),
            (Told::Done, 1) => self.done_and_there += 1,
            (Told::Done, _) => self.lost.push(format!("{change:?}")),
            (Told::Failed, 0) => self.failed_and_absent += 1,
            (Told::Failed, _) => self.denied.push(format!("{change:?}")),
            (Told::MaybeSent, 0) => self.maybe_absent += 1,
            (Told::MaybeSent, _) => self.maybe_there += 1,
        }
    }
}

/// Which of the changes that overwrite each other was the last that may have taken effect. A task makes its calls one
/// after the other, and no two work in the same thread.
#[derive(Default)]
struct Last {
    count: usize,
    renamed: BTreeMap<String, usize>,
    joined: BTreeMap<(String, String), usize>,
}

impl Last {
    fn note(&mut self, change: &Change, told: Told) {
        let index = self.count;
        self.count += 1;
        if told == Told::Failed {
            return;
        }
        match change {
            Change::Rename { thread, .. } => {
                self.renamed.insert(thread.clone(), index);
            }
            Change::Join { thread, user, .. } => {
                self.joined.insert((thread.clone(), user.clone()), index);
            }
            _ => {}
        }
    }
}
