//! Where following goes on, as a string that can be stored.

use std::{collections::BTreeSet, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{number::Number, position::Position};
use crate::error::{ChatError, InvalidRequestError, text::one_line};

/// Where following a thread goes on: after a change that was returned, at the beginning, or now.
///
/// `Display` and serde write a string to store, `FromStr` and serde read it, in this process or another. It contains
/// versions and sequence ids of the thread it is from, at most 2,000 however long the thread is, and no content.
#[derive(Clone, PartialEq, Eq)]
pub struct Cursor(pub(super) Option<Position>);

/// The version of the format, which comes first.
const FORMAT: &str = "1";

const NOW: &str = "now";

impl Cursor {
    /// The beginning of the thread: every message that the user may see is returned.
    pub fn beginning() -> Self {
        Self(Some(Position::default()))
    }

    /// The moment of the first poll: what changes after it is returned.
    pub fn now() -> Self {
        Self(None)
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(position) = &self.0 else {
            return write!(f, "{FORMAT}.{NOW}");
        };
        write!(f, "{FORMAT}.{}.", position.version)?;
        write_ids(f, &position.at_version)?;
        write!(f, ".{}.", position.highest)?;
        write_ids(f, &position.pending)
    }
}

fn write_ids(f: &mut fmt::Formatter<'_>, ids: &BTreeSet<Number>) -> fmt::Result {
    for (at, id) in ids.iter().enumerate() {
        let separator = if at == 0 { "" } else { "-" };
        write!(f, "{separator}{id}")?;
    }
    Ok(())
}

impl FromStr for Cursor {
    type Err = ChatError;

    /// Reads what `Display` wrote.
    ///
    /// # Errors
    /// [`ChatError::InvalidRequest`] if the text is something else; it says what is wrong.
    fn from_str(text: &str) -> Result<Self, ChatError> {
        read(text).map(Self).map_err(|wrong| invalid(wrong).into())
    }
}

pub(super) fn invalid(wrong: String) -> InvalidRequestError {
    let expected = "give the text of a cursor unchanged";
    InvalidRequestError::new("cursor", wrong, expected)
}

/// The position in a cursor's text, or what is wrong with it.
pub(super) fn read(text: &str) -> Result<Option<Position>, String> {
    let parts: Vec<&str> = text.split('.').collect();
    match *parts.as_slice() {
        [FORMAT, NOW] => Ok(None),
        [FORMAT, version, at_version, highest, pending] => {
            let position = Position {
                version: number("version", version)?,
                at_version: ids("returned sequence ids", at_version)?,
                highest: number("highest sequence id", highest)?,
                pending: ids("pending sequence ids", pending)?,
            };
            if position.pending.last() >= Some(&position.highest) {
                return Err("has a pending sequence id above the highest".to_owned());
            }
            Ok(Some(position))
        }
        [FORMAT, ..] => Err(format!("has {} parts, not 2 or 5", parts.len())),
        [format, ..] => Err(format!(
            "has the format {:?}, not {FORMAT}",
            one_line(format, 20)
        )),
        [] => Err("is empty".to_owned()),
    }
}

fn number(name: &str, text: &str) -> Result<Number, String> {
    Number::parse(text).ok_or_else(|| {
        let text = one_line(text, 20);
        format!("has {text:?} as {name}, which is no number")
    })
}

fn ids(name: &str, text: &str) -> Result<BTreeSet<Number>, String> {
    let ids = text.split('-').filter(|_| !text.is_empty());
    ids.map(|id| number(name, id)).collect()
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl fmt::Debug for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cursor({self})")
    }
}
