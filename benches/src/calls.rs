//! The tasks, done by each side.

use std::{hint::black_box, sync::Arc, time::Duration};

use acs_chat::{
    ChatClient, ChatThread, CommunicationTokenCredential, Token,
    types::{ChatMessageType, SendChatMessageRequest},
};
use reqwest::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use tokio::{task::JoinSet, time::sleep};

use crate::{
    BoxError,
    barest::{Barest, NewMessage},
    floor::Floor,
    server::MESSAGE_ID,
    task::{Side, Task},
};

/// The number of messages on a page.
pub const PAGE: usize = 200;

/// The length of a token such as the service issues.
pub const TOKEN: usize = 900;

/// How long the consumer of a slow list works on a page.
const WORK: Duration = Duration::from_millis(5);

const TEXT: &str = "Lunch at noon, by the river? Bring a friend.";
const SENDER: &str = "Ada";

/// Every side, ready to call one server.
pub struct Calls {
    endpoint: String,
    token: String,
    client: ChatClient,
    /// The HTTP client of the calls written by hand.
    http: reqwest::Client,
    /// The same, for the sides with headers.
    http_with_headers: reqwest::Client,
}

/// Every side, ready to call one thread.
struct Thread {
    id: String,
    client: ChatThread,
    floor: Floor,
    barest: Barest,
}

impl Calls {
    /// Calls to a server with a token of this length, the client on connections of its own.
    ///
    /// # Errors
    /// An HTTP client can't be built.
    pub fn new(endpoint: &str, token: usize) -> Result<Self, BoxError> {
        let token = "t".repeat(token);
        Ok(Self {
            endpoint: endpoint.to_owned(),
            client: ChatClient::builder(endpoint)
                .credential(credential(&token))
                .build()?,
            http: reqwest::Client::builder().build()?,
            http_with_headers: reqwest::Client::builder()
                .default_headers(headers())
                .build()?,
            token,
        })
    }

    /// Calls to a server, all sides on the same connections, which those with headers can't be.
    ///
    /// # Errors
    /// The HTTP client can't be built.
    pub fn sharing_connections(endpoint: &str) -> Result<Self, BoxError> {
        let token = "t".repeat(TOKEN);
        let http = reqwest::Client::builder().build()?;
        Ok(Self {
            endpoint: endpoint.to_owned(),
            client: ChatClient::builder(endpoint)
                .credential(credential(&token))
                .http_client(http.clone())
                .build()?,
            http_with_headers: http.clone(),
            http,
            token,
        })
    }

    /// Does the task `times` times, `in_flight` at a time.
    ///
    /// # Errors
    /// The first error of a call.
    pub async fn run(
        &self,
        side: Side,
        task: Task,
        in_flight: usize,
        times: usize,
    ) -> Result<(), BoxError> {
        let thread = self.thread(side, task)?;
        if in_flight == 1 {
            return thread.repeat(side, task, times).await;
        }
        let thread = Arc::new(thread);
        let mut running = JoinSet::new();
        for lane in 0..in_flight {
            let share = times / in_flight + usize::from(lane < times % in_flight);
            let thread = thread.clone();
            running.spawn(async move { thread.repeat(side, task, share).await });
        }
        while let Some(finished) = running.join_next().await {
            finished??;
        }
        Ok(())
    }

    /// The size in bytes of the future of one call; of a list, of the call for its first page.
    ///
    /// # Errors
    /// The task's thread can't be called.
    pub fn future_size(&self, side: Side, task: Task) -> Result<usize, BoxError> {
        let Thread {
            id,
            client,
            floor,
            barest,
        } = &self.thread(side, task)?;
        Ok(match (side, task) {
            (Side::Client, Task::Get) => {
                size_of_val(&client.get_chat_message().chat_message_id(MESSAGE_ID).send())
            }
            (Side::Client, Task::Send) => {
                size_of_val(&client.send_chat_message().body(request()).send())
            }
            (Side::Client, Task::List { .. } | Task::SlowList { .. }) => {
                size_of_val(&client.list_chat_messages().send())
            }
            (Side::Floor | Side::FloorWithHeaders, Task::Get) => {
                size_of_val(&floor.get_message(id, MESSAGE_ID))
            }
            (Side::Floor | Side::FloorWithHeaders, Task::Send) => {
                size_of_val(&floor.send_message(id, &request()))
            }
            (Side::Floor | Side::FloorWithHeaders, Task::List { .. } | Task::SlowList { .. }) => {
                size_of_val(&floor.first_page(id, PAGE as i32))
            }
            (Side::Barest | Side::BarestWithHeaders, Task::Get) => {
                size_of_val(&barest.get_message())
            }
            (Side::Barest | Side::BarestWithHeaders, Task::Send) => {
                size_of_val(&barest.send_message(&NEW_MESSAGE))
            }
            (Side::Barest | Side::BarestWithHeaders, Task::List { .. } | Task::SlowList { .. }) => {
                size_of_val(&barest.first_page())
            }
        })
    }

    fn thread(&self, side: Side, task: Task) -> Result<Thread, BoxError> {
        let id = task.thread_id();
        let http = match side {
            Side::FloorWithHeaders | Side::BarestWithHeaders => &self.http_with_headers,
            Side::Client | Side::Floor | Side::Barest => &self.http,
        };
        let floor = Floor::new(http.clone(), &self.endpoint, &self.token);
        let messages = floor.messages(&id);
        Ok(Thread {
            client: self.client.thread(&id)?,
            barest: Barest::new(http.clone(), &messages, &self.token, MESSAGE_ID, PAGE)?,
            floor,
            id,
        })
    }
}

impl Thread {
    async fn repeat(&self, side: Side, task: Task, times: usize) -> Result<(), BoxError> {
        for _ in 0..times {
            match (side, task) {
                (Side::Client, Task::Get) => {
                    let message = self.client.get_chat_message().chat_message_id(MESSAGE_ID);
                    black_box(message.send().await?);
                }
                (Side::Client, Task::Send) => {
                    black_box(
                        self.client
                            .send_chat_message()
                            .body(request())
                            .send()
                            .await?,
                    );
                }
                (Side::Floor | Side::FloorWithHeaders, Task::Get) => {
                    black_box(self.floor.get_message(&self.id, MESSAGE_ID).await?);
                }
                (Side::Floor | Side::FloorWithHeaders, Task::Send) => {
                    black_box(self.floor.send_message(&self.id, &request()).await?);
                }
                (Side::Barest | Side::BarestWithHeaders, Task::Get) => {
                    black_box(self.barest.get_message().await?);
                }
                (Side::Barest | Side::BarestWithHeaders, Task::Send) => {
                    black_box(self.barest.send_message(&NEW_MESSAGE).await?);
                }
                (_, Task::List { pages }) => self.list(side, pages, None).await?,
                (_, Task::SlowList { pages }) => self.list(side, pages, Some(WORK)).await?,
            }
        }
        Ok(())
    }

    async fn list(&self, side: Side, pages: usize, work: Option<Duration>) -> Result<(), BoxError> {
        let read = match side {
            Side::Client => self.list_by_client(work).await?,
            Side::Floor | Side::FloorWithHeaders => self.list_by_floor(work).await?,
            Side::Barest | Side::BarestWithHeaders => self.list_by_barest(work).await?,
        };
        match read == pages * PAGE {
            true => Ok(()),
            false => Err(format!("{read} messages in {pages} pages of {PAGE}").into()),
        }
    }

    async fn list_by_client(&self, work: Option<Duration>) -> Result<usize, BoxError> {
        let mut messages = self
            .client
            .list_chat_messages()
            .max_page_size(PAGE as i32)
            .stream();
        let mut read = 0;
        while let Some(message) = messages.next().await {
            black_box(message?);
            read += 1;
            if let Some(work) = work
                && read % PAGE == 0
            {
                sleep(work).await;
            }
        }
        Ok(read)
    }

    async fn list_by_floor(&self, work: Option<Duration>) -> Result<usize, BoxError> {
        let mut page = self.floor.first_page(&self.id, PAGE as i32).await?;
        let mut read = 0;
        loop {
            read += consume(page.value, work).await;
            let Some(link) = page.next_link else {
                return Ok(read);
            };
            page = self.floor.next_page(&link).await?;
        }
    }

    async fn list_by_barest(&self, work: Option<Duration>) -> Result<usize, BoxError> {
        let mut page = self.barest.first_page().await?;
        let mut read = 0;
        loop {
            read += consume(page.value, work).await;
            let Some(link) = page.next_link else {
                return Ok(read);
            };
            page = self.barest.next_page(&link).await?;
        }
    }
}

/// The headers that only the client sends. The request id is constant: making one costs this side nothing.
fn headers() -> HeaderMap {
    [
        (ACCEPT, "application/json"),
        (USER_AGENT, concat!("acs-chat/", env!("CARGO_PKG_VERSION"))),
        (
            HeaderName::from_static("x-ms-client-request-id"),
            "6cc7bec6-4629-4ab5-b063-7ea393941f09",
        ),
        (
            HeaderName::from_static("x-ms-return-client-request-id"),
            "true",
        ),
    ]
    .map(|(name, value)| (name, HeaderValue::from_static(value)))
    .into_iter()
    .collect()
}

/// Reads the messages of a page, and works on them; how many there are.
async fn consume<M>(messages: Vec<M>, work: Option<Duration>) -> usize {
    let read = messages.len();
    for message in messages {
        black_box(message);
    }
    if let Some(work) = work {
        sleep(work).await;
    }
    read
}

fn request() -> SendChatMessageRequest {
    SendChatMessageRequest::builder()
        .content(TEXT)
        .sender_display_name(SENDER)
        .type_(ChatMessageType::Text)
        .build()
        .expect("a message")
}

const NEW_MESSAGE: NewMessage<'static> = NewMessage {
    content: TEXT,
    sender_display_name: SENDER,
    r#type: "text",
};

/// A credential whose token can be refreshed, and need not be yet.
fn credential(token: &str) -> CommunicationTokenCredential {
    let token = Token::new(token).with_expires_in(Duration::from_secs(24 * 3600));
    CommunicationTokenCredential::refreshing(move || {
        let token = token.clone();
        async move { Ok::<_, std::convert::Infallible>(token) }
    })
}
