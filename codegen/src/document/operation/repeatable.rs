//! Whether a request is safe to repeat.

use serde_json::Value;

use super::{
    body::{Body, MERGE_PATCH},
    parameters::Parameter,
};
use crate::document::text;

/// The header that makes a request of any method safe to repeat.
pub const REPEATABILITY: &str = "repeatability-request-id";

/// The extension with the reason why a POST is safe to repeat.
pub const REPEATABLE: &str = "x-acs-repeatable";

/// Whether, and why, a request is safe to repeat.
#[derive(Debug, Clone, PartialEq)]
pub enum Repeatable {
    /// The method is GET, PUT, DELETE, or a PATCH with a merge patch.
    ByMethod,
    /// This header lets the service recognize a repeated request.
    ByHeader(String),
    /// The document gives this reason.
    Because(String),
    /// It is not known to be safe.
    No,
}

pub fn repeatable(
    node: &Value,
    method: &str,
    parameters: &[Parameter],
    body: Option<&Body>,
) -> Repeatable {
    let header = parameters
        .iter()
        .find(|p| p.place == "header" && p.name.eq_ignore_ascii_case(REPEATABILITY));
    if let Some(header) = header {
        return Repeatable::ByHeader(header.name.clone());
    }
    match (method, body) {
        ("get" | "head" | "put" | "delete" | "options" | "trace", _) => Repeatable::ByMethod,
        ("patch", Some(body)) if body.media_type() == MERGE_PATCH => Repeatable::ByMethod,
        _ => match text(node, REPEATABLE) {
            reason if reason.is_empty() => Repeatable::No,
            reason => Repeatable::Because(reason),
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::fixture::only;
    use super::*;

    #[test]
    fn what_does_no_harm_when_it_is_sent_twice() {
        let header = json!([{ "name": "Repeatability-Request-ID", "in": "header" }]);
        let body = |media: &str| json!({ "content": { media: {} } });
        for (method, more, expected) in [
            ("get", json!({}), Repeatable::ByMethod),
            ("put", json!({}), Repeatable::ByMethod),
            ("delete", json!({}), Repeatable::ByMethod),
            ("post", json!({}), Repeatable::No),
            (
                "post",
                json!({ "parameters": header }),
                Repeatable::ByHeader("Repeatability-Request-ID".to_owned()),
            ),
            (
                "post",
                json!({ "x-acs-repeatable": "since" }),
                Repeatable::Because("since".to_owned()),
            ),
            (
                "patch",
                json!({ "requestBody": body(MERGE_PATCH) }),
                Repeatable::ByMethod,
            ),
            (
                "patch",
                json!({ "requestBody": body("application/json") }),
                Repeatable::No,
            ),
            ("patch", json!({}), Repeatable::No),
        ] {
            let mut node = json!({ "operationId": "Do", "responses": { "200": {} } });
            node.as_object_mut()
                .expect("an object")
                .extend(more.as_object().expect("an object").clone());
            assert_eq!(
                only("/a", method, node.clone()).repeatable,
                expected,
                "{method} {node}"
            );
        }
    }
}
