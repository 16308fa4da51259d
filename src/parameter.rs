//! What a parameter must be before it is put into a request.

use http::HeaderValue;

use crate::error::{InvalidRequest, one_line};

/// How much of a refused value an error quotes.
const QUOTED: usize = 80;

/// A path parameter that can't lead to another resource.
///
/// A URL is normalised before it is sent: segments of dots are resolved, a backslash counts as a slash, and control
/// characters are dropped. What stays is one segment, with everything else percent-encoded.
pub(crate) fn path(name: &'static str, value: Option<String>) -> Result<String, InvalidRequest> {
    let value = given(name, value)?;
    let trouble = match value.as_str() {
        "" => Some("is empty"),
        "." | ".." => Some("is a step in a path"),
        _ if value.contains('\\') => Some("holds a backslash"),
        _ if value.chars().any(char::is_control) => Some("holds a control character"),
        _ => None,
    };
    match trouble {
        None => Ok(value),
        Some(trouble) => Err(InvalidRequest::new(
            name,
            format!("{trouble}: {:?}", one_line(&value, QUOTED)),
            "give an id as the service returned it",
        )),
    }
}

/// A parameter that must be given.
pub(crate) fn given<T>(name: &'static str, value: Option<T>) -> Result<T, InvalidRequest> {
    value.ok_or_else(|| InvalidRequest::new(name, "was not given", "the operation requires it"))
}

/// A header's value.
pub(crate) fn header(name: &'static str, value: &str) -> Result<HeaderValue, InvalidRequest> {
    HeaderValue::from_str(value).map_err(|error| {
        let found = format!("can't be a header: {:?}", one_line(value, QUOTED));
        InvalidRequest::new(name, found, "give visible ASCII characters only").because(error)
    })
}
