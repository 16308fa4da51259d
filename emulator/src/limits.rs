//! Limits that the document gives in words.

use crate::refusal::Refusal;
use crate::state::{Metadata, Thread};

/// Bytes of a message.
const MESSAGE: usize = 28 * 1024;
/// Bytes of the metadata of a thread or a participant, names and values together.
const METADATA: usize = 1024;
/// People added by one request.
const ADDED: usize = 200;
/// Participants of a thread.
const PARTICIPANTS: usize = 250;
/// Participants of a thread that has read receipts and typing notifications.
const SMALL_THREAD: usize = 20;
/// Items on a page, which is as many as there are where nobody asks for fewer.
pub(crate) const PAGE: usize = 200;
/// Days after which a retention policy may delete a thread.
pub(crate) const RETENTION_DAYS: std::ops::RangeInclusive<u32> = 30..=90;
/// Bytes of a request's body. The document gives no such limit; this one leaves room for the largest documented request.
pub(crate) const BODY: usize = 1024 * 1024;

pub(crate) fn message(text: &str) -> Result<(), Refusal> {
    if text.len() > MESSAGE {
        return Err(Refusal::new(
            413,
            format!(
                "A message has at most {MESSAGE} bytes, this one has {}.",
                text.len()
            ),
        ));
    }
    Ok(())
}

pub(crate) fn metadata(metadata: &Metadata) -> Result<(), Refusal> {
    let bytes: usize = metadata
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if bytes > METADATA {
        return Err(Refusal::bad_request(format!(
            "Metadata has at most {METADATA} bytes in total, this has {bytes}."
        )));
    }
    Ok(())
}

pub(crate) fn added(count: usize) -> Result<(), Refusal> {
    if count > ADDED {
        return Err(Refusal::bad_request(format!(
            "At most {ADDED} participants can be added at once, these are {count}."
        )));
    }
    Ok(())
}

pub(crate) fn participants(count: usize) -> Result<(), Refusal> {
    if count > PARTICIPANTS {
        return Err(Refusal::bad_request(format!(
            "A thread has at most {PARTICIPANTS} participants, not {count}."
        )));
    }
    Ok(())
}

pub(crate) fn small_thread(thread: &Thread) -> Result<(), Refusal> {
    let count = thread.participants.len();
    if count > SMALL_THREAD {
        let message = format!(
            "Only threads of at most {SMALL_THREAD} participants support this, this one has {count}."
        );
        return Err(Refusal::bad_request(message));
    }
    Ok(())
}
