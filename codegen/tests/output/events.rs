/// Types used as operation parameters and responses.
#[allow(clippy::all)]
///
/// Structs are built by their `builder` and are `#[non_exhaustive]`: a version of the API may add properties.
pub mod types {
    ///Somebody sent a command to a bot. Comes once for the thread.
    ///
    /// Source: schema `AcsChatAzureBotCommandReceivedInThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatAzureBotCommandReceivedInThreadEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///What the message says.
        #[serde(
            rename = "messageBody",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_body: ::std::option::Option<::std::string::String>,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody deleted a message. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatMessageDeletedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatMessageDeletedEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was deleted.
        #[serde(
            rename = "deleteTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub delete_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody deleted a message. Comes once for the thread.
    ///
    /// Source: schema `AcsChatMessageDeletedInThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatMessageDeletedInThreadEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was deleted.
        #[serde(
            rename = "deleteTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub delete_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody edited a message. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatMessageEditedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatMessageEditedEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was changed.
        #[serde(
            rename = "editTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edit_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///What the message says.
        #[serde(
            rename = "messageBody",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_body: ::std::option::Option<::std::string::String>,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody edited a message. Comes once for the thread.
    ///
    /// Source: schema `AcsChatMessageEditedInThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatMessageEditedInThreadEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was changed.
        #[serde(
            rename = "editTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edit_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///What the message says.
        #[serde(
            rename = "messageBody",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_body: ::std::option::Option<::std::string::String>,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody sent a message. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatMessageReceivedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatMessageReceivedEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///What the message says.
        #[serde(
            rename = "messageBody",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_body: ::std::option::Option<::std::string::String>,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody sent a message. Comes once for the thread.
    ///
    /// Source: schema `AcsChatMessageReceivedInThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatMessageReceivedInThreadEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///What the message says.
        #[serde(
            rename = "messageBody",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_body: ::std::option::Option<::std::string::String>,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody added a participant to a thread. Comes once for the thread.
    ///
    /// Source: schema `AcsChatParticipantAddedToThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatParticipantAddedToThreadEventData {
        ///Who added the participant.
        #[serde(
            rename = "addedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub added_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///The participant who was added.
        #[serde(
            rename = "participantAdded",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub participant_added: ::std::option::Option<AcsChatThreadParticipantProperties>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///When the participants changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody added a participant to a thread. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatParticipantAddedToThreadWithUserEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatParticipantAddedToThreadWithUserEventData {
        ///Who added the participant.
        #[serde(
            rename = "addedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub added_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///The participant who was added.
        #[serde(
            rename = "participantAdded",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub participant_added: ::std::option::Option<AcsChatThreadParticipantProperties>,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///When the participants changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody removed a participant from a thread. Comes once for the thread.
    ///
    /// Source: schema `AcsChatParticipantRemovedFromThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatParticipantRemovedFromThreadEventData {
        ///The participant who was removed.
        #[serde(
            rename = "participantRemoved",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub participant_removed: ::std::option::Option<
            AcsChatThreadParticipantProperties,
        >,
        ///Who removed the participant.
        #[serde(
            rename = "removedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub removed_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///When the participants changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody removed a participant from a thread. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatParticipantRemovedFromThreadWithUserEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatParticipantRemovedFromThreadWithUserEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///The participant who was removed.
        #[serde(
            rename = "participantRemoved",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub participant_removed: ::std::option::Option<
            AcsChatThreadParticipantProperties,
        >,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Who removed the participant.
        #[serde(
            rename = "removedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub removed_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///When the participants changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody created a thread. Comes once for the thread.
    ///
    /// Source: schema `AcsChatThreadCreatedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadCreatedEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Who created the thread.
        #[serde(
            rename = "createdByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub created_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who takes part in the thread from its start.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub participants: ::std::option::Option<
            ::std::vec::Vec<AcsChatThreadParticipantProperties>,
        >,
        ///Properties of the thread by their names, such as `topic`; those of an update are the changed ones.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody created a thread. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatThreadCreatedWithUserEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadCreatedWithUserEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Who created the thread.
        #[serde(
            rename = "createdByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub created_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who takes part in the thread from its start.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub participants: ::std::option::Option<
            ::std::vec::Vec<AcsChatThreadParticipantProperties>,
        >,
        ///Properties of the thread by their names, such as `topic`; those of an update are the changed ones.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody deleted a thread. Comes once for the thread.
    ///
    /// Source: schema `AcsChatThreadDeletedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadDeletedEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was deleted.
        #[serde(
            rename = "deleteTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub delete_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Who deleted the thread.
        #[serde(
            rename = "deletedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub deleted_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody who takes part in a thread.
    ///
    /// Source: schema `AcsChatThreadParticipantProperties` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadParticipantProperties {
        ///Name to be shown.
        #[serde(
            rename = "displayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub display_name: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who takes part.
        #[serde(
            rename = "participantCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub participant_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody changed properties of a thread, such as its topic. Comes once for the thread.
    ///
    /// Source: schema `AcsChatThreadPropertiesUpdatedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadPropertiesUpdatedEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was changed.
        #[serde(
            rename = "editTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edit_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Who changed the thread.
        #[serde(
            rename = "editedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edited_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Properties of the thread by their names, such as `topic`; those of an update are the changed ones.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody changed properties of a thread, such as its topic. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatThreadPropertiesUpdatedPerUserEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadPropertiesUpdatedPerUserEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was changed.
        #[serde(
            rename = "editTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edit_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Who changed the thread.
        #[serde(
            rename = "editedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edited_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Properties of the thread by their names, such as `topic`; those of an update are the changed ones.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub properties: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody deleted a thread. Comes once for each participant but the one who did it.
    ///
    /// Source: schema `AcsChatThreadWithUserDeletedEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatThreadWithUserDeletedEventData {
        ///When the thread was created.
        #[serde(
            rename = "createTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub create_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///When it was deleted.
        #[serde(
            rename = "deleteTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub delete_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Who deleted the thread.
        #[serde(
            rename = "deletedByCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub deleted_by_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///The participant whom this event is for.
        #[serde(
            rename = "recipientCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub recipient_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    ///Somebody is typing. Comes once for the thread.
    ///
    /// Source: schema `AcsChatTypingIndicatorReceivedInThreadEventData` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash,
        Default
    )]
    #[non_exhaustive]
    pub struct AcsChatTypingIndicatorReceivedInThreadEventData {
        ///When the message arrived at the service.
        #[serde(
            rename = "composeTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub compose_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///What the message says.
        #[serde(
            rename = "messageBody",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_body: ::std::option::Option<::std::string::String>,
        ///Id of the message within its thread.
        #[serde(
            rename = "messageId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub message_id: ::std::option::Option<::std::string::String>,
        ///Names and values that applications attached.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who sent the message.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            crate::types::CommunicationIdentifierModel,
        >,
        ///Name of the sender to be shown.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Id of the thread.
        #[serde(
            rename = "threadId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub thread_id: ::std::option::Option<::std::string::String>,
        ///Id by which support finds what happened in the service.
        #[serde(
            rename = "transactionId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub transaction_id: ::std::option::Option<::std::string::String>,
        ///Kind of the message, such as `Text`; the API spells it in lower case.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Grows with each change; some events have it as a string of digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(
            default,
            deserialize_with = "crate::events::number::from_number_or_text"
        )]
        pub version: ::std::option::Option<i64>,
        /// Properties that the document does not declare, as they arrived.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
    crate::events::data::chat_events! {
        properties["addedByCommunicationIdentifier" "appId" "cloud" "communicationUser"
        "composeTime" "createTime" "createdByCommunicationIdentifier" "deleteTime"
        "deletedByCommunicationIdentifier" "displayName" "editTime"
        "editedByCommunicationIdentifier" "id" "isAnonymous" "kind" "messageBody"
        "messageId" "metadata" "microsoftTeamsApp" "microsoftTeamsUser"
        "participantAdded" "participantCommunicationIdentifier" "participantRemoved"
        "participants" "phoneNumber" "properties" "rawId"
        "recipientCommunicationIdentifier" "removedByCommunicationIdentifier"
        "senderCommunicationIdentifier" "senderDisplayName" "threadId" "time"
        "transactionId" "type" "userId" "value" "version"] #[doc =
        " Somebody sent a message. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc = " Event `Microsoft.Communication.ChatMessageReceived`."]
        MessageReceived(AcsChatMessageReceivedEventData) =
        "Microsoft.Communication.ChatMessageReceived" { thread : thread_id, initiator :
        [sender_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody sent a message. Comes once for the thread."] #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatMessageReceivedInThread`."]
        MessageReceivedInThread(AcsChatMessageReceivedInThreadEventData) =
        "Microsoft.Communication.ChatMessageReceivedInThread" { thread : thread_id,
        initiator : [sender_communication_identifier], recipient : [], } #[doc =
        " Somebody edited a message. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc = " Event `Microsoft.Communication.ChatMessageEdited`."]
        MessageEdited(AcsChatMessageEditedEventData) =
        "Microsoft.Communication.ChatMessageEdited" { thread : thread_id, initiator :
        [sender_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody edited a message. Comes once for the thread."] #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatMessageEditedInThread`."]
        MessageEditedInThread(AcsChatMessageEditedInThreadEventData) =
        "Microsoft.Communication.ChatMessageEditedInThread" { thread : thread_id,
        initiator : [sender_communication_identifier], recipient : [], } #[doc =
        " Somebody deleted a message. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc = " Event `Microsoft.Communication.ChatMessageDeleted`."]
        MessageDeleted(AcsChatMessageDeletedEventData) =
        "Microsoft.Communication.ChatMessageDeleted" { thread : thread_id, initiator :
        [sender_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody deleted a message. Comes once for the thread."] #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatMessageDeletedInThread`."]
        MessageDeletedInThread(AcsChatMessageDeletedInThreadEventData) =
        "Microsoft.Communication.ChatMessageDeletedInThread" { thread : thread_id,
        initiator : [sender_communication_identifier], recipient : [], } #[doc =
        " Somebody created a thread. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadCreatedWithUser`."]
        ThreadCreatedWithUser(AcsChatThreadCreatedWithUserEventData) =
        "Microsoft.Communication.ChatThreadCreatedWithUser" { thread : thread_id,
        initiator : [created_by_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody created a thread. Comes once for the thread."] #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadCreated`."]
        ThreadCreated(AcsChatThreadCreatedEventData) =
        "Microsoft.Communication.ChatThreadCreated" { thread : thread_id, initiator :
        [created_by_communication_identifier], recipient : [], } #[doc =
        " Somebody deleted a thread. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadWithUserDeleted`."]
        ThreadWithUserDeleted(AcsChatThreadWithUserDeletedEventData) =
        "Microsoft.Communication.ChatThreadWithUserDeleted" { thread : thread_id,
        initiator : [deleted_by_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody deleted a thread. Comes once for the thread."] #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadDeleted`."]
        ThreadDeleted(AcsChatThreadDeletedEventData) =
        "Microsoft.Communication.ChatThreadDeleted" { thread : thread_id, initiator :
        [deleted_by_communication_identifier], recipient : [], } #[doc =
        " Somebody changed properties of a thread, such as its topic. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadPropertiesUpdatedPerUser`."]
        ThreadPropertiesUpdatedPerUser(AcsChatThreadPropertiesUpdatedPerUserEventData) =
        "Microsoft.Communication.ChatThreadPropertiesUpdatedPerUser" { thread :
        thread_id, initiator : [edited_by_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody changed properties of a thread, such as its topic. Comes once for the thread."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadPropertiesUpdated`."]
        ThreadPropertiesUpdated(AcsChatThreadPropertiesUpdatedEventData) =
        "Microsoft.Communication.ChatThreadPropertiesUpdated" { thread : thread_id,
        initiator : [edited_by_communication_identifier], recipient : [], } #[doc =
        " Somebody added a participant to a thread. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatParticipantAddedToThreadWithUser`."]
        ParticipantAddedToThreadWithUser(AcsChatParticipantAddedToThreadWithUserEventData)
        = "Microsoft.Communication.ChatParticipantAddedToThreadWithUser" { thread :
        thread_id, initiator : [added_by_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody removed a participant from a thread. Comes once for each participant but the one who did it."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatParticipantRemovedFromThreadWithUser`."]
        ParticipantRemovedFromThreadWithUser(AcsChatParticipantRemovedFromThreadWithUserEventData)
        = "Microsoft.Communication.ChatParticipantRemovedFromThreadWithUser" { thread :
        thread_id, initiator : [removed_by_communication_identifier], recipient :
        [recipient_communication_identifier], } #[doc =
        " Somebody added a participant to a thread. Comes once for the thread."] #[doc =
        " "] #[doc = " Event `Microsoft.Communication.ChatThreadParticipantAdded`."]
        ThreadParticipantAdded(AcsChatParticipantAddedToThreadEventData) =
        "Microsoft.Communication.ChatThreadParticipantAdded" { thread : thread_id,
        initiator : [added_by_communication_identifier], recipient : [], } #[doc =
        " Somebody removed a participant from a thread. Comes once for the thread."]
        #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatThreadParticipantRemoved`."]
        ThreadParticipantRemoved(AcsChatParticipantRemovedFromThreadEventData) =
        "Microsoft.Communication.ChatThreadParticipantRemoved" { thread : thread_id,
        initiator : [removed_by_communication_identifier], recipient : [], } #[doc =
        " Somebody is typing. Comes once for the thread."] #[doc = " "] #[doc =
        " Event `Microsoft.Communication.ChatTypingIndicatorReceivedInThread`."]
        TypingIndicatorReceivedInThread(AcsChatTypingIndicatorReceivedInThreadEventData)
        = "Microsoft.Communication.ChatTypingIndicatorReceivedInThread" { thread :
        thread_id, initiator : [sender_communication_identifier], recipient : [], } #[doc
        = " Somebody sent a command to a bot. Comes once for the thread."] #[doc = " "]
        #[doc = " Event `Microsoft.Communication.ChatAzureBotCommandReceivedInThread`."]
        AzureBotCommandReceivedInThread(AcsChatAzureBotCommandReceivedInThreadEventData)
        = "Microsoft.Communication.ChatAzureBotCommandReceivedInThread" { thread :
        thread_id, initiator : [sender_communication_identifier], recipient : [], }
    }
}
