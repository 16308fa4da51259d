//! Faults on demand: what can go wrong, where and how often, and how that is done to an answer.

mod book;
mod effect;
mod fault;
mod mix;
mod parse;
mod rule;

pub(crate) use book::FaultBook;
pub(crate) use effect::{Abandoned, instead, spoil};
pub use fault::{Fault, RetryAfter};
pub use mix::mix;
pub use parse::parse_rules;
pub use rule::{FaultError, Rule};
