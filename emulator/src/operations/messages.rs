//! Messages.

use super::call::{Call, Reply, metadata};
use super::paging::{self, Cursor};
use super::{participants, threads};
use crate::identity::model;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::Transaction;
use crate::state::{Change, Content, Message, Metadata, Participant, Thread};
use crate::time::Timestamp;
use serde_json::{Value, json};

pub(super) fn send(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    let html = match call.text("type") {
        None | Some("text") => false,
        Some("html") => true,
        Some(other) => {
            return Err(Refusal::bad_request(format!(
                "A message of type {other} is the service's own, send text or html."
            )));
        }
    };
    let text = call.text("content").unwrap_or_default().to_owned();
    limits::message(&text)?;
    let sender_display_name = call
        .text("senderDisplayName")
        .unwrap_or_default()
        .to_owned();
    let content = Content::Written {
        html,
        text,
        sender_display_name,
    };
    let thread = &thread.properties.id;
    let id = transaction
        .post(
            thread,
            &call.user,
            content,
            metadata(call.property("metadata")),
        )
        .to_string();
    let location = format!("{}/messages/{id}", threads::location(thread));
    Ok(Reply::json(201, json!({ "id": id })).at(location))
}

pub(super) fn list(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, reader) = call.joined(transaction)?;
    let cursor = Cursor::of(call)?;
    let items = thread
        .by_version
        .range(..cursor.before.unwrap_or(u64::MAX))
        .rev()
        .take_while(|(version, _)| **version >= cursor.since.millis())
        .filter_map(|(version, id)| Some((*version, thread.messages.get(id)?)))
        .filter(|(_, message)| visible(message, reader))
        .map(|(version, message)| (version, show(message)));
    Ok(Reply::json(200, paging::newest_first(call, cursor, items)?))
}

pub(super) fn get(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, reader) = call.joined(transaction)?;
    Ok(Reply::json(200, show(named(call, thread, reader)?)))
}

pub(super) fn update(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, reader) = call.joined(transaction)?;
    let message = own(call, thread, reader)?;
    call.keeps("content")?;
    if message.deleted_on.is_some() {
        return Err(Refusal::bad_request(
            "The message was deleted, it cannot be edited.",
        ));
    }
    if !["content", "metadata"]
        .into_iter()
        .any(|name| call.property(name).is_some() || call.removes(name))
    {
        return Ok(Reply::empty(204));
    }
    let mut message = message.clone();
    if let (Some(new), Content::Written { text, .. }) = (call.text("content"), &mut message.content)
    {
        limits::message(new)?;
        new.clone_into(text);
    }
    message.metadata = call.merged(&message.metadata);
    let (version, edited_on) = transaction.next_version();
    (message.version, message.edited_on) = (version, Some(edited_on));
    transaction.change(Change::Message {
        thread: thread.properties.id.clone(),
        message,
    });
    Ok(Reply::empty(204))
}

pub(super) fn delete(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, reader) = call.joined(transaction)?;
    let message = own(call, thread, reader)?;
    if message.deleted_on.is_some() {
        return Ok(Reply::empty(204));
    }
    let mut message = message.clone();
    if let Content::Written { text, .. } = &mut message.content {
        text.clear();
    }
    message.metadata = Metadata::new();
    let (version, deleted_on) = transaction.next_version();
    (message.version, message.deleted_on) = (version, Some(deleted_on));
    transaction.change(Change::Message {
        thread: thread.properties.id.clone(),
        message,
    });
    Ok(Reply::empty(204))
}

/// The message of an id, if the reader may see it.
pub(super) fn find<'t>(
    thread: &'t Thread,
    reader: &Participant,
    id: &str,
) -> Result<&'t Message, Refusal> {
    let number: u64 = id
        .parse()
        .map_err(|_| Refusal::bad_request(format!("Value for MessageId ({id}) is not valid.")))?;
    let message = thread
        .messages
        .get(&number)
        .filter(|message| visible(message, reader));
    message.ok_or_else(|| Refusal::not_found("The specified message id was not found."))
}

fn named<'t>(
    call: &Call<'_>,
    thread: &'t Thread,
    reader: &Participant,
) -> Result<&'t Message, Refusal> {
    find(thread, reader, call.path_argument("chatMessageId"))
}

/// The message in the path, if it is one that the caller sent.
fn own<'t>(
    call: &Call<'_>,
    thread: &'t Thread,
    reader: &Participant,
) -> Result<&'t Message, Refusal> {
    let message = named(call, thread, reader)?;
    if message.author != call.user || !matches!(message.content, Content::Written { .. }) {
        return Err(Refusal::forbidden(
            "Only the sender of a message may edit or delete it.",
        ));
    }
    Ok(message)
}

/// Whether a message belongs to the part of the history that a participant may read.
fn visible(message: &Message, reader: &Participant) -> bool {
    message.created_on >= reader.share_history_time
}

fn show(message: &Message) -> Value {
    let author = model(&message.author);
    let people = |list: &[Participant]| list.iter().map(participants::show).collect::<Vec<_>>();
    let (kind, content) = match &message.content {
        Content::Written {
            html: false, text, ..
        } => ("text", json!({ "message": text })),
        Content::Written {
            html: true, text, ..
        } => ("html", json!({ "message": text, "attachments": [] })),
        Content::TopicUpdated(topic) => (
            "topicUpdated",
            json!({ "topic": topic, "initiatorCommunicationIdentifier": author }),
        ),
        Content::ParticipantAdded(list) => (
            "participantAdded",
            json!({ "participants": people(list), "initiatorCommunicationIdentifier": author }),
        ),
        Content::ParticipantRemoved(list) => (
            "participantRemoved",
            json!({ "participants": people(list), "initiatorCommunicationIdentifier": author }),
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
    if let Content::Written {
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
