//! The threads of a user, and which of them to look at.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};

use super::{list::Listed, position::Position, threads_cursor::ThreadsCursor};
use crate::platform::Instant;

/// How long after the second of its last message a thread has to be listed for nothing more to come within that second:
/// the second itself, and one by which clocks may differ.
const SETTLED: TimeDelta = TimeDelta::seconds(2);

/// The threads of a user.
pub(super) struct Roster {
    threads: BTreeMap<String, Known>,
    /// Whether threads start now, which is until all that are listed first have a position.
    is_starting: bool,
    /// When the threads were listed last.
    listed_on: Option<DateTime<Utc>>,
    /// When all are to be listed again.
    next_list: Instant,
    pub look_every: Duration,
}

/// A thread.
struct Known {
    /// What was returned of it; `None` if it starts now, and now is not known yet.
    position: Option<Position>,
    received_on: Option<DateTime<Utc>>,
    /// Whether it was listed since this program started, and since it was gone.
    is_listed: bool,
    /// Whether it may have changes that no look has found.
    is_due: bool,
    /// Whether a hint says so since the threads were listed last.
    is_hinted: bool,
    has_failed: bool,
    /// When to look at it even if its list shows no change; `None` until it was listed.
    next_look: Option<Instant>,
}

impl Roster {
    pub fn new(cursor: ThreadsCursor, look_every: Duration) -> Self {
        let is_starting = cursor.0.is_none();
        let positions = cursor.0.unwrap_or_default().into_iter();
        let threads = positions.map(|(id, position)| (id, Known::new(Some(position))));
        Self {
            threads: threads.collect(),
            is_starting,
            listed_on: None,
            next_list: Instant::now(),
            look_every,
        }
    }

    /// Since when threads have to be listed; `None` for all.
    pub fn list_since(&self, now: Instant) -> Option<DateTime<Utc>> {
        self.listed_on.filter(|_| now < self.next_list)
    }

    /// The threads were listed, all or those since a list; returns which of them to look at.
    pub fn listed(&mut self, listed: Listed, all: bool, now: Instant) -> VecDeque<String> {
        if all {
            self.next_list = now + self.look_every;
        }
        self.listed_on = Some(listed.on);
        for thread in listed.threads {
            if thread.deleted_on.is_some() {
                self.threads.remove(&thread.id);
                continue;
            }
            let is_starting = self.is_starting;
            let known = self
                .threads
                .entry(thread.id)
                .or_insert_with(|| Known::new((!is_starting).then(Position::default)));
            known.is_due |= known.received_on != thread.last_message_received_on;
            known.received_on = thread.last_message_received_on;
            known.is_listed = true;
        }
        for known in self.threads.values_mut() {
            known.is_due |= std::mem::take(&mut known.is_hinted);
        }
        self.start();
        self.schedule(now);
        self.to_look_at(now)
    }

    /// Spreads the looks at threads that have none yet evenly over the time between two looks.
    fn schedule(&mut self, now: Instant) {
        let unscheduled =
            |known: &&mut Known| known.is_listed && known.is_due && known.next_look.is_none();
        let count = self.threads.values_mut().filter(unscheduled).count();
        for (at, known) in self.threads.values_mut().filter(unscheduled).enumerate() {
            let part = (at + 1) as f64 / count as f64;
            known.next_look = Some(now + self.look_every.mul_f64(part));
        }
    }

    /// The threads to look at; last those at which a look failed, which may fail again.
    fn to_look_at(&self, now: Instant) -> VecDeque<String> {
        let is_next = |known: &Known| match (self.is_starting, known.next_look) {
            (true, _) => known.position.is_none(),
            (false, None) => false,
            (false, Some(next)) => known.is_due || next <= now,
        };
        let part = |has_failed: bool| {
            let next = self.threads.iter();
            let next = next.filter(move |(_, known)| {
                known.is_listed && is_next(known) && known.has_failed == has_failed
            });
            next.map(|(id, _)| id.clone())
        };
        part(false).chain(part(true)).collect()
    }

    pub fn position(&self, id: &str) -> Option<&Position> {
        self.threads.get(id)?.position.as_ref()
    }

    /// A look at a thread found everything up to this position.
    pub fn looked(&mut self, id: &str, position: Position, now: Instant) {
        if let Some(known) = self.threads.get_mut(id) {
            known.position = Some(position);
            known.has_failed = false;
            let settled_on = known
                .received_on
                .and_then(|on| on.checked_add_signed(SETTLED));
            known.is_due = settled_on > self.listed_on;
            if known.next_look.is_some_and(|next| next <= now) {
                known.next_look = Some(now + self.look_every);
            }
        }
        self.start();
    }

    /// A thread may have changed: it is looked at with the next list, even if that shows no change.
    pub fn hinted(&mut self, id: &str) {
        if let Some(known) = self.threads.get_mut(id) {
            known.is_hinted = true;
        }
    }

    /// A look at a thread failed.
    pub fn failed(&mut self, id: &str) {
        if let Some(known) = self.threads.get_mut(id) {
            known.has_failed = true;
        }
    }

    /// A thread is not there for the user any more. It is looked at again once it is listed again.
    pub fn gone(&mut self, id: &str, now: Instant) {
        if self.position(id).is_none() {
            self.threads.remove(id);
        }
        if let Some(known) = self.threads.get_mut(id) {
            known.is_due = false;
            known.is_listed = false;
            known.next_look = Some(now + self.look_every);
        }
        self.start();
    }

    /// From the moment that all threads have a position, those that appear are new.
    fn start(&mut self) {
        self.is_starting &= self.threads.values().any(|known| known.position.is_none());
    }

    pub fn cursor(&self) -> ThreadsCursor {
        if self.is_starting {
            return ThreadsCursor::now();
        }
        let positions = self.threads.iter();
        let positions =
            positions.filter_map(|(id, known)| Some((id.clone(), known.position.clone()?)));
        ThreadsCursor(Some(positions.collect()))
    }
}

impl Known {
    fn new(position: Option<Position>) -> Self {
        Self {
            position,
            received_on: None,
            is_listed: false,
            is_due: true,
            is_hinted: false,
            has_failed: false,
            next_look: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    fn time(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_600_000_000 + seconds, 0).expect("a time")
    }

    /// A list of this second, of threads and the seconds of their last messages.
    fn list(on: i64, threads: &[(&str, i64)]) -> Listed {
        let item = |(id, received_on): &(&str, i64)| {
            let on = time(*received_on);
            let item = json!({ "id": id, "topic": "", "lastMessageReceivedOn": on });
            serde_json::from_value(item).expect("an item")
        };
        Listed {
            on: time(on),
            threads: threads.iter().map(item).collect(),
        }
    }

    fn from_beginning() -> Roster {
        Roster::new(ThreadsCursor::beginning(), MINUTE)
    }

    fn look(roster: &mut Roster, ids: &[&str], now: Instant) {
        ids.iter()
            .for_each(|id| roster.looked(id, Position::default(), now));
    }

    #[test]
    fn a_thread_is_looked_at_until_its_last_second_is_over() {
        let (mut roster, now) = (from_beginning(), Instant::now());
        for (on, received_on, is_next) in [
            (0, 0, true),
            (0, 0, true),
            (1, 0, true),
            // This look finds all of that second.
            (2, 0, true),
            (3, 0, false),
            (9, 9, true),
            (13, 9, true),
            (14, 9, false),
        ] {
            let next = roster.listed(list(on, &[("a", received_on)]), false, now);
            assert_eq!(!next.is_empty(), is_next, "{on} {received_on}");
            if is_next {
                look(&mut roster, &["a"], now);
            }
        }
    }

    #[test]
    fn a_thread_that_is_no_longer_listed_as_active_is_looked_at_once_more() {
        let (mut roster, now) = (from_beginning(), Instant::now());
        roster.listed(list(0, &[("a", 0)]), true, now);
        look(&mut roster, &["a"], now);
        assert_eq!(roster.listed(list(90, &[]), false, now), ["a"]);
        look(&mut roster, &["a"], now);
        assert!(roster.listed(list(91, &[]), false, now).is_empty());
    }

    #[test]
    fn looks_are_spread_evenly() {
        let (mut roster, start) = (from_beginning(), Instant::now());
        let names: Vec<String> = (0..60).map(|number| format!("{number}")).collect();
        let threads: Vec<_> = names.iter().map(|name| (name.as_str(), 0)).collect();
        let first = roster.listed(list(100, &threads), true, start);
        assert_eq!(first.len(), 60);
        first.iter().for_each(|id| look(&mut roster, &[id], start));
        for second in 1..=300 {
            let now = start + Duration::from_secs(second);
            let next = roster.listed(list(100, &threads), false, now);
            assert_eq!(next.len(), 1, "in second {second}");
            look(&mut roster, &[&next[0]], now);
        }
    }

    #[test]
    fn a_thread_that_failed_is_looked_at_last() {
        let (mut roster, now) = (from_beginning(), Instant::now());
        let threads = [("a", 0), ("b", 0), ("c", 0)];
        assert_eq!(roster.listed(list(9, &threads), true, now), ["a", "b", "c"]);
        roster.failed("a");
        assert_eq!(roster.listed(list(9, &[]), false, now), ["b", "c", "a"]);
        look(&mut roster, &["b", "c"], now);
        assert_eq!(roster.listed(list(9, &[]), false, now), ["a"]);
        look(&mut roster, &["a"], now);
        let active = [("a", 8), ("b", 8)];
        assert_eq!(roster.listed(list(9, &active), false, now), ["a", "b"]);
    }

    #[test]
    fn a_hint_is_for_the_next_list_whatever_is_looked_at_before() {
        let (mut roster, now) = (from_beginning(), Instant::now());
        roster.listed(list(9, &[("a", 0), ("b", 0)]), true, now);
        roster.hinted("a");
        roster.hinted("unknown");
        look(&mut roster, &["a", "b"], now);
        assert_eq!(roster.listed(list(9, &[]), false, now), ["a"]);
        look(&mut roster, &["a"], now);
        assert!(roster.listed(list(9, &[]), false, now).is_empty());
    }

    #[test]
    fn a_start_now_has_a_cursor_once_all_threads_have_a_position() {
        let (mut roster, now) = (Roster::new(ThreadsCursor::now(), MINUTE), Instant::now());
        assert_eq!(roster.cursor(), ThreadsCursor::now());
        let threads = [("a", 0), ("b", 0), ("c", 0)];
        assert_eq!(roster.listed(list(9, &threads), true, now), ["a", "b", "c"]);
        look(&mut roster, &["a"], now);
        roster.failed("b");
        // Those without a position are next, whatever else happens.
        assert_eq!(roster.listed(list(9, &[("a", 9)]), false, now), ["c", "b"]);
        look(&mut roster, &["b"], now);
        assert_eq!(roster.cursor(), ThreadsCursor::now());
        roster.gone("c", now);
        let cursor = roster.cursor().0.expect("a start");
        assert_eq!(cursor.into_keys().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(roster.listed(list(9, &[("d", 0)]), false, now), ["a", "d"]);
        assert_eq!(roster.position("d"), Some(&Position::default()));
    }

    #[test]
    fn a_user_without_threads_has_started() {
        let (mut roster, now) = (Roster::new(ThreadsCursor::now(), MINUTE), Instant::now());
        assert!(roster.listed(list(0, &[]), true, now).is_empty());
        assert_eq!(roster.cursor(), ThreadsCursor::beginning());
    }

    #[test]
    fn all_threads_are_listed_at_the_interval_of_looks() {
        let (mut roster, now) = (from_beginning(), Instant::now());
        assert_eq!(roster.list_since(now), None);
        roster.listed(list(5, &[]), true, now);
        assert_eq!(roster.list_since(now), Some(time(5)));
        roster.listed(list(9, &[]), false, now + MINUTE / 2);
        assert_eq!(roster.list_since(now + MINUTE / 2), Some(time(9)));
        assert_eq!(roster.list_since(now + MINUTE), None);
    }
}
