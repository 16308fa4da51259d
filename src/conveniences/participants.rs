//! Participants, and who of them the service rejected.

use crate::{
    CommunicationIdentifier,
    types::{
        AddChatParticipantsResult, ChatParticipant, CommunicationError,
        CommunicationIdentifierModel, CreateChatThreadResult,
    },
};

/// A participant that was asked for and not added. The call as such succeeded.
///
/// Source: `invalidParticipants` of `AddChatParticipantsResult` and `CreateChatThreadResult`.
#[derive(Debug, Clone, PartialEq)]
pub struct RejectedParticipant {
    /// Who it is, as the caller asked for them; `None` where the service names somebody whom the caller did not.
    pub participant: Option<ChatParticipant>,
    /// Why, in the service's words; its `target` is the raw id that the service names.
    pub error: CommunicationError,
}

impl AddChatParticipantsResult {
    /// Who of those that were asked for was not added, in the service's order.
    pub fn rejected(&self, asked: &[ChatParticipant]) -> Vec<RejectedParticipant> {
        rejected(self.invalid_participants.as_deref(), asked)
    }
}

impl CreateChatThreadResult {
    /// Who of those that were asked for was not added, in the service's order.
    pub fn rejected(&self, asked: &[ChatParticipant]) -> Vec<RejectedParticipant> {
        rejected(self.invalid_participants.as_deref(), asked)
    }
}

fn rejected(
    errors: Option<&[CommunicationError]>,
    asked: &[ChatParticipant],
) -> Vec<RejectedParticipant> {
    let errors = errors.unwrap_or_default().iter();
    errors
        .map(|error| {
            let target = error.target.as_deref();
            let named = |participant: &&ChatParticipant| {
                target.is_some_and(|target| is(&participant.communication_identifier, target))
            };
            RejectedParticipant {
                participant: asked.iter().find(named).cloned(),
                error: error.clone(),
            }
        })
        .collect()
}

/// Whether the model is of the user with this raw id, or this id of its kind.
fn is(model: &CommunicationIdentifierModel, target: &str) -> bool {
    let identifier = CommunicationIdentifier::from(model);
    let raw_id = identifier.to_string();
    model.raw_id.as_deref() == Some(target) || raw_id == target || identifier.id() == target
}

impl From<CommunicationIdentifier> for ChatParticipant {
    /// A participant of whom only the identifier is given.
    fn from(identifier: CommunicationIdentifier) -> Self {
        Self {
            communication_identifier: identifier.into(),
            display_name: None,
            metadata: None,
            share_history_time: None,
        }
    }
}
