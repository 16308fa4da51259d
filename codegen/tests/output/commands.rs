use crate::operations::names::*;
pub struct Cli {
    client: Client,
    config: Output,
}
impl Cli {
    pub fn new(client: Client, config: Output) -> Self {
        Self { client, config }
    }
    pub fn get_command(cmd: CliCommand) -> ::clap::Command {
        match cmd {
            CliCommand::ListChatReadReceipts => Self::cli_list_chat_read_receipts(),
            CliCommand::SendChatReadReceipt => Self::cli_send_chat_read_receipt(),
            CliCommand::ListChatMessages => Self::cli_list_chat_messages(),
            CliCommand::SendChatMessage => Self::cli_send_chat_message(),
            CliCommand::GetChatMessage => Self::cli_get_chat_message(),
            CliCommand::DeleteChatMessage => Self::cli_delete_chat_message(),
            CliCommand::UpdateChatMessage => Self::cli_update_chat_message(),
            CliCommand::ListChatParticipants => Self::cli_list_chat_participants(),
            CliCommand::RemoveChatParticipant => Self::cli_remove_chat_participant(),
            CliCommand::AddChatParticipants => Self::cli_add_chat_participants(),
            CliCommand::ListChatThreads => Self::cli_list_chat_threads(),
            CliCommand::CreateChatThread => Self::cli_create_chat_thread(),
            CliCommand::GetChatThreadProperties => Self::cli_get_chat_thread_properties(),
            CliCommand::DeleteChatThread => Self::cli_delete_chat_thread(),
            CliCommand::UpdateChatThreadProperties => {
                Self::cli_update_chat_thread_properties()
            }
            CliCommand::SendTypingNotification => Self::cli_send_typing_notification(),
        }
    }
    pub fn cli_list_chat_read_receipts() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread whose receipts are listed. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("max-page-size")
                    .long("max-page-size")
                    .value_parser(::clap::value_parser!(i32))
                    .required(false)
                    .help(
                        "Largest number of receipts wanted in one page. The service may return fewer, and picks the size when this is absent.",
                    ),
            )
            .arg(
                ::clap::Arg::new("skip")
                    .long("skip")
                    .value_parser(::clap::value_parser!(i32))
                    .required(false)
                    .help(
                        "Number of receipts to leave out at the start of the list; none when absent.",
                    ),
            )
            .about(
                "List the read receipts of a thread\n\nReturns, one page at a time, how far each participant has read in a thread. Any participant may call it. The service supports read receipts only in threads of at most 20 participants.",
            )
            .arg(crate::output::limit())
    }
    pub fn cli_send_chat_read_receipt() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-message-id")
                    .long("chat-message-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required_unless_present("json-body")
                    .help("Id of the latest message that the user has read."),
            )
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(crate::body::json(false))
            .about(
                "Mark a message as read\n\nRecords that the calling user has read a thread up to and including the given message, and tells the other participants. Any participant may call it. The service supports read receipts only in threads of at most 20 participants.",
            )
    }
    pub fn cli_list_chat_messages() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread whose messages are listed. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("max-page-size")
                    .long("max-page-size")
                    .value_parser(::clap::value_parser!(i32))
                    .required(false)
                    .help(
                        "Largest number of messages wanted in one page, up to 200. The service may return fewer, and picks the size when this is absent.",
                    ),
            )
            .arg(
                ::clap::Arg::new("start-time")
                    .long("start-time")
                    .value_parser(
                        ::clap::value_parser!(
                            ::chrono::DateTime < ::chrono::offset::Utc >
                        ),
                    )
                    .required(false)
                    .help(
                        "Earliest moment to go back to, as an RFC 3339 timestamp; older messages are left out. The list goes back to the beginning of what the user may see when this is absent.",
                    ),
            )
            .about(
                "List the messages of a thread\n\nReturns the messages of a thread page by page, including the messages that the service itself posts when the topic or the participants change. Messages are ordered by `version`, the most recently changed first, so edited and deleted messages move up. A page can be empty and still have a `nextLink`.",
            )
            .arg(crate::output::limit())
    }
    pub fn cli_send_chat_message() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that receives the message. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("content")
                    .long("content")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required_unless_present("json-body")
                    .help(
                        "Text of the message: plain or HTML, as `type` says. A message may be at most 28 KB.",
                    ),
            )
            .arg(
                ::clap::Arg::new("sender-display-name")
                    .long("sender-display-name")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(false)
                    .help(
                        "Name to show for the sender, for instance in push notifications.",
                    ),
            )
            .arg(
                ::clap::Arg::new("type")
                    .long("type")
                    .value_parser(::clap::value_parser!(crate ::types::ChatMessageType))
                    .required(false)
                    .help(
                        "Type of the message, either `text` or `html`. The service takes an absent type for `text`.",
                    ),
            )
            .arg(crate::body::json(false))
            .about(
                "Send a message\n\nPosts a text or HTML message to a thread in the name of the calling user, and returns the id it was given. Any participant may send; a message may be at most 28 KB. The request has no idempotency id, so sending it again after an unclear failure can post the message twice.",
            )
    }
    pub fn cli_get_chat_message() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-message-id")
                    .long("chat-message-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help("Id of the message, as returned when it was sent or listed."),
            )
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .about(
                "Get a message\n\nReturns a single message of a thread. Any participant who may see that part of the history may call it. A deleted message is still returned: it keeps its type, its text is empty, and `deletedOn` is set.",
            )
    }
    pub fn cli_delete_chat_message() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-message-id")
                    .long("chat-message-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help("Id of the message to delete."),
            )
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .about(
                "Delete a message\n\nDeletes the content of a message; it cannot be recovered. Only the sender of a message may delete it. What remains in the thread is a message of the same id and type with an empty text and a `deletedOn` time.",
            )
    }
    pub fn cli_update_chat_message() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-message-id")
                    .long("chat-message-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help("Id of the message to edit."),
            )
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that the message belongs to. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("content")
                    .long("content")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(false)
                    .help("New text of the message, at most 28 KB."),
            )
            .arg(crate::body::json(false))
            .about(
                "Update a message\n\nChanges the text or the metadata of a message by JSON merge patch: what the body leaves out stays as it is. Only the sender of a message may edit it. The message gets a new `version` and an `editedOn` time.",
            )
    }
    pub fn cli_list_chat_participants() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread whose participants are listed. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("max-page-size")
                    .long("max-page-size")
                    .value_parser(::clap::value_parser!(i32))
                    .required(false)
                    .help(
                        "Largest number of participants wanted in one page. The service may return fewer, and picks the size when this is absent.",
                    ),
            )
            .arg(
                ::clap::Arg::new("skip")
                    .long("skip")
                    .value_parser(::clap::value_parser!(i32))
                    .required(false)
                    .help(
                        "Number of participants to leave out at the start of the list; none when absent.",
                    ),
            )
            .about(
                "List the participants of a thread\n\nReturns, one page at a time, who takes part in a thread. Any participant may call it.",
            )
            .arg(crate::output::limit())
    }
    pub fn cli_remove_chat_participant() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that loses the participant. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("kind")
                    .long("kind")
                    .value_parser(
                        ::clap::value_parser!(
                            crate ::types::CommunicationIdentifierModelKind
                        ),
                    )
                    .required(false)
                    .help(
                        "Kind of the identifier. It may be missing, in requests and in responses alike; the property that is set then tells the kind.",
                    ),
            )
            .arg(
                ::clap::Arg::new("raw-id")
                    .long("raw-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(false)
                    .help(
                        "The whole identifier as one string, such as `8:acs:…` for a communication user or `4:+…` for a phone number. Optional in requests; responses carry it.",
                    ),
            )
            .arg(crate::body::json(false))
            .about(
                "Remove a participant\n\nTakes one participant out of a thread. Any participant may remove another one, or leave by naming themselves, unless the token has only the scope `chat.join.limited`. Those who remain see a `participantRemoved` message.",
            )
    }
    pub fn cli_add_chat_participants() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread that gains the participants. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(crate::body::json(true))
            .about(
                "Add participants\n\nAdds up to 200 people to a thread, which holds at most 250; people who are already in it stay as they are. Any participant may add others, unless the token has only the scope `chat.join.limited`. The call succeeds even when some people could not be added, or none of them: `invalidParticipants` in the result names each one with the reason, so check it.",
            )
    }
    pub fn cli_list_chat_threads() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("max-page-size")
                    .long("max-page-size")
                    .value_parser(::clap::value_parser!(i32))
                    .required(false)
                    .help(
                        "Largest number of threads wanted in one page. The service may return fewer, and picks the size when this is absent.",
                    ),
            )
            .arg(
                ::clap::Arg::new("start-time")
                    .long("start-time")
                    .value_parser(
                        ::clap::value_parser!(
                            ::chrono::DateTime < ::chrono::offset::Utc >
                        ),
                    )
                    .required(false)
                    .help(
                        "Earliest moment to go back to, as an RFC 3339 timestamp; threads without activity since then are left out. All threads are listed when this is absent.",
                    ),
            )
            .about(
                "List the threads of the user\n\nReturns, one page at a time, a short form of every thread that the calling user takes part in. Deleted threads can appear too, with `deletedOn` set. A page can be empty and still have a `nextLink`.",
            )
            .arg(crate::output::limit())
    }
    pub fn cli_create_chat_thread() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("repeatability-request-id")
                    .long("repeatability-request-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(false)
                    .help(
                        "Id chosen by the caller, such as a fresh UUID, that makes the request safe to repeat: the same id gives the thread that was created first. Without it, every request creates another thread.",
                    ),
            )
            .arg(
                ::clap::Arg::new("topic")
                    .long("topic")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required_unless_present("json-body")
                    .help("Topic of the thread."),
            )
            .arg(crate::body::json(false))
            .about(
                "Create a thread\n\nCreates a thread with a topic and up to 200 first participants; the calling user becomes a participant as well. The token needs the scope `chat`. A request with a `repeatability-request-id` that was used before gives the first thread again instead of a new one, even if its body is another. The call succeeds even when some participants could not be added: `invalidParticipants` in the result names each one with the reason, so check it.",
            )
    }
    pub fn cli_get_chat_thread_properties() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread to describe. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .about(
                "Get the properties of a thread\n\nReturns the topic, the creator, the metadata and the retention policy of a thread. Any participant may call it.",
            )
    }
    pub fn cli_delete_chat_thread() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread to delete. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .about(
                "Delete a thread\n\nDeletes a thread with all its messages, for every participant; it cannot be brought back. Any participant whose token has the scope `chat` may call it.",
            )
    }
    pub fn cli_update_chat_thread_properties() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread to change. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("topic")
                    .long("topic")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(false)
                    .help("New topic of the thread."),
            )
            .arg(crate::body::json(false))
            .about(
                "Update the properties of a thread\n\nChanges the topic, the metadata or the retention policy of a thread by JSON merge patch: what the body leaves out stays as it is. Any participant whose token has the scope `chat` may call it. A new topic also posts a `topicUpdated` message to the thread.",
            )
    }
    pub fn cli_send_typing_notification() -> ::clap::Command {
        ::clap::Command::new("")
            .arg(
                ::clap::Arg::new("chat-thread-id")
                    .long("chat-thread-id")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(true)
                    .help(
                        "Id of the thread in which the user is typing. Ids usually look like `19:…@thread.v2`.",
                    ),
            )
            .arg(
                ::clap::Arg::new("sender-display-name")
                    .long("sender-display-name")
                    .value_parser(::clap::value_parser!(::std::string::String))
                    .required(false)
                    .help(
                        "Name to show for the user who is typing, for instance in push notifications.",
                    ),
            )
            .arg(crate::body::json(false))
            .about(
                "Signal that the user is typing\n\nTells the other participants of a thread that the calling user is writing a message. The indicator fades after a few seconds, so send the signal again while the user keeps typing. Any participant may call it. The service supports typing notifications only in threads of at most 20 participants.",
            )
    }
    pub async fn execute(
        &self,
        cmd: CliCommand,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        match cmd {
            CliCommand::ListChatReadReceipts => {
                self.execute_list_chat_read_receipts(matches).await
            }
            CliCommand::SendChatReadReceipt => {
                self.execute_send_chat_read_receipt(matches).await
            }
            CliCommand::ListChatMessages => {
                self.execute_list_chat_messages(matches).await
            }
            CliCommand::SendChatMessage => self.execute_send_chat_message(matches).await,
            CliCommand::GetChatMessage => self.execute_get_chat_message(matches).await,
            CliCommand::DeleteChatMessage => {
                self.execute_delete_chat_message(matches).await
            }
            CliCommand::UpdateChatMessage => {
                self.execute_update_chat_message(matches).await
            }
            CliCommand::ListChatParticipants => {
                self.execute_list_chat_participants(matches).await
            }
            CliCommand::RemoveChatParticipant => {
                self.execute_remove_chat_participant(matches).await
            }
            CliCommand::AddChatParticipants => {
                self.execute_add_chat_participants(matches).await
            }
            CliCommand::ListChatThreads => self.execute_list_chat_threads(matches).await,
            CliCommand::CreateChatThread => {
                self.execute_create_chat_thread(matches).await
            }
            CliCommand::GetChatThreadProperties => {
                self.execute_get_chat_thread_properties(matches).await
            }
            CliCommand::DeleteChatThread => {
                self.execute_delete_chat_thread(matches).await
            }
            CliCommand::UpdateChatThreadProperties => {
                self.execute_update_chat_thread_properties(matches).await
            }
            CliCommand::SendTypingNotification => {
                self.execute_send_typing_notification(matches).await
            }
        }
    }
    pub async fn execute_list_chat_read_receipts(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.list_chat_read_receipts();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches.get_one::<i32>("max-page-size") {
            request = request.max_page_size(value.clone());
        }
        if let Some(value) = matches.get_one::<i32>("skip") {
            request = request.skip(value.clone());
        }
        self.config.list(matches, request.stream()).await
    }
    pub async fn execute_send_chat_read_receipt(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.send_chat_read_receipt();
        if let Some(body) = crate::body::read_json::<
            types::SendReadReceiptRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-message-id")
        {
            request = request.body_map(|body| { body.chat_message_id(value.clone()) });
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        request.send().await?;
        Ok(())
    }
    pub async fn execute_list_chat_messages(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.list_chat_messages();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches.get_one::<i32>("max-page-size") {
            request = request.max_page_size(value.clone());
        }
        if let Some(value) = matches
            .get_one::<::chrono::DateTime<::chrono::offset::Utc>>("start-time")
        {
            request = request.start_time(value.clone());
        }
        self.config.list(matches, request.stream()).await
    }
    pub async fn execute_send_chat_message(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.send_chat_message();
        if let Some(body) = crate::body::read_json::<
            types::SendChatMessageRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("content") {
            request = request.body_map(|body| { body.content(value.clone()) });
        }
        if let Some(value) = matches
            .get_one::<::std::string::String>("sender-display-name")
        {
            request = request
                .body_map(|body| { body.sender_display_name(value.clone()) });
        }
        if let Some(value) = matches.get_one::<crate::types::ChatMessageType>("type") {
            request = request.body_map(|body| { body.type_(value.clone()) });
        }
        let response = request.send().await?;
        self.config.item(&response)
    }
    pub async fn execute_get_chat_message(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.get_chat_message();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-message-id")
        {
            request = request.chat_message_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        let response = request.send().await?;
        self.config.item(&response)
    }
    pub async fn execute_delete_chat_message(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.delete_chat_message();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-message-id")
        {
            request = request.chat_message_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        request.send().await?;
        Ok(())
    }
    pub async fn execute_update_chat_message(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.update_chat_message();
        if let Some(body) = crate::body::read_json::<
            types::UpdateChatMessageRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-message-id")
        {
            request = request.chat_message_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("content") {
            request = request.body_map(|body| { body.content(value.clone()) });
        }
        request.send().await?;
        Ok(())
    }
    pub async fn execute_list_chat_participants(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.list_chat_participants();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches.get_one::<i32>("max-page-size") {
            request = request.max_page_size(value.clone());
        }
        if let Some(value) = matches.get_one::<i32>("skip") {
            request = request.skip(value.clone());
        }
        self.config.list(matches, request.stream()).await
    }
    pub async fn execute_remove_chat_participant(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.remove_chat_participant();
        if let Some(body) = crate::body::read_json::<
            types::CommunicationIdentifierModel,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches
            .get_one::<crate::types::CommunicationIdentifierModelKind>("kind")
        {
            request = request.body_map(|body| { body.kind(value.clone()) });
        }
        if let Some(value) = matches.get_one::<::std::string::String>("raw-id") {
            request = request.body_map(|body| { body.raw_id(value.clone()) });
        }
        request.send().await?;
        Ok(())
    }
    pub async fn execute_add_chat_participants(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.add_chat_participants();
        if let Some(body) = crate::body::read_json::<
            types::AddChatParticipantsRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        let response = request.send().await?;
        self.config.item(&response)
    }
    pub async fn execute_list_chat_threads(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.list_chat_threads();
        if let Some(value) = matches.get_one::<i32>("max-page-size") {
            request = request.max_page_size(value.clone());
        }
        if let Some(value) = matches
            .get_one::<::chrono::DateTime<::chrono::offset::Utc>>("start-time")
        {
            request = request.start_time(value.clone());
        }
        self.config.list(matches, request.stream()).await
    }
    pub async fn execute_create_chat_thread(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.create_chat_thread();
        if let Some(body) = crate::body::read_json::<
            types::CreateChatThreadRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches
            .get_one::<::std::string::String>("repeatability-request-id")
        {
            request = request.repeatability_request_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("topic") {
            request = request.body_map(|body| { body.topic(value.clone()) });
        }
        let response = request.send().await?;
        self.config.item(&response)
    }
    pub async fn execute_get_chat_thread_properties(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.get_chat_thread_properties();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        let response = request.send().await?;
        self.config.item(&response)
    }
    pub async fn execute_delete_chat_thread(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.delete_chat_thread();
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        request.send().await?;
        Ok(())
    }
    pub async fn execute_update_chat_thread_properties(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.update_chat_thread_properties();
        if let Some(body) = crate::body::read_json::<
            types::UpdateChatThreadRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches.get_one::<::std::string::String>("topic") {
            request = request.body_map(|body| { body.topic(value.clone()) });
        }
        request.send().await?;
        Ok(())
    }
    pub async fn execute_send_typing_notification(
        &self,
        matches: &::clap::ArgMatches,
    ) -> anyhow::Result<()> {
        let mut request = self.client.send_typing_notification();
        if let Some(body) = crate::body::read_json::<
            types::SendTypingNotificationRequest,
        >(matches)? {
            request = request.body(body);
        }
        if let Some(value) = matches.get_one::<::std::string::String>("chat-thread-id") {
            request = request.chat_thread_id(value.clone());
        }
        if let Some(value) = matches
            .get_one::<::std::string::String>("sender-display-name")
        {
            request = request
                .body_map(|body| { body.sender_display_name(value.clone()) });
        }
        request.send().await?;
        Ok(())
    }
}
#[derive(Copy, Clone, Debug)]
pub enum CliCommand {
    ListChatReadReceipts,
    SendChatReadReceipt,
    ListChatMessages,
    SendChatMessage,
    GetChatMessage,
    DeleteChatMessage,
    UpdateChatMessage,
    ListChatParticipants,
    RemoveChatParticipant,
    AddChatParticipants,
    ListChatThreads,
    CreateChatThread,
    GetChatThreadProperties,
    DeleteChatThread,
    UpdateChatThreadProperties,
    SendTypingNotification,
}
impl CliCommand {
    pub fn iter() -> impl Iterator<Item = CliCommand> {
        vec![
            CliCommand::ListChatReadReceipts, CliCommand::SendChatReadReceipt,
            CliCommand::ListChatMessages, CliCommand::SendChatMessage,
            CliCommand::GetChatMessage, CliCommand::DeleteChatMessage,
            CliCommand::UpdateChatMessage, CliCommand::ListChatParticipants,
            CliCommand::RemoveChatParticipant, CliCommand::AddChatParticipants,
            CliCommand::ListChatThreads, CliCommand::CreateChatThread,
            CliCommand::GetChatThreadProperties, CliCommand::DeleteChatThread,
            CliCommand::UpdateChatThreadProperties, CliCommand::SendTypingNotification,
        ]
            .into_iter()
    }
    pub fn operation_id(&self) -> &'static str {
        match self {
            CliCommand::ListChatReadReceipts => "list_chat_read_receipts",
            CliCommand::SendChatReadReceipt => "send_chat_read_receipt",
            CliCommand::ListChatMessages => "list_chat_messages",
            CliCommand::SendChatMessage => "send_chat_message",
            CliCommand::GetChatMessage => "get_chat_message",
            CliCommand::DeleteChatMessage => "delete_chat_message",
            CliCommand::UpdateChatMessage => "update_chat_message",
            CliCommand::ListChatParticipants => "list_chat_participants",
            CliCommand::RemoveChatParticipant => "remove_chat_participant",
            CliCommand::AddChatParticipants => "add_chat_participants",
            CliCommand::ListChatThreads => "list_chat_threads",
            CliCommand::CreateChatThread => "create_chat_thread",
            CliCommand::GetChatThreadProperties => "get_chat_thread_properties",
            CliCommand::DeleteChatThread => "delete_chat_thread",
            CliCommand::UpdateChatThreadProperties => "update_chat_thread_properties",
            CliCommand::SendTypingNotification => "send_typing_notification",
        }
    }
}
/// The operations that change nothing.
pub const READS: &[&str] = &[
    "ChatThread_ListChatReadReceipts",
    "ChatThread_ListChatMessages",
    "ChatThread_GetChatMessage",
    "ChatThread_ListChatParticipants",
    "Chat_ListChatThreads",
    "ChatThread_GetChatThreadProperties",
];
