//! Long numbers, which some events have as texts.

use std::{fmt, num::ParseIntError};

use serde::{
    Deserializer,
    de::{Error, Unexpected, Visitor},
};

/// Reads an optional number from a number or its digits.
pub(crate) fn from_number_or_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<i64>, D::Error> {
    deserializer.deserialize_any(NumberOrText)
}

struct NumberOrText;

impl Visitor<'_> for NumberOrText {
    type Value = Option<i64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of 64 bits, or a string of its digits")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<i64>, E> {
        Ok(Some(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<i64>, E> {
        let number = i64::try_from(value);
        number
            .map(Some)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Option<i64>, E> {
        let number: Result<i64, ParseIntError> = value.parse();
        number
            .map(Some)
            .map_err(|_| E::invalid_value(Unexpected::Str(value), &self))
    }

    fn visit_unit<E: Error>(self) -> Result<Option<i64>, E> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Held {
        #[serde(default, deserialize_with = "super::from_number_or_text")]
        version: Option<i64>,
    }

    #[test]
    fn numbers_and_their_digits_are_read() {
        for (json, expected) in [
            (
                r#"{"version":1613694358927}"#,
                Some(Some(1_613_694_358_927)),
            ),
            (
                r#"{"version":"1613694358927"}"#,
                Some(Some(1_613_694_358_927)),
            ),
            (r#"{"version":-1}"#, Some(Some(-1))),
            (r#"{"version":null}"#, Some(None)),
            ("{}", Some(None)),
            (r#"{"version":"1e3"}"#, None),
            (r#"{"version":""}"#, None),
            (r#"{"version":1.5}"#, None),
            (r#"{"version":9223372036854775808}"#, None),
            (r#"{"version":"9223372036854775808"}"#, None),
            (r#"{"version":[1]}"#, None),
        ] {
            let read = serde_json::from_str::<Held>(json);
            assert_eq!(read.ok().map(|held| held.version), expected, "{json}");
        }
    }
}
