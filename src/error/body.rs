//! Code and message of an error body, whatever its shape.

use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};
use serde_json::{Value, json};

use super::redact::Redactor;
use crate::types::CommunicationErrorResponse;

/// Code and message of an error body.
pub(crate) struct ErrorBody {
    pub code: Option<String>,
    pub message: Option<String>,
    /// The same in the documented shape.
    pub response: Option<CommunicationErrorResponse>,
}

impl ErrorBody {
    /// Parses the documented shape, or another one with a code or a message in it.
    pub fn parse(body: &[u8], redactor: &Redactor) -> Option<Self> {
        let documented: Option<CommunicationErrorResponse> = serde_json::from_slice(body).ok();
        let error = match serde_json::from_slice::<Value>(body) {
            Ok(value) => lenient(envelope(&value)),
            // Nested deeper than the decoder goes, which the outermost error survives.
            Err(_) => outermost(body).map(|mut error| {
                redactor.redact_json(&mut error);
                error
            }),
        };
        if documented.is_none() && error.is_none() {
            return None;
        }
        let error = error.unwrap_or_default();
        let text = |name: &str| {
            let text = error[name].as_str().filter(|text| !text.is_empty());
            text.map(str::to_owned)
        };
        Some(Self {
            code: text("code"),
            message: text("message"),
            response: documented.or_else(|| serde_json::from_value(json!({ "error": error })).ok()),
        })
    }
}

/// Whether a body is a `T`.
pub(crate) fn is<T: DeserializeOwned>(body: &[u8]) -> bool {
    serde_json::from_slice::<T>(body).is_ok()
}

/// The member `error`, `CommunicationError`, `ChatError` or the like, or the value itself.
fn envelope(value: &Value) -> &Value {
    let names = ["error", "communicationerror", "chaterror"];
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

/// An error with its members named as the document names them; `None` where it has neither code nor message.
fn lenient(value: &Value) -> Option<Value> {
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
    let details = details.map(|details| details.iter().filter_map(lenient).collect::<Vec<_>>());
    let inner = member(value, "innererror").and_then(lenient);
    Some(error(code, message, text("target"), details, inner))
}

fn error(
    code: Option<String>,
    message: Option<String>,
    target: Option<String>,
    details: Option<Vec<Value>>,
    inner: Option<Value>,
) -> Value {
    let mut error = json!({
        "code": code.unwrap_or_default(),
        "message": message.unwrap_or_default(),
    });
    let rest = [
        ("target", target.map(Value::from)),
        ("details", details.map(Value::from)),
        ("innererror", inner),
    ];
    for (name, value) in rest {
        if let Some(value) = value {
            error[name] = value;
        }
    }
    error
}

/// Code, message and target of the outermost error, with whatever is nested in it left aside.
fn outermost(body: &[u8]) -> Option<Value> {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(
            alias = "Error",
            alias = "communicationError",
            alias = "CommunicationError",
            alias = "chatError",
            alias = "ChatError"
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
    let Envelope { error: found } = serde_json::from_slice(body).ok()?;
    let (code, message) = (Some(found.code), Some(found.message));
    Some(error(code, message, found.target, None, None))
}
