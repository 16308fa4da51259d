//! The documents of the API and of its events: operations, and the validation of requests, responses and events.

mod document;
mod events;
mod request;
mod response;
mod schema;

pub(crate) use document::Operation;
pub(crate) use events::{EventType, short_name};
pub(crate) use request::CONTINUATION;

use acs_chat_codegen::SpecError;
use acs_chat_codegen::document::text as text_of;
use std::sync::{Arc, OnceLock};

const DOCUMENT: &str = include_str!(concat!("../../", include!("../../spec/current.rs")));

/// The API's version and operations, and its events.
pub(crate) struct Contract {
    pub(crate) version: String,
    pub(crate) operations: Vec<Arc<Operation>>,
    pub(crate) events: Vec<EventType>,
}

impl Contract {
    /// The event with this name, which may begin with `Microsoft.Communication.`.
    pub(crate) fn event(&self, name: &str) -> Option<&EventType> {
        let name = short_name(name);
        self.events.iter().find(|event| event.name == name)
    }

    /// The names of all events, comma-separated.
    pub(crate) fn event_names(&self) -> String {
        let names: Vec<&str> = self.events.iter().map(|event| &*event.name).collect();
        names.join(", ")
    }
}

/// The contract, read from the embedded documents once.
///
/// # Errors
///
/// What in the document cannot be read, and where; the same error every time.
pub(crate) fn contract() -> Result<&'static Contract, &'static SpecError> {
    static CONTRACT: OnceLock<Result<Contract, SpecError>> = OnceLock::new();
    CONTRACT.get_or_init(|| parse_contract(DOCUMENT)).as_ref()
}

/// Parses a document of the API.
pub(crate) fn parse_contract(text: &str) -> Result<Contract, SpecError> {
    let document = acs_chat_codegen::document::read::parse(text)?;
    Ok(Contract {
        version: text_of(&document["info"], "version"),
        operations: document::operations(&document)?,
        events: events::events()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_document_is_read_whole() {
        let contract = contract().unwrap();
        let document: serde_json::Value = serde_json::from_str(DOCUMENT).unwrap();
        assert_eq!(document["info"]["version"], contract.version);
        let items = document["paths"].as_object().unwrap().values();
        let methods = items.flat_map(|item| item.as_object().unwrap().values());
        let ids = methods.filter_map(|method| method["operationId"].as_str());
        let mut ids: Vec<_> = ids.collect();
        let mut read: Vec<_> = contract.operations.iter().map(|it| &it.id).collect();
        ids.sort_unstable();
        read.sort_unstable();
        assert_eq!(read, ids);
        assert!(!read.is_empty());
    }

    #[test]
    fn a_document_that_is_wrong_is_named_with_the_place() {
        let refused = |text: &str| parse_contract(text).err().unwrap().to_string();
        assert!(refused("[").contains("not JSON"));
        assert!(refused(r#"{"openapi":"3.0.3"}"#).contains("/info/version"));
        let with = |operation: &str| {
            refused(&format!(
                r#"{{"openapi":"3.0.3","info":{{"version":"1"}},"paths":{{"/x":{{"get":{operation}}}}}}}"#
            ))
        };
        let dangling = with(r##"{"operationId":"X","parameters":[{"$ref":"#/no"}]}"##);
        assert!(
            dangling.starts_with(
                "at /paths/~1x/get/parameters/0: refers to `#/no`, where there is nothing"
            ),
            "{dangling}"
        );
        let responses =
            r#""responses":{"200":{"description":"OK","content":{"application/json":{}}}}"#;
        let bare = with(&format!(r#"{{"operationId":"X",{responses}}}"#));
        assert!(
            bare.starts_with(
                "at /paths/~1x/get/responses/200/content/application~1json: the body has no schema"
            ),
            "{bare}"
        );
        let untyped = with(&format!(
            r#"{{"operationId":"X","parameters":[{{"name":"a","in":"query"}}],{responses}}}"#
        ));
        assert!(
            untyped.starts_with("at /paths/~1x/get/parameters/0: the parameter has no schema"),
            "{untyped}"
        );
        let odd = with(
            r#"{"operationId":"X","parameters":[{"name":"a","in":"query","schema":{"type":"text"}}],"responses":{"200":{"description":"OK"}}}"#,
        );
        assert!(
            odd.starts_with("at /paths/~1x/get/parameters/0: the schema cannot be used"),
            "{odd}"
        );
    }
}
