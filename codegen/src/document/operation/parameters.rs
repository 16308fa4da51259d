//! Parameters outside the body.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::Value;

use crate::document::{is_true, names, text};

/// The query parameter with the API version: sent with every request, never set by the caller.
pub const API_VERSION: &str = "api-version";

/// The path parameter that a thread handle sets.
pub const THREAD: &str = "chatThreadId";

/// A parameter outside the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its name in the request.
    pub name: String,
    /// What its name in Rust is made of: [`name`](Self::name), or another where that is taken.
    pub rust: String,
    /// Its location: `path`, `query` or `header`.
    pub place: String,
    /// Whether every request has it.
    pub required: bool,
    /// The description, or the empty string.
    pub description: String,
    /// Whether callers should leave it out.
    pub deprecated: bool,
}

/// Fields and methods of each request builder beside its parameters, and what `send` calls its own values.
const OF_BUILDERS: [&str; 14] = [
    "body",
    "body_map",
    "client",
    "client_request_id",
    "content_type",
    "header_map",
    "new",
    "pages",
    "resume",
    "resume_pages",
    "retry",
    "send",
    "stream",
    "url",
];

pub fn parameters(node: &Value) -> Vec<Parameter> {
    let mut taken = BTreeSet::from(OF_BUILDERS.map(str::to_owned));
    let of = |parameter: &Value| {
        let (name, place) = (text(parameter, "name"), text(parameter, "in"));
        let given = names::client_name(parameter, &name);
        let wanted = names::snake(given.as_ref().unwrap_or(&name));
        let with_place = format!("{wanted}_{place}");
        let rust = names::free(&[wanted, with_place], &mut taken);
        // The generator reads an apostrophe in another way.
        let is_as_it_is = rust == name.to_snake_case() && !name.contains('\'');
        Parameter {
            rust: if is_as_it_is { name.clone() } else { rust },
            name,
            place,
            required: parameter["required"].as_bool().unwrap_or(false),
            description: text(parameter, "description"),
            deprecated: is_true(parameter, "deprecated"),
        }
    };
    let nodes = node["parameters"].as_array();
    nodes.into_iter().flatten().map(of).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::fixture::only;

    #[test]
    fn parameters_are_named_once() {
        let parameter = |name: &str, place: &str| json!({ "name": name, "in": place });
        let mut renamed = parameter("x", "header");
        renamed["x-ms-client-name"] = json!("filter");
        let node = json!({ "operationId": "Do", "responses": { "200": {} }, "parameters": [
            parameter("$filter", "query"), parameter("maxSize", "query"), parameter("max-size", "header"),
            parameter("client", "query"), parameter("1st", "query"), parameter("%", "query"), parameter("type", "query"), renamed,
        ] });
        let names = only("/a", "get", node)
            .parameters
            .into_iter()
            .map(|parameter| parameter.rust);
        let expected = [
            "$filter",
            "maxSize",
            "max_size_header",
            "client_query",
            "x1st",
            "x",
            "type",
            "filter_header",
        ];
        assert_eq!(names.collect::<Vec<_>>(), expected);
    }
}
