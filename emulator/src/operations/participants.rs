//! Participants of a thread.

use super::paging;
use super::request::{Request, Response, metadata};
use crate::error::ApiError;
use crate::identity::{Eligibility, eligibility, model, raw_id};
use crate::limits;
use crate::state::Transaction;
use crate::state::{Change, Content, Metadata, Participant};
use crate::time::Timestamp;
use serde_json::{Value, json};

/// Participants to add, and the errors of those who cannot be.
pub(super) struct NewParticipants {
    pub(super) added: Vec<Participant>,
    pub(super) invalid: Vec<Value>,
}

pub(super) fn new_participants(participants: &[Value]) -> Result<NewParticipants, ApiError> {
    limits::check_added(participants.len())?;
    let mut new_participants = NewParticipants {
        added: Vec::new(),
        invalid: Vec::new(),
    };
    for participant in participants {
        match eligibility(
            participant
                .get("communicationIdentifier")
                .unwrap_or(&Value::Null),
        )? {
            Eligibility::Unknown(raw_id) => new_participants.invalid.push(json!({
                "code": "403",
                "message": "Permissions check failed",
                "target": raw_id,
            })),
            Eligibility::Eligible(raw_id) => {
                if !new_participants
                    .added
                    .iter()
                    .any(|added| added.raw_id == raw_id)
                {
                    new_participants
                        .added
                        .push(self::participant(raw_id, participant)?);
                }
            }
        }
    }
    Ok(new_participants)
}

pub(super) fn list(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    Ok(Response::json(
        200,
        paging::by_offset(request, &thread.participants, to_json)?,
    ))
}

pub(super) fn add(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    let NewParticipants { mut added, invalid } = new_participants(request.array("participants"))?;
    added.retain(|member| thread.participant(&member.raw_id).is_none());
    limits::check_participants(thread.participants.len() + added.len())?;
    let id = &thread.properties.id;
    for participant in &added {
        transaction.record(Change::Joined {
            thread: id.clone(),
            participant: participant.clone(),
        });
    }
    if !added.is_empty() {
        transaction.add_message(
            id,
            &request.user,
            Content::ParticipantAdded(added),
            Metadata::new(),
        );
    }
    let body = if invalid.is_empty() {
        json!({})
    } else {
        json!({ "invalidParticipants": invalid })
    };
    Ok(Response::json(201, body))
}

pub(super) fn remove(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    let raw_id = raw_id(request.body.as_ref().unwrap_or(&Value::Null))?;
    let removed = thread.participant(&raw_id).ok_or_else(|| {
        ApiError::not_found(format!("{raw_id} is not a participant of the thread."))
    })?;
    let id = &thread.properties.id;
    transaction.record(Change::Left {
        thread: id.clone(),
        raw_id,
    });
    transaction.add_message(
        id,
        &request.user,
        Content::ParticipantRemoved(vec![removed.clone()]),
        Metadata::new(),
    );
    Ok(Response::empty(204))
}

/// A `ChatParticipant`.
pub(crate) fn to_json(participant: &Participant) -> Value {
    let mut shown = json!({
        "communicationIdentifier": model(&participant.raw_id),
        "shareHistoryTime": participant.share_history_time.rfc3339(),
    });
    if let Some(name) = &participant.display_name {
        shown["displayName"] = name.as_str().into();
    }
    if !participant.metadata.is_empty() {
        shown["metadata"] = json!(participant.metadata);
    }
    shown
}

fn participant(raw_id: String, participant: &Value) -> Result<Participant, ApiError> {
    let text = |name| participant.get(name).and_then(Value::as_str);
    let metadata = metadata(participant.get("metadata"));
    limits::check_metadata(&metadata)?;
    Ok(Participant {
        raw_id,
        display_name: text("displayName").map(str::to_owned),
        // The live service returns 1970 for participants added without one: they see all messages.
        share_history_time: text("shareHistoryTime")
            .and_then(Timestamp::parse)
            .unwrap_or_default(),
        metadata,
    })
}
