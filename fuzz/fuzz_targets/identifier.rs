//! An identifier, from a raw id and from the API's model.

#![no_main]

use acs_chat::{CommunicationIdentifier, types::CommunicationIdentifierModel};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let identifier = CommunicationIdentifier::from(text);
    assert_eq!(identifier.to_string(), text);
    assert_eq!(text.parse(), Ok(identifier.clone()));
    // `id` and `asserted_id` are parts of the raw id.
    assert!(text.ends_with(identifier.id()));
    assert!(text.ends_with(identifier.asserted_id().unwrap_or_default()));
    survives(&identifier);
    if let Ok(model) = serde_json::from_str::<CommunicationIdentifierModel>(text) {
        survives(&CommunicationIdentifier::from(&model));
    }
});

/// Asserts that an identifier is the same after the model, and after the model's JSON.
fn survives(identifier: &CommunicationIdentifier) {
    let model = CommunicationIdentifierModel::from(identifier);
    assert_eq!(model.raw_id, Some(identifier.to_string()));
    assert_eq!(CommunicationIdentifier::from(&model), *identifier);
    let json = serde_json::to_string(&model).expect("a model is JSON");
    let read: CommunicationIdentifierModel =
        serde_json::from_str(&json).expect("it was written so");
    assert_eq!(read, model);
}
