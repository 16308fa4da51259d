//! Short forms for the retention policy of a thread.

use crate::types::{ChatRetentionPolicy, NoneRetentionPolicy, ThreadCreationDateRetentionPolicy};

impl ChatRetentionPolicy {
    /// Deletes the thread this many days after it was created; the service takes 30 to 90.
    ///
    /// Source: schema `ThreadCreationDateRetentionPolicy`.
    pub fn after_creation(days: i32) -> Self {
        Self::ThreadCreationDate(ThreadCreationDateRetentionPolicy::with_required(days))
    }

    /// Keeps the thread.
    ///
    /// Source: schema `NoneRetentionPolicy`.
    pub fn none() -> Self {
        Self::None(NoneRetentionPolicy(Default::default()))
    }
}
