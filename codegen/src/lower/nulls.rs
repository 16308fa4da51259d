//! In a JSON merge patch `null` removes what is there, which is not the same as leaving it alone.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    SpecError,
    document::media,
    document::operation::MERGE_PATCH,
    document::{SCHEMAS, each_operation, is_true, referred, str_at},
};

/// What the name of a schema gets where null may stand in its place.
pub const OR_NULL: &str = "OrNull";

/// The types of scalars that may be null, by the names that they have before [`OR_NULL`]. No schema has one of them.
pub const SCALARS: [(&str, &str); 9] = [
    ("Bool", "bool"),
    ("DateTime", "::chrono::DateTime<::chrono::offset::Utc>"),
    ("F32", "f32"),
    ("F64", "f64"),
    ("I32", "i32"),
    ("I64", "i64"),
    ("NaiveDate", "::chrono::naive::NaiveDate"),
    ("String", "::std::string::String"),
    ("Uuid", "::uuid::Uuid"),
];

/// What the name of a list's or a map's values gets before [`OR_NULL`], and what holds them.
pub const HOLDERS: [(&str, &str); 2] = [
    ("Array", "::std::vec::Vec<"),
    (
        "Dictionary",
        "::std::collections::BTreeMap<::std::string::String, ",
    ),
];

/// In the bodies that are sent as merge patches, an optional property that refers to an object may also be null, and so
/// may a scalar, a list or a map that is `nullable`. (Without that, a scalar that is removed has no meaning, and a map
/// removes its keys by its own rule.)
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
            let target = referred(property).filter(is_object).map(str::to_owned);
            if let Some(target) = target.or_else(|| nullable(property, &schemas)) {
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

/// The name of what may be null: a scalar, a list or a map.
fn nullable(property: &Value, schemas: &Value) -> Option<String> {
    if !is_true(property, "nullable") || property.get("enum").is_some() {
        return None;
    }
    let (holder, values) = match (str_at(property, "type"), property.get("properties")) {
        ("array", _) => ("Array", property.get("items")?),
        ("object", None) => ("Dictionary", property.get("additionalProperties")?),
        _ => return scalar(property).map(str::to_owned),
    };
    let is_plain = !is_true(values, "nullable") && values.get("enum").is_none();
    let of = referred(values).or_else(|| scalar(values).filter(|_| is_plain))?;
    let name = format!("{of}{holder}");
    schemas.get(&name).is_none().then_some(name)
}

/// The name of the type of a scalar.
fn scalar(property: &Value) -> Option<&'static str> {
    Some(
        match (str_at(property, "type"), str_at(property, "format")) {
            ("boolean", _) => "Bool",
            ("integer", "int32") => "I32",
            ("integer", _) => "I64",
            ("number", "float") => "F32",
            ("number", _) => "F64",
            ("string", "date-time") => "DateTime",
            ("string", "date") => "NaiveDate",
            ("string", "uuid") => "Uuid",
            ("string", _) => "String",
            _ => return None,
        },
    )
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
    fn a_nullable_scalar_in_a_merge_patch_can_be_null() {
        for (kind, format, name) in [
            ("string", json!(null), "String"),
            ("string", json!("date-time"), "DateTime"),
            ("integer", json!("int32"), "I32"),
            ("boolean", json!(null), "Bool"),
            ("number", json!("double"), "F64"),
        ] {
            assert!(SCALARS.iter().any(|(known, _)| *known == name));
            let scalar =
                json!({ "type": kind, "format": format, "nullable": true, "description": "d" });
            let name = format!("{name}OrNull");
            let mut expected = document(MERGE_PATCH, refer(&name));
            expected["components"]["schemas"][&name] =
                json!({ "description": "A value, or null." });
            assert_eq!(allow(document(MERGE_PATCH, scalar)), Ok(expected));
        }
    }

    #[test]
    fn a_nullable_list_or_map_in_a_merge_patch_can_be_null() {
        let text = json!({ "type": "string" });
        let list = |items: &Value| json!({ "type": "array", "items": items, "nullable": true, "description": "d" });
        let map = json!({ "type": "object", "additionalProperties": refer("Policy"), "nullable": true, "description": "d" });
        for (property, name) in [
            (list(&text), "StringArrayOrNull"),
            (list(&refer("Policy")), "PolicyArrayOrNull"),
            (map, "PolicyDictionaryOrNull"),
        ] {
            let mut expected = document(MERGE_PATCH, refer(name));
            expected["components"]["schemas"][name] = json!({ "description": "A value, or null." });
            assert_eq!(allow(document(MERGE_PATCH, property)), Ok(expected));
        }
        let untouched = document(MERGE_PATCH, list(&list(&text)));
        assert_eq!(allow(untouched.clone()), Ok(untouched));
    }

    #[test]
    fn nothing_else_can() {
        for untouched in [
            document("application/json", refer("Policy")),
            document(MERGE_PATCH, refer("Colour")),
            document(MERGE_PATCH, json!({ "type": "integer" })),
            document(MERGE_PATCH, json!({ "type": "array", "nullable": true })),
            json!({ "paths": {} }),
        ] {
            assert_eq!(allow(untouched.clone()), Ok(untouched));
        }
    }
}
