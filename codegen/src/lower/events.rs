//! The payloads of events: each is one type with what it extends, keeps what the document does not declare, and shares
//! with the API's client the schemas that both documents have.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    Lowered, Renamed, collections, defaults, enums, formats, open_enums, properties, unions,
};
use crate::{
    Document, SpecError,
    document::{
        SCHEMAS, each_object, event_nodes, in_file, items, members, referred, resolve, schemas_mut,
    },
};

/// Where the types of events are.
const MODULE: &str = "crate::events::types";

/// Lowers a document of events for their types; those of the schemas in `shared` are the client's.
///
/// # Errors
/// What no step can lower, with its place in the document.
pub fn for_events(document: &Document, shared: &BTreeSet<String>) -> Result<Lowered, SpecError> {
    events(document, shared).map_err(|error| in_file(&document.root, error))
}

fn events(document: &Document, shared: &BTreeSet<String>) -> Result<Lowered, SpecError> {
    let mut lowered = document.root.clone();
    any_object(&mut lowered);
    let schemas = payloads(&lowered, shared);
    if let Some(all) = schemas_mut(&mut lowered) {
        *all = schemas;
    }
    defaults::only_said(&mut lowered, false);
    formats::say(&mut lowered);
    enums::plain(&mut lowered);
    let lowered = collections::optional(lowered);
    let (lowered, unions) = unions::take(lowered)?;
    let (lowered, enums) = open_enums::take(lowered)?;
    let mut renamed = Renamed::default();
    let document = properties::name(lowered, &mut renamed)?;
    let names = members(document.pointer(SCHEMAS)).map(|(name, _)| name);
    let shared = names
        .filter(|name| shared.contains(*name))
        .cloned()
        .collect();
    Ok(Lowered {
        document,
        enums,
        unions,
        renamed,
        module: MODULE,
        has_builders: false,
        shared,
    })
}

/// Lets any JSON be where an object is said of which nothing more is known, as documents say it of values of any type.
pub fn any_object(document: &mut Value) {
    const MORE: [&str; 5] = [
        "properties",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
    ];
    let mut places = Vec::new();
    each_object(document, |place, schema| {
        let is_plain = MORE.iter().all(|key| schema.get(key).is_none());
        if is_plain && schema["type"] == "object" {
            places.push(place.to_owned());
        }
    });
    for place in places {
        let schema = document.pointer_mut(&place).and_then(Value::as_object_mut);
        schema.and_then(|schema| schema.shift_remove("type"));
    }
}

/// The schemas of the payloads and of what they hold, which keep what is not declared; of those that are shared, the
/// name.
fn payloads(document: &Value, shared: &BTreeSet<String>) -> Map<String, Value> {
    let mut names: Vec<String> = event_nodes(document)
        .iter()
        .map(|event| event.schema.to_owned())
        .collect();
    let mut found = Map::new();
    while let Some(name) = names.pop() {
        let Some(schema) = document.pointer(&format!("{SCHEMAS}/{name}")) else {
            continue;
        };
        if found.contains_key(&name) {
            continue;
        }
        let schema = match shared.contains(&name) {
            true => json!({ "type": "object" }),
            false => whole(document, schema),
        };
        each_object(&schema, |_, node| {
            names.extend(referred(node).map(str::to_owned));
        });
        found.insert(name, schema);
    }
    // In the order of the document.
    let all = members(document.pointer(SCHEMAS)).map(|(name, _)| name);
    all.filter_map(|name| Some((name.clone(), found.remove(name)?)))
        .collect()
}

/// A schema with the properties of what it extends; an object keeps what is not declared.
fn whole(document: &Value, schema: &Value) -> Value {
    let mut whole = schema.clone();
    let mut inherited = Map::new();
    inherit(document, schema, &mut inherited);
    if let Some(schema) = whole.as_object_mut().filter(|_| !inherited.is_empty()) {
        schema.shift_remove("allOf");
        schema.insert("properties".to_owned(), Value::Object(inherited));
        schema.insert("type".to_owned(), json!("object"));
        schema
            .entry("additionalProperties")
            .or_insert_with(|| json!({}));
    }
    whole
}

fn inherit(document: &Value, schema: &Value, properties: &mut Map<String, Value>) {
    for base in items(schema, "allOf") {
        inherit(
            document,
            resolve(document, base).unwrap_or(base),
            properties,
        );
    }
    let own = members(schema.get("properties"));
    properties.extend(own.map(|(name, property)| (name.clone(), property.clone())));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lowered(schemas: Value, shared: &[&str]) -> Lowered {
        let document = json!({ "info": { "version": "1" }, "paths": {}, "components": { "schemas": schemas } });
        let shared = shared.iter().map(|name| (*name).to_owned()).collect();
        for_events(&Document::new(document).expect("a document"), &shared).expect("lowered")
    }

    #[test]
    fn an_object_of_which_nothing_is_known_is_any_json() {
        let size = json!({ "type": "object", "additionalProperties": { "type": "integer" } });
        let mut document = json!({ "components": { "schemas": { "Thing": { "properties": {
            "more": { "type": "object", "example": { "type": "object" } },
            "size": size,
        } } } } });
        any_object(&mut document);
        let thing = &document["components"]["schemas"]["Thing"]["properties"];
        assert_eq!(thing["more"], json!({ "example": { "type": "object" } }));
        assert_eq!(thing["size"], size);
    }

    #[test]
    fn a_payload_is_one_schema_with_its_bases_and_keeps_what_is_not_declared() {
        let lowered = lowered(
            json!({
                "Made": {
                    "x-acs-event": { "name": "Made" },
                    "allOf": [{ "$ref": "#/components/schemas/Base" }],
                    "type": "object",
                    "properties": { "maker": { "$ref": "#/components/schemas/Person" }, "more": { "type": "object" } },
                },
                "Base": { "type": "object", "properties": { "thing": { "type": "string" } } },
                "Person": { "type": "object", "properties": { "name": { "type": "string" } } },
                "Unused": { "type": "object" },
            }),
            &["Person", "Other"],
        );
        let schemas = &lowered.document["components"]["schemas"];
        let names: Vec<_> = members(Some(schemas))
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["Made", "Person"]);
        assert_eq!(schemas["Person"], json!({ "type": "object" }));
        assert_eq!(lowered.shared, BTreeSet::from(["Person".to_owned()]));
        let made = &schemas["Made"];
        assert_eq!(made["additionalProperties"], json!({}));
        assert_eq!(made["properties"]["thing"], json!({ "type": "string" }));
        assert_eq!(made["properties"]["more"], json!({}));
        assert_eq!(made.get("allOf"), None);
    }
}
