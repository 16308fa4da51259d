//! Validation of requests.

use super::document::{Body, Parameter};
use super::{Contract, Operation};
use crate::error::ApiError;
use axum::http::{HeaderMap, header};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

/// The continuation token's query parameter in the service's `nextLink`s.
pub(crate) const CONTINUATION: &str = "syncState";

/// The parameters and the body of a validated request.
#[derive(Debug, Default)]
pub(crate) struct ValidRequest {
    pub(crate) path: BTreeMap<String, String>,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: Option<Value>,
}

impl Operation {
    /// Validates a request.
    ///
    /// # Errors
    ///
    /// 415 for an undocumented media type, 400 otherwise; the message says what is wrong and where.
    pub(crate) fn validate(
        &self,
        contract: &Contract,
        path: BTreeMap<String, String>,
        query: Option<&str>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<ValidRequest, ApiError> {
        let query = self.query(query.unwrap_or_default())?;
        let version = query.get("api-version").map(String::as_str);
        if version.is_some_and(|version| version != contract.version) {
            return Err(ApiError::bad_request(format!(
                "The api-version is not supported, use {}.",
                contract.version
            )));
        }
        for parameter in &self.parameters {
            let value = match parameter.place.as_str() {
                "path" => path.get(&parameter.name).map(String::as_str),
                "query" => query.get(&parameter.name).map(String::as_str),
                "header" => match headers.get(&parameter.name).map(|value| value.to_str()) {
                    Some(Err(_)) => {
                        return Err(ApiError::bad_request(format!(
                            "The header {} must be visible ASCII.",
                            parameter.name
                        )));
                    }
                    value => value.and_then(Result::ok),
                },
                _ => continue,
            };
            // In a nextLink, startTime is not an RFC 3339 timestamp.
            if parameter.name == "startTime" && query.contains_key(CONTINUATION) {
                continue;
            }
            parameter.validate(value)?;
        }
        let body = self
            .body
            .as_ref()
            .map_or(Ok(None), |body_schema| body_schema.validate(headers, body))?;
        Ok(ValidRequest { path, query, body })
    }

    fn query(&self, text: &str) -> Result<BTreeMap<String, String>, ApiError> {
        let mut query = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let documented = self
                .parameters
                .iter()
                .any(|parameter| parameter.place == "query" && parameter.name == name);
            let in_next_link = self.pageable && name == CONTINUATION;
            if !documented && !in_next_link {
                return Err(ApiError::bad_request(format!(
                    "The operation has no query parameter {name}."
                )));
            }
            if query.insert(name.to_string(), value.into_owned()).is_some() {
                return Err(ApiError::bad_request(format!(
                    "The query parameter {name} is given twice."
                )));
            }
        }
        Ok(query)
    }
}

impl Parameter {
    fn validate(&self, value: Option<&str>) -> Result<(), ApiError> {
        let Some(text) = value else {
            return match self.required {
                true => Err(ApiError::bad_request(format!(
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
            Err(ApiError::bad_request(format!(
                "The {} parameter {} is not valid: {error}.",
                self.place, self.name
            )))
        })
    }
}

impl Body {
    fn validate(&self, headers: &HeaderMap, body: &[u8]) -> Result<Option<Value>, ApiError> {
        if body.is_empty() {
            return match self.required {
                true => Err(ApiError::bad_request("The request must have a body.")),
                false => Ok(None),
            };
        }
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let essence = content_type
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let Some(schema) = self.media.get(&essence) else {
            let accepted: Vec<&str> = self.media.keys().map(String::as_str).collect();
            let message = format!(
                "The Content-Type is {essence:?}, this operation accepts {}.",
                accepted.join(" or ")
            );
            return Err(ApiError::new(415, message));
        };
        let value = serde_json::from_slice(body)
            .map_err(|error| ApiError::bad_request(format!("The body is not JSON: {error}.")))?;
        match first_error(schema, &value) {
            Some(error) => Err(ApiError::bad_request(format!(
                "The body is not valid: {error}."
            ))),
            None => Ok(Some(value)),
        }
    }
}

/// The first validation error of `value`, and its location.
fn first_error(schema: &Validator, value: &Value) -> Option<String> {
    let error = schema.iter_errors(value).next()?;
    let place = error.instance_path().to_string();
    Some(if place.is_empty() {
        error.to_string()
    } else {
        format!("{error} at {place}")
    })
}
