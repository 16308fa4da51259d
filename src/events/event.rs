//! An event.

use chrono::{DateTime, Utc};

use super::ChatEventData;
use crate::CommunicationIdentifier;
#[cfg(convenience = "follow")]
use crate::Hint;

/// Something that happened in a chat.
///
/// Event Grid delivers it at least once, and events in no order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ChatEvent {
    /// The id of the event: it is the same when it is delivered again.
    pub id: String,
    /// The resource that the event is from.
    pub source: Option<String>,
    /// What the event is about, a path such as `thread/19:…@thread.v2/sender/8:acs:…`.
    pub subject: Option<String>,
    /// When the service wrote the event.
    pub time: Option<DateTime<Utc>>,
    /// What the event says.
    pub data: ChatEventData,
}

impl ChatEvent {
    /// Returns the name of the event, such as `Microsoft.Communication.ChatMessageReceivedInThread`.
    pub fn name(&self) -> &str {
        self.data.name()
    }

    /// Returns the id of the thread.
    pub fn thread_id(&self) -> Option<&str> {
        self.data.thread_id()
    }

    /// Returns who did it: the sender of a message, or who changed the thread.
    pub fn initiator(&self) -> Option<CommunicationIdentifier> {
        self.data.initiator()
    }

    /// Returns the participant whom the event is for, of an event that comes for each participant.
    pub fn recipient(&self) -> Option<CommunicationIdentifier> {
        self.data.recipient()
    }
}

#[cfg(convenience = "follow")]
impl From<&ChatEvent> for Hint {
    /// A hint about the event's thread; about any, if it has none.
    fn from(event: &ChatEvent) -> Self {
        event.thread_id().map_or_else(|| ().into(), Into::into)
    }
}

#[cfg(convenience = "follow")]
impl From<ChatEvent> for Hint {
    /// The same as from a reference.
    fn from(event: ChatEvent) -> Self {
        (&event).into()
    }
}
