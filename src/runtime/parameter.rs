//! Checks of parameters, which progenitor's code leaves out.

use std::{error::Error, sync::Arc};

use chrono::{DateTime, Datelike, Utc};

use super::ConversionError;
use crate::{
    error::{
        InvalidRequestError,
        text::{QUOTED, one_line},
    },
    pipeline::header_value,
};

/// Why a request builder has no value for a parameter.
#[derive(Debug, Clone)]
pub(crate) enum InvalidParameter {
    /// It was not given.
    Missing(&'static str),
    /// It could not be converted, for this reason.
    Unconvertible(&'static str, Arc<dyn Error + Send + Sync>),
    /// The body could not be built, for this reason.
    Incomplete(ConversionError),
}

impl InvalidParameter {
    /// A parameter that was given as something else than its type.
    pub fn unconvertible(
        name: &'static str,
        reason: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Unconvertible(name, reason.into().into())
    }

    /// A body that was given by a builder that lacks something.
    pub fn incomplete(reason: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Incomplete(ConversionError::caused_by(reason))
    }
}

impl From<InvalidParameter> for InvalidRequestError {
    fn from(invalid: InvalidParameter) -> Self {
        match invalid {
            InvalidParameter::Missing(name) => {
                Self::new(name, "was not given", "the operation requires it")
            }
            InvalidParameter::Unconvertible(name, reason) => {
                let text = one_line(&reason.to_string(), QUOTED);
                let found = format!("cannot be converted: {text}");
                Self::new(name, found, "give a value of the parameter's type").with_source(reason)
            }
            InvalidParameter::Incomplete(reason) => {
                Self::new("body", format!("is incomplete: {reason}"), "complete it")
                    .caused_by(reason)
            }
        }
    }
}

/// A value that may be absent.
#[allow(dead_code, reason = "a document may have no optional bodies")]
pub(crate) fn optional<T>(
    value: Result<T, InvalidParameter>,
) -> Result<Option<T>, InvalidParameter> {
    match value {
        Ok(value) => Ok(Some(value)),
        Err(InvalidParameter::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The builder of a body; a new one if the body was not given.
pub(crate) fn or_new<T: Default>(
    builder: Result<T, InvalidParameter>,
) -> Result<T, InvalidParameter> {
    match builder {
        Err(InvalidParameter::Missing(_)) => Ok(T::default()),
        given => given,
    }
}

/// Checks that a path parameter cannot lead to another resource.
///
/// A URL is normalized before it is sent: dot segments are resolved, a backslash counts as a slash, and control
/// characters are dropped. Everything else is percent-encoded into one segment.
pub(crate) fn path(name: &'static str, value: &str) -> Result<(), InvalidRequestError> {
    let found = match value {
        "" => "is empty",
        "." | ".." => "is a dot segment",
        _ if value.contains('\\') => "contains a backslash",
        _ if value.chars().any(char::is_control) => "contains a control character",
        _ => return Ok(()),
    };
    Err(InvalidRequestError::new(
        name,
        format!("{found}: {:?}", one_line(value, QUOTED)),
        "give an id as the service returned it",
    ))
}

/// Checks that RFC 3339 has a form for a time: it knows the years 0 to 9999.
#[allow(dead_code, reason = "not every document has a time as a parameter")]
pub(crate) fn time(name: &'static str, value: &DateTime<Utc>) -> Result<(), InvalidRequestError> {
    match value.year() {
        0..=9999 => Ok(()),
        year => Err(InvalidRequestError::new(
            name,
            format!("is in the year {year}"),
            "give a time in the years 0 to 9999",
        )),
    }
}

/// Checks that a header parameter is a valid header value.
#[allow(dead_code, reason = "not every document has a header parameter")]
pub(crate) fn header(name: &'static str, value: &str) -> Result<(), InvalidRequestError> {
    header_value(name, value).map(drop)
}

/// Checks the id by which the service recognizes a repeated request.
#[allow(dead_code, reason = "not every document has such an operation")]
pub(crate) fn repeatability_id(name: &'static str, value: &str) -> Result<(), InvalidRequestError> {
    if value.trim().is_empty() {
        let expected = "give an id that no other request has, or leave it out";
        return Err(InvalidRequestError::new(name, "is empty", expected));
    }
    header(name, value)
}
