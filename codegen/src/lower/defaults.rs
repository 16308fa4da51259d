//! What is not given is not sent: a default is what the service takes for it, and only said in the docs.

use serde_json::{Map, Value, json};

/// Takes the defaults out of all schemas.
pub fn only_said(node: &mut Value, is_schema: bool) {
    match node {
        Value::Object(members) => {
            if is_schema && let Some(default) = members.remove("default") {
                say(members, &default);
            }
            for (key, member) in members {
                match key.as_str() {
                    "schema" | "items" | "additionalProperties" | "allOf" | "oneOf" | "anyOf" => {
                        only_said(member, true)
                    }
                    "schemas" | "properties" => {
                        let schemas = member.as_object_mut().into_iter().flat_map(Map::values_mut);
                        schemas.for_each(|schema| only_said(schema, true));
                    }
                    // Examples are data, whatever they look like.
                    key if key.starts_with("example") || key == "enum" => {}
                    _ => only_said(member, false),
                }
            }
        }
        Value::Array(nodes) => nodes.iter_mut().for_each(|node| only_said(node, is_schema)),
        _ => {}
    }
}

fn say(schema: &mut Map<String, Value>, default: &Value) {
    // An empty list says nothing, and neither does an object of defaults.
    if default.is_null() || default.is_array() || default.is_object() {
        return;
    }
    let description = schema.get("description").and_then(Value::as_str);
    let said = format!("{} Default: `{default}`.", description.unwrap_or_default());
    schema.insert("description".to_owned(), json!(said.trim()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_of_schemas_are_only_said() {
        let mut document = json!({
            "servers": [{ "variables": { "endpoint": { "default": "x" } } }],
            "paths": { "/a": { "get": {
                "parameters": [{ "schema": { "type": "integer", "default": 10 } }],
                "responses": { "default": { "content": {} } },
            } } },
            "components": { "schemas": {
                "Colour": { "default": "red", "example": { "default": 1 } },
                "Thing": { "properties": {
                    "default": { "description": "d", "default": 5 },
                    "tags": { "default": [], "items": { "default": true } },
                } },
            } },
        });
        only_said(&mut document, false);
        let expected = json!({
            "servers": [{ "variables": { "endpoint": { "default": "x" } } }],
            "paths": { "/a": { "get": {
                "parameters": [{ "schema": { "type": "integer", "description": "Default: `10`." } }],
                "responses": { "default": { "content": {} } },
            } } },
            "components": { "schemas": {
                "Colour": { "example": { "default": 1 }, "description": "Default: `\"red\"`." },
                "Thing": { "properties": {
                    "default": { "description": "d Default: `5`." },
                    "tags": { "items": { "description": "Default: `true`." } },
                } },
            } },
        });
        assert_eq!(document, expected);
    }
}
