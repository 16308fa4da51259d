//! A validated request to an operation, and its response.

use crate::error::ApiError;
use crate::state::{Metadata, Participant, Thread, Transaction};
use serde_json::Value;
use std::collections::BTreeMap;

/// A validated request and the user who sent it.
pub(crate) struct Request<'r> {
    /// The raw id of the token's user.
    pub(crate) user: String,
    pub(crate) path_parameters: BTreeMap<String, String>,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: Option<Value>,
    pub(crate) path_template: &'r str,
    pub(crate) api_version: &'r str,
    /// Scheme, host and port of the request's URL.
    pub(crate) origin: String,
    pub(crate) repeatability_id: Option<String>,
    /// Whether a page is empty and its `nextLink` leads to the requested one.
    pub(crate) empty_page: bool,
    /// The most items of a page, whatever the request asks for.
    pub(crate) max_page_size: usize,
}

/// The response of an operation.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) body: Option<Value>,
    /// The path of the created resource.
    pub(crate) location: Option<String>,
}

impl Response {
    pub(super) fn empty(status: u16) -> Self {
        Self {
            status,
            body: None,
            location: None,
        }
    }

    pub(super) fn json(status: u16, body: Value) -> Self {
        Self {
            status,
            body: Some(body),
            location: None,
        }
    }

    pub(super) fn with_location(mut self, location: String) -> Self {
        self.location = Some(location);
        self
    }
}

impl Request<'_> {
    /// The thread in the path, and the caller as one of its participants.
    ///
    /// # Errors
    ///
    /// 400 for a malformed thread id, 404 for an unknown or deleted thread, 403 for a caller who is not a participant.
    pub(super) fn thread<'s>(
        &self,
        transaction: &Transaction<'s>,
    ) -> Result<(&'s Thread, &'s Participant), ApiError> {
        let id = self.path_parameter("chatThreadId");
        if !(id.starts_with("19:") && id.ends_with("@thread.v2")) {
            return Err(ApiError::bad_request(format!(
                "Value for ThreadId ({id}) is not valid, it has the form 19:…@thread.v2."
            ))
            .without_live_message());
        }
        let thread = transaction
            .store
            .threads
            .get(id)
            .filter(|thread| thread.deleted_on(transaction.now).is_none())
            .ok_or_else(|| ApiError::not_found("The specified thread id was not found."))?;
        let participant = thread.participant(&self.user).ok_or_else(|| {
            ApiError::forbidden(
                "The initiator doesn't have the permission to perform the requested operation.",
            )
        })?;
        Ok((thread, participant))
    }

    pub(super) fn path_parameter(&self, name: &str) -> &str {
        self.path_parameters
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// A property of the body; `None` for `null`.
    pub(super) fn property(&self, name: &str) -> Option<&Value> {
        self.body
            .as_ref()?
            .get(name)
            .filter(|value| !value.is_null())
    }

    pub(super) fn string(&self, name: &str) -> Option<&str> {
        self.property(name).and_then(Value::as_str)
    }

    pub(super) fn array(&self, name: &str) -> &[Value] {
        self.property(name)
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Whether a property of the body is `null`, by which a merge patch removes it.
    pub(super) fn is_null(&self, name: &str) -> bool {
        self.body
            .as_ref()
            .and_then(|body| body.get(name))
            .is_some_and(Value::is_null)
    }

    /// Rejects a merge patch that removes a required property.
    pub(super) fn require_not_null(&self, name: &str) -> Result<(), ApiError> {
        if self.is_null(name) {
            return Err(ApiError::bad_request(format!(
                "The {name} cannot be removed, leave it out to keep it."
            )));
        }
        Ok(())
    }

    /// Applies the merge patch of `metadata`: an empty value or `null` removes a key, `null` as a whole removes all.
    pub(super) fn merge_metadata(&self, metadata: &Metadata) -> Metadata {
        let mut merged = if self.is_null("metadata") {
            Metadata::new()
        } else {
            metadata.clone()
        };
        for (name, value) in self
            .property("metadata")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            match value.as_str() {
                Some(value) if !value.is_empty() => merged.insert(name.clone(), value.to_owned()),
                _ => merged.remove(name),
            };
        }
        merged
    }
}

/// Converts a `metadata` object.
pub(super) fn metadata(value: Option<&Value>) -> Metadata {
    let pairs = value.and_then(Value::as_object).into_iter().flatten();
    pairs
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
        .collect()
}
