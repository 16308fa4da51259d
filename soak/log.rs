//! What callers asked for, and what they were told.

use std::collections::BTreeMap;

use acs_chat::ChatError;

/// What a caller was told of a change it asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// It is done.
    Done,
    /// It is not done.
    Failed,
    /// It may have been done.
    MaybeSent,
}

impl Told {
    pub fn of<T>(outcome: &Result<T, ChatError>) -> Self {
        match outcome {
            Ok(_) => Self::Done,
            Err(error) if error.maybe_sent() => Self::MaybeSent,
            Err(_) => Self::Failed,
        }
    }
}

/// A change that was asked for, told so that it can be found in what the service holds.
#[derive(Debug, Clone)]
pub enum Change {
    /// A thread with this topic, which no other has.
    Create { topic: String },
    /// A message with this content, which no other has.
    Send {
        thread: String,
        content: String,
        id: Option<String>,
    },
    /// This content for a message.
    Edit {
        thread: String,
        id: String,
        content: String,
    },
    /// A message gone.
    Delete { thread: String, id: String },
    /// This topic for a thread.
    Rename { thread: String, topic: String },
    /// A participant there, or gone.
    Join {
        thread: String,
        user: String,
        there: bool,
    },
    /// A message read.
    Read { thread: String, id: String },
    /// Something that leaves no trace: a signal, or something read.
    Nothing,
}

/// What all callers of a soak were told.
#[derive(Debug, Default)]
pub struct Log {
    pub changes: Vec<(Change, Told)>,
    pub errors: BTreeMap<String, u64>,
}

impl Log {
    pub fn note<T>(&mut self, change: Change, outcome: Result<T, ChatError>) -> Option<T> {
        self.changes.push((change, Told::of(&outcome)));
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

    pub fn join(&mut self, other: Self) {
        self.changes.extend(other.changes);
        for (kind, count) in other.errors {
            *self.errors.entry(kind).or_default() += count;
        }
    }
}
