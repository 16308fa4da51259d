//! The changes that callers requested, and their outcomes.

use std::collections::BTreeMap;

use acs_chat::ChatError;

/// The outcome of a call, as its caller sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The call succeeded.
    Succeeded,
    /// The call failed and was not processed.
    Failed,
    /// The call failed and may have been processed.
    Unknown,
}

impl Outcome {
    pub fn of<T>(outcome: &Result<T, ChatError>) -> Self {
        match outcome {
            Ok(_) => Self::Succeeded,
            Err(error) if error.may_have_been_processed() => Self::Unknown,
            Err(_) => Self::Failed,
        }
    }
}

/// A requested change, with what identifies it in a snapshot.
#[derive(Debug, Clone)]
pub enum Change {
    /// Creates a thread with a unique topic.
    Create { topic: String },
    /// Sends a message with unique content.
    Send {
        thread: String,
        content: String,
        id: Option<String>,
    },
    /// Edits a message.
    Edit {
        thread: String,
        id: String,
        content: String,
    },
    /// Deletes a message.
    Delete { thread: String, id: String },
    /// Changes the topic of a thread.
    Rename { thread: String, topic: String },
    /// Adds or removes a participant.
    Participant {
        thread: String,
        user: String,
        present: bool,
    },
    /// Sends a read receipt.
    Read { thread: String, id: String },
    /// A call that changes no state.
    None,
}

/// All changes of a soak with their outcomes, and its errors by kind.
#[derive(Debug, Default)]
pub struct Log {
    pub changes: Vec<(Change, Outcome)>,
    pub errors: BTreeMap<String, u64>,
}

impl Log {
    pub fn record<T>(&mut self, change: Change, outcome: Result<T, ChatError>) -> Option<T> {
        self.changes.push((change, Outcome::of(&outcome)));
        outcome.map_err(|error| self.count(&error)).ok()
    }

    fn count(&mut self, error: &ChatError) {
        let kind = match (error, error.status()) {
            (ChatError::Service(_), Some(status)) => status.as_u16().to_string(),
            (ChatError::Transport(error), _) => format!("{:?}", error.kind()).to_lowercase(),
            (ChatError::BodyTooLarge(_), _) => "body too large".to_owned(),
            (ChatError::Decode(_), _) => "decode".to_owned(),
            _ => "other".to_owned(),
        };
        *self.errors.entry(kind).or_default() += 1;
    }

    pub fn merge(&mut self, other: Self) {
        self.changes.extend(other.changes);
        for (kind, count) in other.errors {
            *self.errors.entry(kind).or_default() += count;
        }
    }
}
