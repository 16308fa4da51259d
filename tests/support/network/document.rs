//! What the API's document says of the operations, read without any code of the crate.

use std::sync::LazyLock;

use serde_json::Value;

use super::Reply;

/// An operation as the document describes it.
#[derive(Clone, Debug)]
pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    /// Why sending it twice does no harm; `None` where nothing says so.
    pub harmless: Option<String>,
    /// Whether its requests carry `repeatability-request-id`.
    pub has_repeatability_id: bool,
    pub success: u16,
    /// An example of what a success holds.
    pub answer: Option<Value>,
    /// An example of what is sent.
    pub request: Option<Value>,
}

impl Operation {
    /// The documented success.
    pub fn reply(&self) -> Reply {
        let reply = Reply::status(self.success);
        match &self.answer {
            Some(answer) => reply.json(&answer.to_string()),
            None => reply,
        }
    }

    pub fn is_harmless(&self) -> bool {
        self.harmless.is_some()
    }
}

/// The document that the crate is built from.
pub fn spec() -> Value {
    let text = std::fs::read_to_string(env!("ACS_CHAT_SPEC")).expect("the document");
    serde_json::from_str(&text).expect("JSON")
}

/// All operations, in the order of their ids.
pub fn operations() -> &'static [Operation] {
    static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(read);
    &OPERATIONS
}

fn read() -> Vec<Operation> {
    let document = spec();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, node) in item.as_object().expect("a path item") {
            if node.get("operationId").is_some() {
                all.push(operation(&document, method, path, node));
            }
        }
    }
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

fn operation(document: &Value, method: &str, path: &str, node: &Value) -> Operation {
    let content = node["requestBody"]["content"].as_object();
    let merge_patch = content.is_some_and(|content| {
        content.len() == 1 && content.contains_key("application/merge-patch+json")
    });
    let parameters = node["parameters"].as_array().into_iter().flatten();
    let mut headers = parameters
        .map(|parameter| resolve(document, parameter))
        .filter(|parameter| parameter["in"] == "header")
        .filter_map(|parameter| parameter["name"].as_str());
    let has_repeatability_id =
        headers.any(|name| name.eq_ignore_ascii_case("repeatability-request-id"));
    let extension = node["x-acs-repeatable"].as_str().map(str::trim);
    let harmless = match method {
        "get" | "delete" => Some(format!("`{}`", method.to_uppercase())),
        "patch" if merge_patch => Some("`PATCH` with a merge patch".to_owned()),
        _ if has_repeatability_id => Some("`repeatability-request-id`".to_owned()),
        _ => extension
            .filter(|reason| !reason.is_empty())
            .map(str::to_owned),
    };
    let responses = node["responses"].as_object().expect("responses");
    let (success, response) = responses
        .iter()
        .find(|(status, _)| status.starts_with('2'))
        .expect("a success");
    Operation {
        id: node["operationId"].as_str().expect("an id").to_owned(),
        method: method.to_uppercase(),
        path: path.to_owned(),
        harmless,
        has_repeatability_id,
        success: success.parse().expect("a status"),
        answer: example(response),
        request: example(&node["requestBody"]),
    }
}

fn resolve<'a>(document: &'a Value, node: &'a Value) -> &'a Value {
    match node["$ref"].as_str() {
        Some(reference) => document
            .pointer(reference.trim_start_matches('#'))
            .expect("what is referred to"),
        None => node,
    }
}

fn example(node: &Value) -> Option<Value> {
    let (_, media) = node["content"].as_object()?.iter().next()?;
    let (_, example) = media["examples"].as_object()?.iter().next()?;
    Some(example["value"].clone())
}
