//! What happens in a commit, and what there is to say about it.

use crate::identity::model;
use crate::operations::{message_json, participant_json, thread_json};
use crate::state::{Change, Commit, Committed, Content, Message, Participant, Thread, Typing};
use serde_json::{Map, Value, json};

/// Two events that tell of the same: one a thread, and one a user.
#[derive(Debug)]
pub(super) struct Kind {
    /// The event's name and, in its subject, what somebody has to do with it.
    pub(super) of_thread: (&'static str, &'static str),
    pub(super) of_user: Option<(&'static str, &'static str)>,
}

const RECEIVED: Kind = Kind {
    of_thread: ("ChatMessageReceivedInThread", "sender"),
    of_user: Some(("ChatMessageReceived", "sender")),
};
const EDITED: Kind = Kind {
    of_thread: ("ChatMessageEditedInThread", "sender"),
    of_user: Some(("ChatMessageEdited", "sender")),
};
const DELETED: Kind = Kind {
    of_thread: ("ChatMessageDeletedInThread", "sender"),
    of_user: Some(("ChatMessageDeleted", "sender")),
};
const THREAD_CREATED: Kind = Kind {
    of_thread: ("ChatThreadCreated", "createdBy"),
    of_user: Some(("ChatThreadCreatedWithUser", "createdBy")),
};
const THREAD_UPDATED: Kind = Kind {
    of_thread: ("ChatThreadPropertiesUpdated", "editedBy"),
    of_user: Some(("ChatThreadPropertiesUpdatedPerUser", "editedBy")),
};
const THREAD_DELETED: Kind = Kind {
    of_thread: ("ChatThreadDeleted", "deletedBy"),
    of_user: Some(("ChatThreadWithUserDeleted", "deletedBy")),
};
const ADDED: Kind = Kind {
    of_thread: ("ChatThreadParticipantAdded", "participantadded"),
    of_user: Some(("ChatParticipantAddedToThreadWithUser", "participantAdded")),
};
const REMOVED: Kind = Kind {
    of_thread: ("ChatThreadParticipantRemoved", "participantremoved"),
    of_user: Some((
        "ChatParticipantRemovedFromThreadWithUser",
        "participantRemoved",
    )),
};
const TYPING: Kind = Kind {
    of_thread: ("ChatTypingIndicatorReceivedInThread", "sender"),
    of_user: None,
};

/// Something that happened in a thread.
pub(super) struct Happening {
    pub(super) kind: &'static Kind,
    pub(super) thread: String,
    /// The raw id in the subject.
    pub(super) who: String,
    /// Everything that any event says about it, by the names of the events' document.
    pub(super) facts: Map<String, Value>,
    /// The raw ids of the participants but the one who acted.
    pub(super) recipients: Vec<String>,
}

/// What happened in a commit.
pub(super) fn happenings(committed: &Committed<'_>) -> Vec<Happening> {
    let commit = committed.commit;
    let is_new = created(commit);
    let mut found = Vec::new();
    for change in &commit.changes {
        match change {
            Change::Thread(properties) => {
                let kind = match properties.deleted_on {
                    Some(_) => &THREAD_DELETED,
                    None if is_new => &THREAD_CREATED,
                    None => &THREAD_UPDATED,
                };
                found.extend(committed.thread_event(kind, &properties.id));
            }
            Change::Message { thread, message } => match &message.content {
                Content::Text { .. } => {
                    let kind = match (message.deleted_on, message.edited_on) {
                        (Some(_), _) => &DELETED,
                        (None, Some(_)) => &EDITED,
                        (None, None) => &RECEIVED,
                    };
                    let facts = message_facts(message);
                    found.extend(committed.happening(kind, thread, &message.author, facts));
                }
                Content::ParticipantAdded(list) if !is_new => {
                    let event = |added| committed.participant_event(&ADDED, thread, added);
                    found.extend(list.iter().filter_map(event));
                }
                Content::ParticipantRemoved(list) => {
                    let event = |removed| committed.participant_event(&REMOVED, thread, removed);
                    found.extend(list.iter().filter_map(event));
                }
                Content::ParticipantAdded(_) | Content::TopicUpdated(_) => {}
            },
            _ => {}
        }
    }
    if let Some(typing) = &commit.typing {
        let facts = typing_facts(typing, committed.actor);
        found.extend(committed.happening(&TYPING, &typing.thread, committed.actor, facts));
    }
    found
}

/// Whether the commit creates a thread.
fn created(commit: &Commit) -> bool {
    let has = |wanted: fn(&Change) -> bool| commit.changes.iter().any(wanted);
    has(|change| matches!(change, Change::Thread(_)))
        && has(|change| matches!(change, Change::Joined { .. }))
}

impl Committed<'_> {
    /// `None` for a thread that the store does not have.
    fn happening(
        &self,
        kind: &'static Kind,
        thread: &str,
        who: &str,
        mut facts: Map<String, Value>,
    ) -> Option<Happening> {
        let participants = &self.store.threads.get(thread)?.participants;
        let others = participants
            .iter()
            .map(|participant| &participant.raw_id)
            .filter(|raw_id| **raw_id != self.actor);
        facts.insert("threadId".into(), thread.into());
        Some(Happening {
            kind,
            thread: thread.to_owned(),
            who: who.to_owned(),
            facts,
            recipients: others.cloned().collect(),
        })
    }

    fn thread_event(&self, kind: &'static Kind, id: &str) -> Option<Happening> {
        let thread = self.store.threads.get(id)?;
        let mut facts = self.thread_facts(thread);
        let participants: Vec<Value> = thread.participants.iter().map(participant).collect();
        facts.insert("participants".into(), participants.into());
        let actor = model(self.actor);
        facts.insert("editedByCommunicationIdentifier".into(), actor.clone());
        facts.insert("editTime".into(), self.now.rfc3339().into());
        facts.insert("deletedByCommunicationIdentifier".into(), actor);
        facts.insert("deleteTime".into(), self.now.rfc3339().into());
        self.happening(kind, id, self.actor, facts)
    }

    fn participant_event(
        &self,
        kind: &'static Kind,
        thread: &str,
        who: &Participant,
    ) -> Option<Happening> {
        let mut facts = self.thread_facts(self.store.threads.get(thread)?);
        let actor = model(self.actor);
        facts.insert("time".into(), self.now.rfc3339().into());
        facts.insert("addedByCommunicationIdentifier".into(), actor.clone());
        facts.insert("participantAdded".into(), participant(who));
        facts.insert("removedByCommunicationIdentifier".into(), actor);
        facts.insert("participantRemoved".into(), participant(who));
        self.happening(kind, thread, &who.raw_id, facts)
    }

    /// A thread as the API returns it, under the names of events.
    fn thread_facts(&self, thread: &Thread) -> Map<String, Value> {
        let mut facts = renamed(
            thread_json(&thread.properties),
            &[("createdOn", "createTime")],
        );
        if let Some(topic) = facts.remove("topic") {
            facts.insert("properties".into(), json!({ "topic": topic }));
        }
        facts.insert("version".into(), self.commit.version.into());
        facts
    }
}

/// A message as the API returns it, under the names of events.
fn message_facts(message: &Message) -> Map<String, Value> {
    let names = [
        ("id", "messageId"),
        ("createdOn", "composeTime"),
        ("editedOn", "editTime"),
        ("deletedOn", "deleteTime"),
    ];
    let mut facts = renamed(message_json(message), &names);
    let body = facts
        .remove("content")
        .and_then(|mut content| content.get_mut("message").map(Value::take));
    if let Some(body) = body {
        facts.insert("messageBody".into(), body);
    }
    let is_html = facts.get("type").is_some_and(|kind| kind == "html");
    let spelling = if is_html { "RichText/Html" } else { "Text" };
    facts.insert("type".into(), spelling.into());
    facts.insert("version".into(), message.version.into());
    facts
}

fn typing_facts(typing: &Typing, sender: &str) -> Map<String, Value> {
    let mut facts = Map::new();
    facts.insert("senderCommunicationIdentifier".into(), model(sender));
    if let Some(name) = &typing.sender_display_name {
        facts.insert("senderDisplayName".into(), name.as_str().into());
    }
    facts
}

/// A participant as the API returns it, under the names of events.
fn participant(who: &Participant) -> Value {
    let mut shown = renamed(
        participant_json(who),
        &[(
            "communicationIdentifier",
            "participantCommunicationIdentifier",
        )],
    );
    shown.remove("shareHistoryTime");
    Value::Object(shown)
}

fn renamed(value: Value, names: &[(&str, &str)]) -> Map<String, Value> {
    let Value::Object(fields) = value else {
        return Map::new();
    };
    let name_of = |field: String| {
        let renamed = names.iter().find(|(from, _)| *from == field);
        renamed.map_or(field, |(_, to)| (*to).to_owned())
    };
    fields
        .into_iter()
        .map(|(field, value)| (name_of(field), value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::contract;
    use std::collections::BTreeSet;

    #[test]
    fn every_event_of_the_document_is_caused_but_the_bots_command() {
        let kinds = [
            RECEIVED,
            EDITED,
            DELETED,
            THREAD_CREATED,
            THREAD_UPDATED,
            THREAD_DELETED,
            ADDED,
            REMOVED,
            TYPING,
        ];
        let caused = kinds
            .iter()
            .flat_map(|kind| [Some(kind.of_thread), kind.of_user]);
        let mut caused: BTreeSet<&str> = caused.flatten().map(|(name, _)| name).collect();
        // A bot service sends it, not an operation of the API.
        caused.insert("ChatAzureBotCommandReceivedInThread");
        let events = &contract().unwrap().events;
        let known: BTreeSet<&str> = events.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(caused, known);
    }
}
