//! Numbers as the service writes them: strings of digits, of any length.

use std::{cmp::Ordering, fmt};

/// The most digits that a number may have, so that a cursor stays short whatever the service sends.
const MAX_DIGITS: usize = 64;

/// A version or sequence id, compared by value. Zero is the empty string, which precedes all that the service assigns.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Number(Box<str>);

impl Number {
    /// Reads digits; `None` if the text has anything else, nothing, or too many.
    pub fn parse(text: &str) -> Option<Self> {
        let is_number = (1..=MAX_DIGITS).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| Self(text.trim_start_matches('0').into()))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |number: &Self| number.0.len();
        key(self)
            .cmp(&key(other))
            .then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "0" } else { &self.0 })
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn number(text: &str) -> Number {
        Number::parse(text).expect(text)
    }

    #[test]
    fn numbers_are_compared_by_value_beyond_64_bits() {
        let ascending = [
            "0",
            "9",
            "10",
            "99",
            "0100",
            "18446744073709551616",
            "18446744073709551617",
        ];
        for pair in ascending.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
        }
        assert_eq!(number("007"), number("7"));
        assert_eq!(number("000"), Number::default());
        assert_eq!(number("0010").to_string(), "10");
        assert_eq!(Number::default().to_string(), "0");
    }

    #[test]
    fn other_text_is_no_number() {
        for text in ["", "-1", "+1", "1.5", " 1", "1e3", "٣", &"1".repeat(65)] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
