//! Lists: every page once, in order, from the endpoint only, and resumable wherever they stopped.

mod ahead;
mod continuations;
mod errors;
mod every_list;
mod links;
mod order;
mod whole;
