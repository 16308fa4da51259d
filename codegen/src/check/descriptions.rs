//! Every operation, parameter, body, response, header, schema and property is described.

use serde_json::Value;

use crate::{
    SpecError,
    document::{items, members, operation_nodes, pointer::child, resolve, str_at},
};

/// The parts of the document without a description.
pub fn descriptions(document: &Value) -> Vec<SpecError> {
    let mut check = Check {
        document,
        errors: Vec::new(),
    };
    for operation in operation_nodes(document) {
        let (node, place) = (operation.node, &operation.place);
        if is_blank(node, "summary") && is_blank(node, "description") {
            check.missing(place, "operation", "summary or description");
        }
        for (index, parameter) in items(node, "parameters").enumerate() {
            check.parameter(&format!("{place}/parameters/{index}"), parameter);
        }
        if let Some(body) = node.get("requestBody") {
            check.body(&child(place, "requestBody"), body);
        }
        for (status, response) in members(node.get("responses")) {
            check.response(&format!("{place}/responses/{status}"), response);
        }
    }
    for (section, components) in members(document.get("components")) {
        for (name, component) in members(Some(components)) {
            let place = child(&format!("/components/{section}"), name);
            match section.as_str() {
                "parameters" | "headers" => check.parameter(&place, component),
                "requestBodies" => check.body(&place, component),
                "responses" => check.response(&place, component),
                "schemas" => check.schema(&place, "schema", component),
                _ => {}
            }
        }
    }
    check.errors
}

struct Check<'d> {
    document: &'d Value,
    errors: Vec<SpecError>,
}

impl Check<'_> {
    fn missing(&mut self, place: &str, what: &str, field: &str) {
        let what = format!("the {what} has no {field}");
        self.errors.push(SpecError::at(place, what));
    }

    /// Reports a component without a description. Returns whether it is defined here, not referred to.
    fn component(&mut self, place: &str, what: &str, node: &Value) -> bool {
        let is_here = node.get("$ref").is_none();
        if is_here && is_blank(node, "description") {
            self.missing(place, what, "description");
        }
        is_here
    }

    fn parameter(&mut self, place: &str, parameter: &Value) {
        if self.component(place, "parameter", parameter)
            && let Some(schema) = parameter.get("schema")
        {
            self.subschemas(&child(place, "schema"), schema);
        }
    }

    fn body(&mut self, place: &str, body: &Value) {
        if self.component(place, "request body", body) {
            self.content(place, body);
        }
    }

    fn response(&mut self, place: &str, response: &Value) {
        if self.component(place, "response", response) {
            for (name, header) in members(response.get("headers")) {
                self.parameter(&child(&child(place, "headers"), name), header);
            }
            self.content(place, response);
        }
    }

    fn content(&mut self, place: &str, owner: &Value) {
        let place = child(place, "content");
        for (media_type, content) in members(owner.get("content")) {
            if let Some(schema) = content.get("schema") {
                let place = child(&child(&place, media_type), "schema");
                self.subschemas(&place, schema);
            }
        }
    }

    /// A schema or property, described by itself or by the schema that it refers to.
    fn schema(&mut self, place: &str, what: &str, schema: &Value) {
        if is_blank(schema, "description") && !self.refers_to_described(schema) {
            self.missing(place, what, "description");
        }
        self.subschemas(place, schema);
    }

    fn refers_to_described(&self, schema: &Value) -> bool {
        let all_of = schema.get("allOf").and_then(Value::as_array);
        let reference = match all_of.map(Vec::as_slice) {
            Some([only]) => only,
            _ => schema,
        };
        reference.get("$ref").is_some()
            && resolve(self.document, reference).is_some_and(|to| !is_blank(to, "description"))
    }

    fn subschemas(&mut self, place: &str, schema: &Value) {
        let properties = child(place, "properties");
        for (name, property) in members(schema.get("properties")) {
            self.schema(&child(&properties, name), "property", property);
        }
        for key in ["items", "additionalProperties", "not"] {
            if let Some(inner) = schema.get(key) {
                self.subschemas(&child(place, key), inner);
            }
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            for (index, inner) in items(schema, key).enumerate() {
                self.subschemas(&format!("{place}/{key}/{index}"), inner);
            }
        }
    }
}

fn is_blank(node: &Value, key: &str) -> bool {
    str_at(node, key).trim().is_empty()
}
