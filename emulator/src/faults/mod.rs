//! Fault injection: kinds of faults, and rules that say which requests get them.

mod fault;
mod injector;
mod mix;
mod parse;
mod rule;

pub use fault::{Fault, RetryAfter};
pub(crate) use injector::FaultInjector;
pub use mix::mix;
pub use parse::parse_rules;
pub use rule::{FaultError, Rule};
