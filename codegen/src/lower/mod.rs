//! Says in another way what progenitor can't take or would take wrongly. Each step is a function on the document.

mod bodies;
mod collections;
mod defaults;
mod enums;
mod errors;
mod events;
mod formats;
mod joined;
mod names;
mod nulls;
mod open_enums;
mod properties;
mod read_only;
mod renamed;
mod repeatability;
mod responses;
mod unions;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    Document, SpecError,
    document::{each_operation, in_file, operation::API_VERSION},
};

pub use errors::RESPONSE as ERROR_RESPONSE;
pub use events::any_object;
pub use events::for_events;
pub use joined::JOINED;
pub use nulls::{HOLDERS, OR_NULL, SCALARS};
pub use open_enums::OpenEnum;
use open_enums::of_media_types;
pub use renamed::Renamed;
pub use unions::Union;

/// Where the types of the client are.
pub const CLIENT_TYPES: &str = "crate::types";

/// A document that progenitor takes, and what was taken out of it because progenitor has no form for it.
pub struct Lowered {
    /// The document.
    pub document: Value,
    /// The open enums, which the document only names.
    pub enums: Vec<OpenEnum>,
    /// The unions, which the document only names.
    pub unions: Vec<Union>,
    /// The names that stand for names of the API.
    pub renamed: Renamed,
    /// The path of the module that the types are in.
    pub module: &'static str,
    /// Whether the types have builders: those that are only received have none.
    pub has_builders: bool,
    /// The schemas whose types are those of the client, which another document has.
    pub shared: BTreeSet<String>,
}

/// Lowers a document for the client, whose calls have one type of success.
///
/// # Errors
/// What no step can lower, with its place in the document.
pub fn for_client(document: &Document) -> Result<Lowered, SpecError> {
    client(document).map_err(|error| in_file(&document.root, error))
}

fn client(document: &Document) -> Result<Lowered, SpecError> {
    let (lowered, renamed) = prepare(document)?;
    let lowered = repeatability::optional(lowered)?;
    let mut lowered = types(responses::successes(lowered)?, renamed)?;
    for operation in &document.operations {
        lowered
            .enums
            .extend(of_media_types(operation, &lowered.document)?);
    }
    Ok(lowered)
}

/// Lowers a document for mocks, which have a response for each documented status.
///
/// # Errors
/// What no step can lower, with its place in the document.
pub fn for_mocks(document: &Document) -> Result<Lowered, SpecError> {
    let lowered =
        prepare(document).and_then(|(lowered, renamed)| types(responses::each(lowered)?, renamed));
    lowered.map_err(|error| in_file(&document.root, error))
}

/// Lowers a document for a command line: as for the client, which it calls, without the version of the API, which every
/// request has by itself.
///
/// # Errors
/// What no step can lower, with its place in the document.
pub fn for_cli(document: &Document) -> Result<Lowered, SpecError> {
    let mut lowered = for_client(document)?;
    each_operation(&mut lowered.document, |_, _, _, operation| {
        if let Some(parameters) = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut)
        {
            parameters.retain(|parameter| parameter["name"] != API_VERSION);
        }
        Ok(())
    })?;
    Ok(lowered)
}

fn prepare(document: &Document) -> Result<(Value, Renamed), SpecError> {
    errors::check(&document.root)?;
    let (mut lowered, renamed) = names::of_operations(document)?;
    defaults::only_said(&mut lowered, false);
    formats::say(&mut lowered);
    enums::plain(&mut lowered);
    let lowered = joined::lists(lowered)?;
    // Needs the media types, which the step after the next one replaces.
    let lowered = nulls::allow(lowered)?;
    Ok((bodies::plain(errors::complete(lowered))?, renamed))
}

fn types(document: Value, mut renamed: Renamed) -> Result<Lowered, SpecError> {
    let document = read_only::not_required(document);
    let document = collections::optional(document);
    let (document, unions) = unions::take(document)?;
    let (document, enums) = open_enums::take(document)?;
    let document = properties::name(document, &mut renamed)?;
    Ok(Lowered {
        document,
        enums,
        unions,
        renamed,
        module: CLIENT_TYPES,
        has_builders: true,
        shared: BTreeSet::new(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nobody_is_asked_for_the_version_of_the_api() {
        let parameter =
            |name: &str| json!({ "name": name, "in": "query", "schema": { "type": "string" } });
        let document = json!({ "info": { "version": "1" }, "paths": { "/a": { "get": {
            "operationId": "A_Do",
            "parameters": [parameter("api-version"), parameter("topic")],
            "responses": { "204": {} },
        }}}});
        let document = Document::new(document).expect("a document");
        let lowered = for_cli(&document).expect("lowered").document;
        let parameters = &lowered["paths"]["/a"]["get"]["parameters"];
        assert_eq!(parameters.as_array().map(Vec::len), Some(1));
        assert_eq!(parameters[0]["name"], "topic");
    }

    #[test]
    fn mocks_keep_every_documented_status() {
        let document = json!({ "info": { "version": "1" }, "paths": { "/a": { "get": {
            "operationId": "A_Do", "responses": { "200": {}, "404": {} },
        }}}});
        let document = Document::new(document).expect("a document");
        type Lower = fn(&Document) -> Result<Lowered, SpecError>;
        let statuses = |lower: Lower| -> Vec<String> {
            let lowered = lower(&document).expect("lowered");
            let responses = lowered.document["paths"]["/a"]["get"]["responses"]
                .as_object()
                .cloned();
            responses
                .into_iter()
                .flatten()
                .map(|(status, _)| status)
                .collect()
        };
        assert_eq!(statuses(for_client), ["2XX"]);
        assert_eq!(statuses(for_mocks), ["200", "404"]);
    }
}
