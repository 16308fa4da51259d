//! The changes that a poll found, oldest first.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    number::Number,
    position::{Position, insert},
};
use crate::types::ChatMessage;

/// A message in a list, with its numbers.
pub(super) struct Entry {
    pub version: Number,
    pub sequence: Number,
    pub message: ChatMessage,
}

/// The changes after a position, at most so many: the oldest ones.
pub(super) struct Batch {
    after: Position,
    limit: usize,
    /// By version and sequence id.
    changes: BTreeMap<(Number, Number), ChatMessage>,
    /// The sequence ids above the position's highest that were not returned: of the changes, and of those left out that a
    /// higher one may precede.
    upcoming: BTreeSet<Number>,
    is_partial: bool,
}

impl Batch {
    pub fn new(after: Position, limit: usize) -> Self {
        Self {
            after,
            limit: limit.max(1),
            changes: BTreeMap::new(),
            upcoming: BTreeSet::new(),
            is_partial: false,
        }
    }

    /// Adds an entry, unless it was returned. An entry that is there already stays once.
    pub fn add(&mut self, entry: Entry) {
        let Entry {
            version,
            sequence,
            message,
        } = entry;
        if self.after.has(&version, &sequence) {
            return;
        }
        self.changes.insert((version, sequence), message);
        if self.changes.len() > self.limit
            && let Some(((_, sequence), message)) = self.changes.pop_last()
        {
            self.is_partial = true;
            // Only messages that were changed come after such with a higher sequence id.
            if is_changed(&message) && self.after.highest < sequence {
                insert(&mut self.upcoming, sequence);
            }
        }
    }

    /// To be called after the last entry was added.
    pub fn complete(mut self) -> Self {
        let sequences = self.changes.keys().map(|(_, sequence)| sequence);
        let new = sequences.filter(|sequence| self.after.highest < **sequence);
        self.upcoming.extend(new.cloned());
        self
    }

    /// Whether there were more changes than the limit.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The position after the last change that was taken.
    pub fn position(&self) -> &Position {
        &self.after
    }

    /// Takes the oldest change, and whether its message is new.
    pub fn take(&mut self) -> Option<(ChatMessage, bool)> {
        let ((version, sequence), message) = self.changes.pop_first()?;
        let is_new = self.after.advance(&version, &sequence, &mut self.upcoming);
        Some((message, is_new))
    }
}

/// Whether a message was edited or deleted.
pub(super) fn is_changed(message: &ChatMessage) -> bool {
    message.edited_on.is_some() || message.deleted_on.is_some()
}
