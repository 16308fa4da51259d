//! A schema as it is compared: references followed, `allOf` merged.

use serde_json::{Map, Value};

use crate::openapi::{LONGEST_CHAIN, entries, resolve};

/// What a schema says in the end.
pub struct Shape<'d> {
    /// The name of the shared schema that it is nothing but a reference to.
    pub name: Option<&'d str>,
    /// Its keywords, those of all parts of an `allOf` merged.
    pub keywords: Map<String, Value>,
}

/// Keywords that say something about a value's place, not about its type.
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

impl<'d> Shape<'d> {
    /// The shape of `schema` in `document`.
    pub fn new(document: &'d Value, schema: &'d Value) -> Self {
        let mut keywords = Map::new();
        merge(document, schema, &mut keywords, 0);
        Self {
            name: name(document, schema),
            keywords,
        }
    }

    /// What `schema` says beside a reference, without what that leads to.
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

    /// Its type, as far as it names one.
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
}

/// The name of the shared schema that `schema` refers to, beside nothing but annotations.
fn name<'d>(document: &'d Value, schema: &'d Value) -> Option<&'d str> {
    let parts = schema.get("allOf").and_then(Value::as_array);
    let mut current = match parts.map(Vec::as_slice) {
        Some([only]) if has_only_annotations(schema) => only,
        _ => schema,
    };
    let mut found = None;
    for _ in 0..LONGEST_CHAIN {
        let Some(reference) = current.get("$ref").and_then(Value::as_str) else {
            return found;
        };
        // A shared schema that only refers to another is a second name; the last one counts.
        found = reference.strip_prefix("#/components/schemas/").or(found);
        current = document.pointer(reference.strip_prefix('#')?)?;
    }
    found
}

fn has_only_annotations(schema: &Value) -> bool {
    entries(Some(schema)).all(|(key, _)| {
        key == "allOf" || key.starts_with("x-") || ANNOTATIONS.contains(&key.as_str())
    })
}

fn merge(document: &Value, schema: &Value, out: &mut Map<String, Value>, depth: usize) {
    let Some(schema) = resolve(document, schema) else {
        return;
    };
    // Inheritance in a cycle has no end.
    if depth > LONGEST_CHAIN {
        return;
    }
    for part in schema
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        merge(document, part, out, depth + 1);
    }
    for (key, value) in entries(Some(schema)) {
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
