//! Identifiers as strings, and compared with the API's model.

use crate::{CommunicationIdentifier, types::CommunicationIdentifierModel};

impl CommunicationIdentifier {
    /// Returns the raw id, the same as `Display` writes.
    ///
    /// ```
    /// use acs_chat::CommunicationIdentifier;
    ///
    /// let user = CommunicationIdentifier::from("8:orgid:45ab2481");
    /// assert_eq!(user.raw_id(), "8:orgid:45ab2481");
    /// // The raw id is also how it is stored.
    /// let stored = serde_json::to_string(&user)?;
    /// assert_eq!(stored, r#""8:orgid:45ab2481""#);
    /// assert_eq!(serde_json::from_str::<CommunicationIdentifier>(&stored)?, user);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn raw_id(&self) -> String {
        self.to_string()
    }
}

impl From<CommunicationIdentifier> for String {
    /// The same as [`raw_id`](CommunicationIdentifier::raw_id).
    fn from(identifier: CommunicationIdentifier) -> Self {
        identifier.raw_id()
    }
}

impl PartialEq<CommunicationIdentifierModel> for CommunicationIdentifier {
    /// Whether the model converts into this identifier.
    ///
    /// ```
    /// # use acs_chat::{CommunicationIdentifier, types::ChatParticipant};
    /// let bob = CommunicationIdentifier::from("8:orgid:45ab2481");
    /// let participant = ChatParticipant::from(&bob);
    /// assert!(bob == participant.communication_identifier);
    /// ```
    fn eq(&self, model: &CommunicationIdentifierModel) -> bool {
        let identifier = Self::from(model);
        *self == identifier
    }
}

impl PartialEq<CommunicationIdentifier> for CommunicationIdentifierModel {
    /// Whether the model converts into this identifier.
    fn eq(&self, identifier: &CommunicationIdentifier) -> bool {
        identifier == self
    }
}
