//! Reads a code and a message out of whatever an error's body is.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;

use crate::types::{CommunicationError, CommunicationErrorResponse};

/// What an error's body said.
pub(crate) struct ErrorBody {
    pub response: CommunicationErrorResponse,
    /// Whether it said it in the documented shape.
    pub documented: bool,
}

impl ErrorBody {
    /// The documented shape, or an undocumented one with a code or a message in it.
    pub fn read(body: &[u8]) -> Option<Self> {
        if let Ok(response) = serde_json::from_slice(body) {
            return Some(Self {
                response,
                documented: true,
            });
        }
        let error = match serde_json::from_slice::<Value>(body) {
            Ok(value) => lenient(envelope(&value)),
            // Nested deeper than the decoder goes, which the outermost error survives.
            Err(_) => outermost(body),
        }?;
        Some(Self {
            response: CommunicationErrorResponse { error },
            documented: false,
        })
    }
}

/// What stands under `error`, `CommunicationError` or the like, or the value itself.
fn envelope(value: &Value) -> &Value {
    let names = ["error", "communicationerror"];
    names
        .into_iter()
        .find_map(|name| member(value, name).filter(|inner| inner.is_object()))
        .unwrap_or(value)
}

/// A member, whatever the case of its name.
fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let members = value.as_object()?;
    let mut found = members
        .iter()
        .filter(|(key, _)| key.eq_ignore_ascii_case(name));
    found.next().map(|(_, member)| member)
}

fn lenient(value: &Value) -> Option<CommunicationError> {
    let text = |name| {
        let value = member(value, name)?;
        value
            .as_str()
            .map(str::to_owned)
            .or_else(|| value.as_i64().map(|n| n.to_string()))
    };
    let (code, message) = (text("code"), text("message"));
    if code.is_none() && message.is_none() {
        return None;
    }
    let details = member(value, "details").and_then(Value::as_array);
    Some(CommunicationError {
        code: code.unwrap_or_default(),
        message: message.unwrap_or_default(),
        target: text("target"),
        details: details.map(|details| details.iter().filter_map(lenient).collect()),
        innererror: member(value, "innererror").and_then(lenient).map(Box::new),
    })
}

/// Code, message and target of the outermost error, with whatever is nested in it left aside.
fn outermost(body: &[u8]) -> Option<CommunicationError> {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(
            alias = "Error",
            alias = "communicationError",
            alias = "CommunicationError"
        )]
        error: Outermost,
    }
    #[derive(Deserialize)]
    struct Outermost {
        #[serde(alias = "Code", default)]
        code: String,
        #[serde(alias = "Message", default)]
        message: String,
        #[serde(alias = "Target", default)]
        target: Option<String>,
        // Skipped without recursion, to any depth.
        #[serde(
            rename = "innererror",
            alias = "innerError",
            alias = "InnerError",
            default
        )]
        _inner: IgnoredAny,
        #[serde(rename = "details", alias = "Details", default)]
        _details: IgnoredAny,
    }
    let Envelope { error } = serde_json::from_slice(body).ok()?;
    Some(CommunicationError {
        code: error.code,
        message: error.message,
        target: error.target,
        details: None,
        innererror: None,
    })
}
