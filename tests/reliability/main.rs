//! A call on a network, a service and a caller that fail: what `docs/reliability.md` promises.

mod cancelling;
mod credentials;
mod emulated_faults;
mod errors;
mod following;
mod following_hints;
mod following_property;
mod following_threads;
mod idempotency;
mod limits;
mod origin;
mod reliability_page;
mod request_ids;
mod retries;
mod retry_matrix;
mod retry_property;
mod streams;
#[path = "../support/mod.rs"]
mod support;
