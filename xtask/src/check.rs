//! What must be right about a vendored document.
//!
//! Each check is a function from a document to its problems; none stops at the first.

mod described;
mod examples;
mod exemplified;
mod generated;
mod structure;

pub use described::described;
pub use examples::examples;
pub use exemplified::exemplified;
pub use generated::generated;
pub use structure::structure;
