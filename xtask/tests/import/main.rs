//! `spec import`: from Swagger 2.0 to OpenAPI 3.0.

#[path = "../support/mod.rs"]
mod support;

mod constructs;
mod errors;
mod events;
mod examples;
mod losses;
