//! Messages.

use super::paging::{self, Cursor};
use super::request::{Request, Response, metadata};
use super::{participants, threads};
use crate::error::ApiError;
use crate::identity::model;
use crate::limits;
use crate::state::Transaction;
use crate::state::{Change, Content, Message, Metadata, Participant, Thread};
use crate::time::Timestamp;
use serde_json::{Value, json};

pub(super) fn send(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    let html = match request.string("type") {
        None | Some("text") => false,
        Some("html") => true,
        Some(other) => {
            return Err(ApiError::bad_request(format!(
                "Messages of type {other} are created by the service, send text or html."
            )));
        }
    };
    let text = request.string("content").unwrap_or_default().to_owned();
    limits::check_message(&text)?;
    let sender_display_name = request
        .string("senderDisplayName")
        .unwrap_or_default()
        .to_owned();
    let content = Content::Text {
        html,
        text,
        sender_display_name,
    };
    let thread = &thread.properties.id;
    let id = transaction
        .add_message(
            thread,
            &request.user,
            content,
            metadata(request.property("metadata")),
        )
        .to_string();
    let location = format!("{}/messages/{id}", threads::location(thread));
    Ok(Response::json(201, json!({ "id": id })).with_location(location))
}

pub(super) fn list(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, reader) = request.thread(transaction)?;
    let cursor = Cursor::new(request)?;
    let items = thread
        .by_version
        .range(..cursor.before.as_ref().map_or(u64::MAX, |before| before.0))
        .rev()
        // A version is not less than the time of its change.
        .take_while(|(version, _)| **version >= cursor.since.millis())
        .filter_map(|(version, id)| Some((*version, thread.messages.get(id)?)))
        .filter(|(_, message)| message.changed_on() >= cursor.since && is_visible(message, reader))
        .map(|(version, message)| ((version, String::new()), to_json(message)));
    Ok(Response::json(
        200,
        paging::newest_first(request, &cursor, limits::DEFAULT_MESSAGES, items)?,
    ))
}

pub(super) fn get(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, reader) = request.thread(transaction)?;
    Ok(Response::json(
        200,
        to_json(message_in_path(request, thread, reader)?),
    ))
}

pub(super) fn update(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, reader) = request.thread(transaction)?;
    let message = own_message(request, thread, reader)?;
    request.require_not_null("content")?;
    if message.deleted_on.is_some() {
        return Err(ApiError::bad_request("A deleted message cannot be edited."));
    }
    if !["content", "metadata"]
        .into_iter()
        .any(|name| request.property(name).is_some() || request.is_null(name))
    {
        return Ok(Response::empty(204));
    }
    let mut message = message.clone();
    if let (Some(new), Content::Text { text, .. }) =
        (request.string("content"), &mut message.content)
    {
        limits::check_message(new)?;
        new.clone_into(text);
    }
    message.metadata = request.merge_metadata(&message.metadata);
    message.version = transaction.next_version(&thread.properties.id);
    message.edited_on = Some(transaction.now);
    transaction.record(Change::Message {
        thread: thread.properties.id.clone(),
        message,
    });
    Ok(Response::empty(204))
}

pub(super) fn delete(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, reader) = request.thread(transaction)?;
    let message = own_message(request, thread, reader)?;
    if message.deleted_on.is_some() {
        return Ok(Response::empty(204));
    }
    let mut message = message.clone();
    if let Content::Text { text, .. } = &mut message.content {
        text.clear();
    }
    message.metadata = Metadata::new();
    message.version = transaction.next_version(&thread.properties.id);
    message.deleted_on = Some(transaction.now);
    transaction.record(Change::Message {
        thread: thread.properties.id.clone(),
        message,
    });
    Ok(Response::empty(204))
}

/// The message with this id, if it is visible to the reader.
pub(super) fn find<'t>(
    thread: &'t Thread,
    reader: &Participant,
    id: &str,
) -> Result<&'t Message, ApiError> {
    let number: u64 = id
        .parse()
        .map_err(|_| ApiError::bad_request(format!("Value for MessageId ({id}) is not valid.")))?;
    let message = thread
        .messages
        .get(&number)
        .filter(|message| is_visible(message, reader));
    message.ok_or_else(|| ApiError::not_found("The specified message id was not found."))
}

fn message_in_path<'t>(
    request: &Request<'_>,
    thread: &'t Thread,
    reader: &Participant,
) -> Result<&'t Message, ApiError> {
    find(thread, reader, request.path_parameter("chatMessageId"))
}

/// The message in the path, if the caller sent it.
fn own_message<'t>(
    request: &Request<'_>,
    thread: &'t Thread,
    reader: &Participant,
) -> Result<&'t Message, ApiError> {
    let message = message_in_path(request, thread, reader)?;
    if message.author != request.user || !matches!(message.content, Content::Text { .. }) {
        return Err(ApiError::forbidden(
            "Only the sender of a message may edit or delete it.",
        ));
    }
    Ok(message)
}

/// Whether a message is in the history that is shared with a participant.
fn is_visible(message: &Message, reader: &Participant) -> bool {
    message.created_on >= reader.share_history_time
}

/// A `ChatMessage`.
pub(crate) fn to_json(message: &Message) -> Value {
    let author = model(&message.author);
    let participants_json =
        |list: &[Participant]| list.iter().map(participants::to_json).collect::<Vec<_>>();
    let (kind, content) = match &message.content {
        Content::Text {
            html: false, text, ..
        } => ("text", json!({ "message": text, "attachments": [] })),
        Content::Text {
            html: true, text, ..
        } => ("html", json!({ "message": text, "attachments": [] })),
        Content::TopicUpdated(topic) => (
            "topicUpdated",
            json!({ "topic": topic, "initiatorCommunicationIdentifier": author }),
        ),
        Content::ParticipantAdded(list) => (
            "participantAdded",
            json!({ "participants": participants_json(list), "initiatorCommunicationIdentifier": author }),
        ),
        Content::ParticipantRemoved(list) => (
            "participantRemoved",
            json!({ "participants": participants_json(list), "initiatorCommunicationIdentifier": author }),
        ),
    };
    let mut shown = json!({
        "id": message.id.to_string(),
        "type": kind,
        "sequenceId": message.sequence.to_string(),
        "version": message.version.to_string(),
        "content": content,
        "createdOn": message.created_on.rfc3339(),
    });
    if let Content::Text {
        sender_display_name,
        ..
    } = &message.content
    {
        shown["senderDisplayName"] = sender_display_name.as_str().into();
        shown["senderCommunicationIdentifier"] = author;
    }
    for (name, time) in [
        ("editedOn", message.edited_on),
        ("deletedOn", message.deleted_on),
    ] {
        if let Some(time) = time.map(Timestamp::rfc3339) {
            shown[name] = time.into();
        }
    }
    if !message.metadata.is_empty() {
        shown["metadata"] = json!(message.metadata);
    }
    shown
}
