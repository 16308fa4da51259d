//! The document is valid OpenAPI 3.0.
//!
//! No crate has the specification's own schema, so `openapi-3.0.json` in `structure/` defines the objects and their
//! members. What a schema cannot express (references, unique names, parameters that the path must contain) is
//! checked here. Last, the document must deserialize into the generator's model of OpenAPI.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    SpecError,
    document::{
        broken, each_object, items, members, operation_nodes, placeholders, pointer::child, str_at,
    },
};

const OPENAPI: &str = include_str!("structure/openapi-3.0.json");

/// Everything invalid in the document. Fails only if the check itself cannot run.
pub fn structure(document: &Value) -> Result<Vec<SpecError>, SpecError> {
    let unusable = |e: &dyn std::error::Error| SpecError::of_file("the schema of OpenAPI 3.0", e);
    let schema: Value = serde_json::from_str(OPENAPI).map_err(|e| unusable(&e))?;
    let validator = jsonschema::draft7::new(&schema).map_err(|e| unusable(&e))?;
    let mut errors: Vec<_> = validator
        .iter_errors(document)
        .map(|error| SpecError::at(error.instance_path().to_string(), error))
        .collect();
    errors.extend(broken(document));
    operations(document, &mut errors);
    discriminators(document, &mut errors);
    security(document, &mut errors);
    servers(document, &mut errors);
    if errors.is_empty()
        && let Err(e) = serde_path_to_error::deserialize::<_, openapiv3::OpenAPI>(document)
    {
        let what = format!("cannot be read as OpenAPI at `{}`: {}", e.path(), e.inner());
        errors.push(SpecError::at("", what));
    }
    Ok(errors)
}

/// Unique operation ids, unambiguous paths, and parameters that fit the path.
fn operations(document: &Value, errors: &mut Vec<SpecError>) {
    let mut error = |place: &str, what: String| errors.push(SpecError::at(place, what));
    let mut ids = BTreeMap::new();
    let mut paths = BTreeMap::new();
    for operation in operation_nodes(document) {
        let place = &operation.place;
        let id = str_at(operation.node, "operationId");
        if let Some(first) = ids.insert(id, place.clone()) {
            let what = format!("the operationId `{id}` is already used at {first}");
            error(&child(place, "operationId"), what);
        }

        let names: Vec<_> = placeholders(operation.path).collect();
        let anonymous = names.iter().fold(operation.path.to_owned(), |path, name| {
            path.replace(&format!("{{{name}}}"), "{}")
        });
        let first = *paths.entry(anonymous).or_insert(operation.path);
        if first != operation.path {
            let what = format!("differs from `{first}` only in the names of parameters");
            error(&child("/paths", operation.path), what);
        }

        let mut keys = Vec::new();
        for parameter in operation.parameters(document).flatten() {
            let (key, name) = (parameter.key(), str_at(parameter.node, "name"));
            if keys.contains(&key) {
                let what = format!("the parameter `{key}` is declared twice");
                error(&parameter.place, what);
            }
            if key.starts_with("path ") && !names.contains(&name) {
                error(&parameter.place, format!("the path has no `{{{name}}}`"));
            }
            keys.push(key);
        }
        for name in names {
            if !keys.contains(&format!("path {name}")) {
                error(place, format!("no path parameter `{name}` is declared"));
            }
        }
    }
}

/// Every value of a discriminator leads to a schema.
fn discriminators(document: &Value, errors: &mut Vec<SpecError>) {
    each_object(document, |place, node| {
        let mapping = node
            .get("mapping")
            .filter(|_| node.get("propertyName").is_some());
        for (value, target) in members(mapping) {
            let target = target.as_str().unwrap_or_default();
            let pointer = match target.strip_prefix('#') {
                Some(pointer) => pointer.to_owned(),
                None => child("/components/schemas", target),
            };
            if document.pointer(&pointer).is_none() {
                let place = child(&child(place, "mapping"), value);
                let what = format!("leads to `{target}`, where there is nothing");
                errors.push(SpecError::at(place, what));
            }
        }
    });
}

/// Every security requirement names a declared scheme.
fn security(document: &Value, errors: &mut Vec<SpecError>) {
    let schemes = document.pointer("/components/securitySchemes");
    let operations = operation_nodes(document);
    let operations = operations.iter().map(|o| (o.place.as_str(), o.node));
    for (place, owner) in [("", document)].into_iter().chain(operations) {
        for (index, requirement) in items(owner, "security").enumerate() {
            for (name, _) in members(Some(requirement)) {
                if schemes.and_then(|schemes| schemes.get(name)).is_none() {
                    let what = format!("no security scheme `{name}` is declared");
                    errors.push(SpecError::at(format!("{place}/security/{index}"), what));
                }
            }
        }
    }
}

/// Every variable of a server's URL is declared.
fn servers(document: &Value, errors: &mut Vec<SpecError>) {
    for (index, server) in items(document, "servers").enumerate() {
        for name in placeholders(str_at(server, "url")) {
            if server.get("variables").and_then(|v| v.get(name)).is_none() {
                let what = format!("the URL's variable `{name}` is not declared");
                errors.push(SpecError::at(format!("/servers/{index}"), what));
            }
        }
    }
}
