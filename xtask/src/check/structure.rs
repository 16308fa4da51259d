//! The document is valid OpenAPI 3.0.
//!
//! No crate carries the specification's own schema, so `openapi-3.0.json` beside this file says
//! what objects there are and what members each may have. What a schema cannot say (references,
//! names that must be unique, parameters that must stand in the path) is checked here, and that
//! the generator's model of OpenAPI can read the document is checked last.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::openapi::{Problem, broken_references, entries, operations, text, visit};
use crate::place::child;

const OPENAPI: &str = include_str!("structure/openapi-3.0.json");

/// What of the document is not valid. Fails only if the check itself cannot be made.
pub fn structure(document: &Value) -> Result<Vec<Problem>, Failure> {
    let schema: Value =
        serde_json::from_str(OPENAPI).map_err(|e| Failure::new("the schema of OpenAPI 3.0", e))?;
    let validator = jsonschema::draft7::new(&schema)
        .map_err(|e| Failure::new("the schema of OpenAPI 3.0", e))?;
    let mut problems: Vec<_> = validator
        .iter_errors(document)
        .map(|error| Problem::new(error.instance_path().to_string(), error.to_string()))
        .collect();
    problems.extend(broken_references(document));
    problems.extend(operation_problems(document));
    problems.extend(mapping_problems(document));
    problems.extend(security_problems(document));
    problems.extend(server_problems(document));
    if problems.is_empty()
        && let Err(e) = serde_path_to_error::deserialize::<_, openapiv3::OpenAPI>(document)
    {
        let message = format!("cannot be read as OpenAPI at `{}`: {}", e.path(), e.inner());
        problems.push(Problem::new("", message));
    }
    Ok(problems)
}

fn operation_problems(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    let mut paths: BTreeMap<String, &str> = BTreeMap::new();
    for operation in operations(document) {
        let id = text(operation.value, "operationId");
        if let Some(first) = ids.get(id) {
            let message = format!("the operationId `{id}` is already used at {first}");
            problems.push(Problem::new(
                child(&operation.pointer, "operationId"),
                message,
            ));
        }
        ids.insert(id, operation.pointer.clone());

        let placeholders = placeholders(operation.path);
        let mut shape = operation.path.to_owned();
        for name in &placeholders {
            shape = shape.replace(&format!("{{{name}}}"), "{}");
        }
        match paths.get(&shape) {
            Some(first) if *first != operation.path => {
                let message = format!("differs from `{first}` only in the names of parameters");
                problems.push(Problem::new(child("/paths", operation.path), message));
            }
            _ => {
                paths.insert(shape, operation.path);
            }
        }

        let parameters = operation.parameters(document);
        for (index, parameter) in parameters.iter().enumerate() {
            let name = text(parameter.value, "name");
            let mut before = parameters.iter().take(index);
            if before.any(|other| other.key() == parameter.key()) {
                let message = format!("the parameter `{}` is declared twice", parameter.key());
                problems.push(Problem::new(&parameter.pointer, message));
            }
            if text(parameter.value, "in") == "path" && !placeholders.contains(&name) {
                let message = format!("the path has no `{{{name}}}`");
                problems.push(Problem::new(&parameter.pointer, message));
            }
        }
        for name in placeholders {
            let key = format!("path {name}");
            if !parameters.iter().any(|parameter| parameter.key() == key) {
                let message = format!("no path parameter `{name}` is declared");
                problems.push(Problem::new(&operation.pointer, message));
            }
        }
    }
    problems
}

/// The names in braces.
fn placeholders(template: &str) -> Vec<&str> {
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

fn mapping_problems(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    visit(document, &mut |pointer, object| {
        let mapping = object
            .get("mapping")
            .filter(|_| object.contains_key("propertyName"));
        for (value, target) in entries(mapping) {
            let target = target.as_str().unwrap_or_default();
            let is_there = match target.strip_prefix('#') {
                Some(pointer) => document.pointer(pointer).is_some(),
                None => document
                    .pointer(&child("/components/schemas", target))
                    .is_some(),
            };
            if !is_there {
                let pointer = child(&child(pointer, "mapping"), value);
                let message = format!("leads to `{target}`, where there is nothing");
                problems.push(Problem::new(pointer, message));
            }
        }
    });
    problems
}

fn security_problems(document: &Value) -> Vec<Problem> {
    let schemes = document.pointer("/components/securitySchemes");
    let mut lists = vec![("/security".to_owned(), document.get("security"))];
    let operations = operations(document);
    lists.extend(operations.iter().map(|operation| {
        let pointer = child(&operation.pointer, "security");
        (pointer, operation.value.get("security"))
    }));
    let mut problems = Vec::new();
    for (pointer, list) in lists {
        let list = list.and_then(Value::as_array).into_iter().flatten();
        for (index, requirement) in list.enumerate() {
            for (name, _) in entries(Some(requirement)) {
                if schemes.and_then(|schemes| schemes.get(name)).is_none() {
                    let message = format!("no security scheme `{name}` is declared");
                    problems.push(Problem::new(format!("{pointer}/{index}"), message));
                }
            }
        }
    }
    problems
}

fn server_problems(document: &Value) -> Vec<Problem> {
    let servers = document.get("servers").and_then(Value::as_array);
    let mut problems = Vec::new();
    for (index, server) in servers.into_iter().flatten().enumerate() {
        for name in placeholders(text(server, "url")) {
            let empty = json!({});
            if server
                .get("variables")
                .unwrap_or(&empty)
                .get(name)
                .is_none()
            {
                let message = format!("the URL's variable `{name}` is not declared");
                problems.push(Problem::new(format!("/servers/{index}"), message));
            }
        }
    }
    problems
}
