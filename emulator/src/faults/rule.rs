//! Where a fault strikes and how often.

use super::Fault;
use crate::contract::Contract;
use acs_chat_codegen::document::operation::short;
use serde::{Deserialize, Serialize};

/// A fault, the operation it strikes, and how often it does.
///
/// Of several rules the first one that applies to a request decides; every request meets one fault at most. As JSON:
/// `{"operation":"SendChatMessage","rate":0.2,"times":3,"fault":{"kind":"dropAfter"}}`, all but `fault` optional.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The document's operation id, with or without the group before its `_`, or `*` for every operation.
    #[serde(default = "every")]
    pub operation: String,
    /// The share of requests that it strikes, 0 to 1. Which ones they are follows from the emulator's seed and from the
    /// how-manieth request of its operation a request is, so that a run can be repeated.
    #[serde(default = "always")]
    pub rate: f64,
    /// How many requests it strikes before it has had its day; without limit where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// What goes wrong.
    pub fault: Fault,
}

fn every() -> String {
    "*".to_owned()
}

fn always() -> f64 {
    1.0
}

/// What is wrong with a rule.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FaultError {
    /// There is no such operation.
    #[error("there is no operation {operation:?}, there are * and {known}")]
    Operation {
        /// What was asked for.
        operation: String,
        /// The names of all operations, comma-separated.
        known: String,
    },
    /// The rate is not one.
    #[error("a rate is a number from 0 to 1, {0} is not")]
    Rate(f64),
    /// The text is not JSON, or not that of rules.
    #[error(
        "faults are a rate such as 0.3, a rule such as {{\"fault\":{{\"kind\":\"dropAfter\"}}}}, or a list of rules: {0}"
    )]
    Text(serde_json::Error),
    /// The status cannot be sent.
    #[error("a status is a number from 200 to 999, {0} is not")]
    Status(u16),
}

impl Rule {
    /// The rule that every request of `operation` meets `fault`.
    pub fn new(operation: impl Into<String>, fault: Fault) -> Self {
        Self {
            operation: operation.into(),
            rate: 1.0,
            times: None,
            fault,
        }
    }

    /// The same rule for a share of the requests, 0 to 1.
    pub fn rate(mut self, rate: f64) -> Self {
        self.rate = rate;
        self
    }

    /// The same rule for the next `times` requests that it strikes, and none after them.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    pub(super) fn matches(&self, operation_id: &str) -> bool {
        self.operation == "*"
            || self.operation == operation_id
            || self.operation == short(operation_id)
    }

    pub(super) fn check(&self, contract: &Contract) -> Result<(), FaultError> {
        if !(0.0..=1.0).contains(&self.rate) {
            return Err(FaultError::Rate(self.rate));
        }
        if let Some(status) = self
            .fault
            .named_status()
            .filter(|status| !(200..=999).contains(status))
        {
            return Err(FaultError::Status(status));
        }
        if self.operation != "*"
            && !contract
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
    /// A rule by which every request of `operation` meets this fault; `operation` as in [`Rule`].
    pub fn on(self, operation: impl Into<String>) -> Rule {
        Rule::new(operation, self)
    }
}

impl From<Fault> for Rule {
    /// The rule that every request of every operation meets this fault.
    fn from(fault: Fault) -> Self {
        Self::new("*", fault)
    }
}
