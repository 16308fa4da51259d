//! What is measured, done by either side.

use std::{fmt, hint::black_box, str::FromStr, time::Duration};

use acs_chat::{
    ChatClient, ChatThread, CommunicationTokenCredential, Token,
    types::{ChatMessageType, SendChatMessageRequest},
};
use tokio::{task::JoinSet, time::sleep};

use crate::{Failure, floor::Floor, server::MESSAGE_ID};

/// How many messages a page holds.
pub const PAGE: usize = 200;

/// The length of a token such as the service issues.
pub const TOKEN: usize = 900;

/// Who makes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// By hand on reqwest.
    Floor,
    /// The client, with everything on.
    Client,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Gets a message.
    Get,
    /// Sends a message.
    Send,
    /// Lists all messages of a thread of so many pages.
    List {
        /// How many pages the thread has.
        pages: usize,
    },
    /// The same where the server takes 5 ms for a page, and the caller another 5 ms.
    SlowList {
        /// How many pages the thread has.
        pages: usize,
    },
}

/// What the consumer of a slow list does with a page.
const WORK: Duration = Duration::from_millis(5);

/// Both sides, ready to call one server.
#[derive(Clone)]
pub struct Calls {
    floor: Floor,
    client: ChatClient,
}

impl Calls {
    /// Calls to a server with a token of this length, each side with an HTTP client of its own.
    ///
    /// # Errors
    /// Where a client can't be built.
    pub fn new(endpoint: &str, token: usize) -> Result<Self, Failure> {
        let token = "t".repeat(token);
        let client = ChatClient::builder(endpoint)
            .credential(credential(&token))
            .build()?;
        let floor = Floor::new(reqwest::Client::builder().build()?, endpoint, &token);
        Ok(Self { floor, client })
    }

    /// Calls to a server, both sides on the same connections.
    ///
    /// # Errors
    /// Where a client can't be built.
    pub fn sharing_connections(endpoint: &str) -> Result<Self, Failure> {
        let token = "t".repeat(TOKEN);
        let http = reqwest::Client::builder().build()?;
        let client = ChatClient::builder(endpoint)
            .credential(credential(&token))
            .http_client(http.clone())
            .build()?;
        let floor = Floor::new(http, endpoint, &token);
        Ok(Self { floor, client })
    }

    /// Does the task `times` times, so many at once.
    ///
    /// # Errors
    /// The first of a call.
    pub async fn run(
        &self,
        side: Side,
        task: Task,
        in_flight: usize,
        times: usize,
    ) -> Result<(), Failure> {
        if in_flight == 1 {
            return self.repeat(side, task, times).await;
        }
        let mut running = JoinSet::new();
        for lane in 0..in_flight {
            let share = times / in_flight + usize::from(lane < times % in_flight);
            let calls = self.clone();
            running.spawn(async move { calls.repeat(side, task, share).await });
        }
        while let Some(done) = running.join_next().await {
            done??;
        }
        Ok(())
    }

    async fn repeat(&self, side: Side, task: Task, times: usize) -> Result<(), Failure> {
        let id = task.thread();
        let thread = self.client.thread(&id)?;
        for _ in 0..times {
            match (side, task) {
                (Side::Floor, Task::Get) => {
                    black_box(self.floor.get_message(&id, MESSAGE_ID).await?);
                }
                (Side::Client, Task::Get) => {
                    let message = thread.get_chat_message().chat_message_id(MESSAGE_ID);
                    black_box(message.send().await?);
                }
                (Side::Floor, Task::Send) => {
                    black_box(self.floor.send_message(&id, &said()).await?);
                }
                (Side::Client, Task::Send) => {
                    black_box(thread.send_chat_message().body(said()).send().await?);
                }
                (Side::Floor, Task::List { pages }) => {
                    self.list_by_hand(&id, pages, None).await?;
                }
                (Side::Client, Task::List { pages }) => list(&thread, pages, None).await?,
                (Side::Floor, Task::SlowList { pages }) => {
                    self.list_by_hand(&id, pages, Some(WORK)).await?;
                }
                (Side::Client, Task::SlowList { pages }) => {
                    list(&thread, pages, Some(WORK)).await?;
                }
            }
        }
        Ok(())
    }

    async fn list_by_hand(
        &self,
        thread: &str,
        pages: usize,
        work: Option<Duration>,
    ) -> Result<(), Failure> {
        let mut page = self.floor.first_page(thread, PAGE as i32).await?;
        let mut had = 0;
        loop {
            for message in page.value {
                black_box(message);
                had += 1;
            }
            if let Some(work) = work {
                sleep(work).await;
            }
            let Some(link) = page.next_link else { break };
            page = self.floor.next_page(&link).await?;
        }
        complete(had, pages)
    }
}

async fn list(thread: &ChatThread, pages: usize, work: Option<Duration>) -> Result<(), Failure> {
    let mut messages = thread
        .list_chat_messages()
        .max_page_size(PAGE as i32)
        .stream();
    let mut had = 0;
    while let Some(message) = messages.next().await {
        black_box(message?);
        had += 1;
        if let Some(work) = work
            && had % PAGE == 0
        {
            sleep(work).await;
        }
    }
    complete(had, pages)
}

fn complete(had: usize, pages: usize) -> Result<(), Failure> {
    match had == pages * PAGE {
        true => Ok(()),
        false => Err(format!("the list had {had} messages in {pages} pages of {PAGE}").into()),
    }
}

fn said() -> SendChatMessageRequest {
    SendChatMessageRequest {
        content: "Lunch at noon, by the river? Bring a friend.".to_owned(),
        sender_display_name: Some("Ada".to_owned()),
        type_: Some(ChatMessageType::Text),
        metadata: None,
    }
}

/// One that renews itself, which it need not do yet.
fn credential(token: &str) -> CommunicationTokenCredential {
    let token = Token::new(token).with_expires_in(Duration::from_secs(24 * 3600));
    CommunicationTokenCredential::refreshing(move || {
        let token = token.clone();
        async move { Ok::<_, std::convert::Infallible>(token) }
    })
}

impl Task {
    /// The thread that the server knows the task by.
    fn thread(self) -> String {
        match self {
            Self::Get | Self::Send => "19:acsV1_qwertyuiop-1@thread.v2".to_owned(),
            Self::List { pages } => format!("19:fast-{pages}@thread.v2"),
            Self::SlowList { pages } => format!("19:slow-{pages}@thread.v2"),
        }
    }
}

impl FromStr for Side {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "floor" => Ok(Self::Floor),
            "client" => Ok(Self::Client),
            _ => Err(format!("`{text}` is no side")),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Floor => "floor",
            Self::Client => "client",
        })
    }
}

impl FromStr for Task {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "get" => Ok(Self::Get),
            "send" => Ok(Self::Send),
            _ => text
                .strip_prefix("list-")
                .and_then(|pages| pages.parse().ok())
                .map(|pages| Self::List { pages })
                .ok_or_else(|| format!("`{text}` is no task")),
        }
    }
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Get => f.pad("get"),
            Self::Send => f.pad("send"),
            Self::List { pages } => f.pad(&format!("list-{pages}")),
            Self::SlowList { pages } => f.pad(&format!("slow-list-{pages}")),
        }
    }
}
