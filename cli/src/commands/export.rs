//! The history of a thread in a file.

use std::{fmt::Write, path::PathBuf};

use acs_chat::{ChatClient, ChatThread, types::ChatMessage};
use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};

mod history;

use crate::text::report;
use history::History;

/// The size of a page: the largest that the service returns.
const PAGE: i32 = 200;

/// Write the messages of a thread to a file, one a line as JSON, the most recently changed first.
///
/// An export that was interrupted goes on when it is run again, and has no message twice. Until it is complete,
/// FILE.next holds where it goes on. Messages that are sent or edited meanwhile come last.
#[derive(Args)]
pub struct Export {
    /// Id of the thread.
    thread: String,
    /// The file.
    file: PathBuf,
}

impl Export {
    pub async fn run(&self, client: &ChatClient) -> Result<()> {
        let thread = client.thread(&self.thread)?;
        let mut history = History::open(&self.file, &self.thread)?;
        let progress = progress().with_position(history.len());
        // The rate is that of this run.
        progress.reset_elapsed();
        progress.reset_eta();
        if !history.place.is_read {
            read(&thread, &mut history, &progress).await?;
        }
        catch_up(&thread, &mut history, &progress).await?;
        progress.finish_and_clear();
        if !progress.is_hidden() {
            report(&format!(
                "{} messages in {}",
                history.len(),
                self.file.display()
            ));
        }
        history.complete()
    }
}

/// Reads the list down to its end.
async fn read(thread: &ChatThread, history: &mut History, progress: &ProgressBar) -> Result<()> {
    let list = thread.list_chat_messages().max_page_size(PAGE);
    let mut pages = match &history.place.rest {
        Some(rest) => list.resume_pages(rest)?,
        None => list.pages(),
    };
    while let Some(page) = pages.next().await {
        let page = page?;
        history.append(page.items())?;
        progress.set_position(history.len());
        let newest = page.items().first().map(|message| &message.version);
        if history.place.newest.is_none() {
            history.place.newest = newest.cloned();
        }
        // The last page has no continuation, and neither has one with a link that is not followed.
        if let Some(rest) = page.continuation() {
            history.place.rest = Some(rest.clone());
            history.store()?;
        }
    }
    history.place.is_read = true;
    history.store()
}

/// Reads what changed meanwhile: a message that was edited before it was read moved up. Again, until nothing can have
/// moved while it was read, which is when it was one page.
async fn catch_up(
    thread: &ChatThread,
    history: &mut History,
    progress: &ProgressBar,
) -> Result<()> {
    let mut known = history.place.newest.clone();
    loop {
        let list = thread.list_chat_messages().max_page_size(PAGE);
        let mut pages = list.pages().prefetch(false);
        let (mut newest, mut read) = (None, 0);
        while let Some(page) = pages.next().await {
            let page = page?;
            read += 1;
            let items = page.items();
            let is_new = |message: &&ChatMessage| {
                let known = known.as_deref().map(number);
                known.is_none_or(|known| number(&message.version) > known)
            };
            let new = items.iter().take_while(is_new).count();
            history.append(&items[..new])?;
            progress.set_position(history.len());
            newest = newest.or_else(|| items.first().map(|message| message.version.clone()));
            if new < items.len() {
                break;
            }
        }
        known = newest.or(known);
        if read <= 1 {
            return Ok(());
        }
    }
}

/// A version in the order of numbers.
fn number(version: &str) -> (usize, &str) {
    let digits = version.trim_start_matches('0');
    (digits.len(), digits)
}

/// Count and rate on standard error, if that is a terminal.
fn progress() -> ProgressBar {
    let rate = |state: &ProgressState, out: &mut dyn Write| {
        // What cannot be shown is not missed.
        let _ = write!(out, "{:.0}", state.per_sec());
    };
    let style = ProgressStyle::with_template("{spinner} {human_pos} messages, {rate} a second");
    let style = style.unwrap_or(ProgressStyle::default_spinner());
    ProgressBar::new_spinner().with_style(style.with_key("rate", rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(number("10") > number("9"));
        assert!(number("0009") < number("10"));
        assert_eq!(number("007"), number("7"));
    }
}
