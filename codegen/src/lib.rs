//! The steps from the API's document to the generated code.

pub mod document;
mod error;
#[cfg(feature = "generator")]
mod finish;
#[cfg(feature = "generator")]
mod generator;
#[cfg(feature = "generator")]
mod lower;

#[cfg(feature = "generator")]
use serde_json::Value;

pub use document::read::{parse, read};
pub use error::SpecError;

/// What the caller of the crate asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Features {
    pub schemars: bool,
    pub httpmock: bool,
}

/// A file to write.
pub struct Generated {
    pub name: &'static str,
    pub code: String,
}

/// Generates all code from an OpenAPI 3.0 document.
#[cfg(feature = "generator")]
pub fn generate(document: Value, features: Features) -> Result<Vec<Generated>, SpecError> {
    let document = document::inline::inline(&document)?;
    let operations = document::operation::operations(&document)?;
    let version = document::text(&document["info"], "version");
    let lowered = lower::lower(document.clone(), lower::For::Client)?;
    let mut client = generator::client(&lowered, features)?;
    finish::docs::complete(&mut client);
    finish::nulls::keep(&mut client);
    let mut enums = lowered.enums;
    for operation in &operations {
        enums.extend(lower::of_media_types(operation, &lowered.document)?);
    }
    let models = finish::models::emit(&enums, &lowered.unions, &operations, &client)?;
    let requests = finish::operations::requests(&operations, &client)?;
    let mut files = vec![
        (
            "operations.rs",
            finish::operations::emit(&requests, &version)?,
        ),
        ("calls.rs", finish::calls::emit(&requests)?),
        ("models.rs", models),
        ("client.rs", generator::only_types(client)),
    ];
    if features.httpmock {
        let mocks = generator::mocks(
            &lower::lower(document.clone(), lower::For::Mocks)?,
            features,
        )?;
        files.push((
            "mocks.rs",
            finish::mocks::emit(mocks, &operations, &document)?,
        ));
    }
    let formatted = files.into_iter().map(|(name, file)| Generated {
        name,
        code: prettyplease::unparse(&file),
    });
    Ok(formatted.collect())
}
