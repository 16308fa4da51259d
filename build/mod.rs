//! The steps from the API's document to the generated code.

mod client;
mod document;
mod emit;
mod inline;
mod lower;
mod operation;
mod problem;
mod read;

use serde_json::Value;

pub use problem::Problem;
pub use read::read;

/// What the caller of the crate asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Features {
    pub schemars: bool,
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
    let lowered = lower::lower(document)?;
    let mut client = client::client(&lowered, features)?;
    emit::docs::complete(&mut client);
    let models = emit::models::emit(&lowered.enums, &lowered.unions, &operations, &client)?;
    let operations = emit::operations::emit(&operations, &client, &version)?;
    Ok(vec![
        Generated {
            name: "client.rs",
            code: prettyplease::unparse(&client),
        },
        Generated {
            name: "models.rs",
            code: prettyplease::unparse(&models),
        },
        Generated {
            name: "operations.rs",
            code: prettyplease::unparse(&operations),
        },
    ])
}
