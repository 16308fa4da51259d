//! Every example matches its schema.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::direction::Direction;
use crate::{
    SpecError,
    document::{each_object, is_true, items, members, pointer::child, resolve},
};

/// The examples of the document that do not match their schemas: those of bodies, parameters and headers, and those
/// inside schemas.
pub fn examples(document: &Value) -> Vec<SpecError> {
    let mut errors = Vec::new();
    each_object(document, |place, node| {
        let own = is_schema(node).then_some(node);
        let Some(schema) = node.get("schema").or(own) else {
            return;
        };
        for (place, value) in values(document, place, node) {
            let direction = direction(&place);
            errors.extend(mismatches(document, schema, value, &place, direction));
        }
    });
    errors
}

/// Why the `value` at `place` does not match its schema, whose references lead into `document`.
pub fn mismatches(
    document: &Value,
    schema: &Value,
    value: &Value,
    place: &str,
    direction: Direction,
) -> Vec<SpecError> {
    let error = |what: String| SpecError::at(place, what);
    let validator = match validator(document, schema, direction) {
        Ok(validator) => validator,
        Err(e) => return vec![error(format!("its schema cannot be checked against: {e}"))],
    };
    let mismatch = |e: jsonschema::ValidationError<'_>| {
        let at = match e.instance_path().to_string() {
            at if at.is_empty() => at,
            at => format!(" at `{at}`"),
        };
        error(format!("does not match its schema{at}: {e}"))
    };
    validator.iter_errors(value).map(mismatch).collect()
}

/// The values of `example` and `examples` of a node, with their places.
fn values<'d>(document: &'d Value, place: &str, node: &'d Value) -> Vec<(String, &'d Value)> {
    let examples = child(place, "examples");
    let named = members(node.get("examples")).filter_map(|(key, example)| {
        let value = resolve(document, example)?.get("value")?;
        Some((child(&examples, key), value))
    });
    let only = node
        .get("example")
        .map(|value| (child(place, "example"), value));
    only.into_iter().chain(named).collect()
}

fn direction(place: &str) -> Direction {
    if place.contains("/requestBody/") || place.starts_with("/components/requestBodies/") {
        Direction::Request
    } else {
        Direction::Response
    }
}

fn is_schema(node: &Value) -> bool {
    ["type", "allOf", "oneOf", "anyOf", "enum", "properties"]
        .iter()
        .any(|key| node.get(key).is_some())
}

/// A validator for `schema`, whose references lead into `document`.
fn validator(document: &Value, schema: &Value, direction: Direction) -> Result<Validator, String> {
    let schemas: Map<String, Value> = members(document.pointer("/components/schemas"))
        .map(|(name, schema)| (name.clone(), json_schema(document, schema, direction)))
        .collect();
    let root = json!({
        "allOf": [json_schema(document, schema, direction)],
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

/// Converts `schema` to JSON Schema draft 4.
fn json_schema(document: &Value, schema: &Value, direction: Direction) -> Value {
    let Value::Object(object) = schema else {
        return schema.clone();
    };
    if let Some(reference) = object.get("$ref") {
        return json!({ "$ref": reference });
    }
    let mut out = Map::new();
    for (key, value) in object {
        let value = match key.as_str() {
            "properties" => members(Some(value))
                .map(|(name, property)| (name.clone(), json_schema(document, property, direction)))
                .collect(),
            "items" | "additionalProperties" | "not" => json_schema(document, value, direction),
            "allOf" | "oneOf" | "anyOf" => {
                let list = items(schema, key);
                list.map(|inner| json_schema(document, inner, direction))
                    .collect()
            }
            "required" => {
                let names: Vec<_> = items(schema, key)
                    .filter(|name| !is_omitted(document, schema, name, direction))
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
    if is_true(schema, "nullable") {
        json!({ "anyOf": [out, { "type": "null" }, { "enum": [null] }] })
    } else {
        Value::Object(out)
    }
}

/// Whether the required property `name` never travels in `direction`.
fn is_omitted(document: &Value, schema: &Value, name: &Value, direction: Direction) -> bool {
    let properties = schema.get("properties");
    let property = name.as_str().and_then(|name| properties?.get(name));
    let mark = match direction {
        Direction::Request => "readOnly",
        Direction::Response => "writeOnly",
    };
    property.is_some_and(|property| {
        is_true(property, mark)
            || resolve(document, property).is_some_and(|target| is_true(target, mark))
    })
}

/// Whether `text` is a URI or a template of one, with names in braces where ids go.
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
