//! Threads.

use super::paging::{self, Cursor, Position};
use super::participants::{NewParticipants, new_participants};
use super::request::{Request, Response, metadata};
use crate::error::ApiError;
use crate::identity::model;
use crate::limits;
use crate::state::Transaction;
use crate::state::{Change, Content, Metadata, Participant, Properties, Retention, Thread};
use crate::time::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use uuid::Uuid;

/// Percent-encoding of a thread id in a `Location`, where the live service keeps the `@`.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'@');

pub(super) fn create(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    if request.repeatability_id.as_deref() == Some("") {
        return Err(ApiError::bad_request(
            "The repeatability-request-id must not be empty.",
        ));
    }
    let key = request
        .repeatability_id
        .as_ref()
        .map(|id| format!("{} {id}", request.user));
    if let Some(response) = key
        .as_ref()
        .and_then(|key| transaction.store.first_response(key))
    {
        return Ok(created(response.clone()));
    }
    let metadata = metadata(request.property("metadata"));
    limits::check_metadata(&metadata)?;
    let NewParticipants { mut added, invalid } = new_participants(request.array("participants"))?;
    if !added.iter().any(|member| member.raw_id == request.user) {
        let creator = Participant {
            raw_id: request.user.clone(),
            display_name: None,
            share_history_time: Timestamp::default(),
            metadata: Metadata::new(),
        };
        added.insert(0, creator);
    }
    let version = transaction.next_version("");
    let properties = Properties {
        id: thread_id(version, transaction.store.threads.len()),
        topic: request.string("topic").unwrap_or_default().to_owned(),
        created_on: transaction.now,
        created_by: request.user.clone(),
        deleted_on: None,
        metadata,
        retention: retention(request)?,
    };
    let (id, topic) = (properties.id.clone(), properties.topic.clone());
    let mut response = json!({ "chatThread": to_json(&properties) });
    if !invalid.is_empty() {
        response["invalidParticipants"] = Value::Array(invalid);
    }
    transaction.record(Change::Thread(properties));
    for participant in &added {
        transaction.record(Change::Joined {
            thread: id.clone(),
            participant: participant.clone(),
        });
    }
    transaction.add_message(
        &id,
        &request.user,
        Content::ParticipantAdded(added),
        Metadata::new(),
    );
    transaction.add_message(
        &id,
        &request.user,
        Content::TopicUpdated(topic),
        Metadata::new(),
    );
    if let Some(key) = key {
        transaction.record(Change::Repeatable {
            key,
            response: response.clone(),
        });
    }
    Ok(created(response))
}

pub(super) fn list(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let cursor = Cursor::new(request)?;
    let mut threads: Vec<(Position, Timestamp, &Thread)> = transaction
        .store
        .threads_of(&request.user)
        .map(|thread| {
            let (version, received_on) = thread
                .last_message()
                .map(|message| (message.id, message.created_on))
                .unwrap_or_default();
            ((version, thread.properties.id.clone()), received_on, thread)
        })
        .filter(|(position, received_on, _)| {
            let is_after = cursor
                .before
                .as_ref()
                .is_none_or(|before| position < before);
            is_after && *received_on >= cursor.since
        })
        .collect();
    threads.sort_by(|(one, ..), (other, ..)| other.cmp(one));
    let items = threads.into_iter().map(|(position, received_on, thread)| {
        let mut item = json!({
            "id": thread.properties.id,
            "topic": thread.properties.topic,
            "lastMessageReceivedOn": received_on.rfc3339(),
        });
        if let Some(deleted_on) = thread.deleted_on(transaction.now) {
            item["deletedOn"] = deleted_on.rfc3339().into();
        }
        (position, item)
    });
    Ok(Response::json(
        200,
        paging::newest_first(request, &cursor, limits::PAGE_SIZE, items)?,
    ))
}

pub(super) fn get(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    Ok(Response::json(
        200,
        to_json(&request.thread(transaction)?.0.properties),
    ))
}

pub(super) fn update(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    request.require_not_null("topic")?;
    let before = &thread.properties;
    let mut properties = before.clone();
    properties.metadata = request.merge_metadata(&before.metadata);
    limits::check_metadata(&properties.metadata)?;
    if request.is_null("retentionPolicy") {
        properties.retention = Some(Retention::None);
    } else if let Some(retention) = retention(request)? {
        properties.retention = Some(retention);
    }
    let topic = request
        .string("topic")
        .filter(|topic| *topic != before.topic)
        .map(str::to_owned);
    if let Some(topic) = &topic {
        properties.topic.clone_from(topic);
    }
    let id = properties.id.clone();
    transaction.record(Change::Thread(properties));
    if let Some(topic) = topic {
        transaction.add_message(
            &id,
            &request.user,
            Content::TopicUpdated(topic),
            Metadata::new(),
        );
    }
    Ok(Response::empty(204))
}

pub(super) fn delete(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    let properties = Properties {
        deleted_on: Some(transaction.now),
        ..thread.properties.clone()
    };
    transaction.record(Change::Thread(properties));
    Ok(Response::empty(204))
}

/// The path of a thread in a `Location`.
pub(super) fn location(thread: &str) -> String {
    format!("/chat/threads/{}", utf8_percent_encode(thread, SEGMENT))
}

fn created(response: Value) -> Response {
    let location = response
        .pointer("/chatThread/id")
        .and_then(Value::as_str)
        .map(location)
        .unwrap_or_default();
    Response::json(201, response).with_location(location)
}

/// A thread id in the live service's format, unique because no two threads have the same number.
fn thread_id(version: u64, number: usize) -> String {
    let halves = ["first", "second"].map(|half| {
        Uuid::new_v5(
            &Uuid::nil(),
            format!("{half} {version} {number}").as_bytes(),
        )
    });
    format!(
        "19:acsV1_{}1@thread.v2",
        URL_SAFE_NO_PAD.encode(halves.map(Uuid::into_bytes).concat())
    )
}

fn retention(request: &Request<'_>) -> Result<Option<Retention>, ApiError> {
    let Some(policy) = request.property("retentionPolicy") else {
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
        None => Err(ApiError::bad_request(format!(
            "The deleteThreadAfterDays must be from {} to {}, not {days}.",
            limits::RETENTION_DAYS.start(),
            limits::RETENTION_DAYS.end()
        ))),
    }
}

/// A `ChatThreadProperties`.
pub(crate) fn to_json(properties: &Properties) -> Value {
    let mut shown = json!({
        "id": properties.id,
        "topic": properties.topic,
        "createdOn": properties.created_on.rfc3339(),
        "createdByCommunicationIdentifier": model(&properties.created_by),
    });
    if !properties.metadata.is_empty() {
        shown["metadata"] = json!(properties.metadata);
    }
    shown["retentionPolicy"] = match properties.retention {
        Some(Retention::DaysAfterCreation(days)) => {
            json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": days })
        }
        Some(Retention::None) | None => json!({ "kind": "none" }),
    };
    shown
}
