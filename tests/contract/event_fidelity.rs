//! The JSON Schema that schemars derives from the type of each event's payload says the same as the document's schemas:
//! the same properties with those of its bases, of the same types, none of them required, and others allowed.

use std::collections::BTreeMap;

use acs_chat::events::ChatEventData;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::support::events::{document, events};

/// The derived schemas of all payloads, and of whatever they refer to, by name.
fn derived() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<ChatEventData>();
    generator.take_definitions(true)
}

/// A schema by what it refers to.
fn referred<'s>(
    schemas: &'s Map<String, Value>,
    schema: &'s Value,
) -> Option<(&'s str, &'s Value)> {
    let name = schema["$ref"].as_str()?.rsplit('/').next()?;
    Some((name, schemas.get(name)?))
}

/// What a property holds: the name of a schema, or type and format.
fn kind(schema: &Value) -> Value {
    for around in ["allOf", "anyOf"] {
        for inner in schema[around].as_array().into_iter().flatten() {
            if inner["type"] != "null" {
                return kind(inner);
            }
        }
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return json!(reference.rsplit('/').next());
    }
    let types = match &schema["type"] {
        Value::Array(all) => all.iter().find(|one| *one != "null").cloned(),
        one => Some(one.clone()),
    };
    let items = schema.get("items").map(kind);
    json!({ "type": types, "format": schema.get("format"), "items": items })
}

/// The properties of a schema and of its bases.
fn properties(schemas: &Map<String, Value>, schema: &Value, found: &mut BTreeMap<String, Value>) {
    for base in schema["allOf"].as_array().into_iter().flatten() {
        let (_, base) = referred(schemas, base).expect("a base");
        properties(schemas, base, found);
    }
    let own = schema["properties"].as_object().into_iter().flatten();
    found.extend(own.map(|(name, property)| (name.clone(), kind(property))));
}

#[test]
fn every_payload_has_the_properties_of_its_schema() {
    let (document, derived) = (document(), derived());
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let events = events();
    let names = events.iter().map(|event| event.schema.as_str());
    for name in names.chain(["AcsChatThreadParticipantProperties"]) {
        let of_type = derived
            .get(name)
            .unwrap_or_else(|| panic!("no type {name}"));
        let (mut expected, mut found) = (BTreeMap::new(), BTreeMap::new());
        properties(schemas, &schemas[name], &mut expected);
        properties(&derived, of_type, &mut found);
        assert_eq!(found, expected, "{name}");
        assert_eq!(of_type.get("required"), None, "{name}");
        assert_eq!(of_type["additionalProperties"], true, "{name}");
    }
    // One schema is the API's; whatever else there is belongs to that.
    assert!(derived.contains_key("CommunicationIdentifierModel"));
    assert!(!derived.keys().any(|name| name.ends_with("BaseProperties")));
}
