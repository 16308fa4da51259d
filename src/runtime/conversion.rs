//! The error of a type that cannot be built.

use std::{borrow::Cow, error::Error, fmt, sync::Arc};

use crate::error::text::{QUOTED, one_line};

/// A type cannot be built: a required property was not given, or a value cannot be converted.
///
/// `Display` names the property. [`source`](Error::source) is the conversion's own error.
#[derive(Debug, Clone)]
pub struct ConversionError(Inner);

/// As small as it can be, since a builder has one for each property.
#[derive(Debug, Clone)]
enum Inner {
    Missing(&'static str),
    Other(Box<Detail>),
}

#[derive(Debug, Clone)]
struct Detail {
    /// Where the property is; empty for the value itself.
    path: String,
    reason: Reason,
}

#[derive(Debug, Clone)]
enum Reason {
    Missing,
    Text(Cow<'static, str>),
    Source(Arc<dyn Error + Send + Sync>),
}

impl ConversionError {
    /// Returns the property by its path in the API's names, for example `participants[1].displayName`; `None` if the
    /// value itself cannot be converted.
    pub fn property(&self) -> Option<&str> {
        let path = match &self.0 {
            Inner::Missing(name) => name,
            Inner::Other(detail) => detail.path.as_str(),
        };
        Some(path).filter(|path| !path.is_empty())
    }

    /// The error of a required property that was not given.
    pub(crate) fn missing(property: &'static str) -> Self {
        Self(Inner::Missing(property))
    }

    /// The error of a conversion; that of a type within stays as it is.
    pub(crate) fn caused_by(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        source
            .into()
            .downcast()
            .map_or_else(|source| Self::of(Reason::Source(source.into())), |own| *own)
    }

    /// The same error, of a property with this name or index.
    #[must_use]
    pub(crate) fn within(self, name: &str) -> Self {
        let (path, reason) = match self.0 {
            Inner::Missing(path) => (path.to_owned(), Reason::Missing),
            Inner::Other(detail) => (detail.path, detail.reason),
        };
        let dot = if path.is_empty() || path.starts_with('[') {
            ""
        } else {
            "."
        };
        let path = format!("{name}{dot}{path}");
        Self(Inner::Other(Box::new(Detail { path, reason })))
    }

    fn of(reason: Reason) -> Self {
        let path = String::new();
        Self(Inner::Other(Box::new(Detail { path, reason })))
    }
}

/// What progenitor's own conversions fail with.
impl From<&'static str> for ConversionError {
    fn from(reason: &'static str) -> Self {
        Self::of(Reason::Text(reason.into()))
    }
}

/// What progenitor's own conversions fail with.
impl From<String> for ConversionError {
    fn from(reason: String) -> Self {
        Self::of(Reason::Text(reason.into()))
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match &self.0 {
            Inner::Missing(_) => None,
            Inner::Other(detail) => match &detail.reason {
                Reason::Missing => None,
                Reason::Text(text) => Some(one_line(text, QUOTED)),
                Reason::Source(source) => Some(one_line(&source.to_string(), QUOTED)),
            },
        };
        match (self.property(), reason) {
            (Some(property), Some(reason)) => {
                write!(f, "`{property}` cannot be converted: {reason}")
            }
            (Some(property), None) => write!(f, "`{property}` was not given"),
            (None, reason) => f.write_str(&reason.unwrap_or_default()),
        }
    }
}

impl Error for ConversionError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            Inner::Other(detail) => match &detail.reason {
                Reason::Source(source) => Some(&**source),
                Reason::Missing | Reason::Text(_) => None,
            },
            Inner::Missing(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_where_and_why_and_keeps_its_source() {
        let number = "x".parse::<u8>().expect_err("no number");
        let missing = ConversionError::missing("rawId");
        let caused = ConversionError::caused_by(number.clone());
        let nested = |error: ConversionError| {
            ConversionError::caused_by(error)
                .within("[1]")
                .within("people")
        };
        for (error, property, text, is_caused) in [
            (
                missing.clone(),
                Some("rawId"),
                "`rawId` was not given",
                false,
            ),
            (
                nested(missing),
                Some("people[1].rawId"),
                "`people[1].rawId` was not given",
                false,
            ),
            (caused.clone(), None, "invalid digit found in string", true),
            (
                nested(caused),
                Some("people[1]"),
                "`people[1]` cannot be converted: invalid digit found in string",
                true,
            ),
            (
                ConversionError::from("two\nlines"),
                None,
                "two lines",
                false,
            ),
        ] {
            assert_eq!(error.property(), property);
            assert_eq!(error.to_string(), text);
            let source = error.source().and_then(|source| source.downcast_ref());
            assert_eq!(source, is_caused.then_some(&number), "{text}");
        }
    }

    #[test]
    fn a_builder_of_many_properties_stays_small() {
        let text = size_of::<Result<String, ConversionError>>();
        assert_eq!(text, size_of::<String>());
    }
}
