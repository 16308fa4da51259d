//! Rules: which requests get a fault, and how many.

use super::Fault;
use crate::contract::{Contract, short_name};
use acs_chat_codegen::document::operation::short;
use serde::{Deserialize, Serialize};

/// A fault, the operation or the event it applies to, and how often.
///
/// The first rule that applies to a request decides; a request gets at most one fault, and so does an event on its way to
/// a webhook. As JSON:
/// `{"operation":"SendChatMessage","rate":0.2,"times":3,"fault":{"kind":"dropAfter"}}`, all but `fault` optional.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The `operationId`, with or without the group before its `_`, or `*` for every operation. For a fault of events the
    /// name of the event, with or without `Microsoft.Communication.`, or `*` for every event.
    #[serde(default = "every")]
    pub operation: String,
    /// The share of requests or events, 0 to 1. The fault depends on the emulator's seed and the number of requests to the
    /// operation, or of events of that name, before it, so runs are reproducible.
    #[serde(default = "always")]
    pub rate: f64,
    /// The maximum number of requests or events; unlimited where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// The fault.
    pub fault: Fault,
}

fn every() -> String {
    "*".to_owned()
}

fn always() -> f64 {
    1.0
}

/// Why a rule is invalid.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FaultError {
    /// The operation is unknown.
    #[error("unknown operation {operation:?}, use * or one of {known}")]
    Operation {
        /// The unknown operation.
        operation: String,
        /// The names of the operations, comma-separated.
        known: String,
    },
    /// The event is unknown.
    #[error("unknown event {event:?}, use * or one of {known}")]
    Event {
        /// The unknown event.
        event: String,
        /// The names of the events, comma-separated.
        known: String,
    },
    /// The rate is out of range.
    #[error("a rate must be a number from 0 to 1, not {0}")]
    Rate(f64),
    /// The text is not the JSON of rules.
    #[error(
        "expected a rate such as 0.3, a rule such as {{\"fault\":{{\"kind\":\"dropAfter\"}}}}, or a list of rules: {0}"
    )]
    Parse(serde_json::Error),
    /// The status is out of range.
    #[error("a status must be a number from 200 to 999, not {0}")]
    Status(u16),
}

impl Rule {
    /// Returns the rule that gives every request to `operation`, or every event of that name, the fault.
    pub fn new(operation: impl Into<String>, fault: Fault) -> Self {
        Self {
            operation: operation.into(),
            rate: 1.0,
            times: None,
            fault,
        }
    }

    /// Sets the share of requests, 0 to 1.
    pub fn rate(mut self, rate: f64) -> Self {
        self.rate = rate;
        self
    }

    /// Limits the rule to `times` requests.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    pub(super) fn matches_event(&self, name: &str) -> bool {
        self.fault.is_of_events() && (self.operation == "*" || short_name(&self.operation) == name)
    }

    pub(super) fn matches(&self, operation_id: &str) -> bool {
        !self.fault.is_of_events()
            && (self.operation == "*"
                || self.operation == operation_id
                || self.operation == short(operation_id))
    }

    pub(super) fn validate(&self, contract: &Contract) -> Result<(), FaultError> {
        if !(0.0..=1.0).contains(&self.rate) {
            return Err(FaultError::Rate(self.rate));
        }
        if let Some(status) = self
            .fault
            .response_status()
            .filter(|status| !(200..=999).contains(status))
        {
            return Err(FaultError::Status(status));
        }
        if self.operation == "*" {
            return Ok(());
        }
        if self.fault.is_of_events() {
            return match contract.event(&self.operation) {
                Some(_) => Ok(()),
                None => Err(FaultError::Event {
                    event: self.operation.clone(),
                    known: contract.event_names(),
                }),
            };
        }
        if !contract
            .operations
            .iter()
            .any(|operation| self.matches(&operation.id))
        {
            let known: Vec<&str> = contract
                .operations
                .iter()
                .map(|operation| short(&operation.id))
                .collect();
            return Err(FaultError::Operation {
                operation: self.operation.clone(),
                known: known.join(", "),
            });
        }
        Ok(())
    }
}

impl Fault {
    /// Returns the rule that gives every request to `operation`, or every event of that name, this fault; `operation` as
    /// in [`Rule`].
    pub fn on(self, operation: impl Into<String>) -> Rule {
        Rule::new(operation, self)
    }
}

impl From<Fault> for Rule {
    /// Returns the rule that gives every request or event this fault.
    fn from(fault: Fault) -> Self {
        Self::new("*", fault)
    }
}
