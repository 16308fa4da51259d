//! What only the service writes need not be given to build a request.

use serde_json::Value;

use crate::steps::document::each_schema;

/// Takes properties marked `readOnly` out of `required`.
pub fn not_required(mut document: Value) -> Value {
    each_schema(&mut document, |_, schema| {
        let properties = schema.get("properties").cloned().unwrap_or_default();
        if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
            required.retain(|name| {
                let property = name.as_str().and_then(|name| properties.get(name));
                property.and_then(|property| property.get("readOnly")) != Some(&Value::Bool(true))
            });
        }
    });
    document
}
