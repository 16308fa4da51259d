//! Lists the threads that may have changed.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use http::{HeaderMap, header::DATE};

use crate::{ChatClient, ChatError, platform::system_time, types::ChatThreadItem};

/// How far lists overlap, since the clocks of the service's machines differ.
const OVERLAP: TimeDelta = TimeDelta::seconds(60);

/// How often the beginning of a list is read again while it takes more than one page.
const MAX_LISTS: usize = 20;

/// Threads as they are listed.
pub(super) struct Listed {
    /// When the service responded, by its clock. What happened later may not be in the list.
    pub on: DateTime<Utc>,
    /// Threads, maybe more than once, the last time as they were last.
    pub threads: Vec<ChatThreadItem>,
}

/// Lists the threads that received messages since a list, or all.
pub(super) async fn threads(
    client: &ChatClient,
    since: Option<DateTime<Utc>>,
) -> Result<Listed, ChatError> {
    let mut threads: Vec<ChatThreadItem> = Vec::new();
    let (mut first, mut head) = (None, None);
    let mut since = since;
    // A thread that receives a message while pages are read moves from those that were not read to the first one. So they
    // are listed again, until that is one page, or starts as before.
    for _ in 0..MAX_LISTS {
        let mut list = client.list_chat_threads();
        if let Some(since) = since.and_then(|since| since.checked_sub_signed(OVERLAP)) {
            list = list.start_time(since);
        }
        let mut pages = list.pages().prefetch(false);
        let (mut count, mut on, start) = (0, None, threads.len());
        while let Some(page) = pages.next_in_place().await {
            let page = page?;
            on = on.or_else(|| Some(date(page.headers())));
            first = first.or(on);
            count += usize::from(!page.items().is_empty());
            threads.extend(page.into_items());
        }
        let state = |thread: &ChatThreadItem| {
            let received_on = thread.last_message_received_on;
            (thread.id.clone(), received_on, thread.deleted_on)
        };
        let is_as_before = head == threads.get(start).map(state);
        if count <= 1 || is_as_before {
            break;
        }
        head = threads.get(start).map(state);
        since = on;
    }
    let on = first.unwrap_or_else(now);
    Ok(Listed { on, threads })
}

/// The date of a response, by the service's clock.
fn date(headers: &HeaderMap) -> DateTime<Utc> {
    let date = headers.get(DATE).and_then(|date| date.to_str().ok());
    date.and_then(|date| httpdate::parse_http_date(date).ok())
        .map_or_else(now, timestamp)
}

fn now() -> DateTime<Utc> {
    timestamp(system_time())
}

fn timestamp(time: SystemTime) -> DateTime<Utc> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    let seconds = since.as_ref().map_or(0, Duration::as_secs);
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}
