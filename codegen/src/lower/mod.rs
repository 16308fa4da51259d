//! Says in another way what progenitor can't take or would take wrongly. Each step is a function on the document.

mod bodies;
mod collections;
mod errors;
mod names;
mod nulls;
mod open_enums;
mod read_only;
mod responses;
mod unions;

use serde_json::Value;

use crate::SpecError;

pub use errors::RESPONSE as ERROR_RESPONSE;
pub use nulls::OR_NULL;
pub use open_enums::{OpenEnum, of_media_types};
pub use unions::Union;

/// A document that progenitor takes, and what was taken out of it because other parts generate it.
pub struct Lowered {
    pub document: Value,
    pub enums: Vec<OpenEnum>,
    pub unions: Vec<Union>,
}

/// What a document is lowered for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum For {
    /// The client, whose calls have one type of success.
    Client,
    /// Mocks, which have an answer for each documented status.
    Mocks,
}

/// Lowers an inlined document.
pub fn lower(document: Value, purpose: For) -> Result<Lowered, SpecError> {
    let document = names::shorten(document)?;
    // Needs the media types, so it comes before the step that replaces them.
    let document = nulls::allow(document)?;
    let document = errors::complete(document);
    let mut document = bodies::plain(document)?;
    match purpose {
        For::Client => {
            document = bodies::optional(document)?;
            document = responses::successes(document)?;
        }
        For::Mocks => document = responses::each(document)?,
    }
    let document = read_only::not_required(document);
    let document = collections::optional(document);
    let (document, unions) = unions::take(document)?;
    let (document, enums) = open_enums::take(document)?;
    Ok(Lowered {
        document,
        enums,
        unions,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn mocks_keep_every_documented_status() {
        let document = json!({ "paths": { "/a": { "get": {
            "operationId": "A_Do", "responses": { "200": {}, "404": {} },
        }}}});
        let statuses = |purpose: For| -> Vec<String> {
            let lowered = lower(document.clone(), purpose).expect("lowered");
            let responses = lowered.document["paths"]["/a"]["get"]["responses"]
                .as_object()
                .cloned();
            responses
                .into_iter()
                .flatten()
                .map(|(status, _)| status)
                .collect()
        };
        assert_eq!(statuses(For::Client), ["2XX"]);
        assert_eq!(statuses(For::Mocks), ["200", "404"]);
    }
}
