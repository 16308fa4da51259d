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

/// The error of a call.
#[derive(Debug)]
pub struct Failed {
    pub may_have_been_processed: bool,
    kind: String,
}

impl Failed {
    pub fn of(error: &ChatError) -> Self {
        let kind = match (error, error.status()) {
            (ChatError::Service(_), Some(status)) => status.as_u16().to_string(),
            (ChatError::Transport(error), _) => format!("{:?}", error.kind()).to_lowercase(),
            (ChatError::BodyTooLarge(_), _) => "body too large".to_owned(),
            (ChatError::Decode(_), _) => "decode".to_owned(),
            _ => "other".to_owned(),
        };
        Self {
            may_have_been_processed: error.may_have_been_processed(),
            kind,
        }
    }
}

impl Outcome {
    pub fn of<T>(result: &Result<T, Failed>) -> Self {
        match result {
            Ok(_) => Self::Succeeded,
            Err(failed) if failed.may_have_been_processed => Self::Unknown,
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
    /// Changes the topic of a thread to a unique one.
    Rename { thread: String, topic: String },
    /// Adds or removes a participant.
    Participant {
        thread: String,
        user: String,
        present: bool,
    },
    /// Sends a read receipt.
    MarkRead { thread: String, id: String },
    /// A typing notification, which changes no state.
    Type,
    /// A read, which changes no state.
    Read,
    /// A change that the service refuses.
    Refused,
}

/// All changes of a soak with their outcomes, its errors by kind, and what reads returned that was never written.
#[derive(Debug, Default)]
pub struct Log {
    pub changes: Vec<(Change, Outcome)>,
    pub errors: BTreeMap<String, u64>,
    pub wrong_reads: Vec<String>,
}

impl Log {
    /// Records a change; returns its outcome.
    pub fn record<T>(&mut self, change: Change, result: &Result<T, Failed>) -> Outcome {
        if let Err(failed) = result {
            *self.errors.entry(failed.kind.clone()).or_default() += 1;
        }
        let outcome = Outcome::of(result);
        self.changes.push((change, outcome));
        outcome
    }

    pub fn merge(&mut self, other: Self) {
        self.changes.extend(other.changes);
        self.wrong_reads.extend(other.wrong_reads);
        for (kind, count) in other.errors {
            *self.errors.entry(kind).or_default() += count;
        }
    }
}
