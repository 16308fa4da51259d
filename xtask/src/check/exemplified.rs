//! Every operation has an example: of its body, of what each success returns, and of a parameter if
//! it has neither.

use serde_json::Value;

use crate::openapi::{Operation, Problem, entries, operations, resolve};
use crate::place::child;

/// What of the document has no example.
pub fn exemplified(document: &Value) -> Vec<Problem> {
    let operations = operations(document);
    operations
        .iter()
        .flat_map(|operation| operation_problems(document, operation))
        .collect()
}

fn operation_problems(document: &Value, operation: &Operation<'_>) -> Vec<Problem> {
    let mut bodies: Vec<(String, &Value)> = Vec::new();
    let body = operation.value.get("requestBody");
    if let Some(body) = body.and_then(|body| resolve(document, body)) {
        bodies.push((child(&operation.pointer, "requestBody"), body));
    }
    for (status, response) in entries(operation.value.get("responses")) {
        if let (true, Some(response)) = (status.starts_with('2'), resolve(document, response)) {
            let responses = child(&operation.pointer, "responses");
            bodies.push((child(&responses, status), response));
        }
    }
    let mut problems = Vec::new();
    let mut has_content = false;
    for (pointer, body) in bodies {
        let mut contents = entries(body.get("content")).peekable();
        if contents.peek().is_some() {
            has_content = true;
            // Media types of one body say the same in different ways.
            if !contents.any(|(_, content)| has_example(content)) {
                let message = format!("{} has no example of this body", operation.name());
                problems.push(Problem::new(child(&pointer, "content"), message));
            }
        }
    }
    let parameters = operation.parameters(document);
    if !has_content && !parameters.iter().any(|p| has_example(p.value)) {
        let message = format!("{} has no example", operation.name());
        problems.push(Problem::new(&operation.pointer, message));
    }
    problems
}

fn has_example(value: &Value) -> bool {
    value.get("example").is_some() || entries(value.get("examples")).next().is_some()
}
