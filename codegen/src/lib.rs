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

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(all(feature = "generator", feature = "import"))]
pub mod cargo;
#[cfg(feature = "cli")]
mod carry;
#[cfg(feature = "cli")]
mod check;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
mod diff;
#[cfg(feature = "cli")]
mod direction;
pub mod document;
#[cfg(feature = "generator")]
mod duplicates;
mod error;
#[cfg(feature = "import")]
mod files;
#[cfg(feature = "generator")]
pub mod finish;
#[cfg(feature = "generator")]
mod generator;
#[cfg(all(feature = "generator", feature = "import"))]
mod given;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "import")]
mod load;
#[cfg(feature = "generator")]
pub mod lower;
#[cfg(feature = "cli")]
mod sources;

pub use document::Document;
pub use error::SpecError;
#[cfg(feature = "generator")]
pub use generator::{Features, generate, to_text};
#[cfg(feature = "import")]
pub use load::load;

/// What a document gives with all features.
#[cfg(feature = "generator")]
pub struct Finished {
    /// The client.
    pub client: String,
    /// The typed mocks.
    pub mocks: String,
    /// The [table of calls](finish::calls).
    pub calls: String,
    /// The [table of types](finish::types).
    pub types: String,
    /// The conveniences, with what each lacks.
    pub conveniences: Vec<finish::Convenience>,
}

/// Generates the types of a document of events. A schema that the document of a `client` has too is the client's.
///
/// # Errors
/// What stops a build with this document.
#[cfg(feature = "generator")]
pub fn events(
    document: &Document,
    client: Option<&Document>,
    features: Features,
) -> Result<syn::File, SpecError> {
    let schemas = client.and_then(|client| client.root.pointer(document::SCHEMAS));
    let shared = document::members(schemas).map(|(name, _)| name.clone());
    let lowered = lower::for_events(document, &shared.collect())?;
    let mut types = generate(&lowered, features, progenitor::Generator::generate_tokens)?;
    finish::events(&mut types, document, &lowered)?;
    Ok(types)
}

/// Generates everything that a document gives, with all features: for tests and checks of documents. `needs` is the
/// table of [`finish::conveniences`].
///
/// # Errors
/// What stops a build with this document.
#[cfg(feature = "generator")]
pub fn finished(document: &Document, needs: &str) -> Result<Finished, SpecError> {
    use progenitor::Generator;

    let features = Features { schemars: true };
    let lowered = lower::for_client(document)?;
    let mut client = generate(&lowered, features, Generator::generate_tokens)?;
    finish::client(&mut client, document, &lowered)?;
    let conveniences = finish::conveniences(needs, &mut client, document, &lowered)?;
    let types = finish::types(&mut client, &lowered)?;
    let lowered = lower::for_mocks(document)?;
    let mut mocks = generate(&lowered, features, |generator, document| {
        generator.httpmock(document, "crate::generated")
    })?;
    finish::mocks(&mut mocks, document)?;
    Ok(Finished {
        calls: finish::calls(&mut client, document)?,
        client: to_text(&client),
        mocks: to_text(&mocks),
        types,
        conveniences,
    })
}
