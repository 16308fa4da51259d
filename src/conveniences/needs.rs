//! What each convenience needs of the generated client. build.rs reads this file and nothing compiles it: it sets
//! `cfg(convenience = "send")` if the client has everything in `mod send`, and warns otherwise, with the docs of the
//! module. A struct has the listed fields and may have more; one that is `#[created]` requires no others. An operation
//! takes the listed parameters and requires no others.

/// `CommunicationIdentifier`
mod identifiers {
    #[created]
    struct CommunicationIdentifierModel {
        raw_id: Option<String>,
        communication_user: Option<CommunicationUserIdentifierModel>,
        phone_number: Option<PhoneNumberIdentifierModel>,
        microsoft_teams_user: Option<MicrosoftTeamsUserIdentifierModel>,
    }
    #[created]
    struct CommunicationUserIdentifierModel {
        id: String,
    }
    #[created]
    struct PhoneNumberIdentifierModel {
        value: String,
    }
    #[created]
    struct MicrosoftTeamsUserIdentifierModel {
        user_id: String,
        is_anonymous: Option<bool>,
        cloud: Option<CommunicationCloudEnvironment>,
    }
    enum CommunicationCloudEnvironment {
        Public,
        Dod,
        Gcch,
    }
}

/// The asserted id of a phone number in a `CommunicationIdentifierModel`
mod phone_details {
    use identifiers;
    #[created]
    struct PhoneNumberIdentifierModel {
        value: String,
        is_anonymous: Option<bool>,
        asserted_id: Option<String>,
    }
}

/// The Teams app in a `CommunicationIdentifierModel`
mod teams_apps {
    use identifiers;
    struct CommunicationIdentifierModel {
        microsoft_teams_app: Option<MicrosoftTeamsAppIdentifierModel>,
    }
    #[created]
    struct MicrosoftTeamsAppIdentifierModel {
        app_id: String,
        cloud: Option<CommunicationCloudEnvironment>,
    }
}

/// The Teams extension user in a `CommunicationIdentifierModel`
mod teams_extension_users {
    use identifiers;
    struct CommunicationIdentifierModel {
        teams_extension_user: Option<TeamsExtensionUserIdentifierModel>,
    }
    #[created]
    struct TeamsExtensionUserIdentifierModel {
        user_id: String,
        tenant_id: String,
        resource_id: String,
        cloud: Option<CommunicationCloudEnvironment>,
    }
}

/// `ChatClient::user`
mod user {
    use identifiers;
}

/// The conversion into `ChatParticipant`
mod participants {
    use identifiers;
    #[created]
    struct ChatParticipant {
        communication_identifier: CommunicationIdentifierModel,
        display_name: Option<String>,
    }
}

/// `MessageKind` with the methods and `Display` of `ChatMessage`
mod messages {
    use participants;
    struct ChatMessage {
        type_: ChatMessageType,
        content: Option<ChatMessageContent>,
        created_on: DateTime<Utc>,
        deleted_on: Option<DateTime<Utc>>,
        edited_on: Option<DateTime<Utc>>,
        sender_display_name: Option<String>,
        sender_communication_identifier: Option<CommunicationIdentifierModel>,
    }
    struct ChatMessageContent {
        message: Option<String>,
        topic: Option<String>,
        participants: Option<Vec<ChatParticipant>>,
        initiator_communication_identifier: Option<CommunicationIdentifierModel>,
    }
    enum ChatMessageType {
        Text,
        Html,
        TopicUpdated,
        ParticipantAdded,
        ParticipantRemoved,
    }
}

/// `ChatMessage::attachments`
mod attachments {
    use messages;
    struct ChatMessageContent {
        attachments: Option<Vec<ChatAttachment>>,
    }
    struct ChatAttachment {}
}

/// `OutgoingMessage`
mod outgoing {
    #[created]
    struct SendChatMessageRequest {
        content: String,
        type_: Option<ChatMessageType>,
        sender_display_name: Option<String>,
        metadata: Option<BTreeMap<String, String>>,
    }
    enum ChatMessageType {
        Text,
        Html,
    }
}

/// `RejectedParticipant`
mod rejected {
    use participants;
    struct CommunicationError {
        code: String,
        message: String,
        target: Option<String>,
    }
}

/// `ChatRetentionPolicy::after_creation` with `none`
mod retention {
    enum ChatRetentionPolicy {
        ThreadCreationDate(ThreadCreationDateRetentionPolicy),
        None(NoneRetentionPolicy),
    }
    #[created]
    struct ThreadCreationDateRetentionPolicy {
        delete_thread_after_days: i32,
    }
    struct NoneRetentionPolicy(Map<String, Value>);
}

/// `ChatClient::create_thread`
mod create_thread {
    use rejected;
    #[created]
    struct CreateChatThreadRequest {
        topic: String,
        participants: Option<Vec<ChatParticipant>>,
    }
    struct CreateChatThreadResult {
        chat_thread: Option<ChatThreadProperties>,
        invalid_participants: Option<Vec<CommunicationError>>,
    }
    struct ChatThreadProperties {
        id: String,
    }
    trait ChatClient {
        fn create_chat_thread(body: CreateChatThreadRequest) -> CreateChatThreadResult;
    }
}

/// `ChatClient::threads`
mod threads {
    struct ChatThreadsItemCollection {}
    trait ChatClient {
        fn list_chat_threads() -> Items<ChatThreadsItemCollection>;
    }
}

/// `ChatThread::send`
mod send {
    use outgoing;
    trait ChatThread {
        fn send_chat_message(body: SendChatMessageRequest) -> SendChatMessageResult;
    }
}

/// `ChatThread::messages`
mod list_messages {
    struct ChatMessagesCollection {}
    trait ChatThread {
        fn list_chat_messages() -> Items<ChatMessagesCollection>;
    }
}

/// `ChatThread::edit`
mod edit {
    #[created]
    struct UpdateChatMessageRequest {
        content: Option<String>,
    }
    trait ChatThread {
        fn update_chat_message(chat_message_id: String, body: UpdateChatMessageRequest);
    }
}

/// `ChatThread::delete_message`
mod delete_message {
    trait ChatThread {
        fn delete_chat_message(chat_message_id: String);
    }
}

/// `ChatThread::mark_read`
mod mark_read {
    #[created]
    struct SendReadReceiptRequest {
        chat_message_id: String,
    }
    trait ChatThread {
        fn send_chat_read_receipt(body: SendReadReceiptRequest);
    }
}

/// `ChatThread::typing`
mod typing {
    trait ChatThread {
        fn send_typing_notification();
    }
}

/// `ChatThread::participants`
mod list_participants {
    struct ChatParticipantsCollection {}
    trait ChatThread {
        fn list_chat_participants() -> Items<ChatParticipantsCollection>;
    }
}

/// `ChatThread::add_participants`
mod add_participants {
    use rejected;
    #[created]
    struct AddChatParticipantsRequest {
        participants: Vec<ChatParticipant>,
    }
    struct AddChatParticipantsResult {
        invalid_participants: Option<Vec<CommunicationError>>,
    }
    trait ChatThread {
        fn add_chat_participants(body: AddChatParticipantsRequest) -> AddChatParticipantsResult;
    }
}

/// `ChatThread::remove_participant`
mod remove_participant {
    use participants;
    trait ChatThread {
        fn remove_chat_participant(body: CommunicationIdentifierModel);
    }
}

mod update_thread {
    #[created]
    struct UpdateChatThreadRequest {}
    trait ChatThread {
        fn update_chat_thread_properties(body: UpdateChatThreadRequest);
    }
}

/// `ChatThread::rename`
mod rename {
    use update_thread;
    struct UpdateChatThreadRequest {
        topic: Option<String>,
    }
}

/// `ChatThread::set_retention`
mod set_retention {
    use retention;
    use update_thread;
    struct UpdateChatThreadRequest {
        retention_policy: Option<Nullable<ChatRetentionPolicy>>,
    }
}

/// `ChatThread::set_metadata`
mod set_metadata {
    use update_thread;
    struct UpdateChatThreadRequest {
        metadata: Option<BTreeMap<String, String>>,
    }
}

/// `ChatThread::delete`
mod delete_thread {
    trait ChatThread {
        fn delete_chat_thread();
    }
}

/// `ChatThread::follow`
mod follow {
    struct ChatMessage {
        version: String,
        sequence_id: String,
        type_: ChatMessageType,
        edited_on: Option<DateTime<Utc>>,
        deleted_on: Option<DateTime<Utc>>,
    }
    enum ChatMessageType {
        Text,
        Html,
    }
    struct ChatMessagesCollection {
        value: Vec<ChatMessage>,
    }
    trait ChatThread {
        fn list_chat_messages(max_page_size: i32) -> Items<ChatMessagesCollection>;
    }
}

/// `ChatClient::follow_threads`
mod follow_threads {
    use follow;
    struct ChatThreadItem {
        id: String,
        deleted_on: Option<DateTime<Utc>>,
        last_message_received_on: Option<DateTime<Utc>>,
    }
    struct ChatThreadsItemCollection {
        value: Vec<ChatThreadItem>,
    }
    trait ChatClient {
        fn list_chat_threads(start_time: DateTime<Utc>) -> Items<ChatThreadsItemCollection>;
    }
}
