//! The rules for a vendored document.
//!
//! Each check is a function from a document to its errors; none stops at the first.

mod coverage;
mod descriptions;
mod examples;
mod generation;
mod structure;

pub use coverage::coverage;
pub use descriptions::descriptions;
pub use examples::examples;
pub use generation::generation;
pub use structure::structure;
