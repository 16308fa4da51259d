//! The events of a commit.

use super::event_log::EventLog;
use super::view;
use crate::operations::{message_json, receipt_json};
use crate::state::{Change, Committed};
use serde_json::json;
use std::collections::BTreeSet;

/// Publishes what a commit changed: a `thread` with its participants, a `message`, a `receipt`. Each event has the whole new state of what it is about, so that it can be applied twice.
pub(crate) fn publish(log: &EventLog, committed: &Committed<'_>) {
    let Committed {
        store, commit, now, ..
    } = committed;
    let threads: BTreeSet<&str> = commit.changes.iter().filter_map(changed_thread).collect();
    for thread in threads.into_iter().filter_map(|id| store.threads.get(id)) {
        log.push("thread", view::thread(thread, *now).to_string());
    }
    for change in &commit.changes {
        match change {
            Change::Message { thread, message } => {
                let data = json!({ "thread": thread, "message": message_json(message) });
                log.push("message", data.to_string());
            }
            Change::Receipt { thread, receipt } => {
                let data = json!({ "thread": thread, "receipt": receipt_json(receipt) });
                log.push("receipt", data.to_string());
            }
            _ => {}
        }
    }
}

/// The thread whose properties or participants a change is about.
fn changed_thread(change: &Change) -> Option<&str> {
    match change {
        Change::Thread(properties) => Some(&properties.id),
        Change::Joined { thread, .. } | Change::Left { thread, .. } => Some(thread),
        _ => None,
    }
}
