//! What all types have.

use std::{fmt::Debug, hash::Hash};

use acs_chat::types::{
    ChatMessage, ChatMessageContent, ChatThreadProperties, CommunicationErrorResponse,
    CommunicationIdentifierModel, SendTypingNotificationRequest, UpdateChatMessageRequest,
    UpdateChatThreadRequest,
};
#[cfg(convenience = "set_retention")]
use acs_chat::types::{ChatRetentionPolicy, NoneRetentionPolicy};
use serde::Serialize;
use serde_json::json;

#[test]
fn types_are_compared_hashed_and_made_by_default() {
    fn compared<T: Eq + Hash + Clone + Debug>() {}
    fn empty<T: Default + PartialEq + Serialize>() {
        let value = serde_json::to_value(T::default()).expect("JSON");
        assert_eq!(value, json!({}));
    }

    compared::<ChatMessage>();
    compared::<ChatThreadProperties>();
    compared::<CommunicationErrorResponse>();
    compared::<UpdateChatThreadRequest>();
    compared::<acs_chat::RejectedParticipant>();
    empty::<UpdateChatThreadRequest>();
    empty::<UpdateChatMessageRequest>();
    empty::<SendTypingNotificationRequest>();
    empty::<ChatMessageContent>();
    empty::<CommunicationIdentifierModel>();
    #[cfg(convenience = "set_retention")]
    {
        compared::<ChatRetentionPolicy>();
        compared::<NoneRetentionPolicy>();
        empty::<NoneRetentionPolicy>();
    }
}
