//! The events on their way to a webhook.

use super::event::Event;
use super::webhook::Endpoint;
use crate::log::log;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Events of one webhook that are not yet delivered, those that are attempted again among them.
const PENDING: usize = 10_000;

/// The end that the publisher fills.
pub(super) struct Queue {
    pub(super) endpoint: Arc<Endpoint>,
    events: UnboundedSender<Queued>,
    room: Arc<Semaphore>,
    is_full: AtomicBool,
}

/// An event for a webhook.
pub(super) struct Queued {
    pub(super) event: Arc<Event>,
    /// Whether it is delivered after the next one.
    pub(super) is_late: bool,
    _room: OwnedSemaphorePermit,
}

impl Queue {
    pub(super) fn new(endpoint: Arc<Endpoint>) -> (Self, UnboundedReceiver<Queued>) {
        let (events, queued) = unbounded_channel();
        let queue = Self {
            endpoint,
            events,
            room: Arc::new(Semaphore::new(PENDING)),
            is_full: AtomicBool::new(false),
        };
        (queue, queued)
    }

    /// Adds an event. One that there is no room for is dropped, and so are all for a webhook that wants none.
    pub(super) fn push(&self, event: Arc<Event>, is_late: bool) {
        let room = Arc::clone(&self.room).try_acquire_owned();
        let was_full = self.is_full.swap(room.is_err(), Ordering::Relaxed);
        match room {
            Ok(room) => {
                let _ = self.events.send(Queued {
                    event,
                    is_late,
                    _room: room,
                });
            }
            Err(_) if !was_full => log(format_args!(
                "webhook {}: {PENDING} events wait for it, more are dropped",
                self.endpoint.origin
            )),
            Err(_) => {}
        }
    }
}
