//! The latest events and requests, and the wake-up of those who wait for more.

use super::ring::{Event, Ring};
use crate::time::Timestamp;
use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// The name of the event of a request.
pub(super) const REQUEST: &str = "request";

/// How far a reader that falls behind can catch up.
const EVENTS: usize = 1024;
const EVENT_BYTES: usize = 4 * 1024 * 1024;
/// How many requests a page that is opened later shows.
const REQUESTS: usize = 500;
const REQUEST_BYTES: usize = 8 * 1024 * 1024;
/// Events in one piece of a stream.
const PIECE: usize = 64;

/// What happened, for the streams of open pages.
pub(crate) struct EventLog {
    /// Tells the events of this run from those of an earlier one at the same address.
    run: u64,
    rings: Mutex<Rings>,
    last: watch::Sender<u64>,
    requests: AtomicU64,
}

struct Rings {
    events: Ring,
    requests: Ring,
}

/// A place in the stream, as in the `id` of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) run: u64,
    pub(super) number: u64,
}

impl EventLog {
    pub(crate) fn new(now: Timestamp) -> Self {
        Self {
            run: now.millis(),
            rings: Mutex::new(Rings {
                events: Ring::new(EVENTS, EVENT_BYTES),
                requests: Ring::new(REQUESTS, REQUEST_BYTES),
            }),
            last: watch::Sender::new(0),
            requests: AtomicU64::new(0),
        }
    }

    /// Adds an event. `data` is JSON without line breaks.
    pub(crate) fn push(&self, name: &'static str, data: String) {
        let mut rings = self.rings();
        let number = *self.last.borrow() + 1;
        let event = Event {
            number,
            name,
            data: data.into(),
        };
        if name == REQUEST {
            rings.requests.push(event.clone());
        }
        rings.events.push(event);
        // Under the lock, so that the number is that of the last event.
        self.last.send_replace(number);
    }

    /// The number of the next request, from 1.
    pub(super) fn next_request(&self) -> u64 {
        self.requests.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// The data of the latest requests, oldest first.
    pub(super) fn requests(&self) -> Vec<Arc<str>> {
        let rings = self.rings();
        rings
            .requests
            .from(0)
            .map(|event| Arc::clone(&event.data))
            .collect()
    }

    /// The place after the last event.
    pub(super) fn end(&self) -> Cursor {
        Cursor {
            run: self.run,
            number: *self.last.borrow(),
        }
    }

    /// The next events after a place; `None` where some have been dropped, or the place is of another run.
    pub(super) fn since(&self, cursor: Cursor) -> Option<Vec<Event>> {
        let rings = self.rings();
        let last = *self.last.borrow();
        if cursor.run != self.run || cursor.number > last {
            return None;
        }
        let missed = usize::try_from(last - cursor.number).ok()?;
        let start = rings.events.len().checked_sub(missed)?;
        Some(rings.events.from(start).take(PIECE).cloned().collect())
    }

    /// Waits until there is an event after a place.
    pub(super) async fn wait(&self, cursor: Cursor) {
        let mut last = self.last.subscribe();
        // The sender is in `self`, so there is no error.
        let _ = last.wait_for(|last| *last != cursor.number).await;
    }

    fn rings(&self) -> MutexGuard<'_, Rings> {
        self.rings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Cursor {
    /// The place after the event with this number, in the same run.
    pub(super) fn at(self, number: u64) -> Self {
        Self { number, ..self }
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.run, self.number)
    }
}

impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (run, number) = text.split_once('-').ok_or(())?;
        Ok(Self {
            run: run.parse().map_err(|_| ())?,
            number: number.parse().map_err(|_| ())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(events: u64) -> EventLog {
        let log = EventLog::new(Timestamp::default());
        for number in 1..=events {
            log.push("message", number.to_string());
        }
        log
    }

    fn numbers(log: &EventLog, number: u64) -> Option<Vec<u64>> {
        let events = log.since(Cursor { run: 0, number })?;
        Some(events.iter().map(|event| event.number).collect())
    }

    #[test]
    fn a_reader_continues_where_it_was() {
        let log = log(5);
        assert_eq!(numbers(&log, 0), Some(vec![1, 2, 3, 4, 5]));
        assert_eq!(numbers(&log, 3), Some(vec![4, 5]));
        assert_eq!(numbers(&log, 5), Some(vec![]));
    }

    #[test]
    fn a_reader_that_missed_events_is_told() {
        let log = log(EVENTS as u64 + 1);
        assert_eq!(numbers(&log, 0), None);
        assert_eq!(numbers(&log, 1).unwrap().len(), PIECE);
        assert_eq!(numbers(&log, EVENTS as u64 + 2), None);
        assert_eq!(log.since(Cursor { run: 7, number: 5 }), None);
    }

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let place = Cursor { run: 5, number: 7 };
        assert_eq!(place.to_string().parse(), Ok(place));
        for wrong in ["", "7", "-", "5-x", "5-7-9"] {
            assert_eq!(wrong.parse::<Cursor>(), Err(()), "{wrong}");
        }
    }
}
