//! HTTP: connections, routes, requests and responses.

mod control;
mod cors;
mod fault;
mod handler;
mod origin;
mod request_log;
mod response;
mod router;
mod server;

pub(crate) use fault::{Aborted, Injected};
pub(crate) use origin::guard;
pub(crate) use request_log::log_requests;
pub(crate) use response::{empty, error_json, header_text, json, set_header};
pub(crate) use router::router;
pub(crate) use server::run;
