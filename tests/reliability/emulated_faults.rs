//! Every operation through every fault of the emulator: how often the service is asked, what the caller is told, and
//! whether that agrees with what the service then holds.

use std::time::Duration;

use crate::support::{call, operations};
use acs_chat::{
    ChatClient, ChatError, ChatThread, CommunicationIdentifier, CommunicationTokenCredential,
    RetryPolicy, Token,
    types::{
        AddChatParticipantsRequest, CommunicationIdentifierModel, CreateChatThreadRequest,
        SendChatMessageRequest, SendReadReceiptRequest, UpdateChatMessageRequest,
        UpdateChatThreadRequest,
    },
};
use acs_chat_emulator::{Emulator, Fault, RetryAfter, user_id};
use http::StatusCode;

/// A service with a thread, in which there are a message and a guest.
struct World {
    emulator: Emulator,
    client: ChatClient,
    thread: ChatThread,
    message: String,
}

impl World {
    async fn new(http: reqwest::Client) -> Self {
        let emulator = Emulator::start().await.expect("an emulator");
        let token = emulator.token("alice");
        let credential = CommunicationTokenCredential::refreshing(move || {
            let token = token.clone();
            async move { Ok::<_, std::io::Error>(Token::from(token)) }
        });
        let brief = Duration::from_millis(1);
        let client = ChatClient::builder(emulator.url())
            .credential(credential)
            .http_client(http)
            .retry(
                RetryPolicy::default()
                    .with_base_delay(brief)
                    .with_max_delay(brief),
            )
            .max_response_bytes(256 << 10)
            .build()
            .expect("a client");
        let body = CreateChatThreadRequest::builder().topic("before");
        let created = client
            .create_chat_thread()
            .body(body)
            .send()
            .await
            .expect("a thread");
        let id = created.into_inner().chat_thread.expect("a thread").id;
        let thread = client.thread(id).expect("a thread");
        thread
            .add_participants([identifier("guest")])
            .await
            .expect("a guest");
        let message = thread
            .send("before")
            .await
            .expect("a message")
            .into_inner()
            .id;
        Self {
            emulator,
            client,
            thread,
            message,
        }
    }

    /// Calls the operation, in a way that would succeed; `None` for one without a call here.
    async fn call(&self, operation: &str) -> Option<Result<(), ChatError>> {
        let (thread, message) = (&self.thread, &self.message);
        Some(match operation {
            "Chat_CreateChatThread" => {
                let body = CreateChatThreadRequest::builder().topic("after");
                self.client
                    .create_chat_thread()
                    .body(body)
                    .send()
                    .await
                    .map(drop)
            }
            "Chat_ListChatThreads" => self.client.list_chat_threads().send().await.map(drop),
            "Chat_DeleteChatThread" => thread.delete_chat_thread().send().await.map(drop),
            "ChatThread_GetChatThreadProperties" => {
                thread.get_chat_thread_properties().send().await.map(drop)
            }
            "ChatThread_UpdateChatThreadProperties" => {
                let body = UpdateChatThreadRequest::builder().topic("after");
                thread
                    .update_chat_thread_properties()
                    .body(body)
                    .send()
                    .await
                    .map(drop)
            }
            "ChatThread_ListChatMessages" => thread.list_chat_messages().send().await.map(drop),
            "ChatThread_SendChatMessage" => {
                let body = SendChatMessageRequest::builder().content("after");
                thread.send_chat_message().body(body).send().await.map(drop)
            }
            "ChatThread_GetChatMessage" => thread
                .get_chat_message()
                .chat_message_id(message)
                .send()
                .await
                .map(drop),
            "ChatThread_UpdateChatMessage" => {
                let body = UpdateChatMessageRequest::builder().content("after");
                thread
                    .update_chat_message()
                    .chat_message_id(message)
                    .body(body)
                    .send()
                    .await
                    .map(drop)
            }
            "ChatThread_DeleteChatMessage" => thread
                .delete_chat_message()
                .chat_message_id(message)
                .send()
                .await
                .map(drop),
            "ChatThread_ListChatParticipants" => {
                thread.list_chat_participants().send().await.map(drop)
            }
            "ChatThread_AddChatParticipants" => {
                let body =
                    AddChatParticipantsRequest::builder().participants([identifier("friend")]);
                thread
                    .add_chat_participants()
                    .body(body)
                    .send()
                    .await
                    .map(drop)
            }
            "ChatThread_RemoveChatParticipant" => {
                let body: CommunicationIdentifierModel = identifier("guest").into();
                thread
                    .remove_chat_participant()
                    .body(body)
                    .send()
                    .await
                    .map(drop)
            }
            "ChatThread_ListChatReadReceipts" => {
                thread.list_chat_read_receipts().send().await.map(drop)
            }
            "ChatThread_SendChatReadReceipt" => {
                let body = SendReadReceiptRequest::builder().chat_message_id(message);
                thread
                    .send_chat_read_receipt()
                    .body(body)
                    .send()
                    .await
                    .map(drop)
            }
            "ChatThread_SendTypingNotification" => {
                thread.send_typing_notification().send().await.map(drop)
            }
            _ => return None,
        })
    }

    /// Whether the emulator plays the operation.
    async fn is_played(&self, operation: &str) -> bool {
        let outcome = call(&self.client, operation).await;
        let status = outcome.err().and_then(|error| error.status());
        status != Some(StatusCode::NOT_IMPLEMENTED)
    }

    /// How often the service holds what the operation does; `None` for one that changes nothing.
    fn done(&self, operation: &str) -> Option<usize> {
        let held = self.emulator.snapshot();
        let thread = held
            .threads
            .iter()
            .find(|thread| thread.id == self.thread.id())
            .expect("the thread");
        let with = |content: &str| {
            thread
                .messages
                .iter()
                .filter(|m| m.content == content)
                .count()
        };
        let message = || {
            thread
                .messages
                .iter()
                .find(|message| message.id == self.message)
                .expect("the message")
        };
        let there = |user: &str| thread.participants.contains(&user_id(user));
        Some(match operation {
            "Chat_CreateChatThread" => held
                .threads
                .iter()
                .filter(|thread| thread.topic == "after")
                .count(),
            "Chat_DeleteChatThread" => usize::from(thread.deleted),
            "ChatThread_UpdateChatThreadProperties" => usize::from(thread.topic == "after"),
            "ChatThread_SendChatMessage" => with("after"),
            "ChatThread_UpdateChatMessage" => usize::from(message().content == "after"),
            "ChatThread_DeleteChatMessage" => usize::from(message().deleted),
            "ChatThread_AddChatParticipants" => usize::from(there("friend")),
            "ChatThread_RemoveChatParticipant" => usize::from(!there("guest")),
            "ChatThread_SendChatReadReceipt" => thread.read_receipts.len(),
            _ => return None,
        })
    }

    fn requests(&self, operation: &str) -> u64 {
        self.emulator
            .snapshot()
            .requests
            .get(operation)
            .copied()
            .unwrap_or(0)
    }
}

fn identifier(user: &str) -> CommunicationIdentifier {
    user_id(user).into()
}

/// What follows from a fault.
#[derive(Clone, Copy, PartialEq)]
enum Follows {
    /// Every operation is retried.
    Again,
    /// Operations that may be repeated are retried; for the others the error says that the request may have been
    /// processed.
    AgainIfRepeatable,
    /// The service has processed the request, and the error says what is wrong with the response.
    Accepted,
}

fn faults() -> Vec<(Fault, Follows)> {
    vec![
        (Fault::status(429), Follows::Again),
        (
            Fault::status(429).retry_after(RetryAfter::Milliseconds(5)),
            Follows::Again,
        ),
        (
            Fault::status(503).retry_after(RetryAfter::Milliseconds(5)),
            Follows::AgainIfRepeatable,
        ),
        (
            Fault::status(503)
                .processed()
                .retry_after(RetryAfter::Milliseconds(5)),
            Follows::AgainIfRepeatable,
        ),
        (Fault::TokenExpired, Follows::Again),
        (Fault::status(408), Follows::AgainIfRepeatable),
        (Fault::status(500), Follows::AgainIfRepeatable),
        (Fault::status(500).processed(), Follows::AgainIfRepeatable),
        (Fault::status(503), Follows::AgainIfRepeatable),
        (Fault::status(504).processed(), Follows::AgainIfRepeatable),
        (Fault::Html { status: 502 }, Follows::AgainIfRepeatable),
        (
            Fault::UndocumentedError { status: 503 },
            Follows::AgainIfRepeatable,
        ),
        (Fault::DropBefore, Follows::AgainIfRepeatable),
        (Fault::DropAfter, Follows::AgainIfRepeatable),
        (Fault::Truncate, Follows::AgainIfRepeatable),
        (Fault::EndlessBody, Follows::Accepted),
    ]
}

#[tokio::test]
async fn the_caller_is_told_what_the_service_holds() {
    // The default HTTP client, built once: reading the certificates takes a while.
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("an HTTP client");
    let mut wrong = Vec::new();
    let operations = operations();
    for operation in operations {
        let (operation, repeatable) = (operation.id, operation.is_harmless());
        for (fault, follows) in faults() {
            let world = World::new(http.clone()).await;
            let before = world.requests(operation);
            world
                .emulator
                .inject(fault.clone().on(operation).times(1))
                .expect("a fault");
            let Some(outcome) = world.call(operation).await else {
                if world.is_played(operation).await {
                    wrong.push(format!(
                        "the emulator plays {operation}, which has no call here: add one to `World::call` and, if it changes \
                         something, to `World::done`"
                    ));
                }
                break;
            };
            let asked = world.requests(operation) - before;
            let done = world.done(operation);

            let again =
                follows == Follows::Again || (follows == Follows::AgainIfRepeatable && repeatable);
            let case = format!(
                "{operation} through {fault}: {asked} requests, {outcome:?}, done {done:?}"
            );
            if asked != if again { 2 } else { 1 } {
                wrong.push(format!("asked too often or too rarely: {case}"));
            }
            // The second of two removals finds nobody to remove, and says so: it may have been the first.
            let maybe = outcome
                .as_ref()
                .is_err_and(ChatError::may_have_been_processed);
            if again && outcome.is_err() && !(maybe && done == Some(1)) {
                wrong.push(format!("failed although it went on: {case}"));
            }
            if !again && !maybe {
                wrong.push(format!("not told that it may have been done: {case}"));
            }
            if done.is_some_and(|done| done > 1) {
                wrong.push(format!("done twice: {case}"));
            }
            if outcome.is_ok() && done.is_some_and(|done| done != 1) {
                wrong.push(format!("told done, and not there: {case}"));
            }
            if outcome.is_err() && !maybe && done.is_some_and(|done| done != 0) {
                wrong.push(format!("told failed, and there: {case}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
