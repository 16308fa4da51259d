//! HTTP: connections, routes, requests and responses.

mod control;
mod fault;
mod handler;
mod response;
mod router;
mod server;

pub(crate) use router::router;
pub(crate) use server::run;
