//! Errors of this program's own, and what kind an error is.

use std::fmt;

/// The kinds of errors, by their exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Local = 1,
    Usage = 2,
    Credential = 3,
    NotFound = 4,
    Refused = 5,
    Unclear = 6,
    Unavailable = 7,
    Unusable = 8,
}

/// An error of this program's own.
#[derive(Debug)]
pub struct Failure {
    pub kind: Kind,
    text: String,
}

impl Failure {
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { kind, text }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Failure {}
