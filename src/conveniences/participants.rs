//! Participants, and the ones that the service rejected.

use crate::{
    CommunicationIdentifier,
    types::{
        AddChatParticipantsResult, ChatParticipant, CommunicationError,
        CommunicationIdentifierModel, CreateChatThreadResult,
    },
};

/// A participant that the service did not add. The call itself succeeded.
///
/// Source: `invalidParticipants` of `AddChatParticipantsResult` and `CreateChatThreadResult`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RejectedParticipant {
    /// The participant as the caller gave it; `None` if the service names somebody else.
    pub participant: Option<ChatParticipant>,
    /// The service's error; its `target` is the raw id of the participant.
    pub error: CommunicationError,
}

impl AddChatParticipantsResult {
    /// Returns the participants of `requested` that were not added, in the service's order.
    pub fn rejected(&self, requested: &[ChatParticipant]) -> Vec<RejectedParticipant> {
        rejected(self.invalid_participants.as_deref(), requested)
    }
}

impl CreateChatThreadResult {
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

impl From<CommunicationIdentifier> for ChatParticipant {
    /// Creates a participant with nothing but an identifier.
    fn from(identifier: CommunicationIdentifier) -> Self {
        Self {
            communication_identifier: identifier.into(),
            display_name: None,
            metadata: None,
            share_history_time: None,
        }
    }
}
