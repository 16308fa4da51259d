//! From the API's OpenAPI document to the client: the document ([`document`]), the same document as progenitor takes it
//! ([`lower`]), and progenitor's client, completed ([`finish`]).
//!
//! ```no_run
//! use acs_chat_codegen::{Document, Features, finish, generate, lower};
//! use progenitor::Generator;
//!
//! # fn main() -> Result<(), acs_chat_codegen::SpecError> {
//! let document = Document::read("spec/2025-03-15.json".as_ref())?;
//! let lowered = lower::for_client(&document)?;
//! let mut client = generate(&lowered, Features::default(), Generator::generate_tokens)?;
//! finish::client(&mut client, &document, &lowered)?;
//! # Ok(())
//! # }
//! ```

pub mod document;
mod error;
#[cfg(feature = "generator")]
pub mod finish;
#[cfg(feature = "generator")]
mod generator;
#[cfg(feature = "generator")]
pub mod lower;

pub use document::Document;
pub use error::SpecError;
#[cfg(feature = "generator")]
pub use generator::{Features, generate, to_text};

/// The texts of the client and of the mocks that a document gives, with all features.
///
/// # Errors
/// What stops a build with this document.
#[cfg(feature = "generator")]
pub fn finished(document: &Document) -> Result<[String; 2], SpecError> {
    use progenitor::Generator;

    let features = Features { schemars: true };
    let lowered = lower::for_client(document)?;
    let mut client = generate(&lowered, features, Generator::generate_tokens)?;
    finish::client(&mut client, document, &lowered)?;
    let lowered = lower::for_mocks(document)?;
    let mut mocks = generate(&lowered, features, |generator, document| {
        generator.httpmock(document, "crate::generated")
    })?;
    finish::mocks(&mut mocks, document)?;
    Ok([to_text(&client), to_text(&mocks)])
}
