//! Where following all threads goes on, as a string that can be stored.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{
    cursor::{Cursor, invalid, read},
    position::Position,
};
use crate::error::{ChatError, text::one_line};

/// Where following all threads of a user goes on: a [`Cursor`] for each thread, or now.
///
/// `Display` and serde write a string to store, `FromStr` and serde read it. It contains the ids of the threads, and no
/// content. It grows with the number of threads, not with their messages.
#[derive(Clone, PartialEq, Eq)]
pub struct ThreadsCursor(pub(super) Option<BTreeMap<String, Position>>);

const NOW: &str = "now";

impl ThreadsCursor {
    /// The beginning of all threads: every message that the user may see is returned.
    pub fn beginning() -> Self {
        Self(Some(BTreeMap::new()))
    }

    /// The moment of the first poll: what changes after it is returned.
    pub fn now() -> Self {
        Self(None)
    }
}

impl fmt::Display for ThreadsCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(positions) = &self.0 else {
            return f.write_str(NOW);
        };
        let cursor = |position: &Position| Cursor(Some(position.clone())).to_string();
        let cursors = positions
            .iter()
            .map(|(thread, position)| (thread, cursor(position)));
        let cursors: BTreeMap<_, _> = cursors.collect();
        let text = serde_json::to_string(&cursors).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl FromStr for ThreadsCursor {
    type Err = ChatError;

    /// Reads what `Display` wrote.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] if the text is something else; it says what is wrong.
    fn from_str(text: &str) -> Result<Self, ChatError> {
        if text == NOW {
            return Ok(Self::now());
        }
        let cursors: BTreeMap<String, String> = serde_json::from_str(text).map_err(|error| {
            let error = one_line(&error.to_string(), 100);
            invalid(format!("is not the text of a cursor of threads: {error}"))
        })?;
        let position = |(thread, text): (String, String)| {
            let wrong = match read(&text) {
                Ok(Some(position)) => return Ok((thread, position)),
                Ok(None) => "is of now".to_owned(),
                Err(wrong) => wrong,
            };
            let thread = one_line(&thread, 100);
            Err(invalid(format!("of the thread {thread:?} {wrong}")).into())
        };
        let positions = cursors
            .into_iter()
            .map(position)
            .collect::<Result<_, ChatError>>()?;
        Ok(Self(Some(positions)))
    }
}

impl Serialize for ThreadsCursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ThreadsCursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl fmt::Debug for ThreadsCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ThreadsCursor({self})")
    }
}
