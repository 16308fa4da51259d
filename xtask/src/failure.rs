//! The error of every command: bad input, said in one line with its place.

use std::fmt;

/// Why a command cannot go on, and where in its input the reason stands.
#[derive(Debug)]
pub struct Failure {
    place: String,
    message: String,
}

impl Failure {
    /// A failure at `place`, which is a file or a [`Place`](crate::place::Place) in one.
    pub fn new(place: impl fmt::Display, message: impl fmt::Display) -> Self {
        Self {
            place: one_line(&place.to_string()),
            message: one_line(&message.to_string()),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for Failure {}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
