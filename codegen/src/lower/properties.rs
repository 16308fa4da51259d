//! Properties that would be one field in Rust get two names, and those that the document names for clients get that.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Renamed;
use crate::{
    SpecError,
    document::{each_object, items, members, names, pointer::child, resolve},
};

/// Methods of every builder of a type that a setter would hide.
const OF_BUILDERS: [&str; 1] = ["try_into"];

/// Renames the properties of all schemas.
pub fn name(mut document: Value, renamed: &mut Renamed) -> Result<Value, SpecError> {
    let whole = document.clone();
    within(&mut document, &whole, &BTreeSet::new(), renamed);
    let mut clashes = Vec::new();
    each_object(&document, |place, node| {
        clashes.extend(clash(&document, place, node, renamed))
    });
    clashes.into_iter().next().map_or(Ok(document), Err)
}

/// Renames in a node; a schema in it has the `inherited` properties already.
fn within(node: &mut Value, whole: &Value, inherited: &BTreeSet<String>, renamed: &mut Renamed) {
    match node {
        Value::Object(schema) => {
            let mut extended = extended(whole, schema);
            extended.extend(inherited.iter().cloned());
            if schema.get("properties").is_some_and(Value::is_object) {
                of_schema(schema, &extended, renamed);
            }
            // What stands within `allOf` is one type with what stands beside it.
            let own = members(schema.get("properties")).map(|(name, _)| name.clone());
            extended.extend(own);
            for (key, member) in schema {
                match member {
                    Value::Array(parts) if key == "allOf" => {
                        for part in parts {
                            within(part, whole, &extended, renamed);
                            extended.extend(
                                members(part.get("properties")).map(|(name, _)| name.clone()),
                            );
                        }
                    }
                    // Examples and defaults are data, whatever they look like.
                    _ if key.starts_with("example") || key == "default" => {}
                    _ => within(member, whole, &BTreeSet::new(), renamed),
                }
            }
        }
        Value::Array(nodes) => {
            for node in nodes {
                within(node, whole, &BTreeSet::new(), renamed);
            }
        }
        _ => {}
    }
}

/// The error of a schema that is one with others, of which two have properties that would be one field.
fn clash(document: &Value, place: &str, node: &Value, renamed: &Renamed) -> Option<SpecError> {
    let mut names_in_rust: BTreeMap<String, &str> = BTreeMap::new();
    let mut parts: Vec<&Value> = items(node, "allOf").collect();
    while let Some(part) = parts.pop() {
        let part = resolve(document, part).unwrap_or(part);
        for (name, _) in members(part.get("properties")) {
            let of_api = renamed.original(name);
            let other = names_in_rust.insert(names::snake(renamed.wanted(name)), of_api);
            if let Some(other) = other.filter(|other| *other != of_api) {
                return Some(SpecError::new(
                    child(place, "allOf"),
                    format!(
                        "the properties `{other}` and `{of_api}` of what it extends would be one field"
                    ),
                    "give one of them another name by `x-ms-client-name`",
                ));
            }
        }
        parts.extend(items(part, "allOf"));
    }
    None
}

fn of_schema(schema: &mut Map<String, Value>, inherited: &BTreeSet<String>, renamed: &mut Renamed) {
    let mut taken = BTreeSet::from(OF_BUILDERS.map(str::to_owned));
    taken.extend(
        inherited
            .iter()
            .map(|name| names::snake(renamed.wanted(name))),
    );
    let mut stand_ins = BTreeMap::new();
    for (name, property) in members(schema.get("properties")) {
        let given = names::client_name(property, name);
        // The schema that this one extends has it under its name already.
        if given.is_none() && inherited.contains(name) {
            continue;
        }
        let wanted = names::snake(given.as_ref().unwrap_or(name));
        let free = names::free(std::slice::from_ref(&wanted), &mut taken);
        if given.is_some() || free != wanted {
            stand_ins.insert(name.clone(), renamed.stand_in(&free, name));
        }
    }
    if stand_ins.is_empty() {
        return;
    }
    let new_name = |name: &String| stand_ins.get(name).unwrap_or(name).clone();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let all = std::mem::take(properties).into_iter();
        *properties = all
            .map(|(name, property)| (new_name(&name), property))
            .collect();
    }
    let required = schema.get_mut("required").and_then(Value::as_array_mut);
    for name in required.into_iter().flatten() {
        if let Some(stand_in) = name.as_str().and_then(|name| stand_ins.get(name)) {
            *name = json!(stand_in);
        }
    }
}

/// The properties of the schemas that one refers to as its bases, none of which extends itself.
fn extended(whole: &Value, schema: &Map<String, Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let all = schema.get("allOf").and_then(Value::as_array);
    let referred = all
        .into_iter()
        .flatten()
        .filter(|base| base.get("$ref").is_some());
    let mut bases: Vec<&Value> = referred.collect();
    while let Some(base) = bases.pop() {
        let base = resolve(whole, base).unwrap_or(base);
        found.extend(members(base.get("properties")).map(|(name, _)| name.clone()));
        bases.extend(items(base, "allOf"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(schemas: Value) -> (Value, Renamed) {
        let mut renamed = Renamed::default();
        let document = name(
            json!({ "components": { "schemas": schemas } }),
            &mut renamed,
        );
        let document = document.expect("named");
        (document["components"]["schemas"].clone(), renamed)
    }

    fn keys<'k>(schema: &'k Value, renamed: &'k Renamed) -> Vec<(String, &'k str)> {
        let of = |name: &'k String| {
            (
                names::snake(name.trim_end_matches(|c| !char::is_alphanumeric(c))),
                renamed.original(name),
            )
        };
        members(schema.get("properties"))
            .map(|(name, _)| of(name))
            .collect()
    }

    #[test]
    fn properties_of_one_name_get_two() {
        let (schemas, renamed) = named(json!({ "A": {
            "required": ["foo_bar", "fooBar"],
            "properties": { "fooBar": {}, "foo_bar": {}, "try_into": {}, "resource": { "x-ms-client-name": "label" }, "$": {}, "%": {} },
        } }));
        let expected = [
            ("foo_bar", "fooBar"),
            ("foo_bar2", "foo_bar"),
            ("try_into2", "try_into"),
            ("label", "resource"),
            ("x", "$"),
            ("x2", "%"),
        ];
        let expected = expected.map(|(rust, name)| (rust.to_owned(), name));
        assert_eq!(keys(&schemas["A"], &renamed), expected);
        let required = items(&schemas["A"], "required").filter_map(Value::as_str);
        let required: Vec<_> = required.map(|name| renamed.original(name)).collect();
        assert_eq!(required, ["foo_bar", "fooBar"]);
        assert_ne!(schemas["A"]["required"][0], "foo_bar");
    }

    #[test]
    fn what_a_schema_extends_counts() {
        let base = json!({ "$ref": "#/components/schemas/Base" });
        let (schemas, renamed) = named(json!({
            "Base": { "properties": { "fooBar": {}, "same": {} } },
            "Middle": { "allOf": [base] },
            "A": { "allOf": [{ "$ref": "#/components/schemas/Middle" }], "properties": { "foo_bar": {}, "same": {} } },
        }));
        let expected = [
            ("foo_bar2".to_owned(), "foo_bar"),
            ("same".to_owned(), "same"),
        ];
        assert_eq!(keys(&schemas["A"], &renamed), expected);
    }

    #[test]
    fn what_stands_within_all_of_is_one_type() {
        let part = |name: &str| json!({ "properties": { name: {} } });
        let (schemas, renamed) = named(json!({
            "Base": part("a"),
            "A": { "allOf": [{ "$ref": "#/components/schemas/Base" }, part("A"), part("_a")], "properties": { "$a": {} } },
        }));
        let all = &schemas["A"]["allOf"];
        let found = [&all[1], &all[2], &schemas["A"]].map(|part| keys(part, &renamed).remove(0));
        let expected = [("a3", "A"), ("a4", "_a"), ("a2", "$a")];
        assert_eq!(found, expected.map(|(rust, name)| (rust.to_owned(), name)));
    }

    #[test]
    fn two_bases_of_one_name_are_refused() {
        let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        let document = json!({ "components": { "schemas": {
            "One": { "properties": { "fooBar": {} } },
            "Two": { "properties": { "foo_bar": {} } },
            "A": { "allOf": [refer("One"), refer("Two")] },
        } } });
        let error = name(document, &mut Renamed::default())
            .expect_err("a clash")
            .to_string();
        let said = "at /components/schemas/A/allOf: the properties `foo_bar` and `fooBar` of what it extends would be one field; ";
        assert!(error.starts_with(said), "{error}");
    }

    #[test]
    fn nothing_else_changes() {
        let schemas = json!({ "A": { "properties": { "type": {}, "maxSize": {} }, "example": { "properties": { "a": {}, "A": {} } } } });
        assert_eq!(named(schemas.clone()), (schemas, Renamed::default()));
    }
}
