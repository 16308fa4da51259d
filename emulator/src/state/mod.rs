//! The state: the store in memory, transactions on it, and the file that persists it.

mod error;
mod journal;
mod lines;
mod store;
mod transaction;

pub use error::StateError;
pub(crate) use journal::{Durability, Journal};
pub use lines::DroppedLine;
pub(crate) use store::{
    Change, Commit, Content, Message, Metadata, Participant, Properties, Receipt, Retention, Store,
    Thread, Typing,
};
pub(crate) use transaction::Transaction;

use crate::time::Timestamp;

/// The store and its journal, behind one lock, so that the file has the order of the store.
pub(crate) struct State {
    pub(crate) store: Store,
    pub(crate) journal: Option<Journal>,
    /// Called after each commit, under the lock.
    pub(crate) observers: Vec<Observer>,
}

pub(crate) type Observer = Box<dyn Fn(&Committed<'_>) + Send>;

/// What observers see of a commit.
pub(crate) struct Committed<'s> {
    /// The store, which has the commit already.
    pub(crate) store: &'s Store,
    pub(crate) commit: &'s Commit,
    /// The raw id of the user whose request it is.
    pub(crate) actor: &'s str,
    pub(crate) now: Timestamp,
    /// To be waited for by what must not show what a kill could still undo; `None` without a state file.
    pub(crate) durability: Option<Durability>,
}

impl State {
    /// Runs one transaction of the user `actor` at the time `now` and commits it where `f` returns `Ok`. The result may be
    /// sent once the returned [`Durability`] has been waited for.
    pub(crate) fn transact<T, E>(
        &mut self,
        now: Timestamp,
        actor: &str,
        f: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> (Result<T, E>, Option<Durability>) {
        let mut transaction = Transaction::new(&self.store, now);
        let result = f(&mut transaction);
        if let (Ok(_), Some(commit)) = (&result, transaction.commit()) {
            // What nobody could read later is not in the file.
            if let (Some(journal), false) = (&mut self.journal, commit.changes.is_empty()) {
                journal.append(&commit);
            }
            if self.observers.is_empty() {
                self.store.apply(commit);
            } else {
                self.store.apply(commit.clone());
                for observer in &self.observers {
                    observer(&Committed {
                        store: &self.store,
                        commit: &commit,
                        actor,
                        now,
                        durability: self.journal.as_ref().map(Journal::durability),
                    });
                }
            }
        }
        (result, self.journal.as_ref().map(Journal::durability))
    }
}
