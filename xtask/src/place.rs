//! Where something stands: a file and a JSON pointer in it.

use std::fmt;

/// A file as it is shown to people, and a JSON pointer in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    file: String,
    pointer: String,
}

impl Place {
    /// The whole of `file`.
    pub fn file(file: impl Into<String>) -> Self {
        Self::new(file, "")
    }

    /// The value at `pointer` in `file`.
    pub fn new(file: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            pointer: pointer.into(),
        }
    }

    /// The member `key` of the value at this place.
    pub fn child(&self, key: impl fmt::Display) -> Self {
        Self::new(&self.file, child(&self.pointer, &key.to_string()))
    }

    /// The value that the pointer `rest` names below this place.
    pub fn below(&self, rest: &str) -> Self {
        Self::new(&self.file, format!("{}{rest}", self.pointer))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            write!(f, "{}", self.file)
        } else {
            write!(f, "{}#{}", self.file, self.pointer)
        }
    }
}

/// `pointer` with one more token, escaped as RFC 6901 says.
pub fn child(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
