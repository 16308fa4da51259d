//! What the page shows of the state. Messages, participants and receipts are in the form of the API.

use crate::operations::{message_json, participant_json, receipt_json};
use crate::state::Thread;
use crate::time::Timestamp;
use serde_json::{Value, json};

/// Messages on a page.
const PAGE: usize = 100;

/// Which messages of a thread a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The latest.
    End,
    /// The latest before the one with this id.
    Before(u64),
    /// The first after the one with this id.
    After(u64),
}

/// A thread in the list of threads.
pub(super) fn summary(thread: &Thread, now: Timestamp) -> Value {
    let last = thread.last_message();
    json!({
        "id": thread.properties.id,
        "topic": thread.properties.topic,
        "createdOn": thread.properties.created_on.rfc3339(),
        "deletedOn": thread.deleted_on(now).map(Timestamp::rfc3339),
        "participantCount": thread.participants.len(),
        "messageCount": thread.messages.len(),
        "lastMessageId": last.map_or(0, |last| last.id).to_string(),
    })
}

/// A thread with its participants and read receipts.
pub(super) fn thread(thread: &Thread, now: Timestamp) -> Value {
    let mut shown = summary(thread, now);
    let participants: Vec<Value> = thread.participants.iter().map(participant_json).collect();
    shown["participants"] = participants.into();
    let receipts: Vec<Value> = thread.receipts.iter().map(receipt_json).collect();
    shown["receipts"] = receipts.into();
    shown
}

/// A page of messages, oldest first, and whether there are others on either side.
pub(super) fn messages(thread: &Thread, place: Place) -> Value {
    let ids = &thread.messages;
    let mut page: Vec<_> = match place {
        Place::End => ids.iter().rev().take(PAGE).collect(),
        Place::Before(id) => ids.range(..id).rev().take(PAGE).collect(),
        Place::After(id) => ids.range(id.saturating_add(1)..).take(PAGE).collect(),
    };
    page.sort_by_key(|(id, _)| **id);
    let (first, last) = (page.first(), page.last());
    let has_older = first.is_some_and(|(id, _)| ids.range(..**id).next().is_some());
    let has_newer = last.is_some_and(|(id, _)| ids.range(**id + 1..).next().is_some());
    let shown: Vec<Value> = page
        .iter()
        .map(|(_, message)| message_json(message))
        .collect();
    json!({ "messages": shown, "hasOlder": has_older, "hasNewer": has_newer })
}
