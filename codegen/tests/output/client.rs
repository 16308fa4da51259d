#[allow(unused_imports)]
pub(crate) use crate::runtime::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
pub(crate) use crate::runtime::{
    encode_path, ClientHooks, OperationInfo, RequestBuilderExt,
};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
///
/// Structs are built by their `builder` and are `#[non_exhaustive]`: a version of the API may add properties.
pub mod types {
    ///People to add to a thread.
    ///
    /// Source: schema `AddChatParticipantsRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct AddChatParticipantsRequest {
        ///The people to add, 200 at most. Those who are already in the thread stay as they are.
        pub participants: ::std::vec::Vec<ChatParticipant>,
    }
    impl AddChatParticipantsRequest {
        /// Returns a builder of a [`AddChatParticipantsRequest`](Self).
        pub fn builder() -> builder::AddChatParticipantsRequestBuilder {
            Default::default()
        }
    }
    ///Answer to a request to add participants, which can succeed in part.
    ///
    /// Source: schema `AddChatParticipantsResult` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct AddChatParticipantsResult {
        ///One error for each person who could not be added: `target` is their raw id, `code` and `message` give the reason. Absent when everyone was added.
        #[serde(
            rename = "invalidParticipants",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub invalid_participants: ::std::option::Option<
            ::std::vec::Vec<CommunicationError>,
        >,
    }
    impl AddChatParticipantsResult {
        /// Returns a builder of a [`AddChatParticipantsResult`](Self).
        pub fn builder() -> builder::AddChatParticipantsResultBuilder {
            Default::default()
        }
    }
    ///An attachment of a message, such as a picture sent from Microsoft Teams.
    ///
    /// Source: schema `ChatAttachment` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatAttachment {
        ///Type of the attachment.
        #[serde(rename = "attachmentType")]
        pub attachment_type: crate::types::ChatAttachmentType,
        ///Id of the attachment, unique within the message.
        pub id: ::std::string::String,
        ///Name of the attachment, such as a file name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Address of a smaller form of a picture. A request to it needs the access token as well.
        #[serde(
            rename = "previewUrl",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub preview_url: ::std::option::Option<::std::string::String>,
        ///Address of the content in full. For a picture, a request to it needs the access token as well.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub url: ::std::option::Option<::std::string::String>,
    }
    impl ChatAttachment {
        /// Returns a builder of a [`ChatAttachment`](Self).
        pub fn builder() -> builder::ChatAttachmentBuilder {
            Default::default()
        }
    }
    ///A message of a thread.
    ///
    /// Source: schema `ChatMessage` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatMessage {
        ///Content of the message; what it holds depends on the type.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub content: ::std::option::Option<ChatMessageContent>,
        ///When the service received the message. RFC 3339 timestamp.
        #[serde(rename = "createdOn")]
        pub created_on: ::chrono::DateTime<::chrono::offset::Utc>,
        ///When the message was deleted; absent unless it was. RFC 3339 timestamp.
        #[serde(
            rename = "deletedOn",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub deleted_on: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///When the message was last edited; absent unless it was. RFC 3339 timestamp.
        #[serde(
            rename = "editedOn",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub edited_on: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id of the message, unique within the thread: a string of digits given by the service.
        pub id: ::std::string::String,
        ///Application data kept with the message, as pairs of strings.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Who sent the message. Messages that the service posted itself may lack it.
        #[serde(
            rename = "senderCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_communication_identifier: ::std::option::Option<
            CommunicationIdentifierModel,
        >,
        ///Name of the sender as given when the message was sent; may be empty.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Place of the message in the thread, as a string of digits; compare it as a number.
        #[serde(rename = "sequenceId")]
        pub sequence_id: ::std::string::String,
        ///Type of the message.
        #[serde(rename = "type")]
        pub type_: crate::types::ChatMessageType,
        ///Version of the message, as a string of digits; compare it as a number. It grows with each edit and with deletion.
        pub version: ::std::string::String,
    }
    impl ChatMessage {
        /// Returns a builder of a [`ChatMessage`](Self).
        pub fn builder() -> builder::ChatMessageBuilder {
            Default::default()
        }
    }
    ///Content of a message. Which properties are set depends on the type of the message.
    ///
    /// Source: schema `ChatMessageContent` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatMessageContent {
        ///Attachments of the message; often an empty list.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub attachments: ::std::option::Option<::std::vec::Vec<ChatAttachment>>,
        ///Who made the change, in a message that the service posted itself.
        #[serde(
            rename = "initiatorCommunicationIdentifier",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub initiator_communication_identifier: ::std::option::Option<
            CommunicationIdentifierModel,
        >,
        ///Text of a `text` or `html` message; empty when the message was deleted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        ///The people concerned, in a `participantAdded` or `participantRemoved` message.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub participants: ::std::option::Option<::std::vec::Vec<ChatParticipant>>,
        ///The new topic, in a `topicUpdated` message.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub topic: ::std::option::Option<::std::string::String>,
    }
    impl ChatMessageContent {
        /// Returns a builder of a [`ChatMessageContent`](Self).
        pub fn builder() -> builder::ChatMessageContentBuilder {
            Default::default()
        }
    }
    ///Tells up to which message one participant has read, and since when.
    ///
    /// Source: schema `ChatMessageReadReceipt` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatMessageReadReceipt {
        ///Id of the last message that the participant has read.
        #[serde(rename = "chatMessageId")]
        pub chat_message_id: ::std::string::String,
        ///When the message was read. RFC 3339 timestamp.
        #[serde(rename = "readOn")]
        pub read_on: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Participant who read the message and so sent the receipt.
        #[serde(rename = "senderCommunicationIdentifier")]
        pub sender_communication_identifier: CommunicationIdentifierModel,
    }
    impl ChatMessageReadReceipt {
        /// Returns a builder of a [`ChatMessageReadReceipt`](Self).
        pub fn builder() -> builder::ChatMessageReadReceiptBuilder {
            Default::default()
        }
    }
    ///One page of read receipts.
    ///
    /// Source: schema `ChatMessageReadReceiptsCollection` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatMessageReadReceiptsCollection {
        ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
        #[serde(
            rename = "nextLink",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub next_link: ::std::option::Option<::std::string::String>,
        ///The receipts of this page; may be empty.
        pub value: ::std::vec::Vec<ChatMessageReadReceipt>,
    }
    impl ChatMessageReadReceiptsCollection {
        /// Returns a builder of a [`ChatMessageReadReceiptsCollection`](Self).
        pub fn builder() -> builder::ChatMessageReadReceiptsCollectionBuilder {
            Default::default()
        }
    }
    ///One page of messages, the most recently changed first.
    ///
    /// Source: schema `ChatMessagesCollection` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatMessagesCollection {
        ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
        #[serde(
            rename = "nextLink",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub next_link: ::std::option::Option<::std::string::String>,
        ///The messages of this page; may be empty even when there is a next page.
        pub value: ::std::vec::Vec<ChatMessage>,
    }
    impl ChatMessagesCollection {
        /// Returns a builder of a [`ChatMessagesCollection`](Self).
        pub fn builder() -> builder::ChatMessagesCollectionBuilder {
            Default::default()
        }
    }
    ///A participant of a thread.
    ///
    /// Source: schema `ChatParticipant` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatParticipant {
        ///Who the participant is.
        #[serde(rename = "communicationIdentifier")]
        pub communication_identifier: CommunicationIdentifierModel,
        ///Name to show for the participant.
        #[serde(
            rename = "displayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub display_name: ::std::option::Option<::std::string::String>,
        ///Application data about the participant, as pairs of strings; 1 KB at most in total.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Start of the history that the participant may read, as an RFC 3339 timestamp. A time at or before the creation of the thread shares all of it.
        #[serde(
            rename = "shareHistoryTime",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub share_history_time: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
    }
    impl ChatParticipant {
        /// Returns a builder of a [`ChatParticipant`](Self).
        pub fn builder() -> builder::ChatParticipantBuilder {
            Default::default()
        }
    }
    ///One page of participants.
    ///
    /// Source: schema `ChatParticipantsCollection` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatParticipantsCollection {
        ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
        #[serde(
            rename = "nextLink",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub next_link: ::std::option::Option<::std::string::String>,
        ///The participants of this page; may be empty.
        pub value: ::std::vec::Vec<ChatParticipant>,
    }
    impl ChatParticipantsCollection {
        /// Returns a builder of a [`ChatParticipantsCollection`](Self).
        pub fn builder() -> builder::ChatParticipantsCollectionBuilder {
            Default::default()
        }
    }
    ///Short form of a thread, as it appears in lists.
    ///
    /// Source: schema `ChatThreadItem` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatThreadItem {
        ///When the thread was deleted; absent unless it was. RFC 3339 timestamp.
        #[serde(
            rename = "deletedOn",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub deleted_on: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id of the thread.
        pub id: ::std::string::String,
        ///When the newest message of the thread arrived. RFC 3339 timestamp.
        #[serde(
            rename = "lastMessageReceivedOn",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub last_message_received_on: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        ///Topic of the thread.
        pub topic: ::std::string::String,
    }
    impl ChatThreadItem {
        /// Returns a builder of a [`ChatThreadItem`](Self).
        pub fn builder() -> builder::ChatThreadItemBuilder {
            Default::default()
        }
    }
    ///Properties of a thread.
    ///
    /// Source: schema `ChatThreadProperties` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatThreadProperties {
        ///Who created the thread.
        #[serde(rename = "createdByCommunicationIdentifier")]
        pub created_by_communication_identifier: CommunicationIdentifierModel,
        ///When the thread was created. RFC 3339 timestamp.
        #[serde(rename = "createdOn")]
        pub created_on: ::chrono::DateTime<::chrono::offset::Utc>,
        ///When the thread was deleted; absent unless it was. RFC 3339 timestamp.
        #[serde(
            rename = "deletedOn",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub deleted_on: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///Id of the thread.
        pub id: ::std::string::String,
        ///Application data of the thread, as pairs of strings; 1 KB at most in total.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///When the thread is deleted automatically. May be absent when no policy was set.
        #[serde(
            rename = "retentionPolicy",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub retention_policy: ::std::option::Option<crate::types::ChatRetentionPolicy>,
        ///Topic of the thread.
        pub topic: ::std::string::String,
    }
    impl ChatThreadProperties {
        /// Returns a builder of a [`ChatThreadProperties`](Self).
        pub fn builder() -> builder::ChatThreadPropertiesBuilder {
            Default::default()
        }
    }
    ///One page of threads.
    ///
    /// Source: schema `ChatThreadsItemCollection` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ChatThreadsItemCollection {
        ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
        #[serde(
            rename = "nextLink",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub next_link: ::std::option::Option<::std::string::String>,
        ///The threads of this page; may be empty even when there is a next page.
        pub value: ::std::vec::Vec<ChatThreadItem>,
    }
    impl ChatThreadsItemCollection {
        /// Returns a builder of a [`ChatThreadsItemCollection`](Self).
        pub fn builder() -> builder::ChatThreadsItemCollectionBuilder {
            Default::default()
        }
    }
    ///An error of the service, or the reason why one participant was rejected.
    ///
    /// Source: schema `CommunicationError` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct CommunicationError {
        ///Short code of the error, such as `Forbidden`; for a rejected participant an HTTP status in digits, such as `403`.
        pub code: ::std::string::String,
        ///Further errors that led to this one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub details: ::std::option::Option<::std::vec::Vec<CommunicationError>>,
        ///More specific error behind this one, if the service reports any.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub innererror: ::std::option::Option<::std::boxed::Box<CommunicationError>>,
        ///Explanation for people. Its wording is not stable, and the live service sometimes leaves it out.
        pub message: ::std::string::String,
        ///What the error is about; for a rejected participant, their raw id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub target: ::std::option::Option<::std::string::String>,
    }
    impl CommunicationError {
        /// Returns a builder of a [`CommunicationError`](Self).
        pub fn builder() -> builder::CommunicationErrorBuilder {
            Default::default()
        }
    }
    ///Body of an error response, as documented. The live service sometimes wraps the error in another envelope, sends no body, or sends one that is not JSON.
    ///
    /// Source: schema `CommunicationErrorResponse` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct CommunicationErrorResponse {
        ///What went wrong.
        pub error: CommunicationError,
    }
    impl CommunicationErrorResponse {
        /// Returns a builder of a [`CommunicationErrorResponse`](Self).
        pub fn builder() -> builder::CommunicationErrorResponseBuilder {
            Default::default()
        }
    }
    ///Identifies a person or an application that takes part in chats. Beside `kind` and `rawId`, at most one property is set: the one that bears the name of the kind.
    ///
    /// Source: schema `CommunicationIdentifierModel` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct CommunicationIdentifierModel {
        ///Set when this is a user of a Communication Services resource.
        #[serde(
            rename = "communicationUser",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub communication_user: ::std::option::Option<CommunicationUserIdentifierModel>,
        ///Kind of the identifier. It may be missing, in requests and in responses alike; the property that is set then tells the kind.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<crate::types::CommunicationIdentifierModelKind>,
        ///Set when this is an application of Microsoft Teams.
        #[serde(
            rename = "microsoftTeamsApp",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub microsoft_teams_app: ::std::option::Option<MicrosoftTeamsAppIdentifierModel>,
        ///Set when this is a user of Microsoft Teams.
        #[serde(
            rename = "microsoftTeamsUser",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub microsoft_teams_user: ::std::option::Option<
            MicrosoftTeamsUserIdentifierModel,
        >,
        ///Set when this is a phone number.
        #[serde(
            rename = "phoneNumber",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub phone_number: ::std::option::Option<PhoneNumberIdentifierModel>,
        ///The whole identifier as one string, such as `8:acs:…` for a communication user or `4:+…` for a phone number. Optional in requests; responses carry it.
        #[serde(
            rename = "rawId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub raw_id: ::std::option::Option<::std::string::String>,
        ///Set when this is a Teams phone extension user.
        #[serde(
            rename = "teamsExtensionUser",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub teams_extension_user: ::std::option::Option<
            TeamsExtensionUserIdentifierModel,
        >,
    }
    impl CommunicationIdentifierModel {
        /// Returns a builder of a [`CommunicationIdentifierModel`](Self).
        pub fn builder() -> builder::CommunicationIdentifierModelBuilder {
            Default::default()
        }
    }
    ///A user that was created through a Communication Services resource.
    ///
    /// Source: schema `CommunicationUserIdentifierModel` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct CommunicationUserIdentifierModel {
        ///Id of the user, the same string as the raw id: `8:acs:` and then the ids of the resource and of the user.
        pub id: ::std::string::String,
    }
    impl CommunicationUserIdentifierModel {
        /// Returns a builder of a [`CommunicationUserIdentifierModel`](Self).
        pub fn builder() -> builder::CommunicationUserIdentifierModelBuilder {
            Default::default()
        }
    }
    ///A thread to create.
    ///
    /// Source: schema `CreateChatThreadRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct CreateChatThreadRequest {
        ///Application data of the thread, as pairs of strings; 1 KB at most in total.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///First participants, 200 at most. The calling user need not be among them and is added in any case.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub participants: ::std::option::Option<::std::vec::Vec<ChatParticipant>>,
        ///When the thread is to be deleted automatically. Without a policy it is kept until somebody deletes it.
        #[serde(
            rename = "retentionPolicy",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub retention_policy: ::std::option::Option<crate::types::ChatRetentionPolicy>,
        ///Topic of the thread.
        pub topic: ::std::string::String,
    }
    impl CreateChatThreadRequest {
        /// Returns a builder of a [`CreateChatThreadRequest`](Self).
        pub fn builder() -> builder::CreateChatThreadRequestBuilder {
            Default::default()
        }
    }
    ///Answer to a request to create a thread, which can succeed in part.
    ///
    /// Source: schema `CreateChatThreadResult` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct CreateChatThreadResult {
        ///The thread that was created.
        #[serde(
            rename = "chatThread",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub chat_thread: ::std::option::Option<ChatThreadProperties>,
        ///One error for each person who could not be added: `target` is their raw id, `code` and `message` give the reason. Absent when everyone was added.
        #[serde(
            rename = "invalidParticipants",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub invalid_participants: ::std::option::Option<
            ::std::vec::Vec<CommunicationError>,
        >,
    }
    impl CreateChatThreadResult {
        /// Returns a builder of a [`CreateChatThreadResult`](Self).
        pub fn builder() -> builder::CreateChatThreadResultBuilder {
            Default::default()
        }
    }
    ///An application of Microsoft Teams.
    ///
    /// Source: schema `MicrosoftTeamsAppIdentifierModel` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct MicrosoftTeamsAppIdentifierModel {
        ///Id of the application.
        #[serde(rename = "appId")]
        pub app_id: ::std::string::String,
        ///Cloud that the application belongs to. Taken as `public` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cloud: ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
    }
    impl MicrosoftTeamsAppIdentifierModel {
        /// Returns a builder of a [`MicrosoftTeamsAppIdentifierModel`](Self).
        pub fn builder() -> builder::MicrosoftTeamsAppIdentifierModelBuilder {
            Default::default()
        }
    }
    ///A user of Microsoft Teams.
    ///
    /// Source: schema `MicrosoftTeamsUserIdentifierModel` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct MicrosoftTeamsUserIdentifierModel {
        ///Cloud that the user belongs to. Taken as `public` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cloud: ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
        ///Whether the user joined without signing in. Taken as `false` when absent.
        #[serde(
            rename = "isAnonymous",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub is_anonymous: ::std::option::Option<bool>,
        ///Id of the user: the object id in Microsoft Entra ID, or an id of another form for an anonymous user.
        #[serde(rename = "userId")]
        pub user_id: ::std::string::String,
    }
    impl MicrosoftTeamsUserIdentifierModel {
        /// Returns a builder of a [`MicrosoftTeamsUserIdentifierModel`](Self).
        pub fn builder() -> builder::MicrosoftTeamsUserIdentifierModelBuilder {
            Default::default()
        }
    }
    ///Keeps a thread until somebody deletes it.
    ///
    /// Source: schema `NoneRetentionPolicy` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Default,
        Eq,
        Hash
    )]
    #[serde(transparent)]
    pub struct NoneRetentionPolicy(
        pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    );
    impl ::std::ops::Deref for NoneRetentionPolicy {
        type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
        fn deref(
            &self,
        ) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
            &self.0
        }
    }
    impl ::std::convert::From<NoneRetentionPolicy>
    for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        fn from(value: NoneRetentionPolicy) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    > for NoneRetentionPolicy {
        fn from(
            value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ) -> Self {
            Self(value)
        }
    }
    ///A phone number.
    ///
    /// Source: schema `PhoneNumberIdentifierModel` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct PhoneNumberIdentifierModel {
        ///Id that tells apart several participants of one call who share a number.
        #[serde(
            rename = "assertedId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub asserted_id: ::std::option::Option<::std::string::String>,
        ///Whether the number is withheld; `value` is then `anonymous`. Taken as `false` when absent.
        #[serde(
            rename = "isAnonymous",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub is_anonymous: ::std::option::Option<bool>,
        ///The number, usually in E.164 form with a leading `+`; `anonymous` when the number is withheld.
        pub value: ::std::string::String,
    }
    impl PhoneNumberIdentifierModel {
        /// Returns a builder of a [`PhoneNumberIdentifierModel`](Self).
        pub fn builder() -> builder::PhoneNumberIdentifierModelBuilder {
            Default::default()
        }
    }
    ///A message to send.
    ///
    /// Source: schema `SendChatMessageRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct SendChatMessageRequest {
        ///Text of the message: plain or HTML, as `type` says. A message may be at most 28 KB.
        pub content: ::std::string::String,
        ///Application data to keep with the message, as pairs of strings.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///Name to show for the sender, for instance in push notifications.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
        ///Type of the message, either `text` or `html`. The service takes an absent type for `text`.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<crate::types::ChatMessageType>,
    }
    impl SendChatMessageRequest {
        /// Returns a builder of a [`SendChatMessageRequest`](Self).
        pub fn builder() -> builder::SendChatMessageRequestBuilder {
            Default::default()
        }
    }
    ///Answer to a message that was sent.
    ///
    /// Source: schema `SendChatMessageResult` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct SendChatMessageResult {
        ///Id that the service gave to the message.
        pub id: ::std::string::String,
    }
    impl SendChatMessageResult {
        /// Returns a builder of a [`SendChatMessageResult`](Self).
        pub fn builder() -> builder::SendChatMessageResultBuilder {
            Default::default()
        }
    }
    ///Names the message that the user has read.
    ///
    /// Source: schema `SendReadReceiptRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct SendReadReceiptRequest {
        ///Id of the latest message that the user has read.
        #[serde(rename = "chatMessageId")]
        pub chat_message_id: ::std::string::String,
    }
    impl SendReadReceiptRequest {
        /// Returns a builder of a [`SendReadReceiptRequest`](Self).
        pub fn builder() -> builder::SendReadReceiptRequestBuilder {
            Default::default()
        }
    }
    ///Details of a typing notification.
    ///
    /// Source: schema `SendTypingNotificationRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct SendTypingNotificationRequest {
        ///Name to show for the user who is typing, for instance in push notifications.
        #[serde(
            rename = "senderDisplayName",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub sender_display_name: ::std::option::Option<::std::string::String>,
    }
    impl SendTypingNotificationRequest {
        /// Returns a builder of a [`SendTypingNotificationRequest`](Self).
        pub fn builder() -> builder::SendTypingNotificationRequestBuilder {
            Default::default()
        }
    }
    ///A Teams user whose Teams phone is extended through a Communication Services resource.
    ///
    /// Source: schema `TeamsExtensionUserIdentifierModel` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct TeamsExtensionUserIdentifierModel {
        ///Cloud that the user belongs to. Taken as `public` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cloud: ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
        ///Id of the Communication Services resource.
        #[serde(rename = "resourceId")]
        pub resource_id: ::std::string::String,
        ///Id of the tenant that the user belongs to.
        #[serde(rename = "tenantId")]
        pub tenant_id: ::std::string::String,
        ///Object id of the user in Microsoft Entra ID.
        #[serde(rename = "userId")]
        pub user_id: ::std::string::String,
    }
    impl TeamsExtensionUserIdentifierModel {
        /// Returns a builder of a [`TeamsExtensionUserIdentifierModel`](Self).
        pub fn builder() -> builder::TeamsExtensionUserIdentifierModelBuilder {
            Default::default()
        }
    }
    ///Deletes a thread a number of days after its creation.
    ///
    /// Source: schema `ThreadCreationDateRetentionPolicy` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct ThreadCreationDateRetentionPolicy {
        ///Days from the creation of the thread to its deletion; the service takes 30 to 90.
        #[serde(rename = "deleteThreadAfterDays")]
        pub delete_thread_after_days: i32,
    }
    impl ThreadCreationDateRetentionPolicy {
        /// Returns a builder of a [`ThreadCreationDateRetentionPolicy`](Self).
        pub fn builder() -> builder::ThreadCreationDateRetentionPolicyBuilder {
            Default::default()
        }
    }
    ///Changes to a message, sent as a JSON merge patch: absent properties keep their value.
    ///
    /// Source: schema `UpdateChatMessageRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct UpdateChatMessageRequest {
        ///New text of the message, at most 28 KB.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub content: ::std::option::Option<::std::string::String>,
        ///Pairs of the application data to change. They are merged into those of the message; an empty value removes a pair.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
    }
    impl UpdateChatMessageRequest {
        /// Returns a builder of a [`UpdateChatMessageRequest`](Self).
        pub fn builder() -> builder::UpdateChatMessageRequestBuilder {
            Default::default()
        }
    }
    ///Changes to a thread, sent as a JSON merge patch: absent properties keep their value.
    ///
    /// Source: schema `UpdateChatThreadRequest` of the API.
    #[derive(
        ::schemars::JsonSchema,
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash
    )]
    #[non_exhaustive]
    pub struct UpdateChatThreadRequest {
        ///Pairs of the application data to change; 1 KB at most in total. They are merged into those of the thread; an empty value removes a pair.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        ///New retention policy of the thread. The merge patch can carry `null` here to go back to no retention policy.
        #[serde(
            rename = "retentionPolicy",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        #[serde(default, deserialize_with = "crate::runtime::nullable::given")]
        pub retention_policy: ::std::option::Option<
            crate::Nullable<crate::types::ChatRetentionPolicy>,
        >,
        ///New topic of the thread.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub topic: ::std::option::Option<::std::string::String>,
    }
    impl UpdateChatThreadRequest {
        /// Returns a builder of a [`UpdateChatThreadRequest`](Self).
        pub fn builder() -> builder::UpdateChatThreadRequestBuilder {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    /// Builders of the types.
    pub mod builder {
        /// Builds a [`AddChatParticipantsRequest`](super::AddChatParticipantsRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct AddChatParticipantsRequestBuilder {
            participants: ::std::result::Result<
                ::std::vec::Vec<super::ChatParticipant>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for AddChatParticipantsRequestBuilder {
            fn default() -> Self {
                Self {
                    participants: Err(
                        super::error::ConversionError::missing("participants"),
                    ),
                }
            }
        }
        impl AddChatParticipantsRequestBuilder {
            ///The people to add, 200 at most. Those who are already in the thread stay as they are.
            pub fn participants<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::vec::Vec<super::ChatParticipant>,
                    M,
                >,
            ) -> Self {
                self.participants = value
                    .into_property()
                    .map_err(|error| error.within("participants"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::AddChatParticipantsRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<AddChatParticipantsRequestBuilder>
        for super::AddChatParticipantsRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddChatParticipantsRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    participants: value.participants?,
                })
            }
        }
        impl ::std::convert::From<super::AddChatParticipantsRequest>
        for AddChatParticipantsRequestBuilder {
            fn from(value: super::AddChatParticipantsRequest) -> Self {
                Self {
                    participants: Ok(value.participants),
                }
            }
        }
        /// Builds a [`AddChatParticipantsResult`](super::AddChatParticipantsResult): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct AddChatParticipantsResultBuilder {
            invalid_participants: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::CommunicationError>>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for AddChatParticipantsResultBuilder {
            fn default() -> Self {
                Self {
                    invalid_participants: Ok(Default::default()),
                }
            }
        }
        impl AddChatParticipantsResultBuilder {
            ///One error for each person who could not be added: `target` is their raw id, `code` and `message` give the reason. Absent when everyone was added.
            pub fn invalid_participants<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::vec::Vec<super::CommunicationError>>,
                    M,
                >,
            ) -> Self {
                self.invalid_participants = value
                    .into_property()
                    .map_err(|error| error.within("invalidParticipants"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::AddChatParticipantsResult,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<AddChatParticipantsResultBuilder>
        for super::AddChatParticipantsResult {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddChatParticipantsResultBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    invalid_participants: value.invalid_participants?,
                })
            }
        }
        impl ::std::convert::From<super::AddChatParticipantsResult>
        for AddChatParticipantsResultBuilder {
            fn from(value: super::AddChatParticipantsResult) -> Self {
                Self {
                    invalid_participants: Ok(value.invalid_participants),
                }
            }
        }
        /// Builds a [`ChatAttachment`](super::ChatAttachment): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatAttachmentBuilder {
            attachment_type: ::std::result::Result<
                crate::types::ChatAttachmentType,
                super::error::ConversionError,
            >,
            id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            preview_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatAttachmentBuilder {
            fn default() -> Self {
                Self {
                    attachment_type: Err(
                        super::error::ConversionError::missing("attachmentType"),
                    ),
                    id: Err(super::error::ConversionError::missing("id")),
                    name: Ok(Default::default()),
                    preview_url: Ok(Default::default()),
                    url: Ok(Default::default()),
                }
            }
        }
        impl ChatAttachmentBuilder {
            ///Type of the attachment.
            pub fn attachment_type<M>(
                mut self,
                value: impl crate::IntoProperty<crate::types::ChatAttachmentType, M>,
            ) -> Self {
                self.attachment_type = value
                    .into_property()
                    .map_err(|error| error.within("attachmentType"));
                self
            }
            ///Id of the attachment, unique within the message.
            pub fn id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.id = value.into_property().map_err(|error| error.within("id"));
                self
            }
            ///Name of the attachment, such as a file name.
            pub fn name<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.name = value.into_property().map_err(|error| error.within("name"));
                self
            }
            ///Address of a smaller form of a picture. A request to it needs the access token as well.
            pub fn preview_url<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.preview_url = value
                    .into_property()
                    .map_err(|error| error.within("previewUrl"));
                self
            }
            ///Address of the content in full. For a picture, a request to it needs the access token as well.
            pub fn url<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.url = value.into_property().map_err(|error| error.within("url"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatAttachment,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatAttachmentBuilder> for super::ChatAttachment {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatAttachmentBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attachment_type: value.attachment_type?,
                    id: value.id?,
                    name: value.name?,
                    preview_url: value.preview_url?,
                    url: value.url?,
                })
            }
        }
        impl ::std::convert::From<super::ChatAttachment> for ChatAttachmentBuilder {
            fn from(value: super::ChatAttachment) -> Self {
                Self {
                    attachment_type: Ok(value.attachment_type),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    preview_url: Ok(value.preview_url),
                    url: Ok(value.url),
                }
            }
        }
        /// Builds a [`ChatMessage`](super::ChatMessage): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatMessageBuilder {
            content: ::std::result::Result<
                ::std::option::Option<super::ChatMessageContent>,
                super::error::ConversionError,
            >,
            created_on: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                super::error::ConversionError,
            >,
            deleted_on: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                super::error::ConversionError,
            >,
            edited_on: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                super::error::ConversionError,
            >,
            id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
            sender_communication_identifier: ::std::result::Result<
                ::std::option::Option<super::CommunicationIdentifierModel>,
                super::error::ConversionError,
            >,
            sender_display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            sequence_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            type_: ::std::result::Result<
                crate::types::ChatMessageType,
                super::error::ConversionError,
            >,
            version: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatMessageBuilder {
            fn default() -> Self {
                Self {
                    content: Ok(Default::default()),
                    created_on: Err(super::error::ConversionError::missing("createdOn")),
                    deleted_on: Ok(Default::default()),
                    edited_on: Ok(Default::default()),
                    id: Err(super::error::ConversionError::missing("id")),
                    metadata: Ok(Default::default()),
                    sender_communication_identifier: Ok(Default::default()),
                    sender_display_name: Ok(Default::default()),
                    sequence_id: Err(
                        super::error::ConversionError::missing("sequenceId"),
                    ),
                    type_: Err(super::error::ConversionError::missing("type")),
                    version: Err(super::error::ConversionError::missing("version")),
                }
            }
        }
        impl ChatMessageBuilder {
            ///Content of the message; what it holds depends on the type.
            pub fn content<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::ChatMessageContent>,
                    M,
                >,
            ) -> Self {
                self.content = value
                    .into_property()
                    .map_err(|error| error.within("content"));
                self
            }
            ///When the service received the message. RFC 3339 timestamp.
            pub fn created_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::chrono::DateTime<::chrono::offset::Utc>,
                    M,
                >,
            ) -> Self {
                self.created_on = value
                    .into_property()
                    .map_err(|error| error.within("createdOn"));
                self
            }
            ///When the message was deleted; absent unless it was. RFC 3339 timestamp.
            pub fn deleted_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                    M,
                >,
            ) -> Self {
                self.deleted_on = value
                    .into_property()
                    .map_err(|error| error.within("deletedOn"));
                self
            }
            ///When the message was last edited; absent unless it was. RFC 3339 timestamp.
            pub fn edited_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                    M,
                >,
            ) -> Self {
                self.edited_on = value
                    .into_property()
                    .map_err(|error| error.within("editedOn"));
                self
            }
            ///Id of the message, unique within the thread: a string of digits given by the service.
            pub fn id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.id = value.into_property().map_err(|error| error.within("id"));
                self
            }
            ///Application data kept with the message, as pairs of strings.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            ///Who sent the message. Messages that the service posted itself may lack it.
            pub fn sender_communication_identifier<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::CommunicationIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.sender_communication_identifier = value
                    .into_property()
                    .map_err(|error| error.within("senderCommunicationIdentifier"));
                self
            }
            ///Name of the sender as given when the message was sent; may be empty.
            pub fn sender_display_name<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.sender_display_name = value
                    .into_property()
                    .map_err(|error| error.within("senderDisplayName"));
                self
            }
            ///Place of the message in the thread, as a string of digits; compare it as a number.
            pub fn sequence_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.sequence_id = value
                    .into_property()
                    .map_err(|error| error.within("sequenceId"));
                self
            }
            ///Type of the message.
            pub fn type_<M>(
                mut self,
                value: impl crate::IntoProperty<crate::types::ChatMessageType, M>,
            ) -> Self {
                self.type_ = value.into_property().map_err(|error| error.within("type"));
                self
            }
            ///Version of the message, as a string of digits; compare it as a number. It grows with each edit and with deletion.
            pub fn version<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.version = value
                    .into_property()
                    .map_err(|error| error.within("version"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatMessage,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatMessageBuilder> for super::ChatMessage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatMessageBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    content: value.content?,
                    created_on: value.created_on?,
                    deleted_on: value.deleted_on?,
                    edited_on: value.edited_on?,
                    id: value.id?,
                    metadata: value.metadata?,
                    sender_communication_identifier: value
                        .sender_communication_identifier?,
                    sender_display_name: value.sender_display_name?,
                    sequence_id: value.sequence_id?,
                    type_: value.type_?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::ChatMessage> for ChatMessageBuilder {
            fn from(value: super::ChatMessage) -> Self {
                Self {
                    content: Ok(value.content),
                    created_on: Ok(value.created_on),
                    deleted_on: Ok(value.deleted_on),
                    edited_on: Ok(value.edited_on),
                    id: Ok(value.id),
                    metadata: Ok(value.metadata),
                    sender_communication_identifier: Ok(
                        value.sender_communication_identifier,
                    ),
                    sender_display_name: Ok(value.sender_display_name),
                    sequence_id: Ok(value.sequence_id),
                    type_: Ok(value.type_),
                    version: Ok(value.version),
                }
            }
        }
        /// Builds a [`ChatMessageContent`](super::ChatMessageContent): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatMessageContentBuilder {
            attachments: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::ChatAttachment>>,
                super::error::ConversionError,
            >,
            initiator_communication_identifier: ::std::result::Result<
                ::std::option::Option<super::CommunicationIdentifierModel>,
                super::error::ConversionError,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            participants: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::ChatParticipant>>,
                super::error::ConversionError,
            >,
            topic: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatMessageContentBuilder {
            fn default() -> Self {
                Self {
                    attachments: Ok(Default::default()),
                    initiator_communication_identifier: Ok(Default::default()),
                    message: Ok(Default::default()),
                    participants: Ok(Default::default()),
                    topic: Ok(Default::default()),
                }
            }
        }
        impl ChatMessageContentBuilder {
            ///Attachments of the message; often an empty list.
            pub fn attachments<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::vec::Vec<super::ChatAttachment>>,
                    M,
                >,
            ) -> Self {
                self.attachments = value
                    .into_property()
                    .map_err(|error| error.within("attachments"));
                self
            }
            ///Who made the change, in a message that the service posted itself.
            pub fn initiator_communication_identifier<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::CommunicationIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.initiator_communication_identifier = value
                    .into_property()
                    .map_err(|error| error.within("initiatorCommunicationIdentifier"));
                self
            }
            ///Text of a `text` or `html` message; empty when the message was deleted.
            pub fn message<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.message = value
                    .into_property()
                    .map_err(|error| error.within("message"));
                self
            }
            ///The people concerned, in a `participantAdded` or `participantRemoved` message.
            pub fn participants<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::vec::Vec<super::ChatParticipant>>,
                    M,
                >,
            ) -> Self {
                self.participants = value
                    .into_property()
                    .map_err(|error| error.within("participants"));
                self
            }
            ///The new topic, in a `topicUpdated` message.
            pub fn topic<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.topic = value
                    .into_property()
                    .map_err(|error| error.within("topic"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatMessageContent,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatMessageContentBuilder>
        for super::ChatMessageContent {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatMessageContentBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attachments: value.attachments?,
                    initiator_communication_identifier: value
                        .initiator_communication_identifier?,
                    message: value.message?,
                    participants: value.participants?,
                    topic: value.topic?,
                })
            }
        }
        impl ::std::convert::From<super::ChatMessageContent>
        for ChatMessageContentBuilder {
            fn from(value: super::ChatMessageContent) -> Self {
                Self {
                    attachments: Ok(value.attachments),
                    initiator_communication_identifier: Ok(
                        value.initiator_communication_identifier,
                    ),
                    message: Ok(value.message),
                    participants: Ok(value.participants),
                    topic: Ok(value.topic),
                }
            }
        }
        /// Builds a [`ChatMessageReadReceipt`](super::ChatMessageReadReceipt): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatMessageReadReceiptBuilder {
            chat_message_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            read_on: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                super::error::ConversionError,
            >,
            sender_communication_identifier: ::std::result::Result<
                super::CommunicationIdentifierModel,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatMessageReadReceiptBuilder {
            fn default() -> Self {
                Self {
                    chat_message_id: Err(
                        super::error::ConversionError::missing("chatMessageId"),
                    ),
                    read_on: Err(super::error::ConversionError::missing("readOn")),
                    sender_communication_identifier: Err(
                        super::error::ConversionError::missing(
                            "senderCommunicationIdentifier",
                        ),
                    ),
                }
            }
        }
        impl ChatMessageReadReceiptBuilder {
            ///Id of the last message that the participant has read.
            pub fn chat_message_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.chat_message_id = value
                    .into_property()
                    .map_err(|error| error.within("chatMessageId"));
                self
            }
            ///When the message was read. RFC 3339 timestamp.
            pub fn read_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::chrono::DateTime<::chrono::offset::Utc>,
                    M,
                >,
            ) -> Self {
                self.read_on = value
                    .into_property()
                    .map_err(|error| error.within("readOn"));
                self
            }
            ///Participant who read the message and so sent the receipt.
            pub fn sender_communication_identifier<M>(
                mut self,
                value: impl crate::IntoProperty<super::CommunicationIdentifierModel, M>,
            ) -> Self {
                self.sender_communication_identifier = value
                    .into_property()
                    .map_err(|error| error.within("senderCommunicationIdentifier"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatMessageReadReceipt,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatMessageReadReceiptBuilder>
        for super::ChatMessageReadReceipt {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatMessageReadReceiptBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    chat_message_id: value.chat_message_id?,
                    read_on: value.read_on?,
                    sender_communication_identifier: value
                        .sender_communication_identifier?,
                })
            }
        }
        impl ::std::convert::From<super::ChatMessageReadReceipt>
        for ChatMessageReadReceiptBuilder {
            fn from(value: super::ChatMessageReadReceipt) -> Self {
                Self {
                    chat_message_id: Ok(value.chat_message_id),
                    read_on: Ok(value.read_on),
                    sender_communication_identifier: Ok(
                        value.sender_communication_identifier,
                    ),
                }
            }
        }
        /// Builds a [`ChatMessageReadReceiptsCollection`](super::ChatMessageReadReceiptsCollection): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatMessageReadReceiptsCollectionBuilder {
            next_link: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            value: ::std::result::Result<
                ::std::vec::Vec<super::ChatMessageReadReceipt>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatMessageReadReceiptsCollectionBuilder {
            fn default() -> Self {
                Self {
                    next_link: Ok(Default::default()),
                    value: Err(super::error::ConversionError::missing("value")),
                }
            }
        }
        impl ChatMessageReadReceiptsCollectionBuilder {
            ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
            pub fn next_link<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.next_link = value
                    .into_property()
                    .map_err(|error| error.within("nextLink"));
                self
            }
            ///The receipts of this page; may be empty.
            pub fn value<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::vec::Vec<super::ChatMessageReadReceipt>,
                    M,
                >,
            ) -> Self {
                self.value = value
                    .into_property()
                    .map_err(|error| error.within("value"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatMessageReadReceiptsCollection,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatMessageReadReceiptsCollectionBuilder>
        for super::ChatMessageReadReceiptsCollection {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatMessageReadReceiptsCollectionBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    next_link: value.next_link?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::ChatMessageReadReceiptsCollection>
        for ChatMessageReadReceiptsCollectionBuilder {
            fn from(value: super::ChatMessageReadReceiptsCollection) -> Self {
                Self {
                    next_link: Ok(value.next_link),
                    value: Ok(value.value),
                }
            }
        }
        /// Builds a [`ChatMessagesCollection`](super::ChatMessagesCollection): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatMessagesCollectionBuilder {
            next_link: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            value: ::std::result::Result<
                ::std::vec::Vec<super::ChatMessage>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatMessagesCollectionBuilder {
            fn default() -> Self {
                Self {
                    next_link: Ok(Default::default()),
                    value: Err(super::error::ConversionError::missing("value")),
                }
            }
        }
        impl ChatMessagesCollectionBuilder {
            ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
            pub fn next_link<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.next_link = value
                    .into_property()
                    .map_err(|error| error.within("nextLink"));
                self
            }
            ///The messages of this page; may be empty even when there is a next page.
            pub fn value<M>(
                mut self,
                value: impl crate::IntoProperty<::std::vec::Vec<super::ChatMessage>, M>,
            ) -> Self {
                self.value = value
                    .into_property()
                    .map_err(|error| error.within("value"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatMessagesCollection,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatMessagesCollectionBuilder>
        for super::ChatMessagesCollection {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatMessagesCollectionBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    next_link: value.next_link?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::ChatMessagesCollection>
        for ChatMessagesCollectionBuilder {
            fn from(value: super::ChatMessagesCollection) -> Self {
                Self {
                    next_link: Ok(value.next_link),
                    value: Ok(value.value),
                }
            }
        }
        /// Builds a [`ChatParticipant`](super::ChatParticipant): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatParticipantBuilder {
            communication_identifier: ::std::result::Result<
                super::CommunicationIdentifierModel,
                super::error::ConversionError,
            >,
            display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
            share_history_time: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatParticipantBuilder {
            fn default() -> Self {
                Self {
                    communication_identifier: Err(
                        super::error::ConversionError::missing("communicationIdentifier"),
                    ),
                    display_name: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                    share_history_time: Ok(Default::default()),
                }
            }
        }
        impl ChatParticipantBuilder {
            ///Who the participant is.
            pub fn communication_identifier<M>(
                mut self,
                value: impl crate::IntoProperty<super::CommunicationIdentifierModel, M>,
            ) -> Self {
                self.communication_identifier = value
                    .into_property()
                    .map_err(|error| error.within("communicationIdentifier"));
                self
            }
            ///Name to show for the participant.
            pub fn display_name<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.display_name = value
                    .into_property()
                    .map_err(|error| error.within("displayName"));
                self
            }
            ///Application data about the participant, as pairs of strings; 1 KB at most in total.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            ///Start of the history that the participant may read, as an RFC 3339 timestamp. A time at or before the creation of the thread shares all of it.
            pub fn share_history_time<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                    M,
                >,
            ) -> Self {
                self.share_history_time = value
                    .into_property()
                    .map_err(|error| error.within("shareHistoryTime"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatParticipant,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatParticipantBuilder> for super::ChatParticipant {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatParticipantBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    communication_identifier: value.communication_identifier?,
                    display_name: value.display_name?,
                    metadata: value.metadata?,
                    share_history_time: value.share_history_time?,
                })
            }
        }
        impl ::std::convert::From<super::ChatParticipant> for ChatParticipantBuilder {
            fn from(value: super::ChatParticipant) -> Self {
                Self {
                    communication_identifier: Ok(value.communication_identifier),
                    display_name: Ok(value.display_name),
                    metadata: Ok(value.metadata),
                    share_history_time: Ok(value.share_history_time),
                }
            }
        }
        /// Builds a [`ChatParticipantsCollection`](super::ChatParticipantsCollection): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatParticipantsCollectionBuilder {
            next_link: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            value: ::std::result::Result<
                ::std::vec::Vec<super::ChatParticipant>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatParticipantsCollectionBuilder {
            fn default() -> Self {
                Self {
                    next_link: Ok(Default::default()),
                    value: Err(super::error::ConversionError::missing("value")),
                }
            }
        }
        impl ChatParticipantsCollectionBuilder {
            ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
            pub fn next_link<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.next_link = value
                    .into_property()
                    .map_err(|error| error.within("nextLink"));
                self
            }
            ///The participants of this page; may be empty.
            pub fn value<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::vec::Vec<super::ChatParticipant>,
                    M,
                >,
            ) -> Self {
                self.value = value
                    .into_property()
                    .map_err(|error| error.within("value"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatParticipantsCollection,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatParticipantsCollectionBuilder>
        for super::ChatParticipantsCollection {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatParticipantsCollectionBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    next_link: value.next_link?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::ChatParticipantsCollection>
        for ChatParticipantsCollectionBuilder {
            fn from(value: super::ChatParticipantsCollection) -> Self {
                Self {
                    next_link: Ok(value.next_link),
                    value: Ok(value.value),
                }
            }
        }
        /// Builds a [`ChatThreadItem`](super::ChatThreadItem): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatThreadItemBuilder {
            deleted_on: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                super::error::ConversionError,
            >,
            id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            last_message_received_on: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                super::error::ConversionError,
            >,
            topic: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatThreadItemBuilder {
            fn default() -> Self {
                Self {
                    deleted_on: Ok(Default::default()),
                    id: Err(super::error::ConversionError::missing("id")),
                    last_message_received_on: Ok(Default::default()),
                    topic: Err(super::error::ConversionError::missing("topic")),
                }
            }
        }
        impl ChatThreadItemBuilder {
            ///When the thread was deleted; absent unless it was. RFC 3339 timestamp.
            pub fn deleted_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                    M,
                >,
            ) -> Self {
                self.deleted_on = value
                    .into_property()
                    .map_err(|error| error.within("deletedOn"));
                self
            }
            ///Id of the thread.
            pub fn id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.id = value.into_property().map_err(|error| error.within("id"));
                self
            }
            ///When the newest message of the thread arrived. RFC 3339 timestamp.
            pub fn last_message_received_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                    M,
                >,
            ) -> Self {
                self.last_message_received_on = value
                    .into_property()
                    .map_err(|error| error.within("lastMessageReceivedOn"));
                self
            }
            ///Topic of the thread.
            pub fn topic<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.topic = value
                    .into_property()
                    .map_err(|error| error.within("topic"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatThreadItem,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatThreadItemBuilder> for super::ChatThreadItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatThreadItemBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    deleted_on: value.deleted_on?,
                    id: value.id?,
                    last_message_received_on: value.last_message_received_on?,
                    topic: value.topic?,
                })
            }
        }
        impl ::std::convert::From<super::ChatThreadItem> for ChatThreadItemBuilder {
            fn from(value: super::ChatThreadItem) -> Self {
                Self {
                    deleted_on: Ok(value.deleted_on),
                    id: Ok(value.id),
                    last_message_received_on: Ok(value.last_message_received_on),
                    topic: Ok(value.topic),
                }
            }
        }
        /// Builds a [`ChatThreadProperties`](super::ChatThreadProperties): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatThreadPropertiesBuilder {
            created_by_communication_identifier: ::std::result::Result<
                super::CommunicationIdentifierModel,
                super::error::ConversionError,
            >,
            created_on: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                super::error::ConversionError,
            >,
            deleted_on: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                super::error::ConversionError,
            >,
            id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
            retention_policy: ::std::result::Result<
                ::std::option::Option<crate::types::ChatRetentionPolicy>,
                super::error::ConversionError,
            >,
            topic: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatThreadPropertiesBuilder {
            fn default() -> Self {
                Self {
                    created_by_communication_identifier: Err(
                        super::error::ConversionError::missing(
                            "createdByCommunicationIdentifier",
                        ),
                    ),
                    created_on: Err(super::error::ConversionError::missing("createdOn")),
                    deleted_on: Ok(Default::default()),
                    id: Err(super::error::ConversionError::missing("id")),
                    metadata: Ok(Default::default()),
                    retention_policy: Ok(Default::default()),
                    topic: Err(super::error::ConversionError::missing("topic")),
                }
            }
        }
        impl ChatThreadPropertiesBuilder {
            ///Who created the thread.
            pub fn created_by_communication_identifier<M>(
                mut self,
                value: impl crate::IntoProperty<super::CommunicationIdentifierModel, M>,
            ) -> Self {
                self.created_by_communication_identifier = value
                    .into_property()
                    .map_err(|error| error.within("createdByCommunicationIdentifier"));
                self
            }
            ///When the thread was created. RFC 3339 timestamp.
            pub fn created_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::chrono::DateTime<::chrono::offset::Utc>,
                    M,
                >,
            ) -> Self {
                self.created_on = value
                    .into_property()
                    .map_err(|error| error.within("createdOn"));
                self
            }
            ///When the thread was deleted; absent unless it was. RFC 3339 timestamp.
            pub fn deleted_on<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                    M,
                >,
            ) -> Self {
                self.deleted_on = value
                    .into_property()
                    .map_err(|error| error.within("deletedOn"));
                self
            }
            ///Id of the thread.
            pub fn id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.id = value.into_property().map_err(|error| error.within("id"));
                self
            }
            ///Application data of the thread, as pairs of strings; 1 KB at most in total.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            ///When the thread is deleted automatically. May be absent when no policy was set.
            pub fn retention_policy<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<crate::types::ChatRetentionPolicy>,
                    M,
                >,
            ) -> Self {
                self.retention_policy = value
                    .into_property()
                    .map_err(|error| error.within("retentionPolicy"));
                self
            }
            ///Topic of the thread.
            pub fn topic<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.topic = value
                    .into_property()
                    .map_err(|error| error.within("topic"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatThreadProperties,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatThreadPropertiesBuilder>
        for super::ChatThreadProperties {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatThreadPropertiesBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_by_communication_identifier: value
                        .created_by_communication_identifier?,
                    created_on: value.created_on?,
                    deleted_on: value.deleted_on?,
                    id: value.id?,
                    metadata: value.metadata?,
                    retention_policy: value.retention_policy?,
                    topic: value.topic?,
                })
            }
        }
        impl ::std::convert::From<super::ChatThreadProperties>
        for ChatThreadPropertiesBuilder {
            fn from(value: super::ChatThreadProperties) -> Self {
                Self {
                    created_by_communication_identifier: Ok(
                        value.created_by_communication_identifier,
                    ),
                    created_on: Ok(value.created_on),
                    deleted_on: Ok(value.deleted_on),
                    id: Ok(value.id),
                    metadata: Ok(value.metadata),
                    retention_policy: Ok(value.retention_policy),
                    topic: Ok(value.topic),
                }
            }
        }
        /// Builds a [`ChatThreadsItemCollection`](super::ChatThreadsItemCollection): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ChatThreadsItemCollectionBuilder {
            next_link: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            value: ::std::result::Result<
                ::std::vec::Vec<super::ChatThreadItem>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ChatThreadsItemCollectionBuilder {
            fn default() -> Self {
                Self {
                    next_link: Ok(Default::default()),
                    value: Err(super::error::ConversionError::missing("value")),
                }
            }
        }
        impl ChatThreadsItemCollectionBuilder {
            ///Absolute URL of the next page; absent on the last page. Its path and query are to be requested exactly as they stand, and the access token must go to no host but the one of the endpoint.
            pub fn next_link<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.next_link = value
                    .into_property()
                    .map_err(|error| error.within("nextLink"));
                self
            }
            ///The threads of this page; may be empty even when there is a next page.
            pub fn value<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::vec::Vec<super::ChatThreadItem>,
                    M,
                >,
            ) -> Self {
                self.value = value
                    .into_property()
                    .map_err(|error| error.within("value"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ChatThreadsItemCollection,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ChatThreadsItemCollectionBuilder>
        for super::ChatThreadsItemCollection {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatThreadsItemCollectionBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    next_link: value.next_link?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::ChatThreadsItemCollection>
        for ChatThreadsItemCollectionBuilder {
            fn from(value: super::ChatThreadsItemCollection) -> Self {
                Self {
                    next_link: Ok(value.next_link),
                    value: Ok(value.value),
                }
            }
        }
        /// Builds a [`CommunicationError`](super::CommunicationError): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct CommunicationErrorBuilder {
            code: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            details: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::CommunicationError>>,
                super::error::ConversionError,
            >,
            innererror: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::CommunicationError>>,
                super::error::ConversionError,
            >,
            message: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            target: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for CommunicationErrorBuilder {
            fn default() -> Self {
                Self {
                    code: Err(super::error::ConversionError::missing("code")),
                    details: Ok(Default::default()),
                    innererror: Ok(Default::default()),
                    message: Err(super::error::ConversionError::missing("message")),
                    target: Ok(Default::default()),
                }
            }
        }
        impl CommunicationErrorBuilder {
            ///Short code of the error, such as `Forbidden`; for a rejected participant an HTTP status in digits, such as `403`.
            pub fn code<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.code = value.into_property().map_err(|error| error.within("code"));
                self
            }
            ///Further errors that led to this one.
            pub fn details<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::vec::Vec<super::CommunicationError>>,
                    M,
                >,
            ) -> Self {
                self.details = value
                    .into_property()
                    .map_err(|error| error.within("details"));
                self
            }
            ///More specific error behind this one, if the service reports any.
            pub fn innererror<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::boxed::Box<super::CommunicationError>>,
                    M,
                >,
            ) -> Self {
                self.innererror = value
                    .into_property()
                    .map_err(|error| error.within("innererror"));
                self
            }
            ///Explanation for people. Its wording is not stable, and the live service sometimes leaves it out.
            pub fn message<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.message = value
                    .into_property()
                    .map_err(|error| error.within("message"));
                self
            }
            ///What the error is about; for a rejected participant, their raw id.
            pub fn target<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.target = value
                    .into_property()
                    .map_err(|error| error.within("target"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CommunicationError,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<CommunicationErrorBuilder>
        for super::CommunicationError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CommunicationErrorBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    details: value.details?,
                    innererror: value.innererror?,
                    message: value.message?,
                    target: value.target?,
                })
            }
        }
        impl ::std::convert::From<super::CommunicationError>
        for CommunicationErrorBuilder {
            fn from(value: super::CommunicationError) -> Self {
                Self {
                    code: Ok(value.code),
                    details: Ok(value.details),
                    innererror: Ok(value.innererror),
                    message: Ok(value.message),
                    target: Ok(value.target),
                }
            }
        }
        /// Builds a [`CommunicationErrorResponse`](super::CommunicationErrorResponse): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct CommunicationErrorResponseBuilder {
            error: ::std::result::Result<
                super::CommunicationError,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for CommunicationErrorResponseBuilder {
            fn default() -> Self {
                Self {
                    error: Err(super::error::ConversionError::missing("error")),
                }
            }
        }
        impl CommunicationErrorResponseBuilder {
            ///What went wrong.
            pub fn error<M>(
                mut self,
                value: impl crate::IntoProperty<super::CommunicationError, M>,
            ) -> Self {
                self.error = value
                    .into_property()
                    .map_err(|error| error.within("error"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CommunicationErrorResponse,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<CommunicationErrorResponseBuilder>
        for super::CommunicationErrorResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CommunicationErrorResponseBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { error: value.error? })
            }
        }
        impl ::std::convert::From<super::CommunicationErrorResponse>
        for CommunicationErrorResponseBuilder {
            fn from(value: super::CommunicationErrorResponse) -> Self {
                Self { error: Ok(value.error) }
            }
        }
        /// Builds a [`CommunicationIdentifierModel`](super::CommunicationIdentifierModel): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct CommunicationIdentifierModelBuilder {
            communication_user: ::std::result::Result<
                ::std::option::Option<super::CommunicationUserIdentifierModel>,
                super::error::ConversionError,
            >,
            kind: ::std::result::Result<
                ::std::option::Option<crate::types::CommunicationIdentifierModelKind>,
                super::error::ConversionError,
            >,
            microsoft_teams_app: ::std::result::Result<
                ::std::option::Option<super::MicrosoftTeamsAppIdentifierModel>,
                super::error::ConversionError,
            >,
            microsoft_teams_user: ::std::result::Result<
                ::std::option::Option<super::MicrosoftTeamsUserIdentifierModel>,
                super::error::ConversionError,
            >,
            phone_number: ::std::result::Result<
                ::std::option::Option<super::PhoneNumberIdentifierModel>,
                super::error::ConversionError,
            >,
            raw_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            teams_extension_user: ::std::result::Result<
                ::std::option::Option<super::TeamsExtensionUserIdentifierModel>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for CommunicationIdentifierModelBuilder {
            fn default() -> Self {
                Self {
                    communication_user: Ok(Default::default()),
                    kind: Ok(Default::default()),
                    microsoft_teams_app: Ok(Default::default()),
                    microsoft_teams_user: Ok(Default::default()),
                    phone_number: Ok(Default::default()),
                    raw_id: Ok(Default::default()),
                    teams_extension_user: Ok(Default::default()),
                }
            }
        }
        impl CommunicationIdentifierModelBuilder {
            ///Set when this is a user of a Communication Services resource.
            pub fn communication_user<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::CommunicationUserIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.communication_user = value
                    .into_property()
                    .map_err(|error| error.within("communicationUser"));
                self
            }
            ///Kind of the identifier. It may be missing, in requests and in responses alike; the property that is set then tells the kind.
            pub fn kind<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        crate::types::CommunicationIdentifierModelKind,
                    >,
                    M,
                >,
            ) -> Self {
                self.kind = value.into_property().map_err(|error| error.within("kind"));
                self
            }
            ///Set when this is an application of Microsoft Teams.
            pub fn microsoft_teams_app<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::MicrosoftTeamsAppIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.microsoft_teams_app = value
                    .into_property()
                    .map_err(|error| error.within("microsoftTeamsApp"));
                self
            }
            ///Set when this is a user of Microsoft Teams.
            pub fn microsoft_teams_user<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::MicrosoftTeamsUserIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.microsoft_teams_user = value
                    .into_property()
                    .map_err(|error| error.within("microsoftTeamsUser"));
                self
            }
            ///Set when this is a phone number.
            pub fn phone_number<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::PhoneNumberIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.phone_number = value
                    .into_property()
                    .map_err(|error| error.within("phoneNumber"));
                self
            }
            ///The whole identifier as one string, such as `8:acs:…` for a communication user or `4:+…` for a phone number. Optional in requests; responses carry it.
            pub fn raw_id<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.raw_id = value
                    .into_property()
                    .map_err(|error| error.within("rawId"));
                self
            }
            ///Set when this is a Teams phone extension user.
            pub fn teams_extension_user<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::TeamsExtensionUserIdentifierModel>,
                    M,
                >,
            ) -> Self {
                self.teams_extension_user = value
                    .into_property()
                    .map_err(|error| error.within("teamsExtensionUser"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CommunicationIdentifierModel,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<CommunicationIdentifierModelBuilder>
        for super::CommunicationIdentifierModel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CommunicationIdentifierModelBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    communication_user: value.communication_user?,
                    kind: value.kind?,
                    microsoft_teams_app: value.microsoft_teams_app?,
                    microsoft_teams_user: value.microsoft_teams_user?,
                    phone_number: value.phone_number?,
                    raw_id: value.raw_id?,
                    teams_extension_user: value.teams_extension_user?,
                })
            }
        }
        impl ::std::convert::From<super::CommunicationIdentifierModel>
        for CommunicationIdentifierModelBuilder {
            fn from(value: super::CommunicationIdentifierModel) -> Self {
                Self {
                    communication_user: Ok(value.communication_user),
                    kind: Ok(value.kind),
                    microsoft_teams_app: Ok(value.microsoft_teams_app),
                    microsoft_teams_user: Ok(value.microsoft_teams_user),
                    phone_number: Ok(value.phone_number),
                    raw_id: Ok(value.raw_id),
                    teams_extension_user: Ok(value.teams_extension_user),
                }
            }
        }
        /// Builds a [`CommunicationUserIdentifierModel`](super::CommunicationUserIdentifierModel): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct CommunicationUserIdentifierModelBuilder {
            id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for CommunicationUserIdentifierModelBuilder {
            fn default() -> Self {
                Self {
                    id: Err(super::error::ConversionError::missing("id")),
                }
            }
        }
        impl CommunicationUserIdentifierModelBuilder {
            ///Id of the user, the same string as the raw id: `8:acs:` and then the ids of the resource and of the user.
            pub fn id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.id = value.into_property().map_err(|error| error.within("id"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CommunicationUserIdentifierModel,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<CommunicationUserIdentifierModelBuilder>
        for super::CommunicationUserIdentifierModel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CommunicationUserIdentifierModelBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::CommunicationUserIdentifierModel>
        for CommunicationUserIdentifierModelBuilder {
            fn from(value: super::CommunicationUserIdentifierModel) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        /// Builds a [`CreateChatThreadRequest`](super::CreateChatThreadRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct CreateChatThreadRequestBuilder {
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
            participants: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::ChatParticipant>>,
                super::error::ConversionError,
            >,
            retention_policy: ::std::result::Result<
                ::std::option::Option<crate::types::ChatRetentionPolicy>,
                super::error::ConversionError,
            >,
            topic: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for CreateChatThreadRequestBuilder {
            fn default() -> Self {
                Self {
                    metadata: Ok(Default::default()),
                    participants: Ok(Default::default()),
                    retention_policy: Ok(Default::default()),
                    topic: Err(super::error::ConversionError::missing("topic")),
                }
            }
        }
        impl CreateChatThreadRequestBuilder {
            ///Application data of the thread, as pairs of strings; 1 KB at most in total.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            ///First participants, 200 at most. The calling user need not be among them and is added in any case.
            pub fn participants<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::vec::Vec<super::ChatParticipant>>,
                    M,
                >,
            ) -> Self {
                self.participants = value
                    .into_property()
                    .map_err(|error| error.within("participants"));
                self
            }
            ///When the thread is to be deleted automatically. Without a policy it is kept until somebody deletes it.
            pub fn retention_policy<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<crate::types::ChatRetentionPolicy>,
                    M,
                >,
            ) -> Self {
                self.retention_policy = value
                    .into_property()
                    .map_err(|error| error.within("retentionPolicy"));
                self
            }
            ///Topic of the thread.
            pub fn topic<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.topic = value
                    .into_property()
                    .map_err(|error| error.within("topic"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CreateChatThreadRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<CreateChatThreadRequestBuilder>
        for super::CreateChatThreadRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateChatThreadRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    metadata: value.metadata?,
                    participants: value.participants?,
                    retention_policy: value.retention_policy?,
                    topic: value.topic?,
                })
            }
        }
        impl ::std::convert::From<super::CreateChatThreadRequest>
        for CreateChatThreadRequestBuilder {
            fn from(value: super::CreateChatThreadRequest) -> Self {
                Self {
                    metadata: Ok(value.metadata),
                    participants: Ok(value.participants),
                    retention_policy: Ok(value.retention_policy),
                    topic: Ok(value.topic),
                }
            }
        }
        /// Builds a [`CreateChatThreadResult`](super::CreateChatThreadResult): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct CreateChatThreadResultBuilder {
            chat_thread: ::std::result::Result<
                ::std::option::Option<super::ChatThreadProperties>,
                super::error::ConversionError,
            >,
            invalid_participants: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::CommunicationError>>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for CreateChatThreadResultBuilder {
            fn default() -> Self {
                Self {
                    chat_thread: Ok(Default::default()),
                    invalid_participants: Ok(Default::default()),
                }
            }
        }
        impl CreateChatThreadResultBuilder {
            ///The thread that was created.
            pub fn chat_thread<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<super::ChatThreadProperties>,
                    M,
                >,
            ) -> Self {
                self.chat_thread = value
                    .into_property()
                    .map_err(|error| error.within("chatThread"));
                self
            }
            ///One error for each person who could not be added: `target` is their raw id, `code` and `message` give the reason. Absent when everyone was added.
            pub fn invalid_participants<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::vec::Vec<super::CommunicationError>>,
                    M,
                >,
            ) -> Self {
                self.invalid_participants = value
                    .into_property()
                    .map_err(|error| error.within("invalidParticipants"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CreateChatThreadResult,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<CreateChatThreadResultBuilder>
        for super::CreateChatThreadResult {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateChatThreadResultBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    chat_thread: value.chat_thread?,
                    invalid_participants: value.invalid_participants?,
                })
            }
        }
        impl ::std::convert::From<super::CreateChatThreadResult>
        for CreateChatThreadResultBuilder {
            fn from(value: super::CreateChatThreadResult) -> Self {
                Self {
                    chat_thread: Ok(value.chat_thread),
                    invalid_participants: Ok(value.invalid_participants),
                }
            }
        }
        /// Builds a [`MicrosoftTeamsAppIdentifierModel`](super::MicrosoftTeamsAppIdentifierModel): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct MicrosoftTeamsAppIdentifierModelBuilder {
            app_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            cloud: ::std::result::Result<
                ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for MicrosoftTeamsAppIdentifierModelBuilder {
            fn default() -> Self {
                Self {
                    app_id: Err(super::error::ConversionError::missing("appId")),
                    cloud: Ok(Default::default()),
                }
            }
        }
        impl MicrosoftTeamsAppIdentifierModelBuilder {
            ///Id of the application.
            pub fn app_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.app_id = value
                    .into_property()
                    .map_err(|error| error.within("appId"));
                self
            }
            ///Cloud that the application belongs to. Taken as `public` when absent.
            pub fn cloud<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
                    M,
                >,
            ) -> Self {
                self.cloud = value
                    .into_property()
                    .map_err(|error| error.within("cloud"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::MicrosoftTeamsAppIdentifierModel,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<MicrosoftTeamsAppIdentifierModelBuilder>
        for super::MicrosoftTeamsAppIdentifierModel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MicrosoftTeamsAppIdentifierModelBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    app_id: value.app_id?,
                    cloud: value.cloud?,
                })
            }
        }
        impl ::std::convert::From<super::MicrosoftTeamsAppIdentifierModel>
        for MicrosoftTeamsAppIdentifierModelBuilder {
            fn from(value: super::MicrosoftTeamsAppIdentifierModel) -> Self {
                Self {
                    app_id: Ok(value.app_id),
                    cloud: Ok(value.cloud),
                }
            }
        }
        /// Builds a [`MicrosoftTeamsUserIdentifierModel`](super::MicrosoftTeamsUserIdentifierModel): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct MicrosoftTeamsUserIdentifierModelBuilder {
            cloud: ::std::result::Result<
                ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
                super::error::ConversionError,
            >,
            is_anonymous: ::std::result::Result<
                ::std::option::Option<bool>,
                super::error::ConversionError,
            >,
            user_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for MicrosoftTeamsUserIdentifierModelBuilder {
            fn default() -> Self {
                Self {
                    cloud: Ok(Default::default()),
                    is_anonymous: Ok(Default::default()),
                    user_id: Err(super::error::ConversionError::missing("userId")),
                }
            }
        }
        impl MicrosoftTeamsUserIdentifierModelBuilder {
            ///Cloud that the user belongs to. Taken as `public` when absent.
            pub fn cloud<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
                    M,
                >,
            ) -> Self {
                self.cloud = value
                    .into_property()
                    .map_err(|error| error.within("cloud"));
                self
            }
            ///Whether the user joined without signing in. Taken as `false` when absent.
            pub fn is_anonymous<M>(
                mut self,
                value: impl crate::IntoProperty<::std::option::Option<bool>, M>,
            ) -> Self {
                self.is_anonymous = value
                    .into_property()
                    .map_err(|error| error.within("isAnonymous"));
                self
            }
            ///Id of the user: the object id in Microsoft Entra ID, or an id of another form for an anonymous user.
            pub fn user_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.user_id = value
                    .into_property()
                    .map_err(|error| error.within("userId"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::MicrosoftTeamsUserIdentifierModel,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<MicrosoftTeamsUserIdentifierModelBuilder>
        for super::MicrosoftTeamsUserIdentifierModel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MicrosoftTeamsUserIdentifierModelBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cloud: value.cloud?,
                    is_anonymous: value.is_anonymous?,
                    user_id: value.user_id?,
                })
            }
        }
        impl ::std::convert::From<super::MicrosoftTeamsUserIdentifierModel>
        for MicrosoftTeamsUserIdentifierModelBuilder {
            fn from(value: super::MicrosoftTeamsUserIdentifierModel) -> Self {
                Self {
                    cloud: Ok(value.cloud),
                    is_anonymous: Ok(value.is_anonymous),
                    user_id: Ok(value.user_id),
                }
            }
        }
        /// Builds a [`PhoneNumberIdentifierModel`](super::PhoneNumberIdentifierModel): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct PhoneNumberIdentifierModelBuilder {
            asserted_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            is_anonymous: ::std::result::Result<
                ::std::option::Option<bool>,
                super::error::ConversionError,
            >,
            value: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for PhoneNumberIdentifierModelBuilder {
            fn default() -> Self {
                Self {
                    asserted_id: Ok(Default::default()),
                    is_anonymous: Ok(Default::default()),
                    value: Err(super::error::ConversionError::missing("value")),
                }
            }
        }
        impl PhoneNumberIdentifierModelBuilder {
            ///Id that tells apart several participants of one call who share a number.
            pub fn asserted_id<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.asserted_id = value
                    .into_property()
                    .map_err(|error| error.within("assertedId"));
                self
            }
            ///Whether the number is withheld; `value` is then `anonymous`. Taken as `false` when absent.
            pub fn is_anonymous<M>(
                mut self,
                value: impl crate::IntoProperty<::std::option::Option<bool>, M>,
            ) -> Self {
                self.is_anonymous = value
                    .into_property()
                    .map_err(|error| error.within("isAnonymous"));
                self
            }
            ///The number, usually in E.164 form with a leading `+`; `anonymous` when the number is withheld.
            pub fn value<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.value = value
                    .into_property()
                    .map_err(|error| error.within("value"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::PhoneNumberIdentifierModel,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<PhoneNumberIdentifierModelBuilder>
        for super::PhoneNumberIdentifierModel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PhoneNumberIdentifierModelBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    asserted_id: value.asserted_id?,
                    is_anonymous: value.is_anonymous?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::PhoneNumberIdentifierModel>
        for PhoneNumberIdentifierModelBuilder {
            fn from(value: super::PhoneNumberIdentifierModel) -> Self {
                Self {
                    asserted_id: Ok(value.asserted_id),
                    is_anonymous: Ok(value.is_anonymous),
                    value: Ok(value.value),
                }
            }
        }
        /// Builds a [`SendChatMessageRequest`](super::SendChatMessageRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct SendChatMessageRequestBuilder {
            content: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
            sender_display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<crate::types::ChatMessageType>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for SendChatMessageRequestBuilder {
            fn default() -> Self {
                Self {
                    content: Err(super::error::ConversionError::missing("content")),
                    metadata: Ok(Default::default()),
                    sender_display_name: Ok(Default::default()),
                    type_: Ok(Default::default()),
                }
            }
        }
        impl SendChatMessageRequestBuilder {
            ///Text of the message: plain or HTML, as `type` says. A message may be at most 28 KB.
            pub fn content<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.content = value
                    .into_property()
                    .map_err(|error| error.within("content"));
                self
            }
            ///Application data to keep with the message, as pairs of strings.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            ///Name to show for the sender, for instance in push notifications.
            pub fn sender_display_name<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.sender_display_name = value
                    .into_property()
                    .map_err(|error| error.within("senderDisplayName"));
                self
            }
            ///Type of the message, either `text` or `html`. The service takes an absent type for `text`.
            pub fn type_<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<crate::types::ChatMessageType>,
                    M,
                >,
            ) -> Self {
                self.type_ = value.into_property().map_err(|error| error.within("type"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SendChatMessageRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<SendChatMessageRequestBuilder>
        for super::SendChatMessageRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SendChatMessageRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    content: value.content?,
                    metadata: value.metadata?,
                    sender_display_name: value.sender_display_name?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::SendChatMessageRequest>
        for SendChatMessageRequestBuilder {
            fn from(value: super::SendChatMessageRequest) -> Self {
                Self {
                    content: Ok(value.content),
                    metadata: Ok(value.metadata),
                    sender_display_name: Ok(value.sender_display_name),
                    type_: Ok(value.type_),
                }
            }
        }
        /// Builds a [`SendChatMessageResult`](super::SendChatMessageResult): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct SendChatMessageResultBuilder {
            id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for SendChatMessageResultBuilder {
            fn default() -> Self {
                Self {
                    id: Err(super::error::ConversionError::missing("id")),
                }
            }
        }
        impl SendChatMessageResultBuilder {
            ///Id that the service gave to the message.
            pub fn id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.id = value.into_property().map_err(|error| error.within("id"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SendChatMessageResult,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<SendChatMessageResultBuilder>
        for super::SendChatMessageResult {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SendChatMessageResultBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::SendChatMessageResult>
        for SendChatMessageResultBuilder {
            fn from(value: super::SendChatMessageResult) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        /// Builds a [`SendReadReceiptRequest`](super::SendReadReceiptRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct SendReadReceiptRequestBuilder {
            chat_message_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for SendReadReceiptRequestBuilder {
            fn default() -> Self {
                Self {
                    chat_message_id: Err(
                        super::error::ConversionError::missing("chatMessageId"),
                    ),
                }
            }
        }
        impl SendReadReceiptRequestBuilder {
            ///Id of the latest message that the user has read.
            pub fn chat_message_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.chat_message_id = value
                    .into_property()
                    .map_err(|error| error.within("chatMessageId"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SendReadReceiptRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<SendReadReceiptRequestBuilder>
        for super::SendReadReceiptRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SendReadReceiptRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    chat_message_id: value.chat_message_id?,
                })
            }
        }
        impl ::std::convert::From<super::SendReadReceiptRequest>
        for SendReadReceiptRequestBuilder {
            fn from(value: super::SendReadReceiptRequest) -> Self {
                Self {
                    chat_message_id: Ok(value.chat_message_id),
                }
            }
        }
        /// Builds a [`SendTypingNotificationRequest`](super::SendTypingNotificationRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct SendTypingNotificationRequestBuilder {
            sender_display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for SendTypingNotificationRequestBuilder {
            fn default() -> Self {
                Self {
                    sender_display_name: Ok(Default::default()),
                }
            }
        }
        impl SendTypingNotificationRequestBuilder {
            ///Name to show for the user who is typing, for instance in push notifications.
            pub fn sender_display_name<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.sender_display_name = value
                    .into_property()
                    .map_err(|error| error.within("senderDisplayName"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SendTypingNotificationRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<SendTypingNotificationRequestBuilder>
        for super::SendTypingNotificationRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SendTypingNotificationRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    sender_display_name: value.sender_display_name?,
                })
            }
        }
        impl ::std::convert::From<super::SendTypingNotificationRequest>
        for SendTypingNotificationRequestBuilder {
            fn from(value: super::SendTypingNotificationRequest) -> Self {
                Self {
                    sender_display_name: Ok(value.sender_display_name),
                }
            }
        }
        /// Builds a [`TeamsExtensionUserIdentifierModel`](super::TeamsExtensionUserIdentifierModel): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct TeamsExtensionUserIdentifierModelBuilder {
            cloud: ::std::result::Result<
                ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
                super::error::ConversionError,
            >,
            resource_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            tenant_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
            user_id: ::std::result::Result<
                ::std::string::String,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for TeamsExtensionUserIdentifierModelBuilder {
            fn default() -> Self {
                Self {
                    cloud: Ok(Default::default()),
                    resource_id: Err(
                        super::error::ConversionError::missing("resourceId"),
                    ),
                    tenant_id: Err(super::error::ConversionError::missing("tenantId")),
                    user_id: Err(super::error::ConversionError::missing("userId")),
                }
            }
        }
        impl TeamsExtensionUserIdentifierModelBuilder {
            ///Cloud that the user belongs to. Taken as `public` when absent.
            pub fn cloud<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<crate::types::CommunicationCloudEnvironment>,
                    M,
                >,
            ) -> Self {
                self.cloud = value
                    .into_property()
                    .map_err(|error| error.within("cloud"));
                self
            }
            ///Id of the Communication Services resource.
            pub fn resource_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.resource_id = value
                    .into_property()
                    .map_err(|error| error.within("resourceId"));
                self
            }
            ///Id of the tenant that the user belongs to.
            pub fn tenant_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.tenant_id = value
                    .into_property()
                    .map_err(|error| error.within("tenantId"));
                self
            }
            ///Object id of the user in Microsoft Entra ID.
            pub fn user_id<M>(
                mut self,
                value: impl crate::IntoProperty<::std::string::String, M>,
            ) -> Self {
                self.user_id = value
                    .into_property()
                    .map_err(|error| error.within("userId"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::TeamsExtensionUserIdentifierModel,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<TeamsExtensionUserIdentifierModelBuilder>
        for super::TeamsExtensionUserIdentifierModel {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TeamsExtensionUserIdentifierModelBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cloud: value.cloud?,
                    resource_id: value.resource_id?,
                    tenant_id: value.tenant_id?,
                    user_id: value.user_id?,
                })
            }
        }
        impl ::std::convert::From<super::TeamsExtensionUserIdentifierModel>
        for TeamsExtensionUserIdentifierModelBuilder {
            fn from(value: super::TeamsExtensionUserIdentifierModel) -> Self {
                Self {
                    cloud: Ok(value.cloud),
                    resource_id: Ok(value.resource_id),
                    tenant_id: Ok(value.tenant_id),
                    user_id: Ok(value.user_id),
                }
            }
        }
        /// Builds a [`ThreadCreationDateRetentionPolicy`](super::ThreadCreationDateRetentionPolicy): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct ThreadCreationDateRetentionPolicyBuilder {
            delete_thread_after_days: ::std::result::Result<
                i32,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for ThreadCreationDateRetentionPolicyBuilder {
            fn default() -> Self {
                Self {
                    delete_thread_after_days: Err(
                        super::error::ConversionError::missing("deleteThreadAfterDays"),
                    ),
                }
            }
        }
        impl ThreadCreationDateRetentionPolicyBuilder {
            ///Days from the creation of the thread to its deletion; the service takes 30 to 90.
            pub fn delete_thread_after_days<M>(
                mut self,
                value: impl crate::IntoProperty<i32, M>,
            ) -> Self {
                self.delete_thread_after_days = value
                    .into_property()
                    .map_err(|error| error.within("deleteThreadAfterDays"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ThreadCreationDateRetentionPolicy,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<ThreadCreationDateRetentionPolicyBuilder>
        for super::ThreadCreationDateRetentionPolicy {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ThreadCreationDateRetentionPolicyBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    delete_thread_after_days: value.delete_thread_after_days?,
                })
            }
        }
        impl ::std::convert::From<super::ThreadCreationDateRetentionPolicy>
        for ThreadCreationDateRetentionPolicyBuilder {
            fn from(value: super::ThreadCreationDateRetentionPolicy) -> Self {
                Self {
                    delete_thread_after_days: Ok(value.delete_thread_after_days),
                }
            }
        }
        /// Builds a [`UpdateChatMessageRequest`](super::UpdateChatMessageRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct UpdateChatMessageRequestBuilder {
            content: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for UpdateChatMessageRequestBuilder {
            fn default() -> Self {
                Self {
                    content: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                }
            }
        }
        impl UpdateChatMessageRequestBuilder {
            ///New text of the message, at most 28 KB.
            pub fn content<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.content = value
                    .into_property()
                    .map_err(|error| error.within("content"));
                self
            }
            ///Pairs of the application data to change. They are merged into those of the message; an empty value removes a pair.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::UpdateChatMessageRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<UpdateChatMessageRequestBuilder>
        for super::UpdateChatMessageRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateChatMessageRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    content: value.content?,
                    metadata: value.metadata?,
                })
            }
        }
        impl ::std::convert::From<super::UpdateChatMessageRequest>
        for UpdateChatMessageRequestBuilder {
            fn from(value: super::UpdateChatMessageRequest) -> Self {
                Self {
                    content: Ok(value.content),
                    metadata: Ok(value.metadata),
                }
            }
        }
        /// Builds a [`UpdateChatThreadRequest`](super::UpdateChatThreadRequest): set its properties, then call `build`.
        #[derive(Clone, Debug)]
        pub struct UpdateChatThreadRequestBuilder {
            metadata: ::std::result::Result<
                ::std::option::Option<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                super::error::ConversionError,
            >,
            retention_policy: ::std::result::Result<
                ::std::option::Option<
                    crate::Nullable<crate::types::ChatRetentionPolicy>,
                >,
                super::error::ConversionError,
            >,
            topic: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                super::error::ConversionError,
            >,
        }
        impl ::std::default::Default for UpdateChatThreadRequestBuilder {
            fn default() -> Self {
                Self {
                    metadata: Ok(Default::default()),
                    retention_policy: Ok(Default::default()),
                    topic: Ok(Default::default()),
                }
            }
        }
        impl UpdateChatThreadRequestBuilder {
            ///Pairs of the application data to change; 1 KB at most in total. They are merged into those of the thread; an empty value removes a pair.
            pub fn metadata<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        ::std::collections::BTreeMap<
                            ::std::string::String,
                            ::std::string::String,
                        >,
                    >,
                    M,
                >,
            ) -> Self {
                self.metadata = value
                    .into_property()
                    .map_err(|error| error.within("metadata"));
                self
            }
            ///New retention policy of the thread. The merge patch can carry `null` here to go back to no retention policy.
            pub fn retention_policy<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<
                        crate::Nullable<crate::types::ChatRetentionPolicy>,
                    >,
                    M,
                >,
            ) -> Self {
                self.retention_policy = value
                    .into_property()
                    .map_err(|error| error.within("retentionPolicy"));
                self
            }
            ///New topic of the thread.
            pub fn topic<M>(
                mut self,
                value: impl crate::IntoProperty<
                    ::std::option::Option<::std::string::String>,
                    M,
                >,
            ) -> Self {
                self.topic = value
                    .into_property()
                    .map_err(|error| error.within("topic"));
                self
            }
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::UpdateChatThreadRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }
        impl ::std::convert::TryFrom<UpdateChatThreadRequestBuilder>
        for super::UpdateChatThreadRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateChatThreadRequestBuilder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    metadata: value.metadata?,
                    retention_policy: value.retention_policy?,
                    topic: value.topic?,
                })
            }
        }
        impl ::std::convert::From<super::UpdateChatThreadRequest>
        for UpdateChatThreadRequestBuilder {
            fn from(value: super::UpdateChatThreadRequest) -> Self {
                Self {
                    metadata: Ok(value.metadata),
                    retention_policy: Ok(value.retention_policy),
                    topic: Ok(value.topic),
                }
            }
        }
    }
    /// Error types.
    pub mod error {
        pub use crate::runtime::ConversionError;
    }
    /// One line: the code, the message and what the error is about.
    impl std::fmt::Display for CommunicationError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            crate::error::text::write_error(
                f,
                Some(self.code.as_str()),
                Some(self.message.as_str()),
                self.target.as_deref(),
            )
        }
    }
    impl std::error::Error for CommunicationError {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            self.innererror.as_deref().map(|inner| inner as _)
        }
    }
    /// The error's own line.
    impl std::fmt::Display for CommunicationErrorResponse {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            match Some(&self.error) {
                Some(error) => std::fmt::Display::fmt(error, f),
                None => crate::error::text::write_error(f, None, None, None),
            }
        }
    }
    impl std::error::Error for CommunicationErrorResponse {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(&self.error).and_then(std::error::Error::source)
        }
    }
    impl crate::runtime::property::Single for ChatParticipant {}
    impl crate::runtime::property::Single for CommunicationError {}
    impl crate::runtime::property::Single for crate::types::ChatAttachmentType {}
    impl crate::runtime::property::Single for ::std::string::String {}
    impl crate::runtime::property::Single for ChatMessageContent {}
    impl crate::runtime::property::Single for ::chrono::DateTime<::chrono::offset::Utc> {}
    impl crate::runtime::property::Single for CommunicationIdentifierModel {}
    impl crate::runtime::property::Single for crate::types::ChatMessageType {}
    impl crate::runtime::property::Single for ChatAttachment {}
    impl crate::runtime::property::Single for ChatMessageReadReceipt {}
    impl crate::runtime::property::Single for ChatMessage {}
    impl crate::runtime::property::Single for crate::types::ChatRetentionPolicy {}
    impl crate::runtime::property::Single for ChatThreadItem {}
    impl crate::runtime::property::Single for CommunicationUserIdentifierModel {}
    impl crate::runtime::property::Single
    for crate::types::CommunicationIdentifierModelKind {}
    impl crate::runtime::property::Single for MicrosoftTeamsAppIdentifierModel {}
    impl crate::runtime::property::Single for MicrosoftTeamsUserIdentifierModel {}
    impl crate::runtime::property::Single for PhoneNumberIdentifierModel {}
    impl crate::runtime::property::Single for TeamsExtensionUserIdentifierModel {}
    impl crate::runtime::property::Single for ChatThreadProperties {}
    impl crate::runtime::property::Single
    for crate::types::CommunicationCloudEnvironment {}
    impl crate::runtime::property::Single for bool {}
    impl crate::runtime::property::Single for i32 {}
    impl crate::runtime::property::Single
    for crate::Nullable<crate::types::ChatRetentionPolicy> {}
    impl crate::paging::sealed::Sealed for ChatMessageReadReceiptsCollection {}
    impl crate::Paged for ChatMessageReadReceiptsCollection {
        type Item = ChatMessageReadReceipt;
        fn items(&self) -> &[ChatMessageReadReceipt] {
            &self.value
        }
        fn into_items(self) -> Vec<ChatMessageReadReceipt> {
            self.value
        }
        fn next_link(&self) -> Option<&str> {
            self.next_link.as_deref()
        }
    }
    impl crate::paging::sealed::Sealed for ChatMessagesCollection {}
    impl crate::Paged for ChatMessagesCollection {
        type Item = ChatMessage;
        fn items(&self) -> &[ChatMessage] {
            &self.value
        }
        fn into_items(self) -> Vec<ChatMessage> {
            self.value
        }
        fn next_link(&self) -> Option<&str> {
            self.next_link.as_deref()
        }
    }
    impl crate::paging::sealed::Sealed for ChatParticipantsCollection {}
    impl crate::Paged for ChatParticipantsCollection {
        type Item = ChatParticipant;
        fn items(&self) -> &[ChatParticipant] {
            &self.value
        }
        fn into_items(self) -> Vec<ChatParticipant> {
            self.value
        }
        fn next_link(&self) -> Option<&str> {
            self.next_link.as_deref()
        }
    }
    impl crate::paging::sealed::Sealed for ChatThreadsItemCollection {}
    impl crate::Paged for ChatThreadsItemCollection {
        type Item = ChatThreadItem;
        fn items(&self) -> &[ChatThreadItem] {
            &self.value
        }
        fn into_items(self) -> Vec<ChatThreadItem> {
            self.value
        }
        fn next_link(&self) -> Option<&str> {
            self.next_link.as_deref()
        }
    }
    crate::runtime::open_enum::open_enum! {
        #[doc =
        " Cloud in which an identity of Microsoft Teams lives. The set is open: new values can appear."]
        #[doc = " "] #[doc = " - `public`: The public Azure cloud."] #[doc =
        " - `dod`: The cloud of the United States Department of Defense."] #[doc =
        " - `gcch`: The Government Community Cloud High of the United States."] #[doc =
        " "] #[doc = " A value that the document does not list is kept as it is."] #[doc
        = " "] #[doc = " Source: schema `CommunicationCloudEnvironment`."]
        CommunicationCloudEnvironment { #[doc = " The public Azure cloud."] Public =
        "public", #[doc = " The cloud of the United States Department of Defense."] Dod =
        "dod", #[doc = " The Government Community Cloud High of the United States."] Gcch
        = "gcch", }
    }
    crate::runtime::open_enum::open_enum! {
        #[doc =
        " Kind of an identifier, which tells the property of the identifier that has the details. The set is open: new values can appear."]
        #[doc = " "] #[doc =
        " - `unknown`: A kind that this version of the API does not know; only the raw id tells more."]
        #[doc = " - `communicationUser`: A user of a Communication Services resource."]
        #[doc = " - `phoneNumber`: A phone number."] #[doc =
        " - `microsoftTeamsUser`: A user of Microsoft Teams."] #[doc =
        " - `microsoftTeamsApp`: An application of Microsoft Teams, such as a bot or a voice application."]
        #[doc =
        " - `teamsExtensionUser`: A Teams user whose Teams phone is extended through a Communication Services resource."]
        #[doc = " "] #[doc =
        " A value that the document does not list is kept as it is."] #[doc = " "] #[doc
        = " Source: schema `CommunicationIdentifierModelKind`."]
        CommunicationIdentifierModelKind { #[doc =
        " A kind that this version of the API does not know; only the raw id tells more."]
        Unknown = "unknown", #[doc = " A user of a Communication Services resource."]
        CommunicationUser = "communicationUser", #[doc = " A phone number."] PhoneNumber
        = "phoneNumber", #[doc = " A user of Microsoft Teams."] MicrosoftTeamsUser =
        "microsoftTeamsUser", #[doc =
        " An application of Microsoft Teams, such as a bot or a voice application."]
        MicrosoftTeamsApp = "microsoftTeamsApp", #[doc =
        " A Teams user whose Teams phone is extended through a Communication Services resource."]
        TeamsExtensionUser = "teamsExtensionUser", }
    }
    crate::runtime::open_enum::open_enum! {
        #[doc =
        " Type of a message. Users send `text` and `html`; the service posts the other types itself. The set is open: new values can appear."]
        #[doc = " "] #[doc = " - `text`: A message of plain text."] #[doc =
        " - `html`: A message of HTML text."] #[doc =
        " - `topicUpdated`: Posted by the service when the topic of the thread has changed."]
        #[doc =
        " - `participantAdded`: Posted by the service when participants have joined the thread."]
        #[doc =
        " - `participantRemoved`: Posted by the service when participants have left the thread."]
        #[doc = " "] #[doc =
        " A value that the document does not list is kept as it is."] #[doc = " "] #[doc
        = " Source: schema `ChatMessageType`."] ChatMessageType { #[doc =
        " A message of plain text."] Text = "text", #[doc = " A message of HTML text."]
        Html = "html", #[doc =
        " Posted by the service when the topic of the thread has changed."] TopicUpdated
        = "topicUpdated", #[doc =
        " Posted by the service when participants have joined the thread."]
        ParticipantAdded = "participantAdded", #[doc =
        " Posted by the service when participants have left the thread."]
        ParticipantRemoved = "participantRemoved", }
    }
    crate::runtime::open_enum::open_enum! {
        #[doc = " Type of an attachment. The set is open: new values can appear."] #[doc
        = " "] #[doc = " - `image`: A picture, shown within the message."] #[doc =
        " - `file`: A file, offered for download."] #[doc = " "] #[doc =
        " A value that the document does not list is kept as it is."] #[doc = " "] #[doc
        = " Source: schema `ChatAttachmentType`."] ChatAttachmentType { #[doc =
        " A picture, shown within the message."] Image = "image", #[doc =
        " A file, offered for download."] File = "file", }
    }
    crate::runtime::tagged_union::tagged_union! {
        #[doc =
        " Decides when a thread is deleted automatically. The property `kind` tells the policies apart, and new kinds can appear."]
        #[doc = " "] #[doc = " A kind that the document does not know is kept whole."]
        #[doc = " "] #[doc = " Source: schema `ChatRetentionPolicy`."] #[derive(Eq,
        Hash)] ChatRetentionPolicy, kind = "kind" { #[doc =
        " Deletes a thread a number of days after its creation."]
        ThreadCreationDate(ThreadCreationDateRetentionPolicy) = "threadCreationDate",
        #[doc = " Keeps a thread until somebody deletes it."] None(NoneRetentionPolicy) =
        "none", }
    }
    impl AddChatParticipantsRequest {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(
            participants: ::std::vec::Vec<ChatParticipant>,
        ) -> Self {
            Self { participants }
        }
    }
    impl ChatParticipant {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(
            communication_identifier: CommunicationIdentifierModel,
        ) -> Self {
            Self {
                communication_identifier,
                display_name: ::std::default::Default::default(),
                metadata: ::std::default::Default::default(),
                share_history_time: ::std::default::Default::default(),
            }
        }
    }
    impl CommunicationUserIdentifierModel {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(id: ::std::string::String) -> Self {
            Self { id }
        }
    }
    impl CreateChatThreadRequest {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(topic: ::std::string::String) -> Self {
            Self {
                metadata: ::std::default::Default::default(),
                participants: ::std::default::Default::default(),
                retention_policy: ::std::default::Default::default(),
                topic,
            }
        }
    }
    impl MicrosoftTeamsAppIdentifierModel {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(app_id: ::std::string::String) -> Self {
            Self {
                app_id,
                cloud: ::std::default::Default::default(),
            }
        }
    }
    impl MicrosoftTeamsUserIdentifierModel {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(user_id: ::std::string::String) -> Self {
            Self {
                cloud: ::std::default::Default::default(),
                is_anonymous: ::std::default::Default::default(),
                user_id,
            }
        }
    }
    impl PhoneNumberIdentifierModel {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(value: ::std::string::String) -> Self {
            Self {
                asserted_id: ::std::default::Default::default(),
                is_anonymous: ::std::default::Default::default(),
                value,
            }
        }
    }
    impl SendChatMessageRequest {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(content: ::std::string::String) -> Self {
            Self {
                content,
                metadata: ::std::default::Default::default(),
                sender_display_name: ::std::default::Default::default(),
                type_: ::std::default::Default::default(),
            }
        }
    }
    impl SendReadReceiptRequest {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(chat_message_id: ::std::string::String) -> Self {
            Self { chat_message_id }
        }
    }
    impl TeamsExtensionUserIdentifierModel {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(
            user_id: ::std::string::String,
            tenant_id: ::std::string::String,
            resource_id: ::std::string::String,
        ) -> Self {
            Self {
                cloud: ::std::default::Default::default(),
                resource_id,
                tenant_id,
                user_id,
            }
        }
    }
    impl ThreadCreationDateRetentionPolicy {
        /// Creates one with nothing but what is required.
        pub(crate) fn with_required(delete_thread_after_days: i32) -> Self {
            Self { delete_thread_after_days }
        }
    }
}
#[derive(Clone)]
/**Client for Azure Communication Chat Service

Threads, messages, participants, read receipts and typing notifications of Azure Communication Services chat.

A thread is a conversation of up to 250 participants; whoever creates a thread becomes a participant of it. Every request acts as the user whose access token it carries, and sees only the threads that this user takes part in. All documented bodies are JSON, and all times are RFC 3339 timestamps with zero to seven fractional digits.

Version: 2025-03-15*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: crate::runtime::Http,
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "2025-03-15"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &crate::runtime::Http {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<()>,
    {}
};
impl Client {
    /// List the read receipts of a thread.
    ///
    /// Returns, one page at a time, how far each participant has read in a thread. Any participant may call it. The service supports read receipts only in threads of at most 20 participants.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread whose receipts are listed. Ids usually look like `19:…@thread.v2`.
    /// - `max_page_size` (optional): Largest number of receipts wanted in one page. The service may return fewer, and picks the size when this is absent.
    /// - `skip` (optional): Number of receipts to leave out at the start of the list; none when absent.
    ///
    /// # Returns
    /// One page of read receipts. More pages follow as long as `nextLink` is present.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is GET.
    ///
    /// Source: operation `ChatThread_ListChatReadReceipts`, `GET /chat/threads/{chatThreadId}/readReceipts`.
    pub fn list_chat_read_receipts(&self) -> builder::ListChatReadReceipts {
        builder::ListChatReadReceipts::new(self)
    }
    /// Mark a message as read.
    ///
    /// Records that the calling user has read a thread up to and including the given message, and tells the other participants. Any participant may call it. The service supports read receipts only in threads of at most 20 participants.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
    /// - `body`: The message up to which the user has read.
    ///
    /// # Returns
    /// The receipt was recorded. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: Marking the same message as read again changes nothing.
    ///
    /// Source: operation `ChatThread_SendChatReadReceipt`, `POST /chat/threads/{chatThreadId}/readReceipts`.
    pub fn send_chat_read_receipt(&self) -> builder::SendChatReadReceipt {
        builder::SendChatReadReceipt::new(self)
    }
    /// List the messages of a thread.
    ///
    /// Returns the messages of a thread page by page, including the messages that the service itself posts when the topic or the participants change. Messages are ordered by `version`, the most recently changed first, so edited and deleted messages move up. A page can be empty and still have a `nextLink`.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread whose messages are listed. Ids usually look like `19:…@thread.v2`.
    /// - `max_page_size` (optional): Largest number of messages wanted in one page, up to 200. The service may return fewer, and picks the size when this is absent.
    /// - `start_time` (optional): Earliest moment to go back to, as an RFC 3339 timestamp; older messages are left out. The list goes back to the beginning of what the user may see when this is absent.
    ///
    /// # Returns
    /// One page of messages. More pages follow as long as `nextLink` is present.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is GET.
    ///
    /// Source: operation `ChatThread_ListChatMessages`, `GET /chat/threads/{chatThreadId}/messages`.
    pub fn list_chat_messages(&self) -> builder::ListChatMessages {
        builder::ListChatMessages::new(self)
    }
    /// Send a message.
    ///
    /// Posts a text or HTML message to a thread in the name of the calling user, and returns the id it was given. Any participant may send; a message may be at most 28 KB. The request has no idempotency id, so sending it again after an unclear failure can post the message twice.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that receives the message. Ids usually look like `19:…@thread.v2`.
    /// - `body`: The message to post.
    ///
    /// # Returns
    /// The message was posted. The body holds its id.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). A repeated request could be processed twice, so it is retried only if the service did not process it; see [`ChatError::may_have_been_processed`](crate::ChatError::may_have_been_processed).
    ///
    /// Source: operation `ChatThread_SendChatMessage`, `POST /chat/threads/{chatThreadId}/messages`.
    pub fn send_chat_message(&self) -> builder::SendChatMessage {
        builder::SendChatMessage::new(self)
    }
    /// Get a message.
    ///
    /// Returns a single message of a thread. Any participant who may see that part of the history may call it. A deleted message is still returned: it keeps its type, its text is empty, and `deletedOn` is set.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
    /// - `chat_message_id`: Id of the message, as returned when it was sent or listed.
    ///
    /// # Returns
    /// The requested message.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is GET.
    ///
    /// Source: operation `ChatThread_GetChatMessage`, `GET /chat/threads/{chatThreadId}/messages/{chatMessageId}`.
    pub fn get_chat_message(&self) -> builder::GetChatMessage {
        builder::GetChatMessage::new(self)
    }
    /// Delete a message.
    ///
    /// Deletes the content of a message; it cannot be recovered. Only the sender of a message may delete it. What remains in the thread is a message of the same id and type with an empty text and a `deletedOn` time.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
    /// - `chat_message_id`: Id of the message to delete.
    ///
    /// # Returns
    /// The message was deleted. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is DELETE.
    ///
    /// Source: operation `ChatThread_DeleteChatMessage`, `DELETE /chat/threads/{chatThreadId}/messages/{chatMessageId}`.
    pub fn delete_chat_message(&self) -> builder::DeleteChatMessage {
        builder::DeleteChatMessage::new(self)
    }
    /// Update a message.
    ///
    /// Changes the text or the metadata of a message by JSON merge patch: what the body leaves out stays as it is. Only the sender of a message may edit it. The message gets a new `version` and an `editedOn` time.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
    /// - `chat_message_id`: Id of the message to edit.
    /// - `body`: The parts of the message to change. An empty object is accepted and changes no field.
    ///
    /// # Returns
    /// The message was edited. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is PATCH.
    ///
    /// Source: operation `ChatThread_UpdateChatMessage`, `PATCH /chat/threads/{chatThreadId}/messages/{chatMessageId}`.
    pub fn update_chat_message(&self) -> builder::UpdateChatMessage {
        builder::UpdateChatMessage::new(self)
    }
    /// List the participants of a thread.
    ///
    /// Returns, one page at a time, who takes part in a thread. Any participant may call it.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread whose participants are listed. Ids usually look like `19:…@thread.v2`.
    /// - `max_page_size` (optional): Largest number of participants wanted in one page. The service may return fewer, and picks the size when this is absent.
    /// - `skip` (optional): Number of participants to leave out at the start of the list; none when absent.
    ///
    /// # Returns
    /// One page of participants. More pages follow as long as `nextLink` is present.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is GET.
    ///
    /// Source: operation `ChatThread_ListChatParticipants`, `GET /chat/threads/{chatThreadId}/participants`.
    pub fn list_chat_participants(&self) -> builder::ListChatParticipants {
        builder::ListChatParticipants::new(self)
    }
    /// Remove a participant.
    ///
    /// Takes one participant out of a thread. Any participant may remove another one, or leave by naming themselves, unless the token has only the scope `chat.join.limited`. Those who remain see a `participantRemoved` message.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that loses the participant. Ids usually look like `19:…@thread.v2`.
    /// - `body`: Who to remove. Either media type carries the same identifier.
    ///
    /// # Returns
    /// The participant is no longer in the thread. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: Removing someone who is already gone changes nothing further.
    ///
    /// Source: operation `ChatThread_RemoveChatParticipant`, `POST /chat/threads/{chatThreadId}/participants/:remove`.
    pub fn remove_chat_participant(&self) -> builder::RemoveChatParticipant {
        builder::RemoveChatParticipant::new(self)
    }
    /// Add participants.
    ///
    /// Adds up to 200 people to a thread, which holds at most 250; people who are already in it stay as they are. Any participant may add others, unless the token has only the scope `chat.join.limited`. The call succeeds even when some people could not be added, or none of them: `invalidParticipants` in the result names each one with the reason, so check it.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread that gains the participants. Ids usually look like `19:…@thread.v2`.
    /// - `body`: The people to add.
    ///
    /// # Returns
    /// The request was carried out. `invalidParticipants` names the people who could not be added; it is absent when everyone was.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: Adding people who are already in the thread changes nothing.
    ///
    /// Source: operation `ChatThread_AddChatParticipants`, `POST /chat/threads/{chatThreadId}/participants/:add`.
    pub fn add_chat_participants(&self) -> builder::AddChatParticipants {
        builder::AddChatParticipants::new(self)
    }
    /// List the threads of the user.
    ///
    /// Returns, one page at a time, a short form of every thread that the calling user takes part in. Deleted threads can appear too, with `deletedOn` set. A page can be empty and still have a `nextLink`.
    ///
    /// # Parameters
    /// - `max_page_size` (optional): Largest number of threads wanted in one page. The service may return fewer, and picks the size when this is absent.
    /// - `start_time` (optional): Earliest moment to go back to, as an RFC 3339 timestamp; threads without activity since then are left out. All threads are listed when this is absent.
    ///
    /// # Returns
    /// One page of threads. More pages follow as long as `nextLink` is present.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is GET.
    ///
    /// Source: operation `Chat_ListChatThreads`, `GET /chat/threads`.
    pub fn list_chat_threads(&self) -> builder::ListChatThreads {
        builder::ListChatThreads::new(self)
    }
    /// Create a thread.
    ///
    /// Creates a thread with a topic and up to 200 first participants; the calling user becomes a participant as well. The token needs the scope `chat`. A request with a `repeatability-request-id` that was used before gives the first thread again instead of a new one, even if its body is another. The call succeeds even when some participants could not be added: `invalidParticipants` in the result names each one with the reason, so check it.
    ///
    /// # Parameters
    /// - `repeatability_request_id` (a new UUID by default): Id chosen by the caller, such as a fresh UUID, that makes the request safe to repeat: the same id gives the thread that was created first. Without it, every request creates another thread.
    /// - `body`: Topic, first participants and settings of the new thread.
    ///
    /// # Returns
    /// The thread was created, or had been created by an earlier request with the same `repeatability-request-id`. `invalidParticipants` names the people who could not be added.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the service recognizes a repeated request by its `repeatability-request-id`.
    ///
    /// Source: operation `Chat_CreateChatThread`, `POST /chat/threads`.
    pub fn create_chat_thread(&self) -> builder::CreateChatThread {
        builder::CreateChatThread::new(self)
    }
    /// Get the properties of a thread.
    ///
    /// Returns the topic, the creator, the metadata and the retention policy of a thread. Any participant may call it.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread to describe. Ids usually look like `19:…@thread.v2`.
    ///
    /// # Returns
    /// The properties of the thread.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is GET.
    ///
    /// Source: operation `ChatThread_GetChatThreadProperties`, `GET /chat/threads/{chatThreadId}`.
    pub fn get_chat_thread_properties(&self) -> builder::GetChatThreadProperties {
        builder::GetChatThreadProperties::new(self)
    }
    /// Delete a thread.
    ///
    /// Deletes a thread with all its messages, for every participant; it cannot be brought back. Any participant whose token has the scope `chat` may call it.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread to delete. Ids usually look like `19:…@thread.v2`.
    ///
    /// # Returns
    /// The thread was deleted. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is DELETE.
    ///
    /// Source: operation `Chat_DeleteChatThread`, `DELETE /chat/threads/{chatThreadId}`.
    pub fn delete_chat_thread(&self) -> builder::DeleteChatThread {
        builder::DeleteChatThread::new(self)
    }
    /// Update the properties of a thread.
    ///
    /// Changes the topic, the metadata or the retention policy of a thread by JSON merge patch: what the body leaves out stays as it is. Any participant whose token has the scope `chat` may call it. A new topic also posts a `topicUpdated` message to the thread.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread to change. Ids usually look like `19:…@thread.v2`.
    /// - `body`: The properties to change. An empty object is accepted and changes nothing.
    ///
    /// # Returns
    /// The thread was updated. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: the method is PATCH.
    ///
    /// Source: operation `ChatThread_UpdateChatThreadProperties`, `PATCH /chat/threads/{chatThreadId}`.
    pub fn update_chat_thread_properties(&self) -> builder::UpdateChatThreadProperties {
        builder::UpdateChatThreadProperties::new(self)
    }
    /// Signal that the user is typing.
    ///
    /// Tells the other participants of a thread that the calling user is writing a message. The indicator fades after a few seconds, so send the signal again while the user keeps typing. Any participant may call it. The service supports typing notifications only in threads of at most 20 participants.
    ///
    /// # Parameters
    /// - `chat_thread_id`: Id of the thread in which the user is typing. Ids usually look like `19:…@thread.v2`.
    /// - `body` (optional): Details of the notification. The body may be left out altogether.
    ///
    /// # Returns
    /// The notification was passed on. There is no body.
    ///
    /// # Errors
    /// A [`ChatError`](crate::ChatError); the service's own errors are [`ChatError::Service`](crate::ChatError::Service). Retries are safe: A repeated signal only extends the typing indicator.
    ///
    /// Source: operation `ChatThread_SendTypingNotification`, `POST /chat/threads/{chatThreadId}/typing`.
    pub fn send_typing_notification(&self) -> builder::SendTypingNotification {
        builder::SendTypingNotification::new(self)
    }
}
/// Request builders, one for each operation: set its parameters, then call `send` or `.await` it.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /// A request of [`ChatClient::list_chat_read_receipts`](crate::ChatClient::list_chat_read_receipts).
    ///
    /// Source: operation `ChatThread_ListChatReadReceipts`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct ListChatReadReceipts {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        max_page_size: Result<Option<i32>, crate::runtime::InvalidParameter>,
        skip: Result<Option<i32>, crate::runtime::InvalidParameter>,
    }
    impl ListChatReadReceipts {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                max_page_size: Ok(None),
                skip: Ok(None),
            }
        }
        /// Id of the thread whose receipts are listed. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Largest number of receipts wanted in one page. The service may return fewer, and picks the size when this is absent.
        ///
        /// Source: `maxPageSize`, a query parameter.
        pub fn max_page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
            <V as std::convert::TryInto<
                i32,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.max_page_size = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "maxPageSize",
                    reason,
                ));
            self
        }
        /// Number of receipts to leave out at the start of the list; none when absent.
        ///
        /// Source: `skip`, a query parameter.
        pub fn skip<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
            <V as std::convert::TryInto<
                i32,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.skip = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "skip",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChatMessageReadReceiptsCollection>, Error> {
            let Self { client, chat_thread_id, api_version, max_page_size, skip } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_READ_RECEIPTS, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_READ_RECEIPTS, error)
                })?;
            let max_page_size = max_page_size
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_READ_RECEIPTS, error)
                })?;
            let skip = skip
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_READ_RECEIPTS, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_READ_RECEIPTS, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/readReceipts", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .query(&crate::runtime::QueryParam::new("maxPageSize", &max_page_size))
                .query(&crate::runtime::QueryParam::new("skip", &skip))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::LIST_CHAT_READ_RECEIPTS,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
        /// Returns the list, page by page.
        pub fn pages(self) -> crate::Pages<types::ChatMessageReadReceiptsCollection> {
            let client = self.client.client.clone();
            crate::Pages::new(
                &super::operations::LIST_CHAT_READ_RECEIPTS,
                client,
                Box::new(move || Box::pin(self.clone().send())),
            )
        }
        /// Returns the list, item by item.
        pub fn stream(self) -> crate::Items<types::ChatMessageReadReceiptsCollection> {
            crate::Items::new(self.pages(), None)
        }
        /// Continues a list, item by item, after the items that were already returned.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Items<types::ChatMessageReadReceiptsCollection>, Error> {
            let pages = self.resume_pages(continuation)?;
            Ok(crate::Items::new(pages, Some(continuation.clone())))
        }
        /// Continues a list, page by page. A page of which some items were already returned is returned whole.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume_pages(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Pages<types::ChatMessageReadReceiptsCollection>, Error> {
            let given = [("chatThreadId", self.chat_thread_id.as_deref().ok())];
            crate::Pages::resume_at(
                &super::operations::LIST_CHAT_READ_RECEIPTS,
                self.client.client.clone(),
                continuation,
                &given,
            )
        }
    }
    /// A request of [`ChatClient::send_chat_read_receipt`](crate::ChatClient::send_chat_read_receipt).
    ///
    /// Source: operation `ChatThread_SendChatReadReceipt`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct SendChatReadReceipt {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::SendReadReceiptRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl SendChatReadReceipt {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// The message up to which the user has read.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SendReadReceiptRequest>,
            <V as std::convert::TryInto<
                types::SendReadReceiptRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SendReadReceiptRequestBuilder,
            ) -> types::builder::SendReadReceiptRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_CHAT_READ_RECEIPT, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_CHAT_READ_RECEIPT, error)
                })?;
            let body = body
                .and_then(|v| {
                    types::SendReadReceiptRequest::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_CHAT_READ_RECEIPT, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_CHAT_READ_RECEIPT, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/readReceipts", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::SEND_CHAT_READ_RECEIPT,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::list_chat_messages`](crate::ChatClient::list_chat_messages).
    ///
    /// Source: operation `ChatThread_ListChatMessages`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct ListChatMessages {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        max_page_size: Result<Option<i32>, crate::runtime::InvalidParameter>,
        start_time: Result<
            Option<::chrono::DateTime<::chrono::offset::Utc>>,
            crate::runtime::InvalidParameter,
        >,
    }
    impl ListChatMessages {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                max_page_size: Ok(None),
                start_time: Ok(None),
            }
        }
        /// Id of the thread whose messages are listed. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Largest number of messages wanted in one page, up to 200. The service may return fewer, and picks the size when this is absent.
        ///
        /// Source: `maxPageSize`, a query parameter.
        pub fn max_page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
            <V as std::convert::TryInto<
                i32,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.max_page_size = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "maxPageSize",
                    reason,
                ));
            self
        }
        /// Earliest moment to go back to, as an RFC 3339 timestamp; older messages are left out. The list goes back to the beginning of what the user may see when this is absent.
        ///
        /// Source: `startTime`, a query parameter.
        pub fn start_time<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
            <V as std::convert::TryInto<
                ::chrono::DateTime<::chrono::offset::Utc>,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.start_time = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "startTime",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChatMessagesCollection>, Error> {
            let Self {
                client,
                chat_thread_id,
                api_version,
                max_page_size,
                start_time,
            } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_MESSAGES, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_MESSAGES, error)
                })?;
            let max_page_size = max_page_size
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_MESSAGES, error)
                })?;
            let start_time = start_time
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_MESSAGES, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_MESSAGES, error)
                })?;
            if let Some(value) = &start_time {
                crate::runtime::parameter::time("startTime", value)
                    .map_err(|error| {
                        client
                            .client
                            .invalid(&super::operations::LIST_CHAT_MESSAGES, error)
                    })?;
            }
            let url = format!(
                "{}/chat/threads/{}/messages", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .query(&crate::runtime::QueryParam::new("maxPageSize", &max_page_size))
                .query(&crate::runtime::QueryParam::new("startTime", &start_time))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::LIST_CHAT_MESSAGES,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
        /// Returns the list, page by page.
        pub fn pages(self) -> crate::Pages<types::ChatMessagesCollection> {
            let client = self.client.client.clone();
            crate::Pages::new(
                &super::operations::LIST_CHAT_MESSAGES,
                client,
                Box::new(move || Box::pin(self.clone().send())),
            )
        }
        /// Returns the list, item by item.
        pub fn stream(self) -> crate::Items<types::ChatMessagesCollection> {
            crate::Items::new(self.pages(), None)
        }
        /// Continues a list, item by item, after the items that were already returned.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Items<types::ChatMessagesCollection>, Error> {
            let pages = self.resume_pages(continuation)?;
            Ok(crate::Items::new(pages, Some(continuation.clone())))
        }
        /// Continues a list, page by page. A page of which some items were already returned is returned whole.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume_pages(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Pages<types::ChatMessagesCollection>, Error> {
            let given = [("chatThreadId", self.chat_thread_id.as_deref().ok())];
            crate::Pages::resume_at(
                &super::operations::LIST_CHAT_MESSAGES,
                self.client.client.clone(),
                continuation,
                &given,
            )
        }
    }
    /// A request of [`ChatClient::send_chat_message`](crate::ChatClient::send_chat_message).
    ///
    /// Source: operation `ChatThread_SendChatMessage`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct SendChatMessage {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::SendChatMessageRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl SendChatMessage {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread that receives the message. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// The message to post.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SendChatMessageRequest>,
            <V as std::convert::TryInto<
                types::SendChatMessageRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SendChatMessageRequestBuilder,
            ) -> types::builder::SendChatMessageRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SendChatMessageResult>, Error> {
            let Self { client, chat_thread_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::SEND_CHAT_MESSAGE, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::SEND_CHAT_MESSAGE, error)
                })?;
            let body = body
                .and_then(|v| {
                    types::SendChatMessageRequest::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client.client.invalid(&super::operations::SEND_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::SEND_CHAT_MESSAGE, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/messages", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::SEND_CHAT_MESSAGE,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::get_chat_message`](crate::ChatClient::get_chat_message).
    ///
    /// Source: operation `ChatThread_GetChatMessage`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct GetChatMessage {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        chat_message_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
    }
    impl GetChatMessage {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                chat_message_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatMessageId"),
                ),
                api_version: Ok(super::Client::api_version()),
            }
        }
        /// Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Id of the message, as returned when it was sent or listed.
        ///
        /// Source: `chatMessageId`, a path parameter.
        pub fn chat_message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_message_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatMessageId",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<types::ChatMessage>, Error> {
            let Self { client, chat_thread_id, chat_message_id, api_version } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::GET_CHAT_MESSAGE, error)
                })?;
            let chat_message_id = chat_message_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::GET_CHAT_MESSAGE, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::GET_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::GET_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatMessageId", &chat_message_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::GET_CHAT_MESSAGE, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/messages/{}", client.baseurl, encode_path(&
                chat_thread_id.to_string()), encode_path(& chat_message_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::GET_CHAT_MESSAGE,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::delete_chat_message`](crate::ChatClient::delete_chat_message).
    ///
    /// Source: operation `ChatThread_DeleteChatMessage`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct DeleteChatMessage {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        chat_message_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
    }
    impl DeleteChatMessage {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                chat_message_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatMessageId"),
                ),
                api_version: Ok(super::Client::api_version()),
            }
        }
        /// Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Id of the message to delete.
        ///
        /// Source: `chatMessageId`, a path parameter.
        pub fn chat_message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_message_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatMessageId",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, chat_message_id, api_version } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_MESSAGE, error)
                })?;
            let chat_message_id = chat_message_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_MESSAGE, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatMessageId", &chat_message_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_MESSAGE, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/messages/{}", client.baseurl, encode_path(&
                chat_thread_id.to_string()), encode_path(& chat_message_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::DELETE_CHAT_MESSAGE,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::update_chat_message`](crate::ChatClient::update_chat_message).
    ///
    /// Source: operation `ChatThread_UpdateChatMessage`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct UpdateChatMessage {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        chat_message_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::UpdateChatMessageRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl UpdateChatMessage {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                chat_message_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatMessageId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Id of the message to edit.
        ///
        /// Source: `chatMessageId`, a path parameter.
        pub fn chat_message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_message_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatMessageId",
                    reason,
                ));
            self
        }
        /// The parts of the message to change. An empty object is accepted and changes no field.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateChatMessageRequest>,
            <V as std::convert::TryInto<
                types::UpdateChatMessageRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateChatMessageRequestBuilder,
            ) -> types::builder::UpdateChatMessageRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, chat_message_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::UPDATE_CHAT_MESSAGE, error)
                })?;
            let chat_message_id = chat_message_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::UPDATE_CHAT_MESSAGE, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::UPDATE_CHAT_MESSAGE, error)
                })?;
            let body = body
                .and_then(|v| {
                    types::UpdateChatMessageRequest::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client.client.invalid(&super::operations::UPDATE_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::UPDATE_CHAT_MESSAGE, error)
                })?;
            crate::runtime::parameter::path("chatMessageId", &chat_message_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::UPDATE_CHAT_MESSAGE, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/messages/{}", client.baseurl, encode_path(&
                chat_thread_id.to_string()), encode_path(& chat_message_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::UPDATE_CHAT_MESSAGE,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::list_chat_participants`](crate::ChatClient::list_chat_participants).
    ///
    /// Source: operation `ChatThread_ListChatParticipants`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct ListChatParticipants {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        max_page_size: Result<Option<i32>, crate::runtime::InvalidParameter>,
        skip: Result<Option<i32>, crate::runtime::InvalidParameter>,
    }
    impl ListChatParticipants {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                max_page_size: Ok(None),
                skip: Ok(None),
            }
        }
        /// Id of the thread whose participants are listed. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Largest number of participants wanted in one page. The service may return fewer, and picks the size when this is absent.
        ///
        /// Source: `maxPageSize`, a query parameter.
        pub fn max_page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
            <V as std::convert::TryInto<
                i32,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.max_page_size = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "maxPageSize",
                    reason,
                ));
            self
        }
        /// Number of participants to leave out at the start of the list; none when absent.
        ///
        /// Source: `skip`, a query parameter.
        pub fn skip<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
            <V as std::convert::TryInto<
                i32,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.skip = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "skip",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChatParticipantsCollection>, Error> {
            let Self { client, chat_thread_id, api_version, max_page_size, skip } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_PARTICIPANTS, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_PARTICIPANTS, error)
                })?;
            let max_page_size = max_page_size
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_PARTICIPANTS, error)
                })?;
            let skip = skip
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_PARTICIPANTS, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::LIST_CHAT_PARTICIPANTS, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/participants", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .query(&crate::runtime::QueryParam::new("maxPageSize", &max_page_size))
                .query(&crate::runtime::QueryParam::new("skip", &skip))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::LIST_CHAT_PARTICIPANTS,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
        /// Returns the list, page by page.
        pub fn pages(self) -> crate::Pages<types::ChatParticipantsCollection> {
            let client = self.client.client.clone();
            crate::Pages::new(
                &super::operations::LIST_CHAT_PARTICIPANTS,
                client,
                Box::new(move || Box::pin(self.clone().send())),
            )
        }
        /// Returns the list, item by item.
        pub fn stream(self) -> crate::Items<types::ChatParticipantsCollection> {
            crate::Items::new(self.pages(), None)
        }
        /// Continues a list, item by item, after the items that were already returned.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Items<types::ChatParticipantsCollection>, Error> {
            let pages = self.resume_pages(continuation)?;
            Ok(crate::Items::new(pages, Some(continuation.clone())))
        }
        /// Continues a list, page by page. A page of which some items were already returned is returned whole.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume_pages(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Pages<types::ChatParticipantsCollection>, Error> {
            let given = [("chatThreadId", self.chat_thread_id.as_deref().ok())];
            crate::Pages::resume_at(
                &super::operations::LIST_CHAT_PARTICIPANTS,
                self.client.client.clone(),
                continuation,
                &given,
            )
        }
    }
    /// A request of [`ChatClient::remove_chat_participant`](crate::ChatClient::remove_chat_participant).
    ///
    /// Source: operation `ChatThread_RemoveChatParticipant`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct RemoveChatParticipant {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::CommunicationIdentifierModelBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl RemoveChatParticipant {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread that loses the participant. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Who to remove. Either media type carries the same identifier.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CommunicationIdentifierModel>,
            <V as std::convert::TryInto<
                types::CommunicationIdentifierModel,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CommunicationIdentifierModelBuilder,
            ) -> types::builder::CommunicationIdentifierModelBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::REMOVE_CHAT_PARTICIPANT, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::REMOVE_CHAT_PARTICIPANT, error)
                })?;
            let body = body
                .and_then(|v| {
                    types::CommunicationIdentifierModel::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::REMOVE_CHAT_PARTICIPANT, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::REMOVE_CHAT_PARTICIPANT, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/participants/:remove", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::REMOVE_CHAT_PARTICIPANT,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::add_chat_participants`](crate::ChatClient::add_chat_participants).
    ///
    /// Source: operation `ChatThread_AddChatParticipants`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct AddChatParticipants {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::AddChatParticipantsRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl AddChatParticipants {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread that gains the participants. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// The people to add.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AddChatParticipantsRequest>,
            <V as std::convert::TryInto<
                types::AddChatParticipantsRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AddChatParticipantsRequestBuilder,
            ) -> types::builder::AddChatParticipantsRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AddChatParticipantsResult>, Error> {
            let Self { client, chat_thread_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::ADD_CHAT_PARTICIPANTS, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::ADD_CHAT_PARTICIPANTS, error)
                })?;
            let body = body
                .and_then(|v| {
                    types::AddChatParticipantsRequest::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::ADD_CHAT_PARTICIPANTS, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::ADD_CHAT_PARTICIPANTS, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/participants/:add", client.baseurl, encode_path(&
                chat_thread_id.to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::ADD_CHAT_PARTICIPANTS,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::list_chat_threads`](crate::ChatClient::list_chat_threads).
    ///
    /// Source: operation `Chat_ListChatThreads`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct ListChatThreads {
        client: super::Client,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        max_page_size: Result<Option<i32>, crate::runtime::InvalidParameter>,
        start_time: Result<
            Option<::chrono::DateTime<::chrono::offset::Utc>>,
            crate::runtime::InvalidParameter,
        >,
    }
    impl ListChatThreads {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                api_version: Ok(super::Client::api_version()),
                max_page_size: Ok(None),
                start_time: Ok(None),
            }
        }
        /// Largest number of threads wanted in one page. The service may return fewer, and picks the size when this is absent.
        ///
        /// Source: `maxPageSize`, a query parameter.
        pub fn max_page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i32>,
            <V as std::convert::TryInto<
                i32,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.max_page_size = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "maxPageSize",
                    reason,
                ));
            self
        }
        /// Earliest moment to go back to, as an RFC 3339 timestamp; threads without activity since then are left out. All threads are listed when this is absent.
        ///
        /// Source: `startTime`, a query parameter.
        pub fn start_time<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
            <V as std::convert::TryInto<
                ::chrono::DateTime<::chrono::offset::Utc>,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.start_time = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "startTime",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChatThreadsItemCollection>, Error> {
            let Self { client, api_version, max_page_size, start_time } = self;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_THREADS, error)
                })?;
            let max_page_size = max_page_size
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_THREADS, error)
                })?;
            let start_time = start_time
                .map_err(|error| {
                    client.client.invalid(&super::operations::LIST_CHAT_THREADS, error)
                })?;
            if let Some(value) = &start_time {
                crate::runtime::parameter::time("startTime", value)
                    .map_err(|error| {
                        client
                            .client
                            .invalid(&super::operations::LIST_CHAT_THREADS, error)
                    })?;
            }
            let url = format!("{}/chat/threads", client.baseurl,);
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .query(&crate::runtime::QueryParam::new("maxPageSize", &max_page_size))
                .query(&crate::runtime::QueryParam::new("startTime", &start_time))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::LIST_CHAT_THREADS,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
        /// Returns the list, page by page.
        pub fn pages(self) -> crate::Pages<types::ChatThreadsItemCollection> {
            let client = self.client.client.clone();
            crate::Pages::new(
                &super::operations::LIST_CHAT_THREADS,
                client,
                Box::new(move || Box::pin(self.clone().send())),
            )
        }
        /// Returns the list, item by item.
        pub fn stream(self) -> crate::Items<types::ChatThreadsItemCollection> {
            crate::Items::new(self.pages(), None)
        }
        /// Continues a list, item by item, after the items that were already returned.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Items<types::ChatThreadsItemCollection>, Error> {
            let pages = self.resume_pages(continuation)?;
            Ok(crate::Items::new(pages, Some(continuation.clone())))
        }
        /// Continues a list, page by page. A page of which some items were already returned is returned whole.
        ///
        /// # Errors
        /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
        /// operation or of another path.
        pub fn resume_pages(
            self,
            continuation: &crate::Continuation,
        ) -> Result<crate::Pages<types::ChatThreadsItemCollection>, Error> {
            let given = [];
            crate::Pages::resume_at(
                &super::operations::LIST_CHAT_THREADS,
                self.client.client.clone(),
                continuation,
                &given,
            )
        }
    }
    /// A request of [`ChatClient::create_chat_thread`](crate::ChatClient::create_chat_thread).
    ///
    /// Source: operation `Chat_CreateChatThread`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct CreateChatThread {
        client: super::Client,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        repeatability_request_id: Result<
            Option<::std::string::String>,
            crate::runtime::InvalidParameter,
        >,
        body: Result<
            types::builder::CreateChatThreadRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl CreateChatThread {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                api_version: Ok(super::Client::api_version()),
                repeatability_request_id: Ok(None),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id chosen by the caller, such as a fresh UUID, that makes the request safe to repeat: the same id gives the thread that was created first. Without it, every request creates another thread.
        ///
        /// Source: `repeatability-request-id`, a header.
        pub fn repeatability_request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.repeatability_request_id = value
                .try_into()
                .map(Some)
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "repeatability-request-id",
                    reason,
                ));
            self
        }
        /// Topic, first participants and settings of the new thread.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateChatThreadRequest>,
            <V as std::convert::TryInto<
                types::CreateChatThreadRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateChatThreadRequestBuilder,
            ) -> types::builder::CreateChatThreadRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::CreateChatThreadResult>, Error> {
            let Self { client, api_version, repeatability_request_id, body } = self;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::CREATE_CHAT_THREAD, error)
                })?;
            let repeatability_request_id = repeatability_request_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::CREATE_CHAT_THREAD, error)
                })?;
            let body = body
                .and_then(|v| {
                    types::CreateChatThreadRequest::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client.client.invalid(&super::operations::CREATE_CHAT_THREAD, error)
                })?;
            if let Some(value) = &repeatability_request_id {
                crate::runtime::parameter::repeatability_id(
                        "repeatability-request-id",
                        value,
                    )
                    .map_err(|error| {
                        client
                            .client
                            .invalid(&super::operations::CREATE_CHAT_THREAD, error)
                    })?;
            }
            let url = format!("{}/chat/threads", client.baseurl,);
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                2usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = repeatability_request_id {
                header_map
                    .append("repeatability-request-id", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::CREATE_CHAT_THREAD,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::get_chat_thread_properties`](crate::ChatClient::get_chat_thread_properties).
    ///
    /// Source: operation `ChatThread_GetChatThreadProperties`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct GetChatThreadProperties {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
    }
    impl GetChatThreadProperties {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
            }
        }
        /// Id of the thread to describe. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChatThreadProperties>, Error> {
            let Self { client, chat_thread_id, api_version } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::GET_CHAT_THREAD_PROPERTIES, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::GET_CHAT_THREAD_PROPERTIES, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::GET_CHAT_THREAD_PROPERTIES, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}", client.baseurl, encode_path(& chat_thread_id
                .to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    crate::runtime::header::ACCEPT,
                    crate::runtime::header::HeaderValue::from_static("application/json"),
                )
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::GET_CHAT_THREAD_PROPERTIES,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => ResponseValue::from_response(response).await,
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::delete_chat_thread`](crate::ChatClient::delete_chat_thread).
    ///
    /// Source: operation `Chat_DeleteChatThread`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct DeleteChatThread {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
    }
    impl DeleteChatThread {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
            }
        }
        /// Id of the thread to delete. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, api_version } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_THREAD, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_THREAD, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client.client.invalid(&super::operations::DELETE_CHAT_THREAD, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}", client.baseurl, encode_path(& chat_thread_id
                .to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::DELETE_CHAT_THREAD,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::update_chat_thread_properties`](crate::ChatClient::update_chat_thread_properties).
    ///
    /// Source: operation `ChatThread_UpdateChatThreadProperties`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct UpdateChatThreadProperties {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::UpdateChatThreadRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl UpdateChatThreadProperties {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread to change. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// The properties to change. An empty object is accepted and changes nothing.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateChatThreadRequest>,
            <V as std::convert::TryInto<
                types::UpdateChatThreadRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateChatThreadRequestBuilder,
            ) -> types::builder::UpdateChatThreadRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(
                            &super::operations::UPDATE_CHAT_THREAD_PROPERTIES,
                            error,
                        )
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(
                            &super::operations::UPDATE_CHAT_THREAD_PROPERTIES,
                            error,
                        )
                })?;
            let body = body
                .and_then(|v| {
                    types::UpdateChatThreadRequest::try_from(v)
                        .map_err(crate::runtime::InvalidParameter::incomplete)
                })
                .map_err(|error| {
                    client
                        .client
                        .invalid(
                            &super::operations::UPDATE_CHAT_THREAD_PROPERTIES,
                            error,
                        )
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(
                            &super::operations::UPDATE_CHAT_THREAD_PROPERTIES,
                            error,
                        )
                })?;
            let url = format!(
                "{}/chat/threads/{}", client.baseurl, encode_path(& chat_thread_id
                .to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::UPDATE_CHAT_THREAD_PROPERTIES,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    /// A request of [`ChatClient::send_typing_notification`](crate::ChatClient::send_typing_notification).
    ///
    /// Source: operation `ChatThread_SendTypingNotification`.
    #[derive(Clone)]
    #[must_use = "a request does nothing until it is sent"]
    pub struct SendTypingNotification {
        client: super::Client,
        chat_thread_id: Result<::std::string::String, crate::runtime::InvalidParameter>,
        api_version: Result<&'static str, crate::runtime::InvalidParameter>,
        body: Result<
            types::builder::SendTypingNotificationRequestBuilder,
            crate::runtime::InvalidParameter,
        >,
    }
    impl SendTypingNotification {
        /// Starts a request.
        pub fn new(client: &super::Client) -> Self {
            Self {
                client: client.clone(),
                chat_thread_id: Err(
                    crate::runtime::InvalidParameter::Missing("chatThreadId"),
                ),
                api_version: Ok(super::Client::api_version()),
                body: Err(crate::runtime::InvalidParameter::Missing("body")),
            }
        }
        /// Id of the thread in which the user is typing. Ids usually look like `19:…@thread.v2`.
        ///
        /// Source: `chatThreadId`, a path parameter.
        pub fn chat_thread_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
            <V as std::convert::TryInto<
                ::std::string::String,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.chat_thread_id = value
                .try_into()
                .map_err(|reason| crate::runtime::InvalidParameter::unconvertible(
                    "chatThreadId",
                    reason,
                ));
            self
        }
        /// Details of the notification. The body may be left out altogether.
        ///
        /// Source: `body`, the request body.
        ///
        /// Takes the type or its builder; what a builder lacks is reported by `send`.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SendTypingNotificationRequest>,
            <V as std::convert::TryInto<
                types::SendTypingNotificationRequest,
            >>::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(crate::runtime::InvalidParameter::incomplete);
            self
        }
        /// Changes the builder of the body.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SendTypingNotificationRequestBuilder,
            ) -> types::builder::SendTypingNotificationRequestBuilder,
        {
            self.body = crate::runtime::parameter::or_new(self.body).map(f);
            self
        }
        /// Sends the request, as often as the retry policy and the operation allow.
        ///
        /// # Errors
        /// See the method of the client.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let Self { client, chat_thread_id, api_version, body } = self;
            let chat_thread_id = chat_thread_id
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_TYPING_NOTIFICATION, error)
                })?;
            let api_version = api_version
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_TYPING_NOTIFICATION, error)
                })?;
            let body = crate::runtime::parameter::optional(
                    body
                        .and_then(|v| {
                            types::SendTypingNotificationRequest::try_from(v)
                                .map_err(crate::runtime::InvalidParameter::incomplete)
                        }),
                )
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_TYPING_NOTIFICATION, error)
                })?;
            crate::runtime::parameter::path("chatThreadId", &chat_thread_id)
                .map_err(|error| {
                    client
                        .client
                        .invalid(&super::operations::SEND_TYPING_NOTIFICATION, error)
                })?;
            let url = format!(
                "{}/chat/threads/{}/typing", client.baseurl, encode_path(& chat_thread_id
                .to_string()),
            );
            let mut header_map = crate::runtime::header::HeaderMap::with_capacity(
                1usize,
            );
            header_map
                .append(
                    crate::runtime::header::HeaderName::from_static("api-version"),
                    crate::runtime::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .optional_json(&body)
                .query(&crate::runtime::QueryParam::new("api-version", &api_version))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: &super::operations::SEND_TYPING_NOTIFICATION,
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200..=299 => Ok(ResponseValue::empty(response)),
                _ => Err(Error::from(response)),
            }
        }
        /// Overrides the client's retry policy for this call.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.client.client.call_options().retry = Some(policy);
            self
        }
        /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
        pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
            self.client.client.call_options().client_request_id = Some(id.into());
            self
        }
    }
    impl std::fmt::Debug for ListChatReadReceipts {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListChatReadReceipts")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .field("max_page_size", &self.max_page_size.as_ref().ok())
                .field("skip", &self.skip.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for SendChatReadReceipt {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("SendChatReadReceipt")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for ListChatMessages {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListChatMessages")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .field("max_page_size", &self.max_page_size.as_ref().ok())
                .field("start_time", &self.start_time.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for SendChatMessage {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("SendChatMessage")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for GetChatMessage {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetChatMessage")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .field("chat_message_id", &self.chat_message_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for DeleteChatMessage {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("DeleteChatMessage")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .field("chat_message_id", &self.chat_message_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for UpdateChatMessage {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("UpdateChatMessage")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .field("chat_message_id", &self.chat_message_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for ListChatParticipants {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListChatParticipants")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .field("max_page_size", &self.max_page_size.as_ref().ok())
                .field("skip", &self.skip.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for RemoveChatParticipant {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("RemoveChatParticipant")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for AddChatParticipants {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("AddChatParticipants")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for ListChatThreads {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListChatThreads")
                .field("max_page_size", &self.max_page_size.as_ref().ok())
                .field("start_time", &self.start_time.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for CreateChatThread {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("CreateChatThread")
                .field(
                    "repeatability_request_id",
                    &self.repeatability_request_id.as_ref().ok(),
                )
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for GetChatThreadProperties {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetChatThreadProperties")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for DeleteChatThread {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("DeleteChatThread")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for UpdateChatThreadProperties {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("UpdateChatThreadProperties")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::fmt::Debug for SendTypingNotification {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("SendTypingNotification")
                .field("chat_thread_id", &self.chat_thread_id.as_ref().ok())
                .finish_non_exhaustive()
        }
    }
    impl std::future::IntoFuture for ListChatReadReceipts {
        type Output = Result<
            ResponseValue<types::ChatMessageReadReceiptsCollection>,
            Error,
        >;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for SendChatReadReceipt {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for SendChatMessage {
        type Output = Result<ResponseValue<types::SendChatMessageResult>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for ListChatMessages {
        type Output = Result<ResponseValue<types::ChatMessagesCollection>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for GetChatMessage {
        type Output = Result<ResponseValue<types::ChatMessage>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for UpdateChatMessage {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for DeleteChatMessage {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for ListChatParticipants {
        type Output = Result<ResponseValue<types::ChatParticipantsCollection>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for RemoveChatParticipant {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for AddChatParticipants {
        type Output = Result<ResponseValue<types::AddChatParticipantsResult>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for CreateChatThread {
        type Output = Result<ResponseValue<types::CreateChatThreadResult>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for ListChatThreads {
        type Output = Result<ResponseValue<types::ChatThreadsItemCollection>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for UpdateChatThreadProperties {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for GetChatThreadProperties {
        type Output = Result<ResponseValue<types::ChatThreadProperties>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for DeleteChatThread {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
    impl std::future::IntoFuture for SendTypingNotification {
        type Output = Result<ResponseValue<()>, Error>;
        type IntoFuture = std::pin::Pin<
            Box<dyn std::future::Future<Output = Self::Output> + Send>,
        >;
        /// Sends the request, as `send` does, in a boxed future.
        fn into_future(self) -> Self::IntoFuture {
            Box::pin(self.send())
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// The operations of the API on this thread.
impl crate::ChatThread {
    /// List the read receipts of a thread: [`ChatClient::list_chat_read_receipts`](crate::ChatClient::list_chat_read_receipts) for this thread.
    ///
    /// Source: operation `ChatThread_ListChatReadReceipts`.
    pub fn list_chat_read_receipts(&self) -> builder::ListChatReadReceipts {
        self.client().list_chat_read_receipts().chat_thread_id(self.id())
    }
    /// Mark a message as read: [`ChatClient::send_chat_read_receipt`](crate::ChatClient::send_chat_read_receipt) for this thread.
    ///
    /// Source: operation `ChatThread_SendChatReadReceipt`.
    pub fn send_chat_read_receipt(&self) -> builder::SendChatReadReceipt {
        self.client().send_chat_read_receipt().chat_thread_id(self.id())
    }
    /// Send a message: [`ChatClient::send_chat_message`](crate::ChatClient::send_chat_message) for this thread.
    ///
    /// Source: operation `ChatThread_SendChatMessage`.
    pub fn send_chat_message(&self) -> builder::SendChatMessage {
        self.client().send_chat_message().chat_thread_id(self.id())
    }
    /// List the messages of a thread: [`ChatClient::list_chat_messages`](crate::ChatClient::list_chat_messages) for this thread.
    ///
    /// Source: operation `ChatThread_ListChatMessages`.
    pub fn list_chat_messages(&self) -> builder::ListChatMessages {
        self.client().list_chat_messages().chat_thread_id(self.id())
    }
    /// Get a message: [`ChatClient::get_chat_message`](crate::ChatClient::get_chat_message) for this thread.
    ///
    /// Source: operation `ChatThread_GetChatMessage`.
    pub fn get_chat_message(&self) -> builder::GetChatMessage {
        self.client().get_chat_message().chat_thread_id(self.id())
    }
    /// Update a message: [`ChatClient::update_chat_message`](crate::ChatClient::update_chat_message) for this thread.
    ///
    /// Source: operation `ChatThread_UpdateChatMessage`.
    pub fn update_chat_message(&self) -> builder::UpdateChatMessage {
        self.client().update_chat_message().chat_thread_id(self.id())
    }
    /// Delete a message: [`ChatClient::delete_chat_message`](crate::ChatClient::delete_chat_message) for this thread.
    ///
    /// Source: operation `ChatThread_DeleteChatMessage`.
    pub fn delete_chat_message(&self) -> builder::DeleteChatMessage {
        self.client().delete_chat_message().chat_thread_id(self.id())
    }
    /// List the participants of a thread: [`ChatClient::list_chat_participants`](crate::ChatClient::list_chat_participants) for this thread.
    ///
    /// Source: operation `ChatThread_ListChatParticipants`.
    pub fn list_chat_participants(&self) -> builder::ListChatParticipants {
        self.client().list_chat_participants().chat_thread_id(self.id())
    }
    /// Remove a participant: [`ChatClient::remove_chat_participant`](crate::ChatClient::remove_chat_participant) for this thread.
    ///
    /// Source: operation `ChatThread_RemoveChatParticipant`.
    pub fn remove_chat_participant(&self) -> builder::RemoveChatParticipant {
        self.client().remove_chat_participant().chat_thread_id(self.id())
    }
    /// Add participants: [`ChatClient::add_chat_participants`](crate::ChatClient::add_chat_participants) for this thread.
    ///
    /// Source: operation `ChatThread_AddChatParticipants`.
    pub fn add_chat_participants(&self) -> builder::AddChatParticipants {
        self.client().add_chat_participants().chat_thread_id(self.id())
    }
    /// Update the properties of a thread: [`ChatClient::update_chat_thread_properties`](crate::ChatClient::update_chat_thread_properties) for this thread.
    ///
    /// Source: operation `ChatThread_UpdateChatThreadProperties`.
    pub fn update_chat_thread_properties(&self) -> builder::UpdateChatThreadProperties {
        self.client().update_chat_thread_properties().chat_thread_id(self.id())
    }
    /// Get the properties of a thread: [`ChatClient::get_chat_thread_properties`](crate::ChatClient::get_chat_thread_properties) for this thread.
    ///
    /// Source: operation `ChatThread_GetChatThreadProperties`.
    pub fn get_chat_thread_properties(&self) -> builder::GetChatThreadProperties {
        self.client().get_chat_thread_properties().chat_thread_id(self.id())
    }
    /// Delete a thread: [`ChatClient::delete_chat_thread`](crate::ChatClient::delete_chat_thread) for this thread.
    ///
    /// Source: operation `Chat_DeleteChatThread`.
    pub fn delete_chat_thread(&self) -> builder::DeleteChatThread {
        self.client().delete_chat_thread().chat_thread_id(self.id())
    }
    /// Signal that the user is typing: [`ChatClient::send_typing_notification`](crate::ChatClient::send_typing_notification) for this thread.
    ///
    /// Source: operation `ChatThread_SendTypingNotification`.
    pub fn send_typing_notification(&self) -> builder::SendTypingNotification {
        self.client().send_typing_notification().chat_thread_id(self.id())
    }
}
/// The version of the API, sent with every request.
pub const API_VERSION: &str = "2025-03-15";
/// The operations of the API.
mod operations {
    use crate::pipeline::Operation;
    static PROPERTIES: &[&str] = &[
        "appId",
        "assertedId",
        "attachmentType",
        "attachments",
        "chatMessageId",
        "chatThread",
        "cloud",
        "code",
        "communicationIdentifier",
        "communicationUser",
        "content",
        "createdByCommunicationIdentifier",
        "createdOn",
        "deleteThreadAfterDays",
        "deletedOn",
        "details",
        "displayName",
        "editedOn",
        "error",
        "id",
        "initiatorCommunicationIdentifier",
        "innererror",
        "invalidParticipants",
        "isAnonymous",
        "kind",
        "lastMessageReceivedOn",
        "message",
        "metadata",
        "microsoftTeamsApp",
        "microsoftTeamsUser",
        "name",
        "nextLink",
        "participants",
        "phoneNumber",
        "previewUrl",
        "rawId",
        "readOn",
        "resourceId",
        "retentionPolicy",
        "senderCommunicationIdentifier",
        "senderDisplayName",
        "sequenceId",
        "shareHistoryTime",
        "target",
        "teamsExtensionUser",
        "tenantId",
        "topic",
        "type",
        "url",
        "userId",
        "value",
        "version",
    ];
    pub static LIST_CHAT_READ_RECEIPTS: Operation = Operation {
        id: "ChatThread_ListChatReadReceipts",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}/readReceipts",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: true,
        links_to_other_paths: true,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static SEND_CHAT_READ_RECEIPT: Operation = Operation {
        id: "ChatThread_SendChatReadReceipt",
        method: http::Method::POST,
        path: "/chat/threads/{chatThreadId}/readReceipts",
        content_type: Some(http::HeaderValue::from_static("application/json")),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static SEND_CHAT_MESSAGE: Operation = Operation {
        id: "ChatThread_SendChatMessage",
        method: http::Method::POST,
        path: "/chat/threads/{chatThreadId}/messages",
        content_type: Some(http::HeaderValue::from_static("application/json")),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 201u16,
        may_be_empty: false,
        is_repeatable: false,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static LIST_CHAT_MESSAGES: Operation = Operation {
        id: "ChatThread_ListChatMessages",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}/messages",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: true,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static GET_CHAT_MESSAGE: Operation = Operation {
        id: "ChatThread_GetChatMessage",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}/messages/{chatMessageId}",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static UPDATE_CHAT_MESSAGE: Operation = Operation {
        id: "ChatThread_UpdateChatMessage",
        method: http::Method::PATCH,
        path: "/chat/threads/{chatThreadId}/messages/{chatMessageId}",
        content_type: Some(
            http::HeaderValue::from_static("application/merge-patch+json"),
        ),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 204u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static DELETE_CHAT_MESSAGE: Operation = Operation {
        id: "ChatThread_DeleteChatMessage",
        method: http::Method::DELETE,
        path: "/chat/threads/{chatThreadId}/messages/{chatMessageId}",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 204u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static LIST_CHAT_PARTICIPANTS: Operation = Operation {
        id: "ChatThread_ListChatParticipants",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}/participants",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: true,
        links_to_other_paths: true,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static REMOVE_CHAT_PARTICIPANT: Operation = Operation {
        id: "ChatThread_RemoveChatParticipant",
        method: http::Method::POST,
        path: "/chat/threads/{chatThreadId}/participants/:remove",
        content_type: Some(http::HeaderValue::from_static("application/json")),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 204u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static ADD_CHAT_PARTICIPANTS: Operation = Operation {
        id: "ChatThread_AddChatParticipants",
        method: http::Method::POST,
        path: "/chat/threads/{chatThreadId}/participants/:add",
        content_type: Some(http::HeaderValue::from_static("application/json")),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 201u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static CREATE_CHAT_THREAD: Operation = Operation {
        id: "Chat_CreateChatThread",
        method: http::Method::POST,
        path: "/chat/threads",
        content_type: Some(http::HeaderValue::from_static("application/json")),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 201u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: Some(
            http::HeaderName::from_static("repeatability-request-id"),
        ),
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static LIST_CHAT_THREADS: Operation = Operation {
        id: "Chat_ListChatThreads",
        method: http::Method::GET,
        path: "/chat/threads",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: true,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static UPDATE_CHAT_THREAD_PROPERTIES: Operation = Operation {
        id: "ChatThread_UpdateChatThreadProperties",
        method: http::Method::PATCH,
        path: "/chat/threads/{chatThreadId}",
        content_type: Some(
            http::HeaderValue::from_static("application/merge-patch+json"),
        ),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 204u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static GET_CHAT_THREAD_PROPERTIES: Operation = Operation {
        id: "ChatThread_GetChatThreadProperties",
        method: http::Method::GET,
        path: "/chat/threads/{chatThreadId}",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static DELETE_CHAT_THREAD: Operation = Operation {
        id: "Chat_DeleteChatThread",
        method: http::Method::DELETE,
        path: "/chat/threads/{chatThreadId}",
        content_type: None,
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 204u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
    pub static SEND_TYPING_NOTIFICATION: Operation = Operation {
        id: "ChatThread_SendTypingNotification",
        method: http::Method::POST,
        path: "/chat/threads/{chatThreadId}/typing",
        content_type: Some(http::HeaderValue::from_static("application/json")),
        accept: Some(http::HeaderValue::from_static("application/json")),
        success: 200u16,
        may_be_empty: false,
        is_repeatable: true,
        repeatability_header: None,
        is_list: false,
        links_to_other_paths: false,
        properties: PROPERTIES,
        is_documented_error: |_, body| crate::error::is::<
            crate::types::CommunicationErrorResponse,
        >(body),
    };
}
