//! An absent list and an empty one are two things: the generated field tells them apart.

use serde_json::{Value, json};

use crate::steps::document::each_schema;

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
