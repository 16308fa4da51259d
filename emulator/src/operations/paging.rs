//! Pages and their `nextLink`s.

use super::request::Request;
use crate::contract::CONTINUATION;
use crate::error::ApiError;
use crate::limits;
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

/// The position of an item in a list ordered by version: its version and, where that is not unique, its id.
pub(crate) type Position = (u64, String);

/// The position in a list ordered by version, and its end.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Cursor {
    /// Items have a lower position than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<Position>,
    /// Items are not older than this.
    pub(crate) since: Timestamp,
}

impl Cursor {
    /// Reads `syncState` where the request follows a `nextLink`, else `startTime`.
    pub(crate) fn new(request: &Request) -> Result<Self, ApiError> {
        if let Some(state) = request.query.get(CONTINUATION) {
            let cursor = STANDARD
                .decode(state)
                .ok()
                .and_then(|json| serde_json::from_slice(&json).ok());
            return cursor.ok_or_else(|| {
                ApiError::bad_request(format!(
                    "The {CONTINUATION} is invalid, take it from a nextLink."
                ))
            });
        }
        let since = request
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

/// A page of a list ordered by version, newest first. `items` are those after the cursor, with their positions.
pub(crate) fn newest_first(
    request: &Request,
    cursor: &Cursor,
    default_size: usize,
    mut items: impl Iterator<Item = (Position, Value)>,
) -> Result<Value, ApiError> {
    let size = page_size(request, default_size)?;
    let next_link = |before: Option<&Position>| {
        let state = json!(Cursor {
            before: before.cloned(),
            since: cursor.since
        })
        .to_string();
        let state = STANDARD.encode(state);
        // The parameters have the live service's order, and startTime its format.
        let query = [
            (CONTINUATION, state.as_str()),
            ("startTime", &cursor.since.link_date()),
            ("maxPageSize", &size.to_string()),
            ("api-version", request.api_version),
        ];
        link(request, &query)
    };
    if request.empty_page {
        return Ok(json!({ "value": [], "nextLink": next_link(cursor.before.as_ref()) }));
    }
    let page: Vec<(Position, Value)> = items.by_ref().take(size).collect();
    let last = page.last().map(|(position, _)| position.clone());
    let value: Vec<Value> = page.into_iter().map(|(_, value)| value).collect();
    let Some(before) = last.filter(|_| items.next().is_some()) else {
        return Ok(json!({ "value": value }));
    };
    Ok(json!({ "value": value, "nextLink": next_link(Some(&before)) }))
}

/// A page of a list, from the offset `skip` on.
pub(crate) fn by_offset<T>(
    request: &Request,
    items: &[T],
    to_json: impl Fn(&T) -> Value,
) -> Result<Value, ApiError> {
    let size = page_size(request, limits::PAGE_SIZE)?;
    let skip = number(request, "skip")?.unwrap_or(0);
    let next_link = |skip: usize| {
        let query = [
            ("skip", skip.to_string()),
            ("maxPageSize", size.to_string()),
            ("api-version", request.api_version.to_owned()),
        ];
        link(request, &query)
    };
    if request.empty_page {
        return Ok(json!({ "value": [], "nextLink": next_link(skip) }));
    }
    let value: Vec<Value> = items.iter().skip(skip).take(size).map(to_json).collect();
    let next = skip.saturating_add(size);
    if next >= items.len() {
        return Ok(json!({ "value": value }));
    }
    Ok(json!({ "value": value, "nextLink": next_link(next) }))
}

fn page_size(request: &Request, default: usize) -> Result<usize, ApiError> {
    match number(request, "maxPageSize")? {
        Some(0) => Err(ApiError::bad_request("The maxPageSize must be at least 1.")),
        size => Ok(size.unwrap_or(default).min(request.max_page_size)),
    }
}

fn number(request: &Request, name: &str) -> Result<Option<usize>, ApiError> {
    let text = request.query.get(name);
    let number = text.map(|text| text.parse()).transpose();
    number.map_err(|_| ApiError::bad_request(format!("The {name} must be a non-negative integer.")))
}

/// An absolute link to the same list. As in the live service's links, the thread id is not percent-encoded.
fn link(request: &Request, query: &[(&str, impl AsRef<str>)]) -> String {
    let path = request
        .path_parameters
        .iter()
        .fold(request.path_template.to_owned(), |path, (name, value)| {
            path.replace(&format!("{{{name}}}"), value)
        });
    let encoded = query
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value.as_ref(), QUERY)));
    format!(
        "{}{path}?{}",
        request.origin,
        encoded.collect::<Vec<_>>().join("&")
    )
}
