//! Makes events of what happens, and queues them for webhooks.

use super::delivery::Delivery;
use super::event::{Event, transaction_id};
use super::happening::{Happening, happenings};
use super::queue::Queue;
use super::webhook::Endpoint;
use crate::contract::EventType;
use crate::faults::Fault;
use crate::log::log;
use crate::service::Service;
use crate::state::{Committed, Durability, Observer};
use crate::time::Timestamp;
use std::sync::Arc;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;

/// What happened in a commit.
pub(crate) struct Batch {
    happenings: Vec<Happening>,
    now: Timestamp,
    durability: Option<Durability>,
}

/// Returns an observer of the state, and what it observes.
pub(crate) fn observe() -> (Observer, UnboundedReceiver<Batch>) {
    let (batches, observed) = unbounded_channel();
    let observer = move |committed: &Committed<'_>| {
        // Nobody receives it once the emulator has stopped.
        let _ = batches.send(Batch {
            happenings: happenings(committed),
            now: committed.now,
            durability: committed.durability.clone(),
        });
    };
    (Box::new(observer), observed)
}

/// Starts to deliver what is observed to webhooks, in tasks that end with the returned set.
pub(crate) fn publish(
    mut observed: UnboundedReceiver<Batch>,
    endpoints: Vec<Endpoint>,
    service: &Arc<Service>,
    log_requests: bool,
) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let mut queues = Vec::new();
    for (number, endpoint) in (1..).zip(endpoints) {
        let endpoint = Arc::new(endpoint);
        let (queue, queued) = Queue::new(Arc::clone(&endpoint));
        let delivery = Delivery::new(endpoint, number, service.clock.clone(), log_requests);
        tasks.spawn(delivery.run(queued));
        queues.push(queue);
    }
    let service = Arc::clone(service);
    tasks.spawn(async move {
        while let Some(batch) = observed.recv().await {
            // Nobody is told what a kill could still undo.
            if let Some(durability) = batch.durability.clone()
                && !durability.wait().await
            {
                continue;
            }
            batch.queue(&queues, &service);
        }
    });
    tasks
}

impl Batch {
    fn queue(self, queues: &[Queue], service: &Service) {
        let id = transaction_id();
        for mut happening in self.happenings {
            happening
                .facts
                .insert("transactionId".into(), id.as_str().into());
            let (name, role) = happening.kind.of_thread;
            queue(queues, service, name, |kind| {
                vec![Event::new(kind, role, &happening, None, self.now)]
            });
            let Some((name, role)) = happening.kind.of_user else {
                continue;
            };
            queue(queues, service, name, |kind| {
                let recipients = happening.recipients.iter();
                recipients
                    .map(|recipient| Event::new(kind, role, &happening, Some(recipient), self.now))
                    .collect()
            });
        }
    }
}

/// Queues events of one name for the webhooks that want them, each with its fault.
fn queue(
    queues: &[Queue],
    service: &Service,
    name: &str,
    events: impl FnOnce(&EventType) -> Vec<Event>,
) {
    let wants = |queue: &&Queue| queue.endpoint.wants(name);
    let queues: Vec<&Queue> = queues.iter().filter(wants).collect();
    let Some(kind) = service.contract.event(name).filter(|_| !queues.is_empty()) else {
        return;
    };
    for event in events(kind) {
        if cfg!(debug_assertions)
            && let Some(error) = kind.data_error(&event.data)
        {
            log(format_args!(
                "an event that does not match the document is dropped: {error}"
            ));
            continue;
        }
        let event = Arc::new(event);
        for queue in &queues {
            let fault = service.faults().next_event(name);
            let copies = match fault {
                Some(Fault::LoseEvent) => 0,
                Some(Fault::DuplicateEvent) => 2,
                _ => 1,
            };
            for _ in 0..copies {
                queue.push(Arc::clone(&event), fault == Some(Fault::ReorderEvent));
            }
        }
    }
}
