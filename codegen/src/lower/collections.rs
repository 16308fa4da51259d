//! An absent list and an empty one are two things: the generated field tells them apart.

use serde_json::{Value, json};

use crate::document::each_schema;

/// Makes optional arrays and maps nullable, so that they become an `Option` like every other optional property.
pub fn optional(mut document: Value) -> Value {
    each_schema(&mut document, |_, schema| {
        let required = schema.get("required").cloned().unwrap_or_default();
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for (name, property) in properties.into_iter().flatten() {
            let is_required = required
                .as_array()
                .is_some_and(|all| all.contains(&json!(name)));
            let collection =
                property["type"] == "array" || property.get("additionalProperties").is_some();
            if let (false, true, Some(property)) =
                (is_required, collection, property.as_object_mut())
            {
                property.insert("nullable".to_owned(), json!(true));
            }
        }
    });
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn optional_lists_and_maps_can_be_null() {
        let document = json!({ "components": { "schemas": { "A": {
            "required": ["needed"],
            "properties": {
                "needed": { "type": "array", "items": {} },
                "list": { "type": "array", "items": {} },
                "map": { "type": "object", "additionalProperties": { "type": "string" } },
                "text": { "type": "string" },
            },
        }}}});
        let lowered = optional(document);
        let nullable = |name: &str| {
            lowered["components"]["schemas"]["A"]["properties"][name]
                .get("nullable")
                .cloned()
        };
        assert_eq!(nullable("list"), Some(json!(true)));
        assert_eq!(nullable("map"), Some(json!(true)));
        assert_eq!((nullable("needed"), nullable("text")), (None, None));
    }
}
