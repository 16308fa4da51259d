//! A bot that answers each question exactly once, through restarts, edits, lost answers and faults: it follows its thread.
//!
//! `cargo run --example bot` runs it on an embedded service, where somebody asks it three questions. With
//! `ACS_ENDPOINT`, `ACS_TOKEN` and `ACS_THREAD` set it answers in that thread of that resource until it is stopped, and
//! goes on from `bot.cursor` when it is started again.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use std::{collections::BTreeMap, env, fs, io::ErrorKind, path::PathBuf, time::Duration};

use acs_chat::{
    Change, ChatError, ChatThread, Cursor, Follow, OutgoingMessage, types::ChatMessage,
};
use common::{Result, Service};

/// The metadata that names the question of an answer.
const ANSWERS: &str = "answers";

#[tokio::main]
async fn main() -> Result<()> {
    let service = Service::connect().await?;
    if let (None, Ok(id)) = (&service.emulator, env::var("ACS_THREAD")) {
        let thread = service.client()?.thread(id)?;
        return Bot::new(thread, "bot.cursor").run().await;
    }
    run(&service).await
}

/// A bot in a thread.
pub struct Bot {
    thread: ChatThread,
    /// The file with the cursor, which is all that the bot remembers.
    state: PathBuf,
    /// How long to wait until what was sent has arrived, or for better times.
    pub pause: Duration,
}

impl Bot {
    /// A bot that goes on from the cursor in a file, or from the beginning of the thread.
    pub fn new(thread: ChatThread, state: impl Into<PathBuf>) -> Self {
        Self {
            thread,
            state: state.into(),
            pause: Duration::from_millis(200),
        }
    }

    /// Answers every question, until it is stopped.
    pub async fn run(&self) -> Result<()> {
        let follow = self.follow()?;
        self.answer_all(follow.poll_every(self.pause, self.pause * 50))
            .await
    }

    /// Follows the thread from where the bot was.
    pub fn follow(&self) -> Result<Follow> {
        let cursor = match fs::read_to_string(&self.state) {
            Ok(text) => text.parse()?,
            Err(error) if error.kind() == ErrorKind::NotFound => Cursor::beginning(),
            Err(error) => return Err(error.into()),
        };
        Ok(self.thread.follow().since(cursor))
    }

    /// Answers every question that comes.
    pub async fn answer_all(&self, mut follow: Follow) -> Result<()> {
        // An answer that was sent before the restart may still be on its way.
        tokio::time::sleep(self.pause).await;
        while let Some(change) = follow.next().await {
            if let Change::Sent { message, .. } = change?
                && self.is_question(&message)
            {
                while let Err(error) = self.answer(&message).await {
                    println!("  trouble, looking again: {error}");
                    let pause = error.retry_after().unwrap_or(self.pause);
                    may_pass(error)?;
                    tokio::time::sleep(pause).await;
                }
            }
            // In one step, so that a file is never half written.
            let new = self.state.with_extension("new");
            fs::write(&new, follow.cursor().to_string())?;
            fs::rename(&new, &self.state)?;
        }
        Ok(())
    }

    /// Whether somebody else sent the message, as far as the token tells the bot's own user.
    fn is_question(&self, message: &ChatMessage) -> bool {
        let own = self.thread.client().user();
        question_of(message).is_none() && (own.is_none() || message.sender() != own)
    }

    /// Answers a question, unless its answer is there: from before a restart, or from a call whose response was lost.
    async fn answer(&self, question: &ChatMessage) -> std::result::Result<(), ChatError> {
        let since = question.created_on - Duration::from_secs(60);
        let list = self.thread.list_chat_messages().max_page_size(200);
        let mut messages = list.start_time(since).stream();
        while let Some(message) = messages.next().await {
            if question_of(&message?) == Some(&question.id) {
                return Ok(());
            }
        }
        let text = format!("You said: {}", question.text().unwrap_or_default());
        let answer = OutgoingMessage::text(text).metadata([(ANSWERS, &question.id)]);
        self.thread.send(answer).await?;
        println!("  answered message {}", question.id);
        Ok(())
    }
}

/// The id of the question that a message answers.
pub fn question_of(message: &ChatMessage) -> Option<&String> {
    message.metadata.as_ref()?.get(ANSWERS)
}

/// Returns an error after which looking again is useless.
fn may_pass(error: ChatError) -> std::result::Result<(), ChatError> {
    let is_passing = error.is_throttled()
        || error.may_have_been_processed()
        || matches!(error, ChatError::Transport(_));
    if is_passing { Ok(()) } else { Err(error) }
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
    let folder = tempfile::tempdir()?;
    let bot = Bot::new(thread.clone(), folder.path().join("bot.cursor"));
    tokio::select! {
        ended = bot.run() => return ended,
        waited = three_answers(&asking) => waited?,
    }

    let mut answers: BTreeMap<String, u32> = BTreeMap::new();
    let mut messages = thread.messages();
    while let Some(message) = messages.next().await {
        if let Some(question) = question_of(&message?) {
            *answers.entry(question.clone()).or_default() += 1;
        }
    }
    println!("Answers by message: {answers:?}");
    if answers.len() != 3 || answers.values().any(|count| *count != 1) {
        return Err("a message was answered twice, or not at all".into());
    }
    Ok(())
}

/// Waits for three answers.
async fn three_answers(thread: &ChatThread) -> Result<()> {
    let mut follow = thread.follow().since(Cursor::beginning());
    let mut count = 0;
    while let Some(change) = follow.next().await {
        count += usize::from(question_of(change?.message()).is_some());
        if count == 3 {
            return Ok(());
        }
    }
    Ok(())
}
