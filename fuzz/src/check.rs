//! Checks of errors and decoded values.

use std::error::Error;

use acs_chat::ChatError;
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::service::TOKEN;

/// Asserts that an error displays as one line without control characters, and shows the token nowhere.
pub fn error(error: &ChatError) {
    let line = error.to_string();
    assert!(
        !line.is_empty() && !line.chars().any(char::is_control),
        "not one line: {line:?}"
    );
    let mut texts = vec![line, format!("{error:?}"), format!("{error:#?}")];
    texts.extend(
        [
            error.code(),
            error.message(),
            error.request_id(),
            error.azure_ref(),
        ]
        .into_iter()
        .flatten()
        .map(str::to_owned),
    );
    let mut source = error.source();
    while let Some(inner) = source {
        texts.extend([inner.to_string(), format!("{inner:?}")]);
        source = inner.source();
    }
    let shown = texts.iter().find(|text| text.contains(TOKEN));
    assert_eq!(shown, None, "the token is shown");
}

/// Asserts that a decoded value, written again, has nothing that did not arrive: a member that the type knows keeps its
/// value, also an enum's unknown one. Timestamps are compared as instants.
pub fn arrived(written: &Value, arrived: &Value) {
    assert!(
        is_part(written, arrived),
        "{arrived} was decoded as {written}"
    );
}

fn is_part(written: &Value, arrived: &Value) -> bool {
    match (written, arrived) {
        (Value::Object(written), Value::Object(arrived)) => {
            let mut members = written.iter();
            members
                .all(|(name, value)| arrived.get(name).is_some_and(|other| is_part(value, other)))
        }
        (Value::Array(written), Value::Array(arrived)) => {
            let mut pairs = written.iter().zip(arrived);
            written.len() == arrived.len() && pairs.all(|(value, other)| is_part(value, other))
        }
        (Value::String(written), Value::String(arrived)) => {
            let instant = |text: &str| text.parse::<DateTime<Utc>>().ok();
            written == arrived
                || instant(written).is_some_and(|written| Some(written) == instant(arrived))
        }
        _ => written == arrived,
    }
}
