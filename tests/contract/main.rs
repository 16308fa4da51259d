//! The client says what the API's document says: operations, schemas, examples, and what the live service adds to them.

mod altered_examples;
#[cfg(feature = "events")]
mod deliveries;
#[cfg(all(feature = "events", feature = "schemars"))]
mod event_fidelity;
#[cfg(feature = "httpmock")]
mod mocks;
mod open_enums;
mod path_safety;
mod recorded_traffic;
#[cfg(feature = "schemars")]
mod schema_fidelity;
#[path = "../support/mod.rs"]
mod support;
