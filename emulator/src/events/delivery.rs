//! The task of a webhook: the handshake, then the events in order, then again those that were not accepted.

use super::client::Client;
use super::event::Event;
use super::handshake::{Answer, ask};
use super::queue::Queued;
use super::retry::{Attempts, is_accepted, retry};
use super::webhook::{Endpoint, EventSchema};
use crate::clock::Clock;
use crate::log::log;
use axum::http::Method;
use std::fmt::Arguments;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// How long an event that a fault delivers late waits for another.
const LATE: Duration = Duration::from_secs(1);

/// Delivers events to a webhook.
pub(super) struct Delivery {
    endpoint: Arc<Endpoint>,
    /// The name of its subscription.
    name: String,
    client: Client,
    clock: Clock,
    log_requests: bool,
}

impl Delivery {
    pub(super) fn new(
        endpoint: Arc<Endpoint>,
        number: usize,
        clock: Clock,
        log_requests: bool,
    ) -> Self {
        Self {
            endpoint,
            name: format!("WEBHOOK-{number}"),
            client: Client::new(),
            clock,
            log_requests,
        }
    }

    /// Delivers what is queued, if the webhook agrees.
    pub(super) async fn run(self, mut queued: UnboundedReceiver<Queued>) {
        if !self.handshake().await {
            return;
        }
        let this = Arc::new(self);
        let mut retries = JoinSet::new();
        let mut late: Option<(Queued, Instant)> = None;
        loop {
            let until = late.as_ref().map(|(_, until)| *until);
            tokio::select! {
                next = queued.recv() => {
                    let Some(next) = next else { return };
                    let held = late.take();
                    if next.is_late && held.is_none() {
                        late = Some((next, Instant::now() + LATE));
                        continue;
                    }
                    this.deliver(next, &mut retries).await;
                    if let Some((held, _)) = held {
                        this.deliver(held, &mut retries).await;
                    }
                }
                () = sleep_until(until.unwrap_or_else(Instant::now)), if until.is_some() => {
                    if let Some((held, _)) = late.take() {
                        this.deliver(held, &mut retries).await;
                    }
                }
                Some(_) = retries.join_next() => {}
            }
        }
    }

    /// Asks until the webhook agrees or refuses.
    async fn handshake(&self) -> bool {
        let mut attempts = Attempts::default();
        loop {
            let asked = self.clock.moment();
            let reason = match ask(&self.client, &self.endpoint, self.clock.now()).await {
                Answer::Agreed => {
                    if self.log_requests {
                        self.log(format_args!("agreed to get events"));
                    }
                    return true;
                }
                Answer::Refused(reason) => reason.to_owned(),
                Answer::Failed(status) => match attempts.next_delay(status) {
                    Some(delay) => {
                        let (status, seconds) = (shown(status), delay.as_secs());
                        self.log(format_args!(
                            "the handshake got {status}, the next one is in {seconds} s"
                        ));
                        self.clock.wait(asked.renewed(), delay).await;
                        continue;
                    }
                    None => format!("the handshake got {}", shown(status)),
                },
            };
            self.log(format_args!("nothing is delivered: {reason}"));
            return false;
        }
    }

    /// Attempts a delivery, and leaves further attempts to a task.
    async fn deliver(self: &Arc<Self>, queued: Queued, retries: &mut JoinSet<()>) {
        let attempted = self.clock.moment();
        let status = self.attempt(&queued.event, 0).await;
        if status.is_some_and(is_accepted) {
            return;
        }
        let (this, since) = (Arc::clone(self), attempted.renewed());
        retries.spawn(async move {
            let (this, event) = (&*this, &*queued.event);
            let again = |retries| this.attempt(event, retries);
            if let Err((count, status)) = retry(&this.clock, since, status, again).await {
                let (name, status) = (&event.name, shown(status));
                this.log(format_args!(
                    "{name} is dropped, attempt {count} got {status}"
                ));
            }
        });
    }

    /// Sends an event; the status of the response, if there is one.
    async fn attempt(&self, event: &Event, retries: usize) -> Option<u16> {
        let started = Instant::now();
        let Endpoint { uri, schema, .. } = &*self.endpoint;
        let media_type = match schema {
            EventSchema::EventGrid => "application/json; charset=utf-8",
            EventSchema::CloudEvents => "application/cloudevents+json; charset=utf-8",
        };
        let headers = [
            ("content-type", media_type.to_owned()),
            ("aeg-event-type", "Notification".to_owned()),
            ("aeg-subscription-name", self.name.clone()),
            ("aeg-delivery-count", retries.to_string()),
        ];
        let body = event.body(*schema);
        let reply = self.client.send(Method::POST, uri, &headers, body).await;
        let status = reply.map(|reply| reply.status);
        if self.log_requests {
            let (status, millis) = (shown(status), started.elapsed().as_millis());
            self.log(format_args!("{} {status} {millis}ms", event.name));
        }
        status
    }

    fn log(&self, line: Arguments<'_>) {
        log(format_args!("webhook {}: {line}", self.endpoint.origin));
    }
}

fn shown(status: Option<u16>) -> String {
    status.map_or_else(|| "no response".to_owned(), |status| status.to_string())
}
