//! What the server can do.

use crate::support::Reply;

/// What the server does with a request.
#[derive(Clone, Debug)]
pub enum Act {
    /// Replies.
    Reply(Reply),
    /// Resets the connection when its first bytes arrive, with none of them read.
    ResetBefore,
    /// Resets the connection when a part of the request has been read.
    ResetWithin,
    /// Resets the connection when the whole request has been read.
    ResetAfter,
    /// Sends half a status line, and closes the connection.
    HalfHead,
    /// Sends a success whose body ends before its announced length.
    HalfBody,
    /// Sends this status and a body that never ends, as fast as it is read.
    Endless(u16),
    /// Sends this status and one byte of a body, and then nothing.
    Drip(u16),
    /// Sends a success of 15 MiB, of which a few bytes come one by one and the rest never.
    Dribble,
    /// Refuses the stream, before anything was processed; HTTP/2 only.
    Refuse,
    /// Closes the connection with a GOAWAY that names no stream as processed; HTTP/2 only.
    GoAway,
    /// Reads the request, and never responds.
    Stall,
    /// Sends these bytes, and closes the connection.
    Raw(Vec<u8>),
}

impl Act {
    pub fn status(status: u16) -> Self {
        Self::Reply(Reply::status(status))
    }
}

impl From<Reply> for Act {
    fn from(reply: Reply) -> Self {
        Self::Reply(reply)
    }
}
