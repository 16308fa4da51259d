//! Schemas under names that types can have.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{SCHEMAS, members, names, pointer::unescape, schemas_mut};

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
        let all = all.map(|(name, schema)| (renamed.get(&name).cloned().unwrap_or(name), schema));
        *schemas = all.collect();
    }
    refer(&mut document, &renamed, false);
    document
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
    use serde_json::json;

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
        assert_eq!(found, expected);
        assert_eq!(normalize(json!({})), json!({}));
    }
}
