//! A schema as it is compared: references followed, `allOf` merged.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::{follow_chain, items, members, referred, resolve, target};

/// A schema with its references followed and its `allOf` merged.
pub struct MergedSchema<'d> {
    /// The name of the shared schema, where the schema is only a reference to one.
    pub name: Option<&'d str>,
    /// Its keywords, with those of all parts of an `allOf`.
    pub keywords: Map<String, Value>,
}

/// Keywords that do not change the type.
const ANNOTATIONS: [&str; 10] = [
    "description",
    "title",
    "example",
    "default",
    "readOnly",
    "writeOnly",
    "nullable",
    "deprecated",
    "externalDocs",
    "xml",
];

impl<'d> MergedSchema<'d> {
    /// Merges `schema` of `document`.
    pub fn new(document: &'d Value, schema: &'d Value) -> Self {
        let mut keywords = Map::new();
        merge(document, schema, &mut keywords, 0);
        Self {
            name: name(document, schema),
            keywords,
        }
    }

    /// The keywords of `schema` itself, without those of its reference.
    pub fn beside_reference(schema: &'d Value) -> Self {
        Self {
            name: None,
            keywords: schema.as_object().cloned().unwrap_or_default(),
        }
    }

    /// The keyword `key`.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.keywords.get(key)
    }

    /// Whether the keyword `key` is `true`.
    pub fn is(&self, key: &str) -> bool {
        self.get(key) == Some(&Value::Bool(true))
    }

    /// Its type: `object` if it has only properties, `any` if it has neither.
    pub fn kind(&self) -> &str {
        let kind = self.get("type").and_then(Value::as_str);
        match kind {
            Some(kind) => kind,
            None if self.get("properties").is_some() => "object",
            None => "any",
        }
    }

    /// The values of an enum, as text.
    pub fn values(&self) -> Option<Vec<String>> {
        let values = self.get("enum")?.as_array()?;
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            value => value.to_string(),
        };
        Some(values.iter().map(text).collect())
    }

    /// Whether an enum may have values that are not listed.
    pub fn is_open(&self) -> bool {
        let extension = self.get("x-ms-enum");
        extension.and_then(|e| e.get("modelAsString")) == Some(&Value::Bool(true))
    }

    /// Whether the property `name` is required.
    pub fn requires(&self, name: &str) -> bool {
        let required = self.get("required").and_then(Value::as_array);
        required.is_some_and(|names| names.iter().any(|known| known == name))
    }

    /// Whether any property is required.
    pub fn requires_some(&self) -> bool {
        let required = self.get("required").and_then(Value::as_array);
        required.is_some_and(|names| !names.is_empty())
    }
}

/// Whether a floating point number is in `schema` or in what it refers to.
pub fn holds_float(document: &Value, schema: &Value) -> bool {
    let (mut schemas, mut seen) = (vec![schema], BTreeSet::new());
    while let Some(schema) = schemas.pop() {
        if referred(schema).is_some_and(|name| !seen.insert(name)) {
            continue;
        }
        let Some(schema) = resolve(document, schema) else {
            continue;
        };
        if schema.get("type").and_then(Value::as_str) == Some("number") {
            return true;
        }
        schemas.extend(members(schema.get("properties")).map(|(_, property)| property));
        schemas.extend(
            ["items", "additionalProperties"]
                .iter()
                .filter_map(|key| schema.get(key)),
        );
        let parts = ["allOf", "oneOf", "anyOf"].into_iter();
        schemas.extend(parts.flat_map(|key| items(schema, key)));
    }
    false
}

/// The name of the shared schema that `schema` refers to, with only annotations beside the reference.
fn name<'d>(document: &'d Value, schema: &'d Value) -> Option<&'d str> {
    let parts = schema.get("allOf").and_then(Value::as_array);
    let reference = match parts.map(Vec::as_slice) {
        Some([only]) if has_only_annotations(schema) => only,
        _ => schema,
    };
    let mut name = None;
    follow_chain(reference, |&schema| {
        // A shared schema that is only a reference is an alias; its target has the name that counts.
        if schema.get("$ref").is_some() {
            name = referred(schema).or(name);
        }
        target(document, schema, "")
    })
    .ok()?;
    name
}

fn has_only_annotations(schema: &Value) -> bool {
    members(Some(schema)).all(|(key, _)| {
        key == "allOf" || key.starts_with("x-") || ANNOTATIONS.contains(&key.as_str())
    })
}

/// The deepest inheritance that is merged: a deeper one can only be a cycle.
const DEEPEST: usize = 64;

fn merge(document: &Value, schema: &Value, out: &mut Map<String, Value>, depth: usize) {
    let Some(schema) = resolve(document, schema) else {
        return;
    };
    if depth > DEEPEST {
        return;
    }
    for part in items(schema, "allOf") {
        merge(document, part, out, depth + 1);
    }
    for (key, value) in members(Some(schema)) {
        match (key.as_str(), out.get_mut(key), value) {
            ("allOf", _, _) => {}
            ("properties", Some(Value::Object(known)), Value::Object(own)) => {
                known.extend(own.clone());
            }
            ("required", Some(Value::Array(known)), Value::Array(own)) => {
                known.extend(own.iter().cloned());
            }
            _ => {
                out.insert(key.clone(), value.clone());
            }
        }
    }
}
