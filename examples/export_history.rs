//! Writes the history of a thread to a file, one message a line, and goes on where it stopped when it is run again.
//!
//! `cargo run --example export_history -- FILE [THREAD]` runs it on an embedded service, with a thread of its own. With
//! `ACS_ENDPOINT` and `ACS_TOKEN` set it exports that thread of that resource. Beside FILE, `FILE.next` holds the place
//! to go on from; it is gone when the export is complete.

#[allow(clippy::duplicate_mod, reason = "the tests include all examples")]
#[path = "common/mod.rs"]
pub mod common;

use std::{
    env,
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use acs_chat::{ChatThread, Continuation};
use common::{Result, Service};

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let file = arguments.next().map_or_else(
        || env::temp_dir().join("acs-chat-history.jsonl"),
        PathBuf::from,
    );
    let service = Service::connect().await?;
    let thread = match arguments.next() {
        Some(id) => service.client()?.thread(id)?,
        None => thread_with_history(&service, 50).await?,
    };
    export(&thread, &file, usize::MAX).await
}

/// Exports a thread in two runs, the first of which is broken off.
pub async fn run(service: &Service, file: &Path) -> Result<()> {
    let thread = thread_with_history(service, 50).await?;
    export(&thread, file, 2).await?;
    export(&thread, file, usize::MAX).await
}

/// Exports up to `most` pages, beginning where the last run stopped.
async fn export(thread: &ChatThread, file: &Path, most: usize) -> Result<()> {
    let place = file.with_extension("next");
    let list = thread.list_chat_messages().max_page_size(20);
    let mut pages = match fs::read_to_string(&place) {
        Ok(text) => {
            println!("Going on with {}", file.display());
            list.resume_pages(&text.parse::<Continuation>()?)?
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("Beginning {}", file.display());
            fs::write(file, "")?;
            list.pages()
        }
        Err(error) => return Err(error.into()),
    };
    let mut out = OpenOptions::new().append(true).open(file)?;
    let mut exported = 0;
    for _ in 0..most {
        let Some(page) = pages.next().await else {
            break;
        };
        let page = page?;
        let mut lines = String::new();
        for message in page.items() {
            lines.push_str(&serde_json::to_string(message)?);
            lines.push('\n');
        }
        // First the messages, then the place behind them. Whoever is stopped in between has a page twice, never a gap.
        out.write_all(lines.as_bytes())?;
        out.sync_data()?;
        exported += page.items().len();
        println!("  {exported} messages in this run");
        match page.continuation() {
            Some(continuation) => fs::write(&place, continuation.to_string())?,
            None => match fs::remove_file(&place) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => println!("Complete."),
            },
        }
    }
    Ok(())
}

/// A thread with something in it.
async fn thread_with_history(service: &Service, messages: usize) -> Result<ChatThread> {
    let thread = service.thread("A long talk", None).await?;
    for number in 1..=messages {
        thread.send(format!("Message {number}")).await?;
    }
    Ok(thread)
}
