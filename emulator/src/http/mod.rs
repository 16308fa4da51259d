//! HTTP: connections, routes, requests and responses.

mod control;
mod fault;
mod handler;
mod request_log;
mod response;
mod router;
mod server;

pub(crate) use request_log::log_requests;
pub(crate) use router::router;
pub(crate) use server::run;
