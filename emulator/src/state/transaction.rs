//! A request's transaction: it reads the store and records changes, which are committed at the end.

use super::store::{Change, Commit, Content, Message, Metadata, Store, Typing};
use crate::time::Timestamp;

/// How far versions may be ahead of the clock, which happens when requests come faster than its milliseconds or it is
/// adjusted, before they return to it.
const LEAD_MILLIS: u64 = 60_000;

/// The store as a request sees it, and the changes it has recorded.
pub(crate) struct Transaction<'s> {
    pub(crate) store: &'s Store,
    pub(crate) now: Timestamp,
    version: u64,
    changes: Vec<Change>,
    typing: Option<Typing>,
}

impl<'s> Transaction<'s> {
    pub(crate) fn new(store: &'s Store, now: Timestamp) -> Self {
        Self {
            store,
            now,
            version: store.version,
            changes: Vec::new(),
            typing: None,
        }
    }

    /// Returns a new version for something in a thread: the clock in milliseconds since 1970, and greater than all
    /// before. After a clock that was ahead is set back, only threads with versions from then go on from those.
    pub(crate) fn next_version(&mut self, thread: &str) -> u64 {
        let clock = self.now.millis();
        let is_ahead = self.version > clock.saturating_add(LEAD_MILLIS);
        let next = if is_ahead {
            clock
        } else {
            clock.max(self.version.saturating_add(1))
        };
        self.version = next;
        let stored = self.store.threads.get(thread);
        let stored = stored.and_then(|thread| thread.by_version.keys().next_back());
        let recorded = self.messages(thread).map(|message| &message.version).max();
        match stored.max(recorded) {
            Some(last) if *last >= next => last.saturating_add(1),
            _ => next,
        }
    }

    /// The messages of a thread that this transaction has recorded.
    fn messages(&self, id: &str) -> impl Iterator<Item = &Message> {
        self.changes.iter().filter_map(move |change| match change {
            Change::Message { thread, message } if thread == id => Some(message),
            _ => None,
        })
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
        let recorded = self.messages(thread).count() as u64;
        let sequence = last.saturating_add(recorded + 1);
        let id = self.next_version(thread);
        let message = Message {
            id,
            version: id,
            sequence,
            created_on: self.now,
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

    /// Tells observers of a typing notification.
    pub(crate) fn notify(&mut self, typing: Typing) {
        self.typing = Some(typing);
    }

    /// Returns what was recorded, if anything was.
    pub(crate) fn commit(self) -> Option<Commit> {
        (!self.changes.is_empty() || self.typing.is_some()).then_some(Commit {
            version: self.version,
            changes: self.changes,
            typing: self.typing,
        })
    }
}
