//! Operations as the generator uses them, read once from the document.

mod body;
#[cfg(test)]
mod fixture;
mod headers;
mod naming;
mod pageable;
mod parameters;
mod repeatable;
mod responses;

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::Value;

use super::{OperationNode, is_true, operation_nodes, placeholders, text};
use crate::SpecError;

pub use body::{Body, MERGE_PATCH};
pub use headers::{Header, LONG_RUNNING};
pub use naming::{METHODS_OF_CLIENT, short};
pub use pageable::Pageable;
pub use parameters::{API_VERSION, Parameter, THREAD};
pub use repeatable::{REPEATABILITY, REPEATABLE, Repeatable};

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

/// Reads all operations of an inlined document.
pub fn operations(document: &Value) -> Result<Vec<Operation>, SpecError> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let nodes = operation_nodes(document);
    let shorts = naming::shorts(&nodes);
    for (node, short) in nodes.into_iter().zip(shorts) {
        let place = &node.place;
        let operation = operation(document, &node, short)?;
        if naming::is_taken(&operation.name) {
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
    let parameters = parameters::parameters(node);
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
    let body = body::body(document, node, &format!("{place}/requestBody"))?;
    let (success, returns) = responses::success(node, place)?;
    Ok(Operation {
        name,
        type_name: short.to_pascal_case(),
        repeatable: repeatable::repeatable(node, method, &parameters, body.as_ref()),
        pageable: node.get("x-ms-pageable").and_then(pageable::pageable),
        summary: text(node, "summary"),
        description: text(node, "description"),
        place: place.clone(),
        method: method.to_uppercase(),
        path: (*path).to_owned(),
        id,
        short,
        accept: responses::accept(node, place)?,
        may_be_empty: responses::may_be_empty(node),
        errors: responses::errors(node),
        parameters,
        body,
        success,
        returns,
        headers: headers::headers(document, node, place)?,
        long_running: is_true(node, LONG_RUNNING),
        deprecated: is_true(node, "deprecated"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{
        fixture::{document, only},
        *,
    };
    use crate::document::media;

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
}
