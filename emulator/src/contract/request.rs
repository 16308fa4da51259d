//! Whether a request is one that the document describes.

use super::document::{Body, Parameter};
use super::{Contract, Operation};
use crate::refusal::Refusal;
use axum::http::{HeaderMap, header};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

/// The query parameter of the service's own `nextLink`s that says where the next page begins.
pub(crate) const CONTINUATION: &str = "syncState";

/// What a request asks for, checked.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) path: BTreeMap<String, String>,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: Option<Value>,
}

impl Operation {
    /// Checks a request against the document.
    ///
    /// # Errors
    ///
    /// A 415 for a media type that the operation does not take, and a 400 that says what was wrong for everything else.
    pub(crate) fn check(
        &self,
        contract: &Contract,
        path: BTreeMap<String, String>,
        query: Option<&str>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Arguments, Refusal> {
        let query = self.query(query.unwrap_or_default())?;
        let asked = query.get("api-version").map(String::as_str);
        if asked.is_some_and(|asked| asked != contract.version) {
            return Err(Refusal::bad_request(format!(
                "The api-version is not supported, supported is {}.",
                contract.version
            )));
        }
        for parameter in &self.parameters {
            let value = match parameter.place.as_str() {
                "path" => path.get(&parameter.name).map(String::as_str),
                "query" => query.get(&parameter.name).map(String::as_str),
                "header" => match headers.get(&parameter.name).map(|value| value.to_str()) {
                    Some(Err(_)) => {
                        return Err(Refusal::bad_request(format!(
                            "The header {} is not text.",
                            parameter.name
                        )));
                    }
                    value => value.and_then(Result::ok),
                },
                _ => continue,
            };
            // The service words its own links, and its startTime there is not an RFC 3339 time.
            if parameter.name == "startTime" && query.contains_key(CONTINUATION) {
                continue;
            }
            parameter.check(value)?;
        }
        let body = self
            .body
            .as_ref()
            .map_or(Ok(None), |expected| expected.check(headers, body))?;
        Ok(Arguments { path, query, body })
    }

    fn query(&self, text: &str) -> Result<BTreeMap<String, String>, Refusal> {
        let mut query = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let documented = self
                .parameters
                .iter()
                .any(|parameter| parameter.place == "query" && parameter.name == name);
            let own_link = self.pageable && name == CONTINUATION;
            if !documented && !own_link {
                return Err(Refusal::bad_request(format!(
                    "The query parameter {name} is not one of this operation's."
                )));
            }
            if query.insert(name.to_string(), value.into_owned()).is_some() {
                return Err(Refusal::bad_request(format!(
                    "The query parameter {name} is given twice."
                )));
            }
        }
        Ok(query)
    }
}

impl Parameter {
    fn check(&self, value: Option<&str>) -> Result<(), Refusal> {
        let Some(text) = value else {
            return match self.required {
                true => Err(Refusal::bad_request(format!(
                    "The {} parameter {} is required.",
                    self.place, self.name
                ))),
                false => Ok(()),
            };
        };
        let value = match self.kind.as_str() {
            "integer" => text
                .parse::<i64>()
                .map(Value::from)
                .unwrap_or_else(|_| text.into()),
            "boolean" => text
                .parse::<bool>()
                .map(Value::from)
                .unwrap_or_else(|_| text.into()),
            _ => text.into(),
        };
        let error = first_error(&self.schema, &value);
        error.map_or(Ok(()), |error| {
            Err(Refusal::bad_request(format!(
                "The {} parameter {} is not valid: {error}.",
                self.place, self.name
            )))
        })
    }
}

impl Body {
    fn check(&self, headers: &HeaderMap, body: &[u8]) -> Result<Option<Value>, Refusal> {
        if body.is_empty() {
            return match self.required {
                true => Err(Refusal::bad_request("The request needs a body.")),
                false => Ok(None),
            };
        }
        let sent = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let essence = sent
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let Some(schema) = self.media.get(&essence) else {
            let taken: Vec<&str> = self.media.keys().map(String::as_str).collect();
            let message = format!(
                "The Content-Type is {essence:?}, this operation takes {}.",
                taken.join(" or ")
            );
            return Err(Refusal::new(415, message));
        };
        let value = serde_json::from_slice(body)
            .map_err(|error| Refusal::bad_request(format!("The body is not JSON: {error}.")))?;
        match first_error(schema, &value) {
            Some(error) => Err(Refusal::bad_request(format!(
                "The body is not valid: {error}."
            ))),
            None => Ok(Some(value)),
        }
    }
}

/// The first thing that is wrong with `value`, and where.
fn first_error(schema: &Validator, value: &Value) -> Option<String> {
    let error = schema.iter_errors(value).next()?;
    let place = error.instance_path().to_string();
    Some(if place.is_empty() {
        error.to_string()
    } else {
        format!("{error} at {place}")
    })
}
