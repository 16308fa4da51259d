//! The code that the build script generates from the API's document.

#[allow(clippy::all)]
mod client {
    include!(concat!(env!("OUT_DIR"), "/client.rs"));
}

#[allow(
    unused_imports,
    reason = "not every document has enums, unions or lists"
)]
mod models {
    use super::client::types::*;
    use crate::{open_enum::open_enum, tagged_union::tagged_union};

    include!(concat!(env!("OUT_DIR"), "/models.rs"));
}

mod operations {
    include!(concat!(env!("OUT_DIR"), "/operations.rs"));
}

#[cfg(feature = "httpmock")]
#[allow(clippy::all)]
pub(crate) mod mocks {
    use crate::mock::{Documented, Example};

    include!(concat!(env!("OUT_DIR"), "/mocks.rs"));
}

/// The types of the API, one for each schema of its document.
///
/// A type without required properties has `Default`; every type has a builder. Optional properties are an `Option`,
/// also lists and maps: an absent list and an empty one are two things. Properties that the document does not know
/// are left aside. `Debug` shows a value whole, content included.
pub mod types {
    pub use super::{client::types::*, models::*};
}

pub use operations::{API_VERSION, request};
