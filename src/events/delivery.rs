//! What arrives at a webhook.

use http::HeaderMap;

use super::{ChatEvent, DeliveryError, SubscriptionValidation, envelope::Envelope};

const VALIDATION: &str = "Microsoft.EventGrid.SubscriptionValidationEvent";

/// What Event Grid sends to a webhook by POST.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delivery {
    /// The question whether the webhook wants the events of a new subscription, to be answered with
    /// [`response`](SubscriptionValidation::response).
    Validation(SubscriptionValidation),
    /// Events, to be answered with a status of success once they are taken; others are delivered again.
    Events(Vec<ChatEvent>),
}

impl Delivery {
    /// The largest body that is read: twice what Event Grid delivers at most. Let your server read no more either.
    pub const MAX_BYTES: usize = 2 << 20;

    /// Reads a request, whose events may be in the schema of CloudEvents 1.0, in structured or binary mode or as a batch,
    /// or in Event Grid's own. Events that the document does not know are kept as
    /// [`Unknown`](super::ChatEventData::Unknown).
    ///
    /// # Errors
    /// The body is larger than [`MAX_BYTES`](Self::MAX_BYTES), or no such event; or the payload of one is not what its
    /// schema says.
    pub fn parse(headers: &HeaderMap, body: &[u8]) -> Result<Self, DeliveryError> {
        if body.len() > Self::MAX_BYTES {
            return Err(DeliveryError::too_large(Self::MAX_BYTES));
        }
        let envelopes = Envelope::read(headers, body)?;
        if let [(path, only)] = envelopes.as_slice()
            && only.name == VALIDATION
        {
            return SubscriptionValidation::read(&only.payload)
                .map(Self::Validation)
                .map_err(|reason| DeliveryError::new(path, reason));
        }
        let events = envelopes.into_iter();
        let events = events.map(|(path, envelope)| envelope.event(&path));
        events.collect::<Result<_, _>>().map(Self::Events)
    }
}
