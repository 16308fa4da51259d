//! What the document says of each operation, read once and used by every part that is generated.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::Value;

use super::{
    Problem,
    document::{each_operation, text},
};

/// The media type of a JSON merge patch.
pub const MERGE_PATCH: &str = "application/merge-patch+json";

/// The query parameter that carries the API version: sent on every call, never asked of the caller.
pub const API_VERSION: &str = "api-version";

/// The header that makes a request of any method safe to repeat.
pub const REPEATABILITY: &str = "repeatability-request-id";

/// The path parameter that a handle to a thread fills in.
pub const THREAD: &str = "chatThreadId";

/// The extension by which the document says that a POST may be sent twice, and why.
pub const REPEATABLE: &str = "x-acs-repeatable";

/// An operation of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// `operationId` as the document has it.
    pub id: String,
    /// The `operationId` without its group.
    pub short: String,
    /// The method of the client.
    pub name: String,
    /// The builder of the request.
    pub type_name: String,
    /// Where the operation stands in the document.
    pub place: String,
    pub method: String,
    pub path: String,
    pub summary: String,
    pub description: String,
    /// Path, query and header parameters in the document's order, `api-version` among them.
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// The lowest documented status of success.
    pub success: u16,
    /// What a success holds, in the document's words.
    pub returns: String,
    pub repeatable: Repeatable,
    pub pageable: Option<Pageable>,
}

/// A parameter outside the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    pub name: String,
    pub place: String,
    pub required: bool,
    pub description: String,
}

/// A request body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub required: bool,
    pub description: String,
    /// The media type that is sent.
    pub media_type: String,
}

/// Whether, and why, sending the same request twice does no harm.
#[derive(Debug, Clone, PartialEq)]
pub enum Repeatable {
    /// The method is GET, PUT, DELETE, or a PATCH with a merge patch.
    ByMethod,
    /// This header tells the service that it has seen the request before.
    ByHeader(String),
    /// The document gives this reason.
    Because(String),
    /// Nothing says so: it counts as harmful.
    No,
}

/// `x-ms-pageable`: which members of a page hold its items and the link to the next page.
#[derive(Debug, Clone, PartialEq)]
pub struct Pageable {
    pub items: String,
    pub next_link: String,
}

/// Reads all operations of an inlined document.
pub fn operations(document: &Value) -> Result<Vec<Operation>, Problem> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    each_operation(&mut document.clone(), |place, path, method, node| {
        let operation = operation(place, path, method, &Value::Object(node.clone()))?;
        if let Some(other) = seen.insert(operation.name.clone(), operation.id.clone()) {
            return Err(Problem::new(
                format!("{place}/operationId"),
                format!(
                    "`{}` and `{other}` would both become the method `{}`",
                    operation.id, operation.name
                ),
                "rename one of them: method names are operation ids without their group",
            ));
        }
        all.push(operation);
        Ok(())
    })?;
    Ok(all)
}

fn operation(place: &str, path: &str, method: &str, node: &Value) -> Result<Operation, Problem> {
    let id = text(node, "operationId");
    let short = id.rsplit('_').next().unwrap_or_default().to_owned();
    if short.to_snake_case().is_empty() {
        return Err(Problem::new(
            format!("{place}/operationId"),
            "the operation has no name",
            "give it an operationId such as `Group_DoSomething`",
        ));
    }
    let parameters: Vec<Parameter> = node["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|parameter| Parameter {
            name: text(parameter, "name"),
            place: text(parameter, "in"),
            required: parameter["required"].as_bool().unwrap_or(false),
            description: text(parameter, "description"),
        })
        .collect();
    for name in path
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
    {
        if !parameters
            .iter()
            .any(|p| p.place == "path" && p.name == name)
        {
            return Err(Problem::new(
                format!("{place}/parameters"),
                format!("the path has a `{{{name}}}` that no path parameter describes"),
                "describe it, or take it out of the path",
            ));
        }
    }
    for parameter in &parameters {
        if parameter.place == "path" && !path.contains(&format!("{{{}}}", parameter.name)) {
            return Err(Problem::new(
                format!("{place}/parameters"),
                format!(
                    "the path parameter `{}` does not occur in the path",
                    parameter.name
                ),
                "take it out, or put it into the path",
            ));
        }
    }
    let body = body(node, &format!("{place}/requestBody"))?;
    let (success, returns) = success(node, place)?;
    Ok(Operation {
        name: short.to_snake_case(),
        type_name: short.to_pascal_case(),
        repeatable: repeatable(node, method, &parameters, body.as_ref()),
        pageable: node.get("x-ms-pageable").and_then(pageable),
        summary: text(node, "summary"),
        description: text(node, "description"),
        place: place.to_owned(),
        method: method.to_uppercase(),
        path: path.to_owned(),
        id,
        short,
        parameters,
        body,
        success,
        returns,
    })
}

fn body(node: &Value, place: &str) -> Result<Option<Body>, Problem> {
    let Some(body) = node.get("requestBody") else {
        return Ok(None);
    };
    let content = body["content"].as_object();
    let media_types: Vec<&String> = content
        .into_iter()
        .flat_map(|content| content.keys())
        .collect();
    let media_type = sent_media_type(&media_types).ok_or_else(|| {
        Problem::new(
            format!("{place}/content"),
            "the body has no media type",
            "say what is sent, for example `application/json`",
        )
    })?;
    Ok(Some(Body {
        required: body["required"].as_bool().unwrap_or(false),
        description: text(body, "description"),
        media_type: media_type.clone(),
    }))
}

/// Of several media types the plain one is sent: every service that takes a variant takes it too.
pub fn sent_media_type<'a>(offered: &[&'a String]) -> Option<&'a String> {
    let plain = offered
        .iter()
        .find(|media| media.as_str() == "application/json");
    let json = || offered.iter().find(|media| media.ends_with("+json"));
    plain.or_else(json).or_else(|| offered.first()).copied()
}

fn success(node: &Value, place: &str) -> Result<(u16, String), Problem> {
    let responses = node["responses"].as_object();
    responses
        .into_iter()
        .flatten()
        .filter_map(|(status, response)| Some((status.parse::<u16>().ok()?, response)))
        .filter(|(status, _)| (200..300).contains(status))
        .min_by_key(|(status, _)| *status)
        .map(|(status, response)| (status, text(response, "description")))
        .ok_or_else(|| {
            Problem::new(
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
        ("patch", Some(body)) if body.media_type == MERGE_PATCH => Repeatable::ByMethod,
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
