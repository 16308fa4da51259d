//! What all types have.

use std::{fmt::Debug, hash::Hash};

use acs_chat::types::{
    ChatMessage, ChatMessageContent, ChatRetentionPolicy, ChatThreadProperties,
    CommunicationErrorResponse, CommunicationIdentifierModel, NoneRetentionPolicy,
    SendTypingNotificationRequest, UpdateChatMessageRequest, UpdateChatThreadRequest,
};
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
    compared::<ChatRetentionPolicy>();
    compared::<NoneRetentionPolicy>();
    compared::<CommunicationErrorResponse>();
    compared::<UpdateChatThreadRequest>();
    compared::<acs_chat::RejectedParticipant>();
    empty::<UpdateChatThreadRequest>();
    empty::<UpdateChatMessageRequest>();
    empty::<SendTypingNotificationRequest>();
    empty::<ChatMessageContent>();
    empty::<CommunicationIdentifierModel>();
    empty::<NoneRetentionPolicy>();
}
