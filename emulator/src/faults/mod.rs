//! Faults on demand: what can go wrong, where and how often.

mod book;
mod fault;
mod mix;
mod parse;
mod rule;

pub(crate) use book::FaultBook;
pub use fault::{Fault, RetryAfter};
pub use mix::mix;
pub use parse::parse_rules;
pub use rule::{FaultError, Rule};
