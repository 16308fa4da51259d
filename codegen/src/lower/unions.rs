//! Schemas with a `discriminator` become enums that keep kinds the document does not know.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    SpecError,
    document::{SCHEMAS, each_schema, escape, names, text},
};

/// The variant that keeps what the document does not know.
const UNKNOWN: &str = "UnknownKind";

/// A schema that is one of several, told apart by a property.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// The schema.
    pub name: String,
    /// Its description.
    pub description: String,
    /// The property that says which one it is.
    pub tag: String,
    /// What it can be, in the order of the mapping.
    pub kinds: Vec<Kind>,
}

/// One of the several.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// The value of the tag.
    pub value: String,
    /// The variant of the generated enum.
    pub variant: String,
    /// The schema of what stands beside the tag.
    pub schema: String,
    /// Its description.
    pub description: String,
}

/// Takes the unions out: they stay as names that the generator is told of, and their kinds lose the tag, which the
/// enum writes by itself.
pub fn take(mut document: Value) -> Result<(Value, Vec<Union>), SpecError> {
    let schemas = document.pointer(SCHEMAS).cloned().unwrap_or_default();
    let mut found = Vec::new();
    each_schema(&mut document, |name, schema| {
        if schema.contains_key("discriminator") && schema.contains_key("oneOf") {
            found.push(union(name, &Value::Object(schema.clone()), &schemas));
        }
    });
    let unions: Vec<Union> = found.into_iter().collect::<Result<_, _>>()?;
    for union in &unions {
        for kind in &union.kinds {
            let place = format!("{SCHEMAS}/{}", kind.schema);
            let properties = document.pointer_mut(&format!("{place}/properties"));
            if let Some(properties) = properties.and_then(Value::as_object_mut) {
                properties.remove(&union.tag);
            }
            let required = document.pointer_mut(&format!("{place}/required"));
            if let Some(required) = required.and_then(Value::as_array_mut) {
                required.retain(|name| *name != union.tag);
            }
        }
    }
    Ok((document, unions))
}

fn union(name: &str, schema: &Value, schemas: &Value) -> Result<Union, SpecError> {
    let place = format!("{SCHEMAS}/{name}/discriminator");
    let tag = text(&schema["discriminator"], "propertyName");
    let mapping = schema["discriminator"]["mapping"].as_object();
    let mut kinds = Vec::new();
    let mut taken = BTreeSet::from([UNKNOWN.to_owned()]);
    for (value, target) in mapping.into_iter().flatten() {
        let target = target.as_str().unwrap_or_default();
        let target = target.rsplit('/').next().unwrap_or_default();
        let Some(kind) = schemas.get(target) else {
            return Err(SpecError::new(
                format!("{place}/mapping/{value}"),
                format!("there is no schema `{target}`"),
                "let the mapping name a schema of this document",
            ));
        };
        if kinds.iter().any(|other: &Kind| other.schema == target) {
            return Err(SpecError::new(
                format!("{place}/mapping/{}", escape(value)),
                format!("the schema `{target}` has two values of the mapping"),
                "keep one of them, or give each a schema",
            ));
        }
        kinds.push(Kind {
            value: value.clone(),
            variant: names::free(&[names::pascal(value)], &mut taken),
            schema: target.to_owned(),
            description: text(kind, "description"),
        });
    }
    if tag.is_empty() || kinds.is_empty() {
        return Err(SpecError::new(
            place,
            "the discriminator names no property or no kinds",
            "give it a `propertyName` and a `mapping`",
        ));
    }
    Ok(Union {
        name: name.to_owned(),
        description: text(schema, "description"),
        tag,
        kinds,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(discriminator: Value) -> Value {
        json!({ "components": { "schemas": {
            "Shape": { "description": "s", "oneOf": [], "discriminator": discriminator },
            "Round": { "description": "r", "required": ["kind", "size"], "properties": { "kind": {}, "size": {} } },
            "Other": { "required": ["kind"], "properties": { "kind": {} } },
        }}})
    }

    #[test]
    fn kinds_lose_the_tag_and_keep_the_rest() {
        let mapping = json!({ "propertyName": "kind", "mapping": { "roundOne": "#/components/schemas/Round" } });
        let (left, unions) = take(document(mapping)).expect("a union");
        let kind = Kind {
            value: "roundOne".to_owned(),
            variant: "RoundOne".to_owned(),
            schema: "Round".to_owned(),
            description: "r".to_owned(),
        };
        let union = Union {
            name: "Shape".to_owned(),
            description: "s".to_owned(),
            tag: "kind".to_owned(),
            kinds: vec![kind],
        };
        assert_eq!(unions, [union]);
        let schemas = &left["components"]["schemas"];
        assert_eq!(schemas["Round"]["properties"], json!({ "size": {} }));
        assert_eq!(schemas["Round"]["required"], json!(["size"]));
        assert_eq!(
            schemas["Other"]["required"],
            json!(["kind"]),
            "it is no kind of a union"
        );
    }

    #[test]
    fn values_that_would_be_one_variant_get_names() {
        let mapping = json!({ "propertyName": "kind", "mapping": { "a-b": "Round", "aB": "Other", "1": "Shape" } });
        let (_, unions) = take(document(mapping)).expect("a union");
        let variants = unions[0].kinds.iter().map(|kind| kind.variant.as_str());
        assert_eq!(variants.collect::<Vec<_>>(), ["AB", "AB2", "X1"]);
    }

    #[test]
    fn says_which_union_can_not_be_told_apart() {
        for (discriminator, said) in [
            (
                json!({}),
                "at /components/schemas/Shape/discriminator: the discriminator names no property or no kinds; ",
            ),
            (
                json!({ "propertyName": "kind" }),
                "at /components/schemas/Shape/discriminator: the discriminator names no ",
            ),
            (
                json!({ "propertyName": "kind", "mapping": { "x": "#/components/schemas/X" } }),
                "at /components/schemas/Shape/discriminator/mapping/x: there is no schema `X`; ",
            ),
            (
                json!({ "propertyName": "kind", "mapping": { "a": "Round", "b": "Round" } }),
                "at /components/schemas/Shape/discriminator/mapping/b: the schema `Round` has two values of the mapping; ",
            ),
        ] {
            let error = take(document(discriminator)).expect_err(said).to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }
}
