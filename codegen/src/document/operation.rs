//! Operations as the generator uses them, read once from the document.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::{Map, Value};

use super::pointer::child;
use super::{
    OperationNode, follow, is_true, media, members, names, operation_nodes, placeholders, referred,
    str_at, text,
};
use crate::SpecError;

/// The media type of a JSON merge patch.
pub const MERGE_PATCH: &str = "application/merge-patch+json";

/// The query parameter with the API version: sent with every request, never set by the caller.
pub const API_VERSION: &str = "api-version";

/// The header that makes a request of any method safe to repeat.
pub const REPEATABILITY: &str = "repeatability-request-id";

/// The path parameter that a thread handle sets.
pub const THREAD: &str = "chatThreadId";

/// The extension with the reason why a POST is safe to repeat.
pub const REPEATABLE: &str = "x-acs-repeatable";

/// The extension of an operation that goes on after its response.
pub const LONG_RUNNING: &str = "x-ms-long-running-operation";

/// The header with the URL where a long-running operation says how far it is.
const OPERATION_LOCATION: &str = "Operation-Location";

/// An operation of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// The `operationId`.
    pub id: String,
    /// The `operationId` without its group, or whole where another has the same without it.
    pub short: String,
    /// The name of the client's method.
    pub name: String,
    /// The type name of the request's builder.
    pub type_name: String,
    /// The JSON pointer to the operation.
    pub place: String,
    /// The HTTP method in upper case.
    pub method: String,
    /// The path's template.
    pub path: String,
    /// The summary, or the empty string.
    pub summary: String,
    /// The description, or the empty string.
    pub description: String,
    /// Path, query and header parameters in the document's order, including `api-version`.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// The media types of its responses.
    pub accept: BTreeSet<String>,
    /// The schemas of its errors by status, including `default`.
    pub errors: BTreeMap<String, String>,
    /// The lowest documented success status.
    pub success: u16,
    /// Whether one success has a JSON body and another has none.
    pub may_be_empty: bool,
    /// The description of the success response.
    pub returns: String,
    /// Whether the request is safe to repeat.
    pub repeatable: Repeatable,
    /// The members of a page, if the operation returns one.
    pub pageable: Option<Pageable>,
    /// The documented headers of its success responses.
    pub headers: Vec<Header>,
    /// Whether it goes on after its response.
    pub long_running: bool,
    /// Whether callers should use another.
    pub deprecated: bool,
}

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

/// A request body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Whether every request has it.
    pub required: bool,
    /// The description, or the empty string.
    pub description: String,
    /// How it is sent.
    pub sent: media::Sent,
}

impl Body {
    /// The media type unless the caller chooses another.
    pub fn media_type(&self) -> &str {
        self.sent.media_types.first().map_or("", String::as_str)
    }
}

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

/// `x-ms-pageable`: the members of a page with its items and the link to the next page.
#[derive(Debug, Clone, PartialEq)]
pub struct Pageable {
    /// The member with the items.
    pub items: String,
    /// The member with the link to the next page.
    pub next_link: String,
}

/// Methods that the client has, what progenitor's code calls on it, and a constant beside those of operations.
pub const METHODS_OF_CLIENT: [&str; 14] = [
    "api_version",
    "baseurl",
    "builder",
    "client",
    "clone",
    "credential",
    "endpoint",
    "exec",
    "id",
    "inner",
    "post",
    "pre",
    "properties",
    "thread",
];

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

/// Reads all operations of an inlined document.
pub fn operations(document: &Value) -> Result<Vec<Operation>, SpecError> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let nodes = operation_nodes(document);
    let shorts = shorts(&nodes);
    for (node, short) in nodes.into_iter().zip(shorts) {
        let place = &node.place;
        let operation = operation(document, &node, short)?;
        if is_taken(&operation.name) {
            return Err(SpecError::new(
                format!("{place}/operationId"),
                format!(
                    "`{}` would become `{}`, a name that the client has already",
                    operation.id, operation.name
                ),
                "give it another name, or a group",
            ));
        }
        if let Some(other) = seen.insert(operation.name.clone(), operation.id.clone()) {
            return Err(SpecError::new(
                format!("{place}/operationId"),
                format!(
                    "`{}` and `{other}` would both become the method `{}`",
                    operation.id, operation.name
                ),
                "rename one of them: method names are operation ids without their group, or with it where they would clash",
            ));
        }
        all.push(operation);
    }
    Ok(all)
}

/// The ids of operations without their groups; whole where two would be one, or what the client has already.
fn shorts(nodes: &[OperationNode<'_>]) -> Vec<String> {
    let ids = || nodes.iter().map(|node| str_at(node.node, "operationId"));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids() {
        *counts.entry(short(id).to_snake_case()).or_default() += 1;
    }
    let of = |id: &str| {
        let name = short(id).to_snake_case();
        let is_whole = !name.is_empty() && (is_taken(&name) || counts.get(&name) != Some(&1));
        if is_whole { id } else { short(id) }.to_owned()
    };
    ids().map(of).collect()
}

/// Whether a method or its request builder can't have this name.
fn is_taken(name: &str) -> bool {
    METHODS_OF_CLIENT.contains(&name) || names::TYPES.contains(&name.to_pascal_case().as_str())
}

/// An operation id without its group.
pub fn short(id: &str) -> &str {
    id.rsplit('_').next().unwrap_or(id)
}

impl Operation {
    /// The type name of the body's media types, where the caller has a choice.
    pub fn content_type(&self) -> Option<String> {
        let body = self.body.as_ref()?;
        (body.sent.media_types.len() > 1).then(|| format!("{}ContentType", self.type_name))
    }
}

fn operation(
    document: &Value,
    node: &OperationNode<'_>,
    short: String,
) -> Result<Operation, SpecError> {
    let OperationNode {
        path,
        method,
        place,
        node,
        ..
    } = node;
    let id = text(node, "operationId");
    let name = short.to_snake_case();
    if !name.starts_with(|first: char| first.is_alphabetic()) {
        return Err(SpecError::new(
            format!("{place}/operationId"),
            "the operation has no name",
            "give it an operationId such as `Group_DoSomething`",
        ));
    }
    let parameters = parameters(node);
    for name in placeholders(path) {
        if !parameters
            .iter()
            .any(|p| p.place == "path" && p.name == name)
        {
            return Err(SpecError::new(
                format!("{place}/parameters"),
                format!("the path has a `{{{name}}}` that no path parameter describes"),
                "describe it, or take it out of the path",
            ));
        }
    }
    for parameter in &parameters {
        if parameter.place == "path" && !path.contains(&format!("{{{}}}", parameter.name)) {
            return Err(SpecError::new(
                format!("{place}/parameters"),
                format!(
                    "the path parameter `{}` does not occur in the path",
                    parameter.name
                ),
                "take it out, or put it into the path",
            ));
        }
    }
    let body = body(document, node, &format!("{place}/requestBody"))?;
    let (success, returns) = success(node, place)?;
    Ok(Operation {
        name,
        type_name: short.to_pascal_case(),
        repeatable: repeatable(node, method, &parameters, body.as_ref()),
        pageable: node.get("x-ms-pageable").and_then(pageable),
        summary: text(node, "summary"),
        description: text(node, "description"),
        place: place.clone(),
        method: method.to_uppercase(),
        path: (*path).to_owned(),
        id,
        short,
        accept: accept(node, place)?,
        may_be_empty: may_be_empty(node),
        errors: errors(node),
        parameters,
        body,
        success,
        returns,
        headers: headers(document, node, place)?,
        long_running: is_true(node, LONG_RUNNING),
        deprecated: is_true(node, "deprecated"),
    })
}

fn parameters(node: &Value) -> Vec<Parameter> {
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

fn body(document: &Value, node: &Value, place: &str) -> Result<Option<Body>, SpecError> {
    let Some(body) = node.get("requestBody") else {
        return Ok(None);
    };
    let content = body["content"].as_object().cloned().unwrap_or_default();
    Ok(Some(Body {
        required: body["required"].as_bool().unwrap_or(false),
        description: text(body, "description"),
        sent: media::sent(document, &content, &format!("{place}/content"))?,
    }))
}

fn accept(node: &Value, place: &str) -> Result<BTreeSet<String>, SpecError> {
    let mut accept = BTreeSet::new();
    for (status, response) in node["responses"].as_object().into_iter().flatten() {
        for media_type in response["content"]
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
        {
            media::sendable(media_type, &format!("{place}/responses/{status}/content"))?;
            accept.insert(media_type.clone());
        }
    }
    Ok(accept)
}

fn headers(document: &Value, node: &Value, place: &str) -> Result<Vec<Header>, SpecError> {
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
            if !super::parameters::is_header_name(name) {
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

fn may_be_empty(node: &Value) -> bool {
    let responses = node["responses"].as_object().into_iter().flatten();
    let successes = responses.filter(|(status, _)| status.starts_with('2'));
    let content = successes.map(|(_, response)| response["content"].as_object());
    let content: Vec<_> = content.collect();
    let is_json = |content: &&Map<String, Value>| content.keys().any(|media| media::is_json(media));
    let is_empty = |content: &Option<&Map<String, Value>>| content.is_none_or(Map::is_empty);
    content.iter().any(is_empty) && content.iter().flatten().any(is_json)
}

fn errors(node: &Value) -> BTreeMap<String, String> {
    let responses = node["responses"].as_object().into_iter().flatten();
    let errors = responses.filter(|(status, _)| !status.starts_with('2'));
    let schema = |response: &Value| {
        let content = response["content"].as_object()?;
        let (_, json) = content.iter().find(|(media, _)| media::is_json(media))?;
        referred(json.get("schema")?).map(str::to_owned)
    };
    errors
        .filter_map(|(status, response)| Some((status.clone(), schema(response)?)))
        .collect()
}

fn success(node: &Value, place: &str) -> Result<(u16, String), SpecError> {
    let responses = node["responses"].as_object();
    responses
        .into_iter()
        .flatten()
        .filter_map(|(status, response)| match status.as_str() {
            "2XX" => Some((200, response)),
            status => Some((status.parse::<u16>().ok()?, response)),
        })
        .filter(|(status, _)| (200..300).contains(status))
        .min_by_key(|(status, _)| *status)
        .map(|(status, response)| (status, text(response, "description")))
        .ok_or_else(|| {
            SpecError::new(
                format!("{place}/responses"),
                "no response of the operation is a success",
                "describe one with a status from 200 to 299",
            )
        })
}

fn repeatable(
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

fn pageable(node: &Value) -> Option<Pageable> {
    // Without a link there is nothing to follow: such a list is one page.
    let next_link = node.get("nextLinkName")?.as_str()?.to_owned();
    let items = node
        .get("itemName")
        .and_then(Value::as_str)
        .unwrap_or("value")
        .to_owned();
    Some(Pageable { items, next_link })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(path: &str, method: &str, node: Value) -> Value {
        json!({ "paths": { path: { method: node } } })
    }

    fn only(path: &str, method: &str, node: Value) -> Operation {
        let mut all = operations(&document(path, method, node)).expect("an operation");
        assert_eq!(all.len(), 1);
        all.remove(0)
    }

    #[test]
    fn everything_that_the_document_says_of_an_operation() {
        let found = only(
            "/things/{id}",
            "patch",
            json!({
                "operationId": "Things_UpdateOneThing",
                "summary": "s",
                "description": "d",
                "parameters": [
                    { "name": "id", "in": "path", "required": true, "description": "i" },
                    { "name": "api-version", "in": "query", "required": true },
                ],
                "requestBody": { "description": "b", "required": true, "content": { "application/merge-patch+json": {} } },
                "responses": {
                    "204": { "description": "gone" },
                    "200": { "description": "there", "content": { "image/png": {} } },
                    "404": {},
                    "default": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Wrong" } } } },
                },
            }),
        );
        let parameter = |name: &str, place: &str, description: &str| Parameter {
            name: name.to_owned(),
            rust: name.to_owned(),
            place: place.to_owned(),
            required: true,
            description: description.to_owned(),
            deprecated: false,
        };
        let expected = Operation {
            id: "Things_UpdateOneThing".to_owned(),
            short: "UpdateOneThing".to_owned(),
            name: "update_one_thing".to_owned(),
            type_name: "UpdateOneThing".to_owned(),
            place: "/paths/~1things~1{id}/patch".to_owned(),
            method: "PATCH".to_owned(),
            path: "/things/{id}".to_owned(),
            summary: "s".to_owned(),
            description: "d".to_owned(),
            parameters: vec![
                parameter("id", "path", "i"),
                parameter("api-version", "query", ""),
            ],
            body: Some(Body {
                required: true,
                description: "b".to_owned(),
                sent: media::Sent {
                    kind: media::Kind::Json,
                    media_types: vec![MERGE_PATCH.to_owned()],
                },
            }),
            accept: BTreeSet::from(["application/json".to_owned(), "image/png".to_owned()]),
            errors: BTreeMap::from([("default".to_owned(), "Wrong".to_owned())]),
            success: 200,
            may_be_empty: false,
            returns: "there".to_owned(),
            repeatable: Repeatable::ByMethod,
            pageable: None,
            headers: vec![],
            long_running: false,
            deprecated: false,
        };
        assert_eq!(found, expected);
    }

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

    #[test]
    fn a_success_can_be_empty_beside_one_that_is_not() {
        let json = json!({ "content": { "application/json": {} } });
        let bytes = json!({ "content": { "image/png": {} } });
        for (responses, expected) in [
            (json!({ "201": json, "202": {}, "default": {} }), true),
            (json!({ "201": json, "202": { "content": {} } }), true),
            (json!({ "201": json, "default": {} }), false),
            (json!({ "200": bytes, "204": {} }), false),
            (json!({ "200": {}, "204": {} }), false),
        ] {
            let node = json!({ "operationId": "Do", "responses": responses });
            assert_eq!(
                only("/a", "get", node).may_be_empty,
                expected,
                "{responses}"
            );
        }
    }

    #[test]
    fn pages_have_a_link() {
        let pageable = |value: Value| {
            only(
                "/a",
                "get",
                json!({ "operationId": "Do", "responses": { "200": {} }, "x-ms-pageable": value }),
            )
            .pageable
        };
        let page = |items: &str| {
            Some(Pageable {
                items: items.to_owned(),
                next_link: "next".to_owned(),
            })
        };
        assert_eq!(pageable(json!({ "nextLinkName": "next" })), page("value"));
        assert_eq!(
            pageable(json!({ "nextLinkName": "next", "itemName": "items" })),
            page("items")
        );
        assert_eq!(pageable(json!({ "nextLinkName": null })), None);
    }

    #[test]
    fn says_what_no_method_can_be_made_of() {
        let good = json!({ "operationId": "Do", "responses": { "200": {} } });
        let with = |key: &str, value: Value| {
            let mut node = good.clone();
            node[key] = value;
            node
        };
        for (path, node, said) in [
            (
                "/a",
                with("operationId", json!("")),
                "at /paths/~1a/post/operationId: the operation has no name; ",
            ),
            (
                "/a",
                with("operationId", json!("Group_")),
                "at /paths/~1a/post/operationId: the operation has no name; ",
            ),
            (
                "/a/{id}",
                good.clone(),
                "at /paths/~1a~1{id}/post/parameters: the path has a `{id}` that no path parameter describes; ",
            ),
            (
                "/a",
                with("parameters", json!([{ "name": "id", "in": "path" }])),
                "at /paths/~1a/post/parameters: the path parameter `id` does not occur in the path; ",
            ),
            (
                "/a",
                with("requestBody", json!({ "content": {} })),
                "at /paths/~1a/post/requestBody/content: the body has no media type; ",
            ),
            (
                "/a",
                with("responses", json!({ "default": {}, "404": {} })),
                "at /paths/~1a/post/responses: no response of the operation is a success; ",
            ),
            (
                "/a",
                with("responses", json!(null)),
                "at /paths/~1a/post/responses: no response of the operation is a success; ",
            ),
        ] {
            let error = operations(&document(path, "post", node))
                .expect_err(said)
                .to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }

    fn two(one: &str, other: &str) -> Result<Vec<Operation>, SpecError> {
        let node = |id: &str| json!({ "operationId": id, "responses": { "200": {} } });
        operations(
            &json!({ "paths": { "/a": { "get": node(one) }, "/b": { "get": node(other) } } }),
        )
    }

    #[test]
    fn two_operations_can_not_become_one_method() {
        for (one, other, method) in [("A_DoIt", "A_doIt", "a_do_it"), ("DoIt", "DoIt", "do_it")] {
            let error = two(one, other).expect_err("a clash").to_string();
            let said = format!(
                "at /paths/~1b/get/operationId: `{other}` and `{one}` would both become the method `{method}`; rename one"
            );
            assert!(error.starts_with(&said), "{error}");
        }
    }

    #[test]
    fn operations_that_would_be_one_are_named_with_their_groups() {
        let names = |one, other| {
            let operations = two(one, other).expect("operations");
            operations
                .into_iter()
                .map(|operation| operation.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("A_DoIt", "B_DoIt"), ["a_do_it", "b_do_it"]);
        assert_eq!(names("A_DoIt", "B_Do"), ["do_it", "do"]);
        assert_eq!(names("A_Builder", "B_Error"), ["a_builder", "b_error"]);
        let error = two("A_Do", "Builder").expect_err("a clash").to_string();
        let said = "at /paths/~1b/get/operationId: `Builder` would become `builder`, a name that the client has already; ";
        assert!(error.starts_with(said), "{error}");
    }

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

    #[test]
    fn a_range_of_successes_is_one() {
        let node = json!({ "operationId": "Do", "responses": { "2XX": { "description": "d" } } });
        let operation = only("/a", "get", node);
        assert_eq!((operation.success, operation.returns.as_str()), (200, "d"));
    }
}
