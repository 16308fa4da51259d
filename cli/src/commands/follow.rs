//! Changes as JSON lines.

use std::{fs, io::ErrorKind, path::PathBuf, time::Duration};

use acs_chat::{Change, ChatClient, ChatError, Cursor, FollowThreads, ThreadsCursor};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;

use crate::{
    failure::{Failure, Kind},
    output::print,
    store,
};

/// Print each change of the messages of a thread, or of all threads of the user, as a line of JSON.
///
/// A line has the members `change` (`sent`, `edited`, `deleted` or `system`), `threadId` and `message`. It starts with
/// what changes from now on, or where the cursor was left.
#[derive(Args)]
pub struct Follow {
    /// Id of the thread; all threads without it.
    thread: Option<String>,
    /// File that keeps where to go on. It is written after each line, so that a command that is killed and run again
    /// prints each change once, but for the one at which it was killed, which may come twice.
    #[arg(long, value_name = "FILE")]
    cursor: Option<PathBuf>,
    /// Start at the beginning instead of now, unless the cursor says where to go on.
    #[arg(long)]
    from_beginning: bool,
    /// End after this many changes.
    #[arg(long, value_name = "CHANGES")]
    limit: Option<usize>,
    /// Longest delay between two polls in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    poll_every: u64,
}

impl Follow {
    pub async fn run(&self, client: &ChatClient) -> Result<()> {
        let mut following = self.following(client)?;
        self.store(&following.start().await?)?;
        let mut left = self.limit.unwrap_or(usize::MAX);
        while left > 0
            && let Some(change) = following.next().await
        {
            print(&line(&change?))?;
            self.store(&following.cursor())?;
            left -= 1;
        }
        Ok(())
    }

    fn following(&self, client: &ChatClient) -> Result<Following> {
        let shortest = Duration::from_secs(1);
        let longest = Duration::from_secs(self.poll_every).max(shortest);
        let stored = self.stored()?;
        let invalid = || Failure::new(Kind::Usage, "the file of the cursor cannot be used");
        let Some(thread) = &self.thread else {
            let cursor = match stored {
                Some(text) => text.parse().with_context(invalid)?,
                None if self.from_beginning => ThreadsCursor::beginning(),
                None => ThreadsCursor::now(),
            };
            let follow = client.follow_threads().poll_every(shortest, longest);
            return Ok(Following::Threads(follow.since(cursor)));
        };
        let cursor = match stored {
            Some(text) => text.parse().with_context(invalid)?,
            None if self.from_beginning => Cursor::beginning(),
            None => Cursor::now(),
        };
        let follow = client
            .thread(thread)?
            .follow()
            .poll_every(shortest, longest);
        Ok(Following::Thread(follow.since(cursor)))
    }

    fn stored(&self) -> Result<Option<String>> {
        let Some(file) = &self.cursor else {
            return Ok(None);
        };
        match fs::read_to_string(file) {
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
        }
    }

    fn store(&self, cursor: &str) -> Result<()> {
        match &self.cursor {
            Some(file) => store::replace(file, cursor),
            None => Ok(()),
        }
    }
}

/// Following one thread, or all.
enum Following {
    Thread(acs_chat::Follow),
    Threads(FollowThreads),
}

impl Following {
    async fn start(&mut self) -> Result<String, ChatError> {
        Ok(match self {
            Self::Thread(follow) => follow.start().await?.to_string(),
            Self::Threads(follow) => follow.start().await?.to_string(),
        })
    }

    async fn next(&mut self) -> Option<Result<Change, ChatError>> {
        match self {
            Self::Thread(follow) => follow.next().await,
            Self::Threads(follow) => follow.next().await,
        }
    }

    fn cursor(&self) -> String {
        match self {
            Self::Thread(follow) => follow.cursor().to_string(),
            Self::Threads(follow) => follow.cursor().to_string(),
        }
    }
}

fn line(change: &Change) -> String {
    let name = match change {
        Change::Sent { .. } => "sent",
        Change::Edited { .. } => "edited",
        Change::Deleted { .. } => "deleted",
        _ => "system",
    };
    let (thread, message) = (change.thread().id(), change.message());
    json!({ "change": name, "threadId": thread, "message": message }).to_string()
}
