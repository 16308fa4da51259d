//! Several values in one parameter.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::ConversionError;

/// Several values in one parameter, joined by a separator.
///
/// Setters of such a parameter take a list of texts, numbers, times or enums, or the joined text itself.
///
/// ```
/// use acs_chat::Joined;
///
/// let codes = Joined::<','>::try_from(["red", "blue"])?;
/// assert_eq!(codes.to_string(), "red,blue");
/// assert_eq!(codes, "red,blue".into());
/// // It would become two values.
/// assert!(Joined::<','>::try_from(["red,blue"]).is_err());
/// # Ok::<(), acs_chat::types::error::ConversionError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Joined<const SEPARATOR: char>(String);

impl<const SEPARATOR: char> Joined<SEPARATOR> {
    fn of<T: Serialize>(values: impl IntoIterator<Item = T>) -> Result<Self, ConversionError> {
        let mut joined = String::new();
        for (index, value) in values.into_iter().enumerate() {
            let text = match serde_json::to_value(value).map_err(ConversionError::caused_by)? {
                Value::String(text) => text,
                Value::Array(_) | Value::Object(_) => {
                    return Err("a value within the list is no text and no number".into());
                }
                value => value.to_string(),
            };
            if text.contains(SEPARATOR) {
                return Err(format!(
                    "a value within the list contains the separator {SEPARATOR:?}"
                )
                .into());
            }
            if index > 0 {
                joined.push(SEPARATOR);
            }
            joined.push_str(&text);
        }
        Ok(Self(joined))
    }
}

impl<const SEPARATOR: char> fmt::Display for Joined<SEPARATOR> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const SEPARATOR: char> From<String> for Joined<SEPARATOR> {
    fn from(joined: String) -> Self {
        Self(joined)
    }
}

impl<const SEPARATOR: char> From<&str> for Joined<SEPARATOR> {
    fn from(joined: &str) -> Self {
        Self(joined.to_owned())
    }
}

impl<T: Serialize, const SEPARATOR: char> TryFrom<Vec<T>> for Joined<SEPARATOR> {
    type Error = ConversionError;

    fn try_from(values: Vec<T>) -> Result<Self, ConversionError> {
        Self::of(values)
    }
}

impl<T: Serialize, const N: usize, const SEPARATOR: char> TryFrom<[T; N]> for Joined<SEPARATOR> {
    type Error = ConversionError;

    fn try_from(values: [T; N]) -> Result<Self, ConversionError> {
        Self::of(values)
    }
}

impl<T: Serialize, const SEPARATOR: char> TryFrom<&[T]> for Joined<SEPARATOR> {
    type Error = ConversionError;

    fn try_from(values: &[T]) -> Result<Self, ConversionError> {
        Self::of(values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_they_are_alone() {
        let time = chrono::DateTime::from_timestamp(0, 0);
        let times = Joined::<'|'>::try_from([time]).expect("joined");
        assert_eq!(times.to_string(), "1970-01-01T00:00:00Z");
        let numbers = Joined::<' '>::try_from(vec![1, 2]).expect("joined");
        assert_eq!(numbers.to_string(), "1 2");
        let none = Joined::<','>::try_from([""; 0].as_slice()).expect("joined");
        assert_eq!(none.to_string(), "");
    }

    #[test]
    fn what_would_be_other_values_is_refused() {
        for values in [vec!["a", "b,c"], vec![","]] {
            let error = Joined::<','>::try_from(values)
                .expect_err("refused")
                .to_string();
            assert_eq!(error, "a value within the list contains the separator ','");
        }
        assert!(Joined::<','>::try_from([[1, 2]]).is_err());
    }
}
