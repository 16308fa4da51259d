//! Limits that the document states in prose.

use crate::error::ApiError;
use crate::state::{Metadata, Thread};

/// Bytes of a message's content.
const MESSAGE_BYTES: usize = 28 * 1024;
/// Bytes of the metadata of a thread or a participant, names and values together.
const METADATA_BYTES: usize = 1024;
/// Participants in one request.
const ADDED_PARTICIPANTS: usize = 200;
/// Participants of a thread.
const PARTICIPANTS: usize = 250;
/// Participants of a thread that has read receipts and typing notifications.
const SMALL_THREAD: usize = 20;
/// Items on a page.
pub(crate) const PAGE_SIZE: usize = 200;
/// Messages on a page without `maxPageSize`, as recorded from the live service.
pub(crate) const DEFAULT_MESSAGES: usize = 10;
/// Days in a retention policy.
pub(crate) const RETENTION_DAYS: std::ops::RangeInclusive<u32> = 30..=90;
/// Bytes of a request body. The document states no such limit; this one fits the largest documented request.
pub(crate) const BODY_BYTES: usize = 1024 * 1024;

pub(crate) fn check_message(text: &str) -> Result<(), ApiError> {
    if text.len() > MESSAGE_BYTES {
        return Err(ApiError::new(
            413,
            format!(
                "A message must have at most {MESSAGE_BYTES} bytes, this one has {}.",
                text.len()
            ),
        ));
    }
    Ok(())
}

pub(crate) fn check_metadata(metadata: &Metadata) -> Result<(), ApiError> {
    let bytes: usize = metadata
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if bytes > METADATA_BYTES {
        return Err(ApiError::bad_request(format!(
            "Metadata must have at most {METADATA_BYTES} bytes in total, this has {bytes}."
        )));
    }
    Ok(())
}

pub(crate) fn check_added(count: usize) -> Result<(), ApiError> {
    if count > ADDED_PARTICIPANTS {
        return Err(ApiError::bad_request(format!(
            "A request can add at most {ADDED_PARTICIPANTS} participants, this one has {count}."
        )));
    }
    Ok(())
}

pub(crate) fn check_participants(count: usize) -> Result<(), ApiError> {
    if count > PARTICIPANTS {
        return Err(ApiError::bad_request(format!(
            "A thread can have at most {PARTICIPANTS} participants, not {count}."
        )));
    }
    Ok(())
}

pub(crate) fn check_small_thread(thread: &Thread) -> Result<(), ApiError> {
    let count = thread.participants.len();
    if count > SMALL_THREAD {
        let message = format!(
            "Only threads with at most {SMALL_THREAD} participants support this, this one has {count}."
        );
        return Err(ApiError::bad_request(message));
    }
    Ok(())
}
