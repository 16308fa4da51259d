//! Reads the changes of a thread from its list of messages, which has the most recently changed first.

use super::{
    batch::{Batch, Entry, is_changed},
    number::Number,
    position::{Position, insert},
};
use crate::{
    ChatError, ChatThread, Page,
    types::{ChatMessage, ChatMessagesCollection},
};

/// The page of a poll that finds little.
const SMALL_PAGE: i32 = 20;

/// The page of one that finds more: the most that the service returns.
const LARGE_PAGE: i32 = 200;

/// How often the top of a list is read again. In a thread that changes faster than it is read, the changes that are
/// left out come with the next poll, where a new message may count as an edited one.
const MAX_LISTS: usize = 100;

/// The changes of a thread after a position, at most `limit`.
pub(super) async fn changes(
    thread: &ChatThread,
    after: &Position,
    limit: usize,
) -> Result<Batch, ChatError> {
    let mut batch = Batch::new(after.clone(), limit);
    let mut floor = after.version.clone();
    let mut read = read_to(thread, &floor, SMALL_PAGE, Some(1), &mut batch).await?;
    if !read.is_complete {
        // A message that changes while pages are read moves from those that were not read to the top. So the top is read
        // again, until it is one page, which is of one moment, or what it was: then no message is missing.
        for _ in 0..MAX_LISTS {
            read = read_to(thread, &floor, LARGE_PAGE, None, &mut batch).await?;
            if read.pages <= 1 || read.head == floor {
                break;
            }
            floor = read.head;
        }
    }
    Ok(batch.complete())
}

/// Reads until a page has something below `floor`: versions equal to it may be of another message.
async fn read_to(
    thread: &ChatThread,
    floor: &Number,
    page_size: i32,
    max_pages: Option<usize>,
    batch: &mut Batch,
) -> Result<Read, ChatError> {
    read(thread, page_size, max_pages, |entry| {
        let is_below = entry.version < *floor;
        batch.add(entry);
        is_below
    })
    .await
}

/// The position of now: everything in the list counts as returned.
pub(super) async fn now(thread: &ChatThread) -> Result<Position, ChatError> {
    let mut position = Position::default();
    let visit = |entry: Entry| {
        let Entry {
            version,
            sequence,
            message,
        } = entry;
        if position.version < version {
            position.version.clone_from(&version);
            position.at_version.clear();
        }
        if position.version == version {
            insert(&mut position.at_version, sequence.clone());
        }
        if position.highest < sequence {
            position.highest = sequence;
        }
        // All messages that were sent after one that never changed are above it.
        !is_changed(&message)
    };
    read(thread, SMALL_PAGE, None, visit).await?;
    Ok(position)
}

/// What was read of a list.
#[derive(Default)]
struct Read {
    /// The number of pages that were not empty.
    pages: usize,
    /// The highest version.
    head: Number,
    /// Whether there is nothing more to read.
    is_complete: bool,
}

/// Reads a list page by page, until `visit` returns `true` for an entry of a page, the list ends, or `max_pages` were not
/// empty.
async fn read(
    thread: &ChatThread,
    page_size: i32,
    max_pages: Option<usize>,
    mut visit: impl FnMut(Entry) -> bool,
) -> Result<Read, ChatError> {
    let list = thread.list_chat_messages().max_page_size(page_size);
    let mut pages = list.pages().prefetch(false);
    let mut read = Read::default();
    while max_pages.is_none_or(|max| read.pages < max) {
        let Some(page) = pages.next_in_place().await else {
            read.is_complete = true;
            break;
        };
        let entries = entries(page?)?;
        read.pages += usize::from(!entries.is_empty());
        for entry in entries {
            if read.head < entry.version {
                read.head.clone_from(&entry.version);
            }
            read.is_complete |= visit(entry);
        }
        read.is_complete |= pages.is_over();
        if read.is_complete {
            break;
        }
    }
    Ok(read)
}

/// The messages of a page with their numbers.
fn entries(page: Page<ChatMessagesCollection>) -> Result<Vec<Entry>, ChatError> {
    let number = |at: usize, name: &str, text: &str| {
        let path = || format!("value[{at}].{name}");
        Number::parse(text).ok_or_else(|| page.undecodable(&path(), "not a string of digits"))
    };
    let numbers = |(at, message): (usize, &ChatMessage)| {
        let version = number(at, "version", &message.version)?;
        Ok((version, number(at, "sequenceId", &message.sequence_id)?))
    };
    let numbers: Result<Vec<_>, ChatError> = page.items().iter().enumerate().map(numbers).collect();
    let entry = |((version, sequence), message)| Entry {
        version,
        sequence,
        message,
    };
    Ok(numbers?
        .into_iter()
        .zip(page.into_items())
        .map(entry)
        .collect())
}
