//! The document of the API, as the suites read it.

use serde_json::Value;

/// An operation of the document.
pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub node: Value,
}

pub fn document() -> Value {
    let text = std::fs::read_to_string(env!("ACS_CHAT_SPEC")).expect("the document");
    serde_json::from_str(&text).expect("JSON")
}

pub fn operations() -> Vec<Operation> {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let mut all = Vec::new();
    for (path, item) in paths {
        for (method, node) in item.as_object().expect("a path item") {
            if let Some(id) = node["operationId"].as_str() {
                all.push(Operation {
                    id: id.to_owned(),
                    method: method.to_uppercase(),
                    path: path.clone(),
                    node: node.clone(),
                });
            }
        }
    }
    all
}

impl Operation {
    /// The values of the documented examples of a status.
    pub fn examples(&self, status: &str) -> Vec<(String, Value)> {
        let document = document();
        let examples = &self.node["responses"][status]["content"]["application/json"]["examples"];
        let examples = examples.as_object().into_iter().flatten();
        examples
            .map(|(name, example)| {
                let example = match example["$ref"].as_str() {
                    Some(reference) => document.pointer(reference.trim_start_matches('#')),
                    None => Some(example),
                };
                let example = example.expect("an example");
                (name.clone(), example["value"].clone())
            })
            .collect()
    }
}
