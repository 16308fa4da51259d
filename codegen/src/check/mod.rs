//! The rules for a vendored document.
//!
//! Each check is a function from a document to its errors; none stops at the first.

mod coverage;
mod descriptions;
mod events;
mod examples;
mod generation;
mod structure;

use serde_json::Value;

use crate::SpecError;

pub use coverage::coverage;
pub use descriptions::descriptions;
pub use events::events;
pub use examples::examples;
use generation::generation;
pub use structure::structure;

/// What a build of the crate stops at, in the words of the build, and everything that is invalid in the document. `needs`
/// is the table of conveniences.
pub fn refused(document: &Value, needs: &str) -> Result<Vec<SpecError>, SpecError> {
    let mut errors: Vec<_> = generation(document, needs).into_iter().collect();
    for error in structure(document)? {
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    Ok(errors)
}
