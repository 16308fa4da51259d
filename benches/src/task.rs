//! The calls that are measured, and who makes them.

use std::{fmt, str::FromStr};

/// Who makes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The client, with everything on.
    Client,
    /// reqwest and the API's types, used directly.
    Floor,
    /// The floor, with the headers that the client sends besides.
    FloorWithHeaders,
    /// reqwest alone, with all prepared that can be.
    Barest,
    /// The barest, with the headers that the client sends besides.
    BarestWithHeaders,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Gets a message.
    Get,
    /// Sends a message.
    Send,
    /// Lists all messages of a thread.
    List {
        /// The number of pages in the thread.
        pages: usize,
    },
    /// Lists all messages where the server takes 5 ms for a page, and the caller another 5 ms.
    SlowList {
        /// The number of pages in the thread.
        pages: usize,
    },
}

impl Task {
    /// The id of the thread that is called; the server reads the number of pages from it.
    pub fn thread_id(self) -> String {
        match self {
            Self::Get | Self::Send => "19:acsV1_qwertyuiop-1@thread.v2".to_owned(),
            Self::List { pages } => format!("19:fast-{pages}@thread.v2"),
            Self::SlowList { pages } => format!("19:slow-{pages}@thread.v2"),
        }
    }
}

impl FromStr for Side {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "client" => Ok(Self::Client),
            "floor" => Ok(Self::Floor),
            "floor+headers" => Ok(Self::FloorWithHeaders),
            "barest" => Ok(Self::Barest),
            "barest+headers" => Ok(Self::BarestWithHeaders),
            _ => Err(format!("unknown side `{text}`")),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Client => "client",
            Self::Floor => "floor",
            Self::FloorWithHeaders => "floor+headers",
            Self::Barest => "barest",
            Self::BarestWithHeaders => "barest+headers",
        })
    }
}

impl FromStr for Task {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "get" => Ok(Self::Get),
            "send" => Ok(Self::Send),
            _ => text
                .strip_prefix("list-")
                .and_then(|pages| pages.parse().ok())
                .map(|pages| Self::List { pages })
                .ok_or_else(|| format!("unknown task `{text}`")),
        }
    }
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Get => f.pad("get"),
            Self::Send => f.pad("send"),
            Self::List { pages } => f.pad(&format!("list-{pages}")),
            Self::SlowList { pages } => f.pad(&format!("slow-list-{pages}")),
        }
    }
}
