//! The steps from the API's document to the generated code.

mod client;
mod document;
mod emit;
mod inline;
mod lower;
mod media;
mod operation;
mod parameters;
mod problem;
mod read;

use serde_json::Value;

pub use problem::Problem;
pub use read::read;

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
pub fn generate(document: Value, features: Features) -> Result<Vec<Generated>, Problem> {
    let document = inline::inline(&document)?;
    let operations = operation::operations(&document)?;
    let version = document::text(&document["info"], "version");
    let lowered = lower::lower(document.clone(), lower::For::Client)?;
    let mut client = client::client(&lowered, features)?;
    emit::docs::complete(&mut client);
    emit::nulls::keep(&mut client);
    let mut enums = lowered.enums;
    for operation in &operations {
        enums.extend(lower::of_media_types(operation, &lowered.document)?);
    }
    let models = emit::models::emit(&enums, &lowered.unions, &operations, &client)?;
    let requests = emit::operations::requests(&operations, &client)?;
    let mut files = vec![
        (
            "operations.rs",
            emit::operations::emit(&requests, &version)?,
        ),
        ("calls.rs", emit::calls::emit(&requests)?),
        ("models.rs", models),
        ("client.rs", client::only_types(client)),
    ];
    if features.httpmock {
        let mocks = client::mocks(
            &lower::lower(document.clone(), lower::For::Mocks)?,
            features,
        )?;
        files.push((
            "mocks.rs",
            emit::mocks::emit(mocks, &operations, &document)?,
        ));
    }
    let formatted = files.into_iter().map(|(name, file)| Generated {
        name,
        code: prettyplease::unparse(&file),
    });
    Ok(formatted.collect())
}
