//! What of a thread was told.

use std::collections::BTreeSet;

use super::number::Number;

/// The most sequence ids that a set of a position has.
const MAX_IDS: usize = 1000;

/// What of a thread was told: all changes up to a version, and of which messages those were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Position {
    /// The version of the last change that was told.
    pub version: Number,
    /// The sequence ids that were told with this version, since two messages may share one.
    pub at_version: BTreeSet<Number>,
    /// The highest sequence id that was told.
    pub highest: Number,
    /// Lower ones that were not told: messages that changed again before they were told, which moved them up.
    pub untold: BTreeSet<Number>,
}

impl Position {
    /// Whether this change was told.
    pub fn has(&self, version: &Number, sequence: &Number) -> bool {
        *version < self.version || (*version == self.version && self.at_version.contains(sequence))
    }

    /// Notes that a change is told; returns whether none of its message was told before. `upcoming` are the sequence ids
    /// above the highest that are known and were not told.
    pub fn tell(
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
            return self.untold.remove(sequence);
        }
        let mut rest = upcoming.split_off(sequence);
        rest.remove(sequence);
        for passed in std::mem::replace(upcoming, rest) {
            insert(&mut self.untold, passed);
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
    fn a_message_is_new_once_however_late_it_is_told() {
        let mut position = Position::default();
        let mut upcoming: BTreeSet<_> = [1, 2, 3].map(number).into();
        // The second was edited before it was told.
        assert!(position.tell(&number(10), &number(1), &mut upcoming));
        assert!(position.tell(&number(12), &number(3), &mut upcoming));
        assert_eq!(position.untold, [number(2)].into());
        assert!(position.tell(&number(13), &number(2), &mut upcoming));
        assert!(!position.tell(&number(14), &number(2), &mut upcoming));
        assert!(!position.tell(&number(15), &number(3), &mut upcoming));
        assert!(upcoming.is_empty() && position.untold.is_empty());
    }

    #[test]
    fn messages_with_one_version_are_told_apart() {
        let mut position = Position::default();
        let (version, mut none) = (number(10), BTreeSet::new());
        position.tell(&version, &number(5), &mut none);
        assert!(position.has(&version, &number(5)));
        assert!(!position.has(&version, &number(3)));
        assert!(position.has(&number(9), &number(3)));
        position.tell(&number(11), &number(6), &mut none);
        assert!(position.has(&version, &number(3)));
    }

    #[test]
    fn its_size_is_bounded() {
        let mut position = Position::default();
        let mut upcoming: BTreeSet<_> = (1..=5000).map(number).collect();
        assert!(position.tell(&number(1), &number(5000), &mut upcoming));
        assert_eq!(position.untold.len(), MAX_IDS);
        for sequence in 1..=5000 {
            let is_new = position.tell(&number(2), &number(sequence), &mut upcoming);
            assert_eq!(is_new, sequence <= MAX_IDS, "{sequence}");
        }
        assert_eq!(position.at_version.len(), MAX_IDS);
    }
}
