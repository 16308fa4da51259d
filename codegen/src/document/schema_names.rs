//! Schemas under names that types can have.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{
    SCHEMAS, members, names,
    pointer::{child, unescape},
    schemas_mut, str_at,
};
use crate::SpecError;

/// The extension with the name of a renamed schema in the file.
const ORIGINAL: &str = "x-acs-name";

/// Renames the schemas whose names are not those of types, are taken, or would be one, with all references to them.
pub fn normalize(document: Value) -> Value {
    let mut taken = BTreeSet::from(names::TYPES.map(str::to_owned));
    let all = || members(document.pointer(SCHEMAS)).map(|(name, _)| name);
    // A name that is right as it is stays, whatever comes before it.
    let is_right = |name: &&String| names::pascal(name) == **name;
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    let wrong: Vec<&String> = all()
        .filter(|name| !(is_right(name) && taken.insert((*name).clone())))
        .collect();
    for name in wrong {
        let wanted = names::pascal(name);
        let model = format!("{wanted}Model");
        renamed.insert(name.clone(), names::free(&[wanted, model], &mut taken));
    }
    if renamed.is_empty() {
        return document;
    }
    let mut document = document;
    if let Some(schemas) = schemas_mut(&mut document) {
        let all = std::mem::take(schemas).into_iter();
        let all = all.map(|(name, mut schema)| match renamed.get(&name) {
            Some(new) => {
                let is_reference = schema.get("$ref").is_some();
                if let Some(schema) = schema.as_object_mut().filter(|_| !is_reference) {
                    schema.insert(ORIGINAL.to_owned(), json!(name));
                }
                (new.clone(), schema)
            }
            None => (name, schema),
        });
        *schemas = all.collect();
    }
    refer(&mut document, &renamed, false);
    document
}

/// The error with the place of a schema that was renamed as it is in the file.
pub fn in_file(document: &Value, mut error: SpecError) -> SpecError {
    let within = error
        .place
        .strip_prefix(SCHEMAS)
        .and_then(|rest| rest.strip_prefix('/'));
    if let Some(within) = within {
        let (name, rest) = within.split_at(within.find('/').unwrap_or(within.len()));
        let schema = document.pointer(&format!("{SCHEMAS}/{name}"));
        let original = schema
            .map(|schema| str_at(schema, ORIGINAL))
            .unwrap_or_default();
        if !original.is_empty() {
            error.place = format!("{}{rest}", child(SCHEMAS, original));
        }
    }
    error
}

/// Lets all references lead to the new names; a discriminator's mapping may have the name alone.
fn refer(node: &mut Value, renamed: &BTreeMap<String, String>, is_mapping: bool) {
    match node {
        Value::String(text) => {
            let pointer = text.strip_prefix("#/components/schemas/").map(unescape);
            let new = match &pointer {
                Some(name) => renamed.get(name).map(|name| format!("#{SCHEMAS}/{name}")),
                None if is_mapping => renamed.get(text).cloned(),
                None => None,
            };
            text.clone_from(new.as_ref().unwrap_or(&text.clone()));
        }
        Value::Object(members) => {
            let is_discriminator = members.contains_key("propertyName");
            for (key, member) in members {
                // Examples and defaults are data, whatever they look like.
                if !key.starts_with("example") && key != "default" && key != "enum" {
                    let within = is_mapping && member.is_string();
                    refer(
                        member,
                        renamed,
                        within || is_discriminator && key == "mapping",
                    );
                }
            }
        }
        Value::Array(nodes) => nodes
            .iter_mut()
            .for_each(|node| refer(node, renamed, false)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemas_get_names_of_types_and_references_follow() {
        let document = |names: [&str; 7]| {
            let schemas = names.iter().map(|name| ((*name).to_owned(), json!({})));
            let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{}", super::super::escape(name)) });
            let mut schemas: serde_json::Map<_, _> = schemas.collect();
            let all = names.map(refer);
            let [chat, .., option, _] = names;
            schemas["Kept"] = json!({
                "allOf": all,
                "default": refer("a/b"),
                "discriminator": { "propertyName": "kind", "mapping": { "one": chat, "two": refer(option)["$ref"] } },
            });
            json!({ "components": { "schemas": schemas } })
        };
        let found = normalize(document([
            "chat_thread",
            "ChatThread",
            "Kept",
            "a/b",
            "$",
            "Option",
            "String",
        ]));
        let expected = document([
            "ChatThreadModel",
            "ChatThread",
            "Kept",
            "AB",
            "X",
            "OptionModel",
            "StringModel",
        ]);
        let mut expected = expected;
        expected["components"]["schemas"]["Kept"]["default"] =
            json!({ "$ref": "#/components/schemas/a~1b" });
        let schemas = expected["components"]["schemas"].as_object_mut();
        let schemas = schemas.expect("schemas");
        for (new, old) in [
            ("ChatThreadModel", "chat_thread"),
            ("AB", "a/b"),
            ("X", "$"),
            ("OptionModel", "Option"),
            ("StringModel", "String"),
        ] {
            schemas.get_mut(new).expect(new)[ORIGINAL] = json!(old);
        }
        assert_eq!(found, expected);
        assert_eq!(normalize(json!({})), json!({}));
        for (place, original) in [
            (
                "/components/schemas/AB/enum",
                "/components/schemas/a~1b/enum",
            ),
            (
                "/components/schemas/ChatThread",
                "/components/schemas/ChatThread",
            ),
            ("/paths/AB", "/paths/AB"),
        ] {
            assert_eq!(
                in_file(&found, SpecError::at(place, "wrong")).place,
                original
            );
        }
    }
}
