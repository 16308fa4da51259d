//! What stops a build, told so that it can be mended.

use std::fmt;

/// A reason to stop: where in the document, what is wrong there, what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecError {
    /// A JSON pointer into the document, or the file where there is no document yet.
    pub place: String,
    /// What was found.
    pub what: String,
    /// What would be right.
    pub remedy: String,
}

impl SpecError {
    pub fn new(
        place: impl Into<String>,
        what: impl fmt::Display,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            place: place.into(),
            what: what.to_string(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A build message is one line: cargo shows the rest of a longer one as noise.
        let text = format!("at {}: {}; {}", self.place, self.what, self.remedy);
        f.write_str(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_line_whatever_it_is_made_of() {
        let error = SpecError::new("/paths", "two\n  lines\tand \r\n more", "do\nthis");
        assert_eq!(error.to_string(), "at /paths: two lines and more; do this");
    }
}
