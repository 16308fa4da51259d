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
    Thread,
};
pub(crate) use transaction::Transaction;

use crate::time::Timestamp;

/// The store and its journal, behind one lock, so that the file has the order of the store.
pub(crate) struct State {
    pub(crate) store: Store,
    pub(crate) journal: Option<Journal>,
    /// Called after each commit with the store, the commit and its time.
    pub(crate) observer: Option<Observer>,
}

pub(crate) type Observer = Box<dyn Fn(&Store, &Commit, Timestamp) + Send>;

impl State {
    /// Runs one transaction at the time `now` and commits it where `f` returns `Ok`. The result may be sent once the
    /// returned [`Durability`] has been waited for.
    pub(crate) fn transact<T, E>(
        &mut self,
        now: Timestamp,
        f: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> (Result<T, E>, Option<Durability>) {
        let mut transaction = Transaction::new(&self.store, now);
        let result = f(&mut transaction);
        if let (Ok(_), Some(commit)) = (&result, transaction.commit()) {
            if let Some(journal) = &mut self.journal {
                journal.append(&commit);
            }
            match &self.observer {
                None => self.store.apply(commit),
                Some(observer) => {
                    self.store.apply(commit.clone());
                    observer(&self.store, &commit, now);
                }
            }
        }
        (result, self.journal.as_ref().map(Journal::durability))
    }
}
