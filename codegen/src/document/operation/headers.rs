//! Documented headers of successful responses.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    SpecError,
    document::{follow, is_true, members, names, parameters::is_header_name, pointer::child, text},
};

/// The extension of an operation that goes on after its response.
pub const LONG_RUNNING: &str = "x-ms-long-running-operation";

/// The header with the URL where a long-running operation says how far it is.
const OPERATION_LOCATION: &str = "Operation-Location";

/// A documented header of a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// Its name in the response.
    pub name: String,
    /// The name of the method that reads it.
    pub rust: String,
    /// The description, or the empty string.
    pub description: String,
    /// The `type` and the `format` of its schema, or the empty string.
    pub kind: (String, String),
}

pub fn headers(document: &Value, node: &Value, place: &str) -> Result<Vec<Header>, SpecError> {
    let mut found: Vec<Header> = Vec::new();
    let mut taken = BTreeSet::from(["of".to_owned()]);
    let mut add = |name: &str, description: String, schema: &Value| {
        let is_known = found
            .iter()
            .any(|known| known.name.eq_ignore_ascii_case(name));
        if !is_known {
            found.push(Header {
                name: name.to_owned(),
                rust: names::free(&[names::snake(name)], &mut taken),
                description,
                kind: (text(schema, "type"), text(schema, "format")),
            });
        }
    };
    for (status, response) in members(node.get("responses")) {
        if !status.starts_with('2') {
            continue;
        }
        for (name, header) in members(response.get("headers")) {
            let place = child(&format!("{place}/responses/{status}/headers"), name);
            if !is_header_name(name) {
                return Err(SpecError::new(
                    place,
                    format!("`{name}` can't be the name of a header"),
                    "use letters, digits and `-`",
                ));
            }
            let header = follow(document, header, &place)?;
            let schema = follow(document, &header["schema"], &place)?;
            add(name, text(header, "description"), schema);
        }
    }
    if is_true(node, LONG_RUNNING) {
        let description = "Where the operation says how far it is.".to_owned();
        add(OPERATION_LOCATION, description, &Value::Null);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{
        fixture::{document, only},
        operations,
    };
    use super::*;

    #[test]
    fn headers_of_successes_are_read() {
        let count = json!({ "description": "How many.", "schema": { "type": "integer", "format": "int32" } });
        let node = json!({
            "operationId": "Do",
            "x-ms-long-running-operation": true,
            "deprecated": true,
            "responses": {
                "200": { "headers": { "x-count": count, "of": {} } },
                "202": { "headers": { "X-Count": {} } },
                "default": { "headers": { "x-error": {} } },
            },
        });
        let operation = only("/a", "get", node.clone());
        assert!(operation.deprecated && operation.long_running);
        let headers: Vec<_> = operation
            .headers
            .iter()
            .map(|header| (header.name.as_str(), header.rust.as_str()))
            .collect();
        assert_eq!(
            headers,
            [
                ("x-count", "x_count"),
                ("of", "of2"),
                ("Operation-Location", "operation_location")
            ]
        );
        let Header {
            description, kind, ..
        } = &operation.headers[0];
        assert_eq!(
            (description.as_str(), kind),
            ("How many.", &("integer".to_owned(), "int32".to_owned()))
        );
        let mut node = node;
        node["responses"]["200"]["headers"]["two words"] = json!({});
        let error = operations(&document("/a", "post", node))
            .expect_err("no name")
            .to_string();
        let said = "at /paths/~1a/post/responses/200/headers/two words: `two words` can't be the name of a header; ";
        assert!(error.starts_with(said), "{error}");
    }
}
