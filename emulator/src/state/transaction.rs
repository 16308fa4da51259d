//! A request's transaction: it reads the store and records changes, which are committed at the end.

use super::store::{Change, Commit, Content, Message, Metadata, Store};
use crate::time::Timestamp;

/// The store as a request sees it, and the changes it has recorded.
pub(crate) struct Transaction<'s> {
    pub(crate) store: &'s Store,
    pub(crate) now: Timestamp,
    version: u64,
    changes: Vec<Change>,
}

impl<'s> Transaction<'s> {
    pub(crate) fn new(store: &'s Store, now: Timestamp) -> Self {
        Self {
            store,
            now,
            version: store.version,
            changes: Vec::new(),
        }
    }

    /// Returns a new version, in milliseconds since 1970 and greater than all before, and its time.
    pub(crate) fn next_version(&mut self) -> (u64, Timestamp) {
        let clock = self.now.millis();
        if clock > self.version {
            self.version = clock;
            (clock, self.now)
        } else {
            self.version = self.version.saturating_add(1);
            (self.version, Timestamp::from_millis(self.version))
        }
    }

    pub(crate) fn record(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Adds a message to a thread and returns its id.
    pub(crate) fn add_message(
        &mut self,
        thread: &str,
        author: &str,
        content: Content,
        metadata: Metadata,
    ) -> u64 {
        let last = self
            .store
            .threads
            .get(thread)
            .and_then(|thread| thread.last_message())
            .map_or(0, |last| last.sequence);
        let recorded = self
            .changes
            .iter()
            .filter(|change| matches!(change, Change::Message { thread: id, .. } if id == thread));
        let sequence = last.saturating_add(recorded.count() as u64 + 1);
        let (id, created_on) = self.next_version();
        let message = Message {
            id,
            version: id,
            sequence,
            created_on,
            edited_on: None,
            deleted_on: None,
            author: author.to_owned(),
            content,
            metadata,
        };
        self.record(Change::Message {
            thread: thread.to_owned(),
            message,
        });
        id
    }

    /// Returns the recorded changes, if there are any.
    pub(crate) fn commit(self) -> Option<Commit> {
        (!self.changes.is_empty()).then_some(Commit {
            version: self.version,
            changes: self.changes,
        })
    }
}
