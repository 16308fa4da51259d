//! What of a thread was returned.

use std::collections::BTreeSet;

use super::number::Number;

/// The most sequence ids that a set of a position has.
const MAX_IDS: usize = 1000;

/// What of a thread was returned: all changes up to a version, and of which messages those were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Position {
    /// The version of the last change that was returned.
    pub version: Number,
    /// The sequence ids that were returned with this version, since two messages may share one.
    pub at_version: BTreeSet<Number>,
    /// The highest sequence id that was returned.
    pub highest: Number,
    /// Lower ones that were not returned: messages that changed again before that, which moved them up.
    pub pending: BTreeSet<Number>,
}

impl Position {
    /// Whether this change was returned.
    pub fn has(&self, version: &Number, sequence: &Number) -> bool {
        *version < self.version || (*version == self.version && self.at_version.contains(sequence))
    }

    /// Notes that a change is returned; returns whether it is the first of its message. `upcoming` are the sequence ids
    /// above the highest that are known and were not returned.
    pub fn advance(
        &mut self,
        version: &Number,
        sequence: &Number,
        upcoming: &mut BTreeSet<Number>,
    ) -> bool {
        if self.version < *version {
            self.version.clone_from(version);
            self.at_version.clear();
        }
        insert(&mut self.at_version, sequence.clone());
        if *sequence <= self.highest {
            return self.pending.remove(sequence);
        }
        let mut rest = upcoming.split_off(sequence);
        rest.remove(sequence);
        for passed in std::mem::replace(upcoming, rest) {
            insert(&mut self.pending, passed);
        }
        self.highest.clone_from(sequence);
        true
    }
}

/// Adds a sequence id to a set that keeps the lowest ones.
pub(super) fn insert(ids: &mut BTreeSet<Number>, id: Number) {
    ids.insert(id);
    if ids.len() > MAX_IDS {
        ids.pop_last();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: usize) -> Number {
        Number::parse(&value.to_string()).expect("a number")
    }

    #[test]
    fn a_message_is_new_once_however_late_it_is_returned() {
        let mut position = Position::default();
        let mut upcoming: BTreeSet<_> = [1, 2, 3].map(number).into();
        // The second was edited before it was returned.
        assert!(position.advance(&number(10), &number(1), &mut upcoming));
        assert!(position.advance(&number(12), &number(3), &mut upcoming));
        assert_eq!(position.pending, [number(2)].into());
        assert!(position.advance(&number(13), &number(2), &mut upcoming));
        assert!(!position.advance(&number(14), &number(2), &mut upcoming));
        assert!(!position.advance(&number(15), &number(3), &mut upcoming));
        assert!(upcoming.is_empty() && position.pending.is_empty());
    }

    #[test]
    fn messages_with_one_version_are_told_apart() {
        let mut position = Position::default();
        let (version, mut none) = (number(10), BTreeSet::new());
        position.advance(&version, &number(5), &mut none);
        assert!(position.has(&version, &number(5)));
        assert!(!position.has(&version, &number(3)));
        assert!(position.has(&number(9), &number(3)));
        position.advance(&number(11), &number(6), &mut none);
        assert!(position.has(&version, &number(3)));
    }

    #[test]
    fn its_size_is_bounded() {
        let mut position = Position::default();
        let mut upcoming: BTreeSet<_> = (1..=5000).map(number).collect();
        assert!(position.advance(&number(1), &number(5000), &mut upcoming));
        assert_eq!(position.pending.len(), MAX_IDS);
        for sequence in 1..=5000 {
            let is_new = position.advance(&number(2), &number(sequence), &mut upcoming);
            assert_eq!(is_new, sequence <= MAX_IDS, "{sequence}");
        }
        assert_eq!(position.at_version.len(), MAX_IDS);
    }
}
