//! Calls an operation by its id in the document, with JSON in and JSON out.

#![allow(dead_code, reason = "each suite uses other parts of it")]

use std::{collections::BTreeMap, future::Future, pin::Pin};

use acs_chat::{ChatClient, ChatError, ResponseValue, types};
use http::{HeaderMap, StatusCode};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// What a call is given, by the document's names.
#[derive(Debug, Clone, Default)]
pub struct Given {
    pub parameters: BTreeMap<String, Value>,
    pub body: Option<Value>,
}

/// What a call returned, as JSON again; null where it returns nothing.
#[derive(Debug)]
pub struct Returned {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub value: Value,
}

/// Why a call returned nothing.
#[derive(Debug)]
pub enum Failure {
    /// The client has no such call: operation, parameter or type.
    Uncallable(String),
    /// The call failed.
    Chat(ChatError),
}

/// An operation as the client offers it.
pub struct Offered {
    pub id: &'static str,
    /// The parameters outside the body.
    pub parameters: &'static [&'static str],
    /// The type of the body, where there is one.
    pub body: &'static [&'static str],
}

impl Given {
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.parameters.insert(name.to_owned(), value.into());
        self
    }

    pub fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// Makes sure that nothing is given that would be dropped.
    fn only(&self, offered: &Offered) -> Result<(), Failure> {
        let unknown = self
            .parameters
            .keys()
            .find(|name| !offered.parameters.contains(&name.as_str()));
        if let Some(name) = unknown {
            let what = format!("the client offers no parameter `{name}`");
            return Err(Failure::Uncallable(what));
        }
        if self.body.is_some() && offered.body.is_empty() {
            return Err(Failure::Uncallable("the client offers no body".to_owned()));
        }
        Ok(())
    }

    fn parameter<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Failure> {
        typed(name, self.parameters.get(name))
    }

    fn typed_body<T: DeserializeOwned>(&self) -> Result<Option<T>, Failure> {
        typed("body", self.body.as_ref())
    }
}

fn typed<T: DeserializeOwned>(name: &str, value: Option<&Value>) -> Result<Option<T>, Failure> {
    let value = value.map(|value| serde_json::from_value(value.clone()));
    value
        .transpose()
        .map_err(|error| Failure::Uncallable(format!("`{name}` has another type: {error}")))
}

fn returned<T: Serialize>(
    result: Result<ResponseValue<T>, ChatError>,
) -> Result<Returned, Failure> {
    let response = result.map_err(Failure::Chat)?;
    Ok(Returned {
        status: response.status(),
        headers: response.headers().clone(),
        value: serde_json::to_value(response.into_inner()).expect("types of the API are JSON"),
    })
}

macro_rules! operations {
    ($( $id:literal => $method:ident($( $name:literal => $setter:ident: $type:ty ),*) $(, $body:ident)?; )+) => {
        /// All operations that the client offers.
        pub const OFFERED: &[Offered] = &[$(
            Offered { id: $id, parameters: &[$($name),*], body: &[$(stringify!($body))?] },
        )+];

        /// A request by its operation's id: its `Debug`, and the call itself.
        pub fn prepare(client: &ChatClient, id: &str, given: &Given) -> Result<(String, Call), Failure> {
            let Some(offered) = OFFERED.iter().find(|offered| offered.id == id) else {
                return Err(Failure::Uncallable(format!("the client offers no operation `{id}`")));
            };
            given.only(offered)?;
            match id {
                $( $id => {
                    #[allow(unused_mut, reason = "an operation can have no parameters")]
                    let mut request = client.$method();
                    $( if let Some(value) = given.parameter::<$type>($name)? {
                        request = request.$setter(value);
                    } )*
                    $( if let Some(body) = given.typed_body::<types::$body>()? {
                        request = request.body(body);
                    } )?
                    let debug = format!("{request:?}\n{request:#?}");
                    Ok((debug, Box::pin(async move { returned(request.send().await) })))
                } )+
                _ => unreachable!("it is offered"),
            }
        }
    };
}

/// A call that has not begun.
pub type Call = Pin<Box<dyn Future<Output = Result<Returned, Failure>> + Send>>;

/// Calls an operation by its id.
pub async fn call(client: &ChatClient, id: &str, given: &Given) -> Result<Returned, Failure> {
    let (_, call) = prepare(client, id, given)?;
    call.await
}

type Time = chrono::DateTime<chrono::Utc>;

operations! {
    "Chat_ListChatThreads" => list_chat_threads("maxPageSize" => max_page_size: i32, "startTime" => start_time: Time);
    "Chat_CreateChatThread" => create_chat_thread(
        "repeatability-request-id" => repeatability_request_id: String
    ), CreateChatThreadRequest;
    "Chat_DeleteChatThread" => delete_chat_thread("chatThreadId" => chat_thread_id: String);
    "ChatThread_GetChatThreadProperties" => get_chat_thread_properties("chatThreadId" => chat_thread_id: String);
    "ChatThread_UpdateChatThreadProperties" => update_chat_thread_properties(
        "chatThreadId" => chat_thread_id: String
    ), UpdateChatThreadRequest;
    "ChatThread_ListChatMessages" => list_chat_messages(
        "chatThreadId" => chat_thread_id: String, "maxPageSize" => max_page_size: i32, "startTime" => start_time: Time
    );
    "ChatThread_SendChatMessage" => send_chat_message("chatThreadId" => chat_thread_id: String), SendChatMessageRequest;
    "ChatThread_GetChatMessage" => get_chat_message(
        "chatThreadId" => chat_thread_id: String, "chatMessageId" => chat_message_id: String
    );
    "ChatThread_UpdateChatMessage" => update_chat_message(
        "chatThreadId" => chat_thread_id: String, "chatMessageId" => chat_message_id: String
    ), UpdateChatMessageRequest;
    "ChatThread_DeleteChatMessage" => delete_chat_message(
        "chatThreadId" => chat_thread_id: String, "chatMessageId" => chat_message_id: String
    );
    "ChatThread_ListChatParticipants" => list_chat_participants(
        "chatThreadId" => chat_thread_id: String, "maxPageSize" => max_page_size: i32, "skip" => skip: i32
    );
    "ChatThread_AddChatParticipants" => add_chat_participants(
        "chatThreadId" => chat_thread_id: String
    ), AddChatParticipantsRequest;
    "ChatThread_RemoveChatParticipant" => remove_chat_participant(
        "chatThreadId" => chat_thread_id: String
    ), CommunicationIdentifierModel;
    "ChatThread_ListChatReadReceipts" => list_chat_read_receipts(
        "chatThreadId" => chat_thread_id: String, "maxPageSize" => max_page_size: i32, "skip" => skip: i32
    );
    "ChatThread_SendChatReadReceipt" => send_chat_read_receipt(
        "chatThreadId" => chat_thread_id: String
    ), SendReadReceiptRequest;
    "ChatThread_SendTypingNotification" => send_typing_notification(
        "chatThreadId" => chat_thread_id: String
    ), SendTypingNotificationRequest;
}
