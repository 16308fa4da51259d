//! Every operation has an example: of its body, of each successful response, and of a parameter if it has neither.

use serde_json::Value;

use crate::{
    SpecError,
    document::{OperationNode, members, operation_nodes, pointer::child, resolve},
};

/// The bodies and operations without an example.
pub fn coverage(document: &Value) -> Vec<SpecError> {
    let operations = operation_nodes(document);
    let errors = operations
        .iter()
        .flat_map(|operation| operation_errors(document, operation));
    errors.collect()
}

fn operation_errors(document: &Value, operation: &OperationNode<'_>) -> Vec<SpecError> {
    let mut bodies = Vec::new();
    if let Some(body) = operation.node.get("requestBody") {
        bodies.push((child(&operation.place, "requestBody"), body));
    }
    for (status, response) in members(operation.node.get("responses")) {
        if status.starts_with('2') {
            let place = format!("{}/responses/{status}", operation.place);
            bodies.push((place, response));
        }
    }
    let mut errors = Vec::new();
    let mut has_content = false;
    for (place, body) in bodies {
        let body = resolve(document, body).unwrap_or(&Value::Null);
        let mut contents = members(body.get("content")).peekable();
        if contents.peek().is_some() {
            has_content = true;
            // The media types of a body are representations of the same value.
            if !contents.any(|(_, content)| has_example(content)) {
                let what = format!("{} has no example of this body", operation.name());
                errors.push(SpecError::at(child(&place, "content"), what));
            }
        }
    }
    let mut parameters = operation.parameters(document).flatten();
    if !has_content && !parameters.any(|parameter| has_example(parameter.node)) {
        let what = format!("{} has no example", operation.name());
        errors.push(SpecError::at(&operation.place, what));
    }
    errors
}

fn has_example(node: &Value) -> bool {
    node.get("example").is_some() || members(node.get("examples")).next().is_some()
}
