//! Everything that names a participant.

use crate::{
    CommunicationIdentifier,
    types::{ChatParticipant, CommunicationIdentifierModel},
};

impl From<CommunicationIdentifierModel> for ChatParticipant {
    /// Creates a participant with nothing but an identifier.
    fn from(model: CommunicationIdentifierModel) -> Self {
        Self::with_required(model)
    }
}

impl From<&CommunicationIdentifierModel> for ChatParticipant {
    /// Creates a participant with nothing but an identifier.
    fn from(model: &CommunicationIdentifierModel) -> Self {
        model.clone().into()
    }
}

impl From<CommunicationIdentifier> for ChatParticipant {
    /// Creates a participant with nothing but an identifier.
    fn from(identifier: CommunicationIdentifier) -> Self {
        (&identifier).into()
    }
}

impl From<&CommunicationIdentifier> for ChatParticipant {
    /// Creates a participant with nothing but an identifier.
    fn from(identifier: &CommunicationIdentifier) -> Self {
        CommunicationIdentifierModel::from(identifier).into()
    }
}

impl From<&str> for ChatParticipant {
    /// Creates a participant from a raw id.
    fn from(raw_id: &str) -> Self {
        CommunicationIdentifier::from(raw_id).into()
    }
}

impl From<String> for ChatParticipant {
    /// Creates a participant from a raw id.
    fn from(raw_id: String) -> Self {
        CommunicationIdentifier::from(raw_id).into()
    }
}

impl From<&ChatParticipant> for ChatParticipant {
    /// Clones the participant, so that lists of participants can be given by reference.
    fn from(participant: &ChatParticipant) -> Self {
        participant.clone()
    }
}
