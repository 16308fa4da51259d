//! The error of every step: what is wrong with a document, where, and how to fix it.

use std::{error, fmt, path::Path};

/// An error in a document: where it is, what is wrong, and what would be right.
///
/// It displays as one line: `file#/pointer: what; remedy`, or `at /pointer: what; remedy` where no file is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecError {
    /// The file, where it is known.
    pub file: Option<String>,
    /// A JSON pointer into the document; empty for the document as a whole.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What would be right; empty where `what` says it.
    pub remedy: String,
}

impl SpecError {
    /// An error at the JSON pointer `place`.
    pub fn new(
        place: impl Into<String>,
        what: impl fmt::Display,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            file: None,
            place: place.into(),
            what: what.to_string(),
            remedy: remedy.into(),
        }
    }

    /// An error at the JSON pointer `place` whose message says what would be right.
    pub fn at(place: impl Into<String>, what: impl fmt::Display) -> Self {
        Self::new(place, what, "")
    }

    /// An error of a file as a whole.
    pub fn of_file(file: impl Into<String>, what: impl fmt::Display) -> Self {
        Self::at("", what).in_file(file)
    }

    /// Sets the file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Sets the file, unless it is known.
    #[must_use]
    pub fn or_in_file(self, file: &Path) -> Self {
        match self.file {
            Some(_) => self,
            None => self.in_file(file.display().to_string()),
        }
    }
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match (&self.file, self.place.as_str()) {
            (None, "") => "the document".to_owned(),
            (None, place) => format!("at {place}"),
            (Some(file), "") => file.clone(),
            (Some(file), place) => format!("{file}#{place}"),
        };
        let mut text = format!("{place}: {}", self.what);
        if !self.remedy.is_empty() {
            text = format!("{text}; {}", self.remedy);
        }
        // One line: cargo does not print the rest of a build script's error as an error.
        f.write_str(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl error::Error for SpecError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_line_whatever_it_is_made_of() {
        let error = SpecError::new("/paths", "two\n  lines\tand \r\n more", "do\nthis");
        assert_eq!(error.to_string(), "at /paths: two lines and more; do this");
    }

    #[test]
    fn says_what_it_knows_of_the_place() {
        let error = SpecError::new("/a", "is wrong", "fix it");
        assert_eq!(
            error
                .in_file("x.json")
                .or_in_file("y.json".as_ref())
                .to_string(),
            "x.json#/a: is wrong; fix it"
        );
        let error = SpecError::at("", "is wrong");
        assert_eq!(error.to_string(), "the document: is wrong");
        for error in [
            SpecError::of_file("x.json", "is wrong"),
            error.or_in_file("x.json".as_ref()),
        ] {
            assert_eq!(error.to_string(), "x.json: is wrong");
        }
    }
}
