//! In a JSON merge patch `null` removes what is there, which is not the same as leaving it alone.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    SpecError,
    document::media,
    document::operation::MERGE_PATCH,
    document::{SCHEMAS, each_operation, referred},
};

/// What the name of a schema gets where null may stand in its place.
pub const OR_NULL: &str = "OrNull";

/// In the bodies that are sent as merge patches, an optional property that refers to an object may also be null.
/// (A scalar that is removed has no meaning in this API, and a map removes its keys by its own rule.)
pub fn allow(mut document: Value) -> Result<Value, SpecError> {
    let mut bodies = BTreeSet::new();
    let whole = document.clone();
    each_operation(&mut document, |place, _, _, operation| {
        let body = operation.get("requestBody");
        if let Some(content) = body.and_then(|body| body["content"].as_object())
            && let place = format!("{place}/requestBody/content")
            && media::sent(&whole, content, &place)?.media_types == [MERGE_PATCH]
            && let Some(schema) = referred(&content[MERGE_PATCH]["schema"])
        {
            bodies.insert(schema.to_owned());
        }
        Ok(())
    })?;
    let schemas = document.pointer(SCHEMAS).cloned().unwrap_or_default();
    let is_object = |name: &&str| {
        let schema = schemas.get(name);
        schema.is_some_and(|schema| schema.get("enum").is_none())
    };
    let mut added = BTreeSet::new();
    for body in bodies {
        let properties = document.pointer_mut(&format!("{SCHEMAS}/{body}/properties"));
        let properties = properties.and_then(Value::as_object_mut);
        for (_, property) in properties.into_iter().flatten() {
            if let Some(target) = referred(property).filter(is_object) {
                let name = format!("{target}{OR_NULL}");
                *property = json!({
                    "description": property["description"],
                    "allOf": [{ "$ref": format!("#{SCHEMAS}/{name}") }],
                });
                added.insert(name);
            }
        }
    }
    if let Some(schemas) = document.pointer_mut(SCHEMAS).and_then(Value::as_object_mut) {
        for name in added {
            schemas.insert(name, json!({ "description": "A value, or null." }));
        }
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(media: &str, property: Value) -> Value {
        json!({
            "paths": { "/a": { "patch": { "requestBody": { "content": {
                media: { "schema": { "$ref": "#/components/schemas/Patch" } },
            }}}}},
            "components": { "schemas": {
                "Patch": { "properties": { "policy": property, "text": { "type": "string" } } },
                "Policy": { "type": "object" },
                "Colour": { "type": "string", "enum": ["red"] },
            }},
        })
    }

    fn refer(name: &str) -> Value {
        json!({ "description": "d", "allOf": [{ "$ref": format!("#/components/schemas/{name}") }] })
    }

    #[test]
    fn an_object_in_a_merge_patch_can_be_null() {
        let mut expected = document(MERGE_PATCH, refer("PolicyOrNull"));
        expected["components"]["schemas"]["PolicyOrNull"] =
            json!({ "description": "A value, or null." });
        assert_eq!(allow(document(MERGE_PATCH, refer("Policy"))), Ok(expected));
    }

    #[test]
    fn nothing_else_can() {
        for untouched in [
            document("application/json", refer("Policy")),
            document(MERGE_PATCH, refer("Colour")),
            document(MERGE_PATCH, json!({ "type": "integer" })),
            json!({ "paths": {} }),
        ] {
            assert_eq!(allow(untouched.clone()), Ok(untouched));
        }
    }
}
