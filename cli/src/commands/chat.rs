//! A conversation in the terminal.

mod screen;

use std::{collections::HashSet, time::Duration};

use acs_chat::{ChatClient, ChatThread, OutgoingMessage, RetryPolicy, types::ChatMessage};
use anyhow::Result;
use clap::Args;
use tokio::time::Instant;

use screen::{Input, Screen};

/// How long others see that somebody is typing is 8 s: it is sent again before.
const TYPING: Duration = Duration::from_secs(5);

/// Talk in a thread: shows its last messages, then those that arrive, and sends each line that is entered.
///
/// Others see that something is being typed. Ctrl-D ends it.
#[derive(Args)]
pub struct Chat {
    /// Id of the thread.
    thread: String,
    /// Number of messages to begin with.
    #[arg(long, value_name = "MESSAGES", default_value_t = 20)]
    history: usize,
    /// Name to show for the sender.
    #[arg(long, value_name = "NAME")]
    sender_name: Option<String>,
}

impl Chat {
    pub async fn run(&self, client: &ChatClient) -> Result<()> {
        let thread = client.thread(&self.thread)?;
        let follow = thread.follow();
        let mut follow = follow.poll_every(Duration::from_secs(1), Duration::from_secs(3));
        // First, so that nothing is missed between the history and what follows.
        follow.start().await?;
        let history = self.latest(&thread).await?;
        let mut screen = Screen::open()?;
        for message in history.iter().rev() {
            screen.show(&message.to_string())?;
        }
        let version = |message: &ChatMessage| (message.id.clone(), message.version.clone());
        // What came between is in both.
        let shown: HashSet<_> = history.iter().map(version).collect();
        let mut typed: Option<Instant> = None;
        screen.listen();
        loop {
            tokio::select! {
                input = screen.input() => match input {
                    None => return Ok(()),
                    Some(Input::Line(line)) => {
                        typed = None;
                        if let Err(error) = self.send(&thread, line).await {
                            screen.complain(error.into())?;
                        }
                    }
                    Some(Input::Key) => {
                        if typed.is_none_or(|at| at.elapsed() >= TYPING) {
                            typed = Some(Instant::now());
                            notify(&thread);
                        }
                    }
                },
                change = follow.next() => match change {
                    Some(Ok(change)) => {
                        let message = change.message();
                        if !shown.contains(&version(message)) {
                            screen.show(&message.to_string())?;
                        }
                    }
                    Some(Err(error)) => return screen.close(error.into()),
                    None => return Ok(()),
                },
            }
        }
    }

    /// The last messages, the last first.
    async fn latest(&self, thread: &ChatThread) -> Result<Vec<ChatMessage>> {
        let mut messages = thread.list_chat_messages().stream();
        let mut latest = Vec::new();
        while latest.len() < self.history
            && let Some(message) = messages.next().await
        {
            latest.push(message?);
        }
        Ok(latest)
    }

    async fn send(&self, thread: &ChatThread, line: String) -> Result<(), acs_chat::ChatError> {
        let mut message = OutgoingMessage::text(line);
        if let Some(name) = &self.sender_name {
            message = message.sender_name(name);
        }
        thread.send(message).await.map(drop)
    }
}

/// Tells others that something is being typed. That it cannot be told keeps nobody from typing.
fn notify(thread: &ChatThread) {
    let request = thread.send_typing_notification().retry(RetryPolicy::none());
    tokio::spawn(request.send());
}
