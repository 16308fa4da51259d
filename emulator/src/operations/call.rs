//! A checked request to an operation, and the reply to it.

use crate::contract::Arguments;
use crate::refusal::Refusal;
use crate::state::{Metadata, Participant, Thread, Transaction};
use serde_json::Value;

/// One request, checked, and who makes it.
pub(crate) struct Call<'c> {
    pub(crate) user: String,
    pub(crate) arguments: Arguments,
    /// The operation's path template.
    pub(crate) path: &'c str,
    pub(crate) api_version: &'c str,
    /// Scheme, host and port under which the caller reached the emulator.
    pub(crate) origin: String,
    pub(crate) repeatability_id: Option<String>,
}

/// What an operation answers.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Option<Value>,
    /// The path of what was made.
    pub(crate) location: Option<String>,
}

impl Reply {
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

    pub(super) fn at(mut self, location: String) -> Self {
        self.location = Some(location);
        self
    }
}

impl Call<'_> {
    /// The thread in the path, and the caller as one of its participants.
    ///
    /// # Errors
    ///
    /// A 400 for what is no thread id, a 404 for a thread that is not there (any more), a 403 for somebody not in it.
    pub(super) fn joined<'s>(
        &self,
        transaction: &Transaction<'s>,
    ) -> Result<(&'s Thread, &'s Participant), Refusal> {
        let id = self.path_argument("chatThreadId");
        if !(id.starts_with("19:") && id.ends_with("@thread.v2")) {
            return Err(Refusal::bad_request(format!(
                "Value for ThreadId ({id}) is not valid, it has the form 19:…@thread.v2."
            )));
        }
        let thread = transaction
            .store
            .threads
            .get(id)
            .filter(|thread| thread.deleted_on(transaction.now).is_none())
            .ok_or_else(|| Refusal::not_found("The specified thread id was not found."))?;
        let participant = thread.participant(&self.user).ok_or_else(|| {
            Refusal::forbidden(
                "The initiator doesn't have the permission to perform the requested operation.",
            )
        })?;
        Ok((thread, participant))
    }

    pub(super) fn path_argument(&self, name: &str) -> &str {
        self.arguments
            .path
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// A property of the body; what is `null` is absent.
    pub(super) fn property(&self, name: &str) -> Option<&Value> {
        self.arguments
            .body
            .as_ref()?
            .get(name)
            .filter(|value| !value.is_null())
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.property(name).and_then(Value::as_str)
    }

    pub(super) fn items(&self, name: &str) -> &[Value] {
        self.property(name)
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Whether a merge patch asks for the removal of a property.
    pub(super) fn removes(&self, name: &str) -> bool {
        self.arguments
            .body
            .as_ref()
            .and_then(|body| body.get(name))
            .is_some_and(Value::is_null)
    }

    /// Refuses a merge patch that removes a property which cannot be absent.
    pub(super) fn keeps(&self, name: &str) -> Result<(), Refusal> {
        if self.removes(name) {
            return Err(Refusal::bad_request(format!(
                "The {name} cannot be removed, leave it out to keep it."
            )));
        }
        Ok(())
    }

    /// Metadata after a merge patch: pairs are merged, an empty value or `null` removes one, `null` for all removes all.
    pub(super) fn merged(&self, metadata: &Metadata) -> Metadata {
        let mut merged = if self.removes("metadata") {
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

/// The pairs of a metadata object.
pub(super) fn metadata(value: Option<&Value>) -> Metadata {
    let pairs = value.and_then(Value::as_object).into_iter().flatten();
    pairs
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
        .collect()
}
