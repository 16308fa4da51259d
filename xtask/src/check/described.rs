//! Every operation, parameter, body, response, header, schema and property is described.

use serde_json::Value;

use crate::openapi::{Problem, entries, operations, resolve, text};
use crate::place::child;

/// What of the document has no description.
pub fn described(document: &Value) -> Vec<Problem> {
    let mut check = Check {
        document,
        problems: Vec::new(),
    };
    for operation in operations(document) {
        let value = operation.value;
        if is_blank(value, "summary") && is_blank(value, "description") {
            check.missing(&operation.pointer, "operation", "summary or description");
        }
        let parameters = value.get("parameters").and_then(Value::as_array);
        for (index, parameter) in parameters.into_iter().flatten().enumerate() {
            let pointer = format!("{}/parameters/{index}", operation.pointer);
            check.parameter(&pointer, parameter);
        }
        if let Some(body) = value.get("requestBody") {
            check.body(&child(&operation.pointer, "requestBody"), body);
        }
        for (status, response) in entries(value.get("responses")) {
            let pointer = child(&child(&operation.pointer, "responses"), status);
            check.response(&pointer, response);
        }
    }
    let components = document.get("components");
    let section = |name| entries(components.and_then(|components| components.get(name)));
    for (name, parameter) in section("parameters") {
        check.parameter(&child("/components/parameters", name), parameter);
    }
    for (name, body) in section("requestBodies") {
        check.body(&child("/components/requestBodies", name), body);
    }
    for (name, response) in section("responses") {
        check.response(&child("/components/responses", name), response);
    }
    for (name, header) in section("headers") {
        check.parameter(&child("/components/headers", name), header);
    }
    for (name, schema) in section("schemas") {
        check.described(&child("/components/schemas", name), "schema", schema);
    }
    check.problems
}

struct Check<'d> {
    document: &'d Value,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn missing(&mut self, pointer: &str, what: &str, field: &str) {
        let message = format!("the {what} has no {field}");
        self.problems.push(Problem::new(pointer, message));
    }

    fn parameter(&mut self, pointer: &str, parameter: &Value) {
        if parameter.get("$ref").is_some() {
            return;
        }
        if is_blank(parameter, "description") {
            self.missing(pointer, "parameter", "description");
        }
        if let Some(schema) = parameter.get("schema") {
            self.below(&child(pointer, "schema"), schema);
        }
    }

    fn body(&mut self, pointer: &str, body: &Value) {
        if body.get("$ref").is_some() {
            return;
        }
        if is_blank(body, "description") {
            self.missing(pointer, "request body", "description");
        }
        self.content(pointer, body);
    }

    fn response(&mut self, pointer: &str, response: &Value) {
        if response.get("$ref").is_some() {
            return;
        }
        if is_blank(response, "description") {
            self.missing(pointer, "response", "description");
        }
        for (name, header) in entries(response.get("headers")) {
            self.parameter(&child(&child(pointer, "headers"), name), header);
        }
        self.content(pointer, response);
    }

    fn content(&mut self, pointer: &str, owner: &Value) {
        let pointer = child(pointer, "content");
        for (media_type, content) in entries(owner.get("content")) {
            if let Some(schema) = content.get("schema") {
                let pointer = child(&child(&pointer, media_type), "schema");
                self.below(&pointer, schema);
            }
        }
    }

    /// A schema or property: described itself or by what it refers to.
    fn described(&mut self, pointer: &str, what: &str, schema: &Value) {
        if is_blank(schema, "description") && !self.refers_to_described(schema) {
            self.missing(pointer, what, "description");
        }
        self.below(pointer, schema);
    }

    fn refers_to_described(&self, schema: &Value) -> bool {
        let only = schema.get("allOf").and_then(Value::as_array);
        let reference = match only.map(Vec::as_slice) {
            Some([only]) => only,
            _ => schema,
        };
        reference.get("$ref").is_some()
            && resolve(self.document, reference).is_some_and(|to| !is_blank(to, "description"))
    }

    /// What a schema is made of.
    fn below(&mut self, pointer: &str, schema: &Value) {
        let properties = child(pointer, "properties");
        for (name, property) in entries(schema.get("properties")) {
            self.described(&child(&properties, name), "property", property);
        }
        for key in ["items", "additionalProperties", "not"] {
            if let Some(inner) = schema.get(key) {
                self.below(&child(pointer, key), inner);
            }
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            let list = schema.get(key).and_then(Value::as_array);
            for (index, inner) in list.into_iter().flatten().enumerate() {
                self.below(&format!("{pointer}/{key}/{index}"), inner);
            }
        }
    }
}

fn is_blank(value: &Value, key: &str) -> bool {
    text(value, key).trim().is_empty()
}
