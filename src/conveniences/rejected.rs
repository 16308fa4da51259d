//! The participants that the service rejected.

use std::fmt;

use super::display_name::name;
use crate::{
    CommunicationIdentifier,
    error::text::one_line,
    types::{self, ChatParticipant, CommunicationError, CommunicationIdentifierModel},
};

/// A participant that the service did not add. The call itself succeeded.
///
/// `Display` writes a sentence on one line: who was not added, and why.
///
/// Source: `invalidParticipants` of `AddChatParticipantsResult` and `CreateChatThreadResult`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RejectedParticipant {
    /// The participant as the caller gave it; `None` if the service names somebody else.
    pub participant: Option<ChatParticipant>,
    /// The service's error; its `target` is the raw id of the participant.
    pub error: CommunicationError,
}

impl fmt::Display for RejectedParticipant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let participant = self.participant.as_ref();
        let display_name = participant.and_then(|one| one.display_name.as_deref());
        let who = name(display_name, || match participant {
            Some(one) => Some((&one.communication_identifier).into()),
            None => self.error.target.as_deref().map(Into::into),
        });
        let reason = match self.error.message.as_str() {
            "" => "the service gives no reason",
            message => message,
        };
        let who = who.unwrap_or_else(|| "Somebody".to_owned());
        let (reason, code) = (one_line(reason, 300), one_line(&self.error.code, 40));
        write!(f, "{who} was not added: {reason} ({code})")
    }
}

#[cfg(convenience = "add_participants")]
impl types::AddChatParticipantsResult {
    /// Returns the participants of `requested` that were not added, in the service's order.
    pub fn rejected(&self, requested: &[ChatParticipant]) -> Vec<RejectedParticipant> {
        rejected(self.invalid_participants.as_deref(), requested)
    }
}

#[cfg(convenience = "create_thread")]
impl types::CreateChatThreadResult {
    /// Returns the participants of `requested` that were not added, in the service's order.
    pub fn rejected(&self, requested: &[ChatParticipant]) -> Vec<RejectedParticipant> {
        rejected(self.invalid_participants.as_deref(), requested)
    }
}

fn rejected(
    errors: Option<&[CommunicationError]>,
    requested: &[ChatParticipant],
) -> Vec<RejectedParticipant> {
    let errors = errors.unwrap_or_default().iter();
    errors
        .map(|error| {
            let target = error.target.as_deref();
            let named = |participant: &&ChatParticipant| {
                target.is_some_and(|target| is(&participant.communication_identifier, target))
            };
            RejectedParticipant {
                participant: requested.iter().find(named).cloned(),
                error: error.clone(),
            }
        })
        .collect()
}

/// Whether the model has this raw id, or this id of its kind.
fn is(model: &CommunicationIdentifierModel, target: &str) -> bool {
    let identifier = CommunicationIdentifier::from(model);
    let raw_id = identifier.to_string();
    model.raw_id.as_deref() == Some(target) || raw_id == target || identifier.id() == target
}
