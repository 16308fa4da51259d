//! All examples match their schemas.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::openapi::{Problem, entries, resolve, visit};
use crate::place::child;

/// Who sends what is described: some properties are sent by one side only.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sender {
    Client,
    Service,
}

/// The examples of the document that do not match their schemas: those of bodies, parameters and
/// headers, and those inside schemas.
pub fn examples(document: &Value) -> Vec<Problem> {
    let mut found: Vec<(String, Value, Value, Sender)> = Vec::new();
    visit(document, &mut |pointer, object| {
        let sender = sender(pointer);
        if let Some(schema) = object.get("schema") {
            if let Some(value) = object.get("example") {
                found.push((
                    child(pointer, "example"),
                    schema.clone(),
                    value.clone(),
                    sender,
                ));
            }
            for (key, example) in entries(object.get("examples")) {
                let place = child(&child(pointer, "examples"), key);
                if let Some(value) = resolve(document, example).and_then(|e| e.get("value")) {
                    found.push((place, schema.clone(), value.clone(), sender));
                }
            }
        } else if let (true, Some(value)) = (is_schema(object), object.get("example")) {
            let schema = Value::Object(object.clone());
            found.push((child(pointer, "example"), schema, value.clone(), sender));
        }
    });
    let mut problems = Vec::new();
    for (pointer, schema, value, sender) in found {
        let validator = match validator(document, &schema, sender) {
            Ok(validator) => validator,
            Err(e) => {
                let message = format!("its schema cannot be checked against: {e}");
                problems.push(Problem::new(&pointer, message));
                continue;
            }
        };
        for error in validator.iter_errors(&value) {
            let at = error.instance_path().to_string();
            let message = if at.is_empty() {
                format!("does not match its schema: {error}")
            } else {
                format!("does not match its schema at `{at}`: {error}")
            };
            problems.push(Problem::new(&pointer, message));
        }
    }
    problems
}

fn sender(pointer: &str) -> Sender {
    if pointer.contains("/requestBody/") || pointer.starts_with("/components/requestBodies/") {
        Sender::Client
    } else {
        Sender::Service
    }
}

fn is_schema(object: &Map<String, Value>) -> bool {
    ["type", "allOf", "oneOf", "anyOf", "enum", "properties"]
        .iter()
        .any(|key| object.contains_key(*key))
}

/// A validator for `schema`, whose references lead into `document`.
fn validator(document: &Value, schema: &Value, sender: Sender) -> Result<Validator, String> {
    let schemas: Map<String, Value> = entries(document.pointer("/components/schemas"))
        .map(|(name, schema)| (name.clone(), json_schema(document, schema, sender)))
        .collect();
    let root = json!({
        "allOf": [json_schema(document, schema, sender)],
        "components": { "schemas": schemas },
    });
    jsonschema::options()
        // The draft that OpenAPI 3.0's keywords come from.
        .with_draft(Draft::Draft4)
        .should_validate_formats(true)
        .with_format("uri", is_uri)
        .build(&root)
        .map_err(|e| e.to_string())
}

/// `schema` as JSON Schema draft 4 says it.
fn json_schema(document: &Value, schema: &Value, sender: Sender) -> Value {
    let Value::Object(object) = schema else {
        return schema.clone();
    };
    if let Some(reference) = object.get("$ref") {
        return json!({ "$ref": reference });
    }
    let mut out = Map::new();
    for (key, value) in object {
        let value = match key.as_str() {
            "properties" => entries(Some(value))
                .map(|(name, property)| (name.clone(), json_schema(document, property, sender)))
                .collect(),
            "items" | "additionalProperties" | "not" => json_schema(document, value, sender),
            "allOf" | "oneOf" | "anyOf" => {
                let list = value.as_array().into_iter().flatten();
                list.map(|inner| json_schema(document, inner, sender))
                    .collect()
            }
            "required" => {
                let names = value.as_array().into_iter().flatten();
                let names: Vec<_> = names
                    .filter(|name| !is_for_other_side(document, object, name, sender))
                    .cloned()
                    .collect();
                // Draft 4 has no empty list here.
                if names.is_empty() {
                    continue;
                }
                Value::Array(names)
            }
            "nullable" | "example" | "discriminator" | "xml" | "externalDocs" | "deprecated" => {
                continue;
            }
            key if key.starts_with("x-") => continue,
            _ => value.clone(),
        };
        out.insert(key.clone(), value);
    }
    if object.get("nullable") == Some(&Value::Bool(true)) {
        json!({ "anyOf": [out, { "type": "null" }, { "enum": [null] }] })
    } else {
        Value::Object(out)
    }
}

/// Whether the required property `name` is only sent by the side that is not `sender`.
fn is_for_other_side(
    document: &Value,
    schema: &Map<String, Value>,
    name: &Value,
    sender: Sender,
) -> bool {
    let property = name
        .as_str()
        .and_then(|name| schema.get("properties")?.get(name));
    let mark = match sender {
        Sender::Client => "readOnly",
        Sender::Service => "writeOnly",
    };
    let is_marked = |value: &Value| value.get(mark) == Some(&Value::Bool(true));
    property.is_some_and(|property| {
        is_marked(property) || resolve(document, property).is_some_and(is_marked)
    })
}

/// A URI, or a template for one with parts in braces, which documents use to show where ids go.
fn is_uri(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    let is_allowed =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '|');
    text.split_once(':')
        .is_some_and(|(scheme, rest)| is_scheme(scheme) && rest.chars().all(is_allowed))
}
