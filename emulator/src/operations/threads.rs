//! Threads.

use super::call::{Call, Reply, metadata};
use super::paging::{self, Cursor};
use super::participants::{Newcomers, newcomers};
use crate::identity::model;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::Transaction;
use crate::state::{Change, Content, Metadata, Participant, Properties, Retention, Thread};
use crate::time::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use std::cmp::Reverse;
use uuid::Uuid;

/// A thread id's characters in the path of a `Location`, where the live service leaves the `@`.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'@');

pub(super) fn create(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    if call.repeatability_id.as_deref() == Some("") {
        return Err(Refusal::bad_request(
            "The repeatability-request-id is empty.",
        ));
    }
    let key = call
        .repeatability_id
        .as_ref()
        .map(|id| format!("{} {id}", call.user));
    if let Some(answer) = key.as_ref().and_then(|key| transaction.store.repeated(key)) {
        return Ok(created(answer.clone()));
    }
    let metadata = metadata(call.property("metadata"));
    limits::metadata(&metadata)?;
    let Newcomers {
        mut members,
        invalid,
    } = newcomers(call.items("participants"))?;
    if !members.iter().any(|member| member.raw_id == call.user) {
        let creator = Participant {
            raw_id: call.user.clone(),
            display_name: None,
            share_history_time: Timestamp::default(),
            metadata: Metadata::new(),
        };
        members.insert(0, creator);
    }
    let (version, created_on) = transaction.next_version();
    let properties = Properties {
        id: thread_id(version),
        topic: call.text("topic").unwrap_or_default().to_owned(),
        created_on,
        created_by: call.user.clone(),
        deleted_on: None,
        metadata,
        retention: retention(call)?,
    };
    let (id, topic) = (properties.id.clone(), properties.topic.clone());
    let mut answer = json!({ "chatThread": show(&properties) });
    if !invalid.is_empty() {
        answer["invalidParticipants"] = Value::Array(invalid);
    }
    transaction.change(Change::Thread(properties));
    for participant in &members {
        transaction.change(Change::Joined {
            thread: id.clone(),
            participant: participant.clone(),
        });
    }
    transaction.post(
        &id,
        &call.user,
        Content::ParticipantAdded(members),
        Metadata::new(),
    );
    transaction.post(
        &id,
        &call.user,
        Content::TopicUpdated(topic),
        Metadata::new(),
    );
    if let Some(key) = key {
        transaction.change(Change::Repeatable {
            key,
            answer: answer.clone(),
        });
    }
    Ok(created(answer))
}

pub(super) fn list(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let cursor = Cursor::of(call)?;
    let last = |thread: &Thread| {
        thread
            .last_message()
            .map(|message| (message.id, message.created_on))
            .unwrap_or_default()
    };
    let mut threads: Vec<(u64, Timestamp, &Thread)> = transaction
        .store
        .threads
        .values()
        .filter(|thread| thread.participant(&call.user).is_some())
        .map(|thread| (last(thread).0, last(thread).1, thread))
        .filter(|(version, received_on, _)| {
            cursor.before.is_none_or(|before| *version < before) && *received_on >= cursor.since
        })
        .collect();
    threads.sort_by_key(|(version, _, _)| Reverse(*version));
    let items = threads.into_iter().map(|(version, received_on, thread)| {
        let mut item = json!({
            "id": thread.properties.id,
            "topic": thread.properties.topic,
            "lastMessageReceivedOn": received_on.rfc3339(),
        });
        if let Some(deleted_on) = thread.deleted_on(transaction.now) {
            item["deletedOn"] = deleted_on.rfc3339().into();
        }
        (version, item)
    });
    Ok(Reply::json(200, paging::newest_first(call, cursor, items)?))
}

pub(super) fn get(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    Ok(Reply::json(
        200,
        show(&call.joined(transaction)?.0.properties),
    ))
}

pub(super) fn update(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    call.keeps("topic")?;
    let before = &thread.properties;
    let mut properties = before.clone();
    properties.metadata = call.merged(&before.metadata);
    limits::metadata(&properties.metadata)?;
    if call.removes("retentionPolicy") {
        properties.retention = Some(Retention::None);
    } else if let Some(retention) = retention(call)? {
        properties.retention = Some(retention);
    }
    let topic = call
        .text("topic")
        .filter(|topic| *topic != before.topic)
        .map(str::to_owned);
    if let Some(topic) = &topic {
        properties.topic.clone_from(topic);
    }
    let id = properties.id.clone();
    transaction.change(Change::Thread(properties));
    if let Some(topic) = topic {
        transaction.post(
            &id,
            &call.user,
            Content::TopicUpdated(topic),
            Metadata::new(),
        );
    }
    Ok(Reply::empty(204))
}

pub(super) fn delete(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    let properties = Properties {
        deleted_on: Some(transaction.now),
        ..thread.properties.clone()
    };
    transaction.change(Change::Thread(properties));
    Ok(Reply::empty(204))
}

/// The path of a thread, as a `Location` has it.
pub(super) fn location(thread: &str) -> String {
    format!("/chat/threads/{}", utf8_percent_encode(thread, SEGMENT))
}

fn created(answer: Value) -> Reply {
    let location = answer
        .pointer("/chatThread/id")
        .and_then(Value::as_str)
        .map(location)
        .unwrap_or_default();
    Reply::json(201, answer).at(location)
}

/// An id in the form of the live service's. It follows from the version, of which no two threads have the same.
fn thread_id(version: u64) -> String {
    let halves = ["first", "second"]
        .map(|half| Uuid::new_v5(&Uuid::nil(), format!("{half} {version}").as_bytes()));
    format!(
        "19:acsV1_{}1@thread.v2",
        URL_SAFE_NO_PAD.encode(halves.map(Uuid::into_bytes).concat())
    )
}

fn retention(call: &Call<'_>) -> Result<Option<Retention>, Refusal> {
    let Some(policy) = call.property("retentionPolicy") else {
        return Ok(None);
    };
    let Some(days) = policy.get("deleteThreadAfterDays").and_then(Value::as_i64) else {
        return Ok(Some(Retention::None));
    };
    match u32::try_from(days)
        .ok()
        .filter(|days| limits::RETENTION_DAYS.contains(days))
    {
        Some(days) => Ok(Some(Retention::DaysAfterCreation(days))),
        None => Err(Refusal::bad_request(format!(
            "The deleteThreadAfterDays is from {} to {}, not {days}.",
            limits::RETENTION_DAYS.start(),
            limits::RETENTION_DAYS.end()
        ))),
    }
}

fn show(properties: &Properties) -> Value {
    let mut shown = json!({
        "id": properties.id,
        "topic": properties.topic,
        "createdOn": properties.created_on.rfc3339(),
        "createdByCommunicationIdentifier": model(&properties.created_by),
    });
    if !properties.metadata.is_empty() {
        shown["metadata"] = json!(properties.metadata);
    }
    match properties.retention {
        Some(Retention::None) => shown["retentionPolicy"] = json!({ "kind": "none" }),
        Some(Retention::DaysAfterCreation(days)) => {
            shown["retentionPolicy"] =
                json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": days });
        }
        None => {}
    }
    shown
}
