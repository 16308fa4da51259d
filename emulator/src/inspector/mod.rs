//! The inspector: a page that shows threads, messages and requests as they happen.
//!
//! The page and its files are embedded. It reads `/_emulator/inspector/`, manages faults at `/_emulator/faults`, and posts
//! through the API like any client.

mod data;
mod event_log;
mod page;
mod publish;
mod recorder;
mod redact;
mod ring;
mod stream;
mod view;

pub(crate) use event_log::EventLog;
pub(crate) use publish::publish;

use crate::http::guard;
use crate::service::Service;
use axum::Router;
use std::sync::Arc;
use tokio::sync::watch;

/// The name of the event after a change of the fault rules.
pub(crate) const FAULTS: &str = "faults";

/// Records the requests of the API's router, and adds the page and its endpoints. Event streams end once `stop` is true.
pub(crate) fn attach(
    api: Router,
    service: &Arc<Service>,
    log: &Arc<EventLog>,
    stop: watch::Receiver<bool>,
) -> Router {
    let own = page::router()
        .merge(data::router(service, log))
        .merge(stream::router(log, stop));
    recorder::record(api, service, log).merge(guard(own, service))
}
