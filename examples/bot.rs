//! A bot that answers each message exactly once, through restarts and edits: it polls, and waits when it is told to.
//!
//! `cargo run --example bot` runs it on an embedded service, where somebody asks it three questions. With
//! `ACS_ENDPOINT`, `ACS_TOKEN` and `ACS_THREAD` set it answers in that thread of that resource until it is stopped.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    time::Duration,
};

use acs_chat::{
    ChatError, ChatThread,
    types::{ChatMessage, ChatMessageType, SendChatMessageRequest},
};
use chrono::{DateTime, Utc};
use common::{Result, Service};

/// The metadata that says which message an answer is for: it is what keeps a message from being answered twice.
const ANSWERS: &str = "answers";

#[tokio::main]
async fn main() -> Result<()> {
    let service = Service::connect().await?;
    if let (None, Ok(id)) = (&service.emulator, env::var("ACS_THREAD")) {
        let thread = service.client()?.thread(id)?;
        return Bot::new(thread).answer(usize::MAX).await;
    }
    run(&service).await
}

/// Lets somebody ask three questions, and answers them.
pub async fn run(service: &Service) -> Result<()> {
    let (Some(asking), Some(emulator)) = (service.other_client()?, &service.emulator) else {
        return Err("name the thread to answer in by ACS_THREAD".into());
    };
    let thread = service.thread("Questions", service.other.clone()).await?;
    let asking = asking.thread(thread.id())?;
    for question in ["Is anybody there?", "What is for lunch?", "Where?"] {
        asking.send(question).await?;
    }
    // The service has a bad day: it is busy, and once it loses an answer that it has taken.
    emulator.inject(
        acs_chat_emulator::Fault::status(429)
            .on("ListChatMessages")
            .times(1),
    )?;
    emulator.inject(
        acs_chat_emulator::Fault::DropAfter
            .on("SendChatMessage")
            .times(1),
    )?;
    Bot::new(thread.clone()).answer(3).await?;

    let mut answers: BTreeMap<String, u32> = BTreeMap::new();
    let mut messages = thread.messages();
    while let Some(message) = messages.next().await {
        if let Some(answered) = answered(&message?) {
            *answers.entry(answered).or_default() += 1;
        }
    }
    println!("Answers by message: {answers:?}");
    if answers.len() != 3 || answers.values().any(|count| *count != 1) {
        return Err("a message was answered twice, or not at all".into());
    }
    Ok(())
}

/// A bot in a thread.
pub struct Bot {
    thread: ChatThread,
    /// From when on changed messages are listed: at first all are, since the bot may have been stopped for long.
    since: Option<DateTime<Utc>>,
    pause: Duration,
    /// The ids of all messages that have an answer. An edited message is listed again, its answer is not.
    answered: BTreeSet<String>,
}

impl Bot {
    /// A bot that was just started, and remembers nothing.
    pub fn new(thread: ChatThread) -> Self {
        Self {
            thread,
            since: None,
            pause: Duration::from_millis(200),
            answered: BTreeSet::new(),
        }
    }

    /// Answers until `most` messages have been answered.
    async fn answer(mut self, most: usize) -> Result<()> {
        let mut done = 0;
        while done < most {
            match self.look().await {
                Ok(answered) => done += answered,
                // The client has waited and tried again already; now it is for longer.
                Err(error)
                    if error.is_throttled()
                        || error.is_timeout()
                        || error.may_have_been_processed() =>
                {
                    println!("  trouble, looking again: {error}");
                    tokio::time::sleep(error.retry_after().unwrap_or(self.pause)).await;
                }
                Err(error) => return Err(error.into()),
            }
            if done < most {
                tokio::time::sleep(self.pause).await;
            }
        }
        Ok(())
    }

    /// Answers what has no answer yet; returns how many messages were found or became answered.
    pub async fn look(&mut self) -> std::result::Result<usize, ChatError> {
        let mut messages = Vec::new();
        let mut list = self.thread.list_chat_messages();
        if let Some(since) = self.since {
            list = list.start_time(since);
        }
        let mut list = list.stream();
        while let Some(message) = list.next().await {
            messages.push(message?);
        }
        // The thread itself says what has been answered, so a bot that was stopped, or that lost the response to its own
        // request, need not remember.
        let mut count = 0;
        for id in messages.iter().filter_map(answered) {
            count += usize::from(self.answered.insert(id));
        }
        let open = |message: &&ChatMessage| {
            let asked = matches!(message.type_, ChatMessageType::Text | ChatMessageType::Html);
            asked && message.deleted_on.is_none() && answered(message).is_none()
        };
        // Lists are newest first, and questions are answered in their order.
        for message in messages.iter().rev().filter(open) {
            if self.answered.contains(&message.id) {
                continue;
            }
            let text = message
                .content
                .as_ref()
                .and_then(|content| content.message.as_deref());
            let reply = SendChatMessageRequest::builder()
                .content(format!("You said: {}", text.unwrap_or_default()))
                .type_(ChatMessageType::Text)
                .metadata([(ANSWERS, &message.id)]);
            self.thread.send_chat_message().body(reply).send().await?;
            println!("  answered message {}", message.id);
            self.answered.insert(message.id.clone());
            count += 1;
        }
        // The next look begins a little before the newest message by the service's clock, since its machines differ.
        let newest = messages.iter().map(|message| message.created_on).max();
        self.since = self
            .since
            .max(newest.map(|newest| newest - Duration::from_secs(60)));
        Ok(count)
    }
}

/// Which message this one answers.
fn answered(message: &ChatMessage) -> Option<String> {
    message.metadata.as_ref()?.get(ANSWERS).cloned()
}
