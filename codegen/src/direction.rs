//! Which way a value travels.

/// Whether a value is part of a request or of a response: what is harmless in one direction may break the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// From the client to the service.
    Request,
    /// From the service to the client.
    Response,
}
