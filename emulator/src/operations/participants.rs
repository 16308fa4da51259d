//! Participants of a thread.

use super::call::{Call, Reply, metadata};
use super::paging;
use crate::identity::{Admission, admit, model, raw_id};
use crate::limits;
use crate::refusal::Refusal;
use crate::state::Transaction;
use crate::state::{Change, Content, Metadata, Participant};
use crate::time::Timestamp;
use serde_json::{Value, json};

/// Those who are to join: who can, and the errors about who cannot.
pub(super) struct Newcomers {
    pub(super) members: Vec<Participant>,
    pub(super) invalid: Vec<Value>,
}

pub(super) fn newcomers(participants: &[Value]) -> Result<Newcomers, Refusal> {
    limits::added(participants.len())?;
    let mut newcomers = Newcomers {
        members: Vec::new(),
        invalid: Vec::new(),
    };
    for participant in participants {
        match admit(
            participant
                .get("communicationIdentifier")
                .unwrap_or(&Value::Null),
        )? {
            Admission::Unknown(raw_id) => newcomers.invalid.push(json!({
                "code": "403",
                "message": "Permissions check failed",
                "target": raw_id,
            })),
            Admission::Member(raw_id) => {
                if !newcomers
                    .members
                    .iter()
                    .any(|member| member.raw_id == raw_id)
                {
                    newcomers.members.push(member(raw_id, participant)?);
                }
            }
        }
    }
    Ok(newcomers)
}

pub(super) fn list(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    Ok(Reply::json(
        200,
        paging::skipping(call, &thread.participants, show)?,
    ))
}

pub(super) fn add(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    let Newcomers {
        mut members,
        invalid,
    } = newcomers(call.items("participants"))?;
    members.retain(|member| thread.participant(&member.raw_id).is_none());
    limits::participants(thread.participants.len() + members.len())?;
    let id = &thread.properties.id;
    for participant in &members {
        transaction.change(Change::Joined {
            thread: id.clone(),
            participant: participant.clone(),
        });
    }
    if !members.is_empty() {
        transaction.post(
            id,
            &call.user,
            Content::ParticipantAdded(members),
            Metadata::new(),
        );
    }
    let body = if invalid.is_empty() {
        json!({})
    } else {
        json!({ "invalidParticipants": invalid })
    };
    Ok(Reply::json(201, body))
}

pub(super) fn remove(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    let raw_id = raw_id(call.arguments.body.as_ref().unwrap_or(&Value::Null))?;
    let leaving = thread.participant(&raw_id).ok_or_else(|| {
        Refusal::not_found(format!("{raw_id} is not a participant of the thread."))
    })?;
    let id = &thread.properties.id;
    transaction.change(Change::Left {
        thread: id.clone(),
        raw_id,
    });
    transaction.post(
        id,
        &call.user,
        Content::ParticipantRemoved(vec![leaving.clone()]),
        Metadata::new(),
    );
    Ok(Reply::empty(204))
}

pub(super) fn show(participant: &Participant) -> Value {
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

fn member(raw_id: String, participant: &Value) -> Result<Participant, Refusal> {
    let text = |name| participant.get(name).and_then(Value::as_str);
    let metadata = metadata(participant.get("metadata"));
    limits::metadata(&metadata)?;
    Ok(Participant {
        raw_id,
        display_name: text("displayName").map(str::to_owned),
        // The live service answers 1970 for those who were added without one: they see everything.
        share_history_time: text("shareHistoryTime")
            .and_then(Timestamp::parse)
            .unwrap_or_default(),
        metadata,
    })
}
