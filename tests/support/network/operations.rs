//! Calls each operation by its id, with the document's own examples.

use acs_chat::{ChatClient, ChatError, types};
use futures_util::future::{BoxFuture, FutureExt};
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{CONTENT, THREAD, operations};

const MESSAGE: &str = "1591137790240";

/// Makes a call of the operation with this id.
pub fn call(client: &ChatClient, id: &str) -> BoxFuture<'static, Result<StatusCode, ChatError>> {
    macro_rules! send {
        ($request:expr) => {{
            let request = $request;
            async move { request.send().await.map(|answer| answer.status()) }.boxed()
        }};
    }
    match id {
        "Chat_CreateChatThread" => {
            let body: types::CreateChatThreadRequest = example(id);
            send!(client.create_chat_thread().body(body))
        }
        "Chat_DeleteChatThread" => send!(client.delete_chat_thread().chat_thread_id(THREAD)),
        "Chat_ListChatThreads" => send!(client.list_chat_threads()),
        "ChatThread_AddChatParticipants" => {
            let body: types::AddChatParticipantsRequest = example(id);
            send!(
                client
                    .add_chat_participants()
                    .chat_thread_id(THREAD)
                    .body(body)
            )
        }
        "ChatThread_DeleteChatMessage" => send!(
            client
                .delete_chat_message()
                .chat_thread_id(THREAD)
                .chat_message_id(MESSAGE)
        ),
        "ChatThread_GetChatMessage" => send!(
            client
                .get_chat_message()
                .chat_thread_id(THREAD)
                .chat_message_id(MESSAGE)
        ),
        "ChatThread_GetChatThreadProperties" => {
            send!(client.get_chat_thread_properties().chat_thread_id(THREAD))
        }
        "ChatThread_ListChatMessages" => {
            send!(client.list_chat_messages().chat_thread_id(THREAD))
        }
        "ChatThread_ListChatParticipants" => {
            send!(client.list_chat_participants().chat_thread_id(THREAD))
        }
        "ChatThread_ListChatReadReceipts" => {
            send!(client.list_chat_read_receipts().chat_thread_id(THREAD))
        }
        "ChatThread_RemoveChatParticipant" => {
            let body: types::CommunicationIdentifierModel = example(id);
            send!(
                client
                    .remove_chat_participant()
                    .chat_thread_id(THREAD)
                    .body(body)
            )
        }
        "ChatThread_SendChatMessage" => {
            let body: types::SendChatMessageRequest =
                serde_json::from_value(serde_json::json!({ "content": CONTENT })).expect("a body");
            send!(client.send_chat_message().chat_thread_id(THREAD).body(body))
        }
        "ChatThread_SendChatReadReceipt" => {
            let body: types::SendReadReceiptRequest = example(id);
            send!(
                client
                    .send_chat_read_receipt()
                    .chat_thread_id(THREAD)
                    .body(body)
            )
        }
        "ChatThread_SendTypingNotification" => {
            send!(client.send_typing_notification().chat_thread_id(THREAD))
        }
        "ChatThread_UpdateChatMessage" => {
            let body: types::UpdateChatMessageRequest = example(id);
            send!(
                client
                    .update_chat_message()
                    .chat_thread_id(THREAD)
                    .chat_message_id(MESSAGE)
                    .body(body)
            )
        }
        "ChatThread_UpdateChatThreadProperties" => {
            let body: types::UpdateChatThreadRequest = example(id);
            send!(
                client
                    .update_chat_thread_properties()
                    .chat_thread_id(THREAD)
                    .body(body)
            )
        }
        other => panic!("the suites know no call for the operation `{other}`"),
    }
}

/// The document's example of an operation's body.
fn example<T: DeserializeOwned>(id: &str) -> T {
    let operation = operations().iter().find(|operation| operation.id == id);
    let example = operation.and_then(|operation| operation.request.clone());
    serde_json::from_value(example.expect("an example of the body")).expect("the body's type")
}
