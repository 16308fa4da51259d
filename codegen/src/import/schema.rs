//! Schemas: definitions, properties, items.

use serde_json::{Map, Value, json};

use super::source::Node;
use super::{Import, Kind};
use crate::SpecError;

impl Import {
    /// Converts the schema at `node`.
    pub(super) fn schema(&mut self, node: &Node) -> Result<Value, SpecError> {
        let fields = node.fields()?;
        if node.is_only_reference() {
            return Ok(json!({ "$ref": self.schema_reference(node)? }));
        }
        let mut out = Map::new();
        let mut all_of = Vec::new();
        for (key, field) in fields {
            match key.as_str() {
                // OpenAPI 3.0 ignores the siblings of `$ref`, so the reference moves inside.
                "$ref" => {
                    all_of.insert(0, json!({ "$ref": self.schema_reference(node)? }));
                    out.entry("allOf").or_insert(Value::Null);
                }
                "allOf" => {
                    for member in field.items()? {
                        all_of.push(self.schema(&member)?);
                    }
                    out.entry("allOf").or_insert(Value::Null);
                }
                "discriminator" => {
                    out.insert(key, json!({ "propertyName": field.text()? }));
                }
                _ => self.schema_field(&key, &field, &mut out)?,
            }
        }
        if let Some(placed) = out.get_mut("allOf") {
            *placed = Value::Array(all_of);
        }
        Ok(Value::Object(out))
    }

    /// Converts one keyword of a schema, except those that combine schemas.
    pub(super) fn schema_field(
        &mut self,
        key: &str,
        field: &Node,
        out: &mut Map<String, Value>,
    ) -> Result<(), SpecError> {
        let value = match key {
            "type" => return self.schema_type(field, out),
            "properties" => {
                let mut properties = Map::new();
                for (name, property) in field.fields()? {
                    properties.insert(name, self.schema(&property)?);
                }
                Value::Object(properties)
            }
            "items" if field.value().is_array() => {
                self.report.add(
                    Kind::UnsupportedKeyword,
                    key,
                    field.error("a list of schemas by position has no counterpart in OpenAPI 3.0"),
                );
                return Ok(());
            }
            "items" => self.schema(field)?,
            "additionalProperties" if !field.value().is_boolean() => self.schema(field)?,
            "x-nullable" => {
                out.insert("nullable".to_owned(), field.value().clone());
                return Ok(());
            }
            "title"
            | "description"
            | "format"
            | "default"
            | "example"
            | "multipleOf"
            | "maximum"
            | "exclusiveMaximum"
            | "minimum"
            | "exclusiveMinimum"
            | "maxLength"
            | "minLength"
            | "pattern"
            | "maxItems"
            | "minItems"
            | "uniqueItems"
            | "maxProperties"
            | "minProperties"
            | "required"
            | "enum"
            | "readOnly"
            | "externalDocs"
            | "xml"
            | "additionalProperties" => field.value().clone(),
            _ => {
                self.extension_or_lost(key, field, out);
                return Ok(());
            }
        };
        out.insert(key.to_owned(), value);
        Ok(())
    }

    fn schema_type(&mut self, field: &Node, out: &mut Map<String, Value>) -> Result<(), SpecError> {
        match field.value().as_str() {
            Some("file") => {
                out.insert("type".to_owned(), json!("string"));
                out.insert("format".to_owned(), json!("binary"));
            }
            Some(name) => {
                out.insert("type".to_owned(), json!(name));
            }
            None => self.report.add(
                Kind::UnsupportedKeyword,
                "type",
                field.error("a type that is not one name has no counterpart in OpenAPI 3.0"),
            ),
        }
        Ok(())
    }
}
