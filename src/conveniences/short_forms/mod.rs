//! Short forms of the most common operations. Each is built on the request builder of its operation, so retries,
//! idempotency and errors are those of the operation.

mod client;
mod messages;
mod participants;
mod thread;
