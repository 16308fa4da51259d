//! Events in the order of their numbers, the oldest dropped where there is no room.

use std::collections::VecDeque;
use std::sync::Arc;

/// An event of the page's stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) number: u64,
    pub(super) name: &'static str,
    /// JSON without line breaks.
    pub(super) data: Arc<str>,
}

/// The latest events, bounded in number and in bytes.
#[derive(Debug)]
pub(super) struct Ring {
    events: VecDeque<Event>,
    bytes: usize,
    max_events: usize,
    max_bytes: usize,
}

impl Ring {
    pub(super) fn new(max_events: usize, max_bytes: usize) -> Self {
        Self {
            events: VecDeque::new(),
            bytes: 0,
            max_events,
            max_bytes,
        }
    }

    pub(super) fn push(&mut self, event: Event) {
        self.bytes += event.data.len();
        self.events.push_back(event);
        while self.events.len() > self.max_events || self.bytes > self.max_bytes {
            let Some(oldest) = self.events.pop_front() else {
                return;
            };
            self.bytes -= oldest.data.len();
        }
    }

    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// The events from a place on, oldest first; none where the place is beyond the end.
    pub(super) fn from(&self, start: usize) -> impl Iterator<Item = &Event> {
        self.events.iter().skip(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(max_events: usize, max_bytes: usize, lengths: &[usize]) -> Vec<u64> {
        let mut ring = Ring::new(max_events, max_bytes);
        for (number, length) in (1..).zip(lengths) {
            ring.push(Event {
                number,
                name: "message",
                data: "x".repeat(*length).into(),
            });
        }
        ring.from(0).map(|event| event.number).collect()
    }

    #[test]
    fn the_oldest_are_dropped_beyond_either_limit() {
        assert_eq!(ring(3, 100, &[1, 1, 1, 1, 1]), [3, 4, 5]);
        assert_eq!(ring(9, 100, &[60, 60, 30]), [2, 3]);
        assert_eq!(ring(9, 100, &[101]), [0; 0]);
        assert_eq!(ring(9, 100, &[101, 100]), [2]);
    }
}
