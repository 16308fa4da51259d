//! The JSON Schema that schemars derives from each generated type says the same as the document's schema: the same
//! properties, the same of them required, of the same types.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::document::{self, document};
use acs_chat::types;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The derived schemas of all types, by name.
fn derived() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    macro_rules! types {
        (generated: $($type:ident)*; open enums: $($open:ident)*; unions: $($union:ident)*;) => {{
            $( generator.subschema_for::<types::$type>(); )*
            $( generator.subschema_for::<types::$open>(); )*
            $( generator.subschema_for::<types::$union>(); )*
        }};
    }
    include!("../../codegen/tests/output/types.rs");
    generator.take_definitions(true)
}

/// What a property holds, said in one way for both kinds of schema: a name of a schema, or type and format.
fn kind(schema: &Value) -> Value {
    // Nullable, optional or described: what counts stands within.
    for around in ["allOf", "anyOf"] {
        if let Some(all) = schema[around].as_array() {
            let inner: Vec<_> = all.iter().filter(|inner| inner["type"] != "null").collect();
            if let [only] = inner.as_slice() {
                return kind(only);
            }
        }
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return json!(reference.rsplit('/').next());
    }
    let all_types = schema["type"].as_array().cloned();
    let mut all_types = all_types.unwrap_or_else(|| vec![schema["type"].clone()]);
    all_types.retain(|one| one != "null");
    let mut said = Map::new();
    said.insert("type".to_owned(), all_types.into());
    // An address stays the text it is: the service's need not be one that a URL parser takes.
    if let Some(format) = schema.get("format").filter(|format| *format != "uri") {
        said.insert("format".to_owned(), format.clone());
    }
    for inner in ["items", "additionalProperties"] {
        if let Some(schema) = schema.get(inner).filter(|schema| schema.is_object()) {
            said.insert(inner.to_owned(), kind(schema));
        }
    }
    if let Some(values) = schema.get("enum") {
        said.insert("enum".to_owned(), values.clone());
    }
    said.into()
}

/// A schema and those that it extends.
fn parts<'a>(document: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let schema = document::follow(document, schema);
    let bases = schema["allOf"].as_array().into_iter().flatten();
    let bases = bases.flat_map(|base| parts(document, base));
    std::iter::once(schema).chain(bases).collect()
}

/// Properties by name, and which of them are required.
fn shape(parts: &[&Value], required: impl Fn(&Value) -> bool) -> Value {
    let names: Vec<&Value> = parts
        .iter()
        .filter_map(|part| part["required"].as_array())
        .flatten()
        .collect();
    let mut all = Map::new();
    let properties = parts
        .iter()
        .filter_map(|part| part["properties"].as_object());
    for (name, property) in properties.flatten() {
        let needed = names.contains(&&json!(name)) && required(property);
        all.insert(name.clone(), json!([kind(property), needed]));
    }
    let types = parts.iter().map(|part| &part["type"]);
    let its_type = types.into_iter().find(|its_type| !its_type.is_null());
    json!({ "type": its_type, "properties": all })
}

/// Without the property that a union writes by itself.
fn without_tag(mut shape: Value, tag: &str) -> Value {
    let properties = shape["properties"].as_object_mut().expect("properties");
    properties.remove(tag).expect("the tag is there");
    shape
}

/// The types of what the document writes in place, which have no schema, by a decision.
const IN_PLACE: &[&str] = &[];

#[test]
fn every_schema_has_its_type_and_no_type_lacks_a_schema() {
    let document = document();
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let mut expected: BTreeMap<&str, &str> = schemas
        .iter()
        .map(|(name, schema)| match schema {
            union if union.get("discriminator").is_some() => (name.as_str(), "union"),
            open if open["x-ms-enum"]["modelAsString"] == true => (name.as_str(), "open enum"),
            _ => (name.as_str(), "generated"),
        })
        .collect();
    macro_rules! types {
        (generated: $($type:ident)*; open enums: $($open:ident)*; unions: $($union:ident)*;) => {
            BTreeMap::from([
                $( (stringify!($type), "generated"), )*
                $( (stringify!($open), "open enum"), )*
                $( (stringify!($union), "union"), )*
            ])
        };
    }
    let mut types = include!("../../codegen/tests/output/types.rs");
    let derived = derived();
    let derived: BTreeSet<&str> = derived.keys().map(String::as_str).collect();
    assert_eq!(types.keys().copied().collect::<BTreeSet<_>>(), derived);
    types.retain(|name, _| !IN_PLACE.contains(name));
    expected.retain(|name, _| !IN_PLACE.contains(name));
    assert_eq!(
        types, expected,
        "a type on the left that is not on the right has no schema: decide whether the document should name one, or list \
         the type in `IN_PLACE`"
    );
}

#[test]
fn the_same_properties_required_and_types() {
    let document = document();
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let derived = derived();
    // The kinds of a union, by name, and the property that tells them apart.
    let mut tags = BTreeMap::new();
    for (name, schema) in schemas {
        let Some(tag) = schema["discriminator"]["propertyName"].as_str() else {
            continue;
        };
        let mapping = schema["discriminator"]["mapping"]
            .as_object()
            .expect("a mapping");
        let mut expected: Vec<(String, String)> = mapping
            .iter()
            .map(|(value, target)| {
                let target = target.as_str().and_then(|target| target.rsplit('/').next());
                (value.clone(), target.unwrap_or_default().to_owned())
            })
            .collect();
        let kinds = derived[name]["oneOf"].as_array().expect("kinds");
        let mut found: Vec<(String, String)> = kinds
            .iter()
            .map(|kind_of| {
                assert_eq!(kind_of["required"], json!([tag]));
                let values = kind_of["properties"][tag]["enum"]
                    .as_array()
                    .expect("a value");
                let target = kind(kind_of).as_str().unwrap_or_default().to_owned();
                (values[0].as_str().unwrap_or_default().to_owned(), target)
            })
            .collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{name}");
        tags.extend(expected.into_iter().map(|(_, target)| (target, tag)));
    }
    for (name, schema) in schemas {
        let found = &derived[name];
        if schema.get("discriminator").is_some() {
            continue;
        }
        if schema.get("enum").is_some() {
            assert_eq!(kind(found), kind(schema), "{name}");
            continue;
        }
        let parts = parts(document, schema);
        let mut expected = shape(&parts, |property| property["readOnly"] != true);
        if let Some(tag) = tags.get(name) {
            expected = without_tag(expected, tag);
        }
        assert_eq!(shape(&[found], |_| true), expected, "{name}");
    }
}
