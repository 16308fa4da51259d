//! What only the service writes need not be given to build a request.

use serde_json::Value;

use crate::document::each_schema;

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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_the_service_alone_writes_goes() {
        let document = |required: Value| {
            json!({ "components": { "schemas": { "A": {
                "required": required,
                "properties": { "a": {}, "b": { "readOnly": true }, "c": { "readOnly": false } },
            }}}})
        };
        let before = document(json!(["a", "b", "c", "d"]));
        assert_eq!(not_required(before), document(json!(["a", "c", "d"])));
        let untouched = json!({ "components": { "schemas": { "A": {}, "B": true } } });
        assert_eq!(not_required(untouched.clone()), untouched);
    }
}
