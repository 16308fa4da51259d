//! What must be right about a vendored document.
//!
//! Each check is a function from a document to its problems; none stops at the first.

mod examples;

pub use examples::examples;
