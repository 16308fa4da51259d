//! Pages and the links from one to the next.

use super::call::Call;
use crate::contract::CONTINUATION;
use crate::limits;
use crate::refusal::Refusal;
use crate::time::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where a list that is ordered by time goes on, and where it ends.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Cursor {
    /// Only what is older than this version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<u64>,
    /// Only what is not older than this time.
    pub(crate) since: Timestamp,
}

impl Cursor {
    /// From `syncState` where the request follows a `nextLink`, else from `startTime`.
    pub(crate) fn of(call: &Call) -> Result<Self, Refusal> {
        if let Some(state) = call.arguments.query.get(CONTINUATION) {
            let cursor = STANDARD
                .decode(state)
                .ok()
                .and_then(|json| serde_json::from_slice(&json).ok());
            return cursor.ok_or_else(|| {
                Refusal::bad_request(format!("The {CONTINUATION} is not one of a nextLink."))
            });
        }
        let since = call
            .arguments
            .query
            .get("startTime")
            .and_then(|text| Timestamp::parse(text))
            .unwrap_or_default();
        Ok(Self {
            before: None,
            since,
        })
    }
}

/// A page of a list ordered by time, newest first. `items` come with their versions and are all that the cursor lets through.
pub(crate) fn newest_first(
    call: &Call,
    cursor: Cursor,
    mut items: impl Iterator<Item = (u64, Value)>,
) -> Result<Value, Refusal> {
    let size = page_size(call)?;
    let page: Vec<(u64, Value)> = items.by_ref().take(size).collect();
    let last = page.last().map(|(version, _)| *version);
    let value: Vec<Value> = page.into_iter().map(|(_, value)| value).collect();
    let Some(before) = last.filter(|_| items.next().is_some()) else {
        return Ok(json!({ "value": value }));
    };
    let state = json!(Cursor {
        before: Some(before),
        since: cursor.since
    })
    .to_string();
    let state = STANDARD.encode(state);
    // As the live service has it: the order of the parameters, and a startTime in a form of its own.
    let query = [
        (CONTINUATION, state.as_str()),
        ("startTime", &cursor.since.link_date()),
        ("maxPageSize", &size.to_string()),
        ("api-version", call.api_version),
    ];
    Ok(json!({ "value": value, "nextLink": link(call, &query) }))
}

/// A page of a list that `skip` counts through.
pub(crate) fn skipping<T>(
    call: &Call,
    items: &[T],
    show: impl Fn(&T) -> Value,
) -> Result<Value, Refusal> {
    let size = page_size(call)?;
    let skip = number(call, "skip")?.unwrap_or(0);
    let value: Vec<Value> = items.iter().skip(skip).take(size).map(show).collect();
    let next = skip.saturating_add(size);
    if next >= items.len() {
        return Ok(json!({ "value": value }));
    }
    let query = [
        ("skip", next.to_string()),
        ("maxPageSize", size.to_string()),
        ("api-version", call.api_version.to_owned()),
    ];
    Ok(json!({ "value": value, "nextLink": link(call, &query) }))
}

fn page_size(call: &Call) -> Result<usize, Refusal> {
    match number(call, "maxPageSize")? {
        Some(0) => Err(Refusal::bad_request("The maxPageSize is 1 at least.")),
        size => Ok(size.unwrap_or(limits::PAGE).min(limits::PAGE)),
    }
}

fn number(call: &Call, name: &str) -> Result<Option<usize>, Refusal> {
    let text = call.arguments.query.get(name);
    let number = text.map(|text| text.parse()).transpose();
    number.map_err(|_| Refusal::bad_request(format!("The {name} is a number and not negative.")))
}

/// An absolute link to the same list. The thread's id is not encoded in it, as in the live service's links.
fn link(call: &Call, query: &[(&str, impl AsRef<str>)]) -> String {
    let path = call
        .arguments
        .path
        .iter()
        .fold(call.path.to_owned(), |path, (name, value)| {
            path.replace(&format!("{{{name}}}"), value)
        });
    let encoded = query
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value.as_ref(), QUERY)));
    format!(
        "{}{path}?{}",
        call.origin,
        encoded.collect::<Vec<_>>().join("&")
    )
}
