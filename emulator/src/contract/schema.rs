//! OpenAPI 3.0 schemas as JSON Schema: converts `nullable`, `discriminator` and the integer formats.

use acs_chat_codegen::SpecError;
use acs_chat_codegen::document::SCHEMAS;
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// The document's schemas, converted, and a cache of validators, which are slow to build.
pub(super) struct Schemas {
    named: Value,
    cached: RefCell<HashMap<String, Arc<Validator>>>,
}

impl Schemas {
    pub(super) fn new(document: &Value) -> Self {
        let named = document.pointer(SCHEMAS).and_then(Value::as_object);
        let named = named.into_iter().flatten();
        Self {
            named: Value::Object(
                named
                    .map(|(name, schema)| (name.clone(), convert(schema)))
                    .collect(),
            ),
            cached: RefCell::default(),
        }
    }

    /// The validator of the schema at `place`.
    pub(super) fn validator(
        &self,
        schema: &Value,
        place: &str,
    ) -> Result<Arc<Validator>, SpecError> {
        self.build(convert(schema), place)
    }

    /// The validator of a merge patch, in which any property can be `null`.
    pub(super) fn patch_validator(
        &self,
        schema: &Value,
        place: &str,
    ) -> Result<Arc<Validator>, SpecError> {
        self.build(with_null_properties(convert(schema)), place)
    }

    fn build(&self, schema: Value, place: &str) -> Result<Arc<Validator>, SpecError> {
        let key = schema.to_string();
        if let Some(cached) = self.cached.borrow().get(&key) {
            return Ok(Arc::clone(cached));
        }
        let rooted = json!({ "allOf": [schema], "components": { "schemas": self.named } });
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&rooted)
            .map_err(|error| {
                SpecError::new(
                    place,
                    format!("the schema cannot be used: {error}"),
                    "write a schema of OpenAPI 3.0",
                )
            })?;
        let validator = Arc::new(validator);
        self.cached.borrow_mut().insert(key, Arc::clone(&validator));
        Ok(validator)
    }
}

fn convert(schema: &Value) -> Value {
    let Some(fields) = schema.as_object() else {
        return schema.clone();
    };
    let mut converted = Map::new();
    for (key, value) in fields {
        let value = match key.as_str() {
            "properties" => each_value(value, convert),
            "items" | "additionalProperties" | "not" => convert(value),
            "allOf" | "anyOf" | "oneOf" => each_item(value, convert),
            "nullable" | "discriminator" | "example" | "examples" => continue,
            _ => value.clone(),
        };
        converted.insert(key.clone(), value);
    }
    if fields.get("format").and_then(Value::as_str) == Some("int32") {
        converted.insert("minimum".into(), i32::MIN.into());
        converted.insert("maximum".into(), i32::MAX.into());
    }
    if let Some(discriminator) = fields.get("discriminator") {
        convert_discriminator(&mut converted, discriminator);
    }
    let converted = Value::Object(converted);
    if fields.get("nullable") == Some(&Value::Bool(true)) {
        or_null(converted)
    } else {
        converted
    }
}

/// Converts a discriminator: the property is one of the mapped values, and each value selects a schema. Unlike `oneOf`,
/// this reports the errors of the selected schema only.
fn convert_discriminator(converted: &mut Map<String, Value>, discriminator: &Value) {
    let (Some(property), Some(mapping)) = (
        discriminator.get("propertyName").and_then(Value::as_str),
        discriminator.get("mapping").and_then(Value::as_object),
    ) else {
        return;
    };
    converted.remove("oneOf");
    let names: Vec<&String> = mapping.keys().collect();
    let mut all =
        vec![json!({ "properties": { property: { "enum": names } }, "required": [property] })];
    for (name, schema) in mapping {
        all.push(json!({ "if": { "properties": { property: { "const": name } } }, "then": { "$ref": schema } }));
    }
    if let Some(Value::Array(others)) = converted.get("allOf") {
        all.extend(others.iter().cloned());
    }
    converted.insert("allOf".into(), Value::Array(all));
}

/// Allows `null` for each property and additional property of an object schema.
fn with_null_properties(mut schema: Value) -> Value {
    let Some(fields) = schema.as_object_mut() else {
        return schema;
    };
    if let Some(properties) = fields.get_mut("properties") {
        *properties = each_value(properties, |property| {
            or_null(with_null_properties(property.clone()))
        });
    }
    if let Some(additional) = fields
        .get_mut("additionalProperties")
        .filter(|additional| additional.is_object())
    {
        *additional = or_null(with_null_properties(additional.clone()));
    }
    schema
}

fn or_null(schema: Value) -> Value {
    json!({ "if": { "type": "null" }, "else": schema })
}

fn each_value(value: &Value, f: impl Fn(&Value) -> Value) -> Value {
    match value.as_object() {
        Some(fields) => Value::Object(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), f(value)))
                .collect(),
        ),
        None => value.clone(),
    }
}

fn each_item(value: &Value, f: impl Fn(&Value) -> Value) -> Value {
    match value.as_array() {
        Some(items) => Value::Array(items.iter().map(f).collect()),
        None => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schemas() -> Schemas {
        Schemas::new(&json!({ "components": { "schemas": {
            "Pet": {
                "type": "object",
                "oneOf": [{ "$ref": "#/components/schemas/Cat" }],
                "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat" } },
            },
            "Cat": { "type": "object", "required": ["lives"], "properties": { "lives": { "type": "integer", "format": "int32" } } },
        } } }))
    }

    #[test]
    fn a_discriminator_picks_the_schema_by_name() {
        let pet = schemas()
            .validator(&json!({ "$ref": "#/components/schemas/Pet" }), "/here")
            .unwrap();
        assert!(pet.is_valid(&json!({ "kind": "cat", "lives": 9 })));
        assert!(!pet.is_valid(&json!({ "kind": "cat" })));
        assert!(!pet.is_valid(&json!({ "kind": "dog", "lives": 1 })));
        assert!(!pet.is_valid(&json!({ "lives": 1 })));
    }

    #[test]
    fn int32_has_its_bounds_and_nullable_allows_null() {
        let cat = schemas()
            .validator(&json!({ "$ref": "#/components/schemas/Cat" }), "/here")
            .unwrap();
        assert!(!cat.is_valid(&json!({ "lives": 2_147_483_648_u64 })));
        let nullable = schemas()
            .validator(&json!({ "type": "string", "nullable": true }), "/here")
            .unwrap();
        assert!(nullable.is_valid(&Value::Null));
        assert!(!nullable.is_valid(&json!(1)));
    }

    #[test]
    fn a_patch_may_remove_what_it_may_set_and_nothing_else_changes() {
        let schema = json!({ "type": "object", "properties": {
            "pet": { "$ref": "#/components/schemas/Pet" },
            "tags": { "type": "object", "additionalProperties": { "type": "string" } },
        } });
        let patch = schemas().patch_validator(&schema, "/here").unwrap();
        assert!(patch.is_valid(&json!({ "pet": null, "tags": { "old": null, "new": "x" } })));
        assert!(!patch.is_valid(&json!({ "tags": { "new": 1 } })));
        assert!(!patch.is_valid(&json!({ "pet": { "kind": "dog" } })));
        assert!(
            !schemas()
                .validator(&schema, "/here")
                .unwrap()
                .is_valid(&json!({ "pet": null }))
        );
    }
}
