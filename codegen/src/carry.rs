//! Carries what people added to a document over to the document of another version: descriptions, examples and
//! `x-acs-repeatable`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::check;
use crate::document::operation::REPEATABLE;
use crate::document::{members, operation_nodes, pointer::child, resolve, str_at};

/// The members that are words about an object.
const WORDS: [&str; 2] = ["summary", "description"];

/// What does not fit the new document.
#[derive(Default)]
pub struct Carried {
    /// Words and examples, by place.
    pub unfit: Vec<String>,
    /// Operations that are no longer marked as repeatable, with the reason that the old document has.
    pub unsafe_now: Vec<String>,
}

/// Adds to `new` what `old` has more, where it fits: words where the values beside them are the same, unless they name the
/// old version, examples where there are none and the schema accepts them, `x-acs-repeatable` where the operation has the
/// method and path it had.
pub fn carry(old: &Value, new: &mut Value) -> Carried {
    let version = str_at(&old["info"], "version");
    // A mere number may be that of anything.
    let is_number = version.bytes().all(|byte| byte.is_ascii_digit());
    let is_left = version != str_at(&new["info"], "version") && !is_number;
    let mut carrier = Carrier {
        old,
        left: is_left.then_some(version),
        examples: Vec::new(),
        carried: Carried::default(),
    };
    carrier.repeatable(new);
    carrier.node(old, new, "", false);
    carrier.drop_wrong_examples(new);
    carrier.carried
}

struct Carrier<'a> {
    old: &'a Value,
    /// The old version, if the new document is of another one.
    left: Option<&'a str>,
    /// The places of the examples that were added, and how the old document has them.
    examples: Vec<(String, Value)>,
    carried: Carried,
}

impl Carrier<'_> {
    fn repeatable(&mut self, new: &mut Value) {
        let places: BTreeMap<String, String> = operation_nodes(new)
            .iter()
            .map(|it| (str_at(it.node, "operationId").to_owned(), it.place.clone()))
            .collect();
        for operation in operation_nodes(self.old) {
            let Some(reason) = operation.node.get(REPEATABLE) else {
                continue;
            };
            let id = str_at(operation.node, "operationId");
            let why_not = match places.get(id) {
                Some(place) if *place == operation.place => None,
                Some(place) => Some(format!("it is at {place} now")),
                None => Some("there is no such operation".to_owned()),
            };
            match why_not {
                None => {
                    let node = new.pointer_mut(&operation.place);
                    if let Some(node) = node.and_then(Value::as_object_mut) {
                        node.entry(REPEATABLE).or_insert_with(|| reason.clone());
                    }
                }
                Some(why) => self
                    .carried
                    .unsafe_now
                    .push(format!("{REPEATABLE} of {id} ({reason}): {why}")),
            }
        }
    }

    /// Carries over what a node has; a map's names are the API's.
    fn node(&mut self, old: &Value, new: &mut Value, place: &str, is_map: bool) {
        match (old, new) {
            (Value::Object(old), Value::Object(new)) => self.object(old, new, place, is_map),
            (Value::Array(old), Value::Array(new)) => {
                for (index, old) in old.iter().enumerate() {
                    match new.iter().position(|new| is_same(old, new)) {
                        Some(found) => {
                            let place = child(place, &found.to_string());
                            self.node(old, &mut new[found], &place, false);
                        }
                        None => self.gone(old, &child(place, &index.to_string())),
                    }
                }
            }
            _ => {}
        }
    }

    fn object(
        &mut self,
        old: &Map<String, Value>,
        new: &mut Map<String, Value>,
        place: &str,
        is_map: bool,
    ) {
        let fits = values(old) == values(new) && reference(old) == reference(new);
        for (key, old) in old {
            let at = child(place, key);
            match key.as_str() {
                _ if is_map => match new.get_mut(key) {
                    Some(new) => self.node(old, new, &at, false),
                    None => self.gone(old, &at),
                },
                word if WORDS.contains(&word) && old.is_string() => {
                    let left = self.left.filter(|left| contains(old, left));
                    match left {
                        _ if new.get(key) == Some(old) => {}
                        Some(left) => self.carried.unfit.push(format!("{at}: it names {left}")),
                        None if !fits => self
                            .carried
                            .unfit
                            .push(format!("{at}: what it describes has changed")),
                        None => {
                            make_room(new);
                            new.insert(key.clone(), old.clone());
                        }
                    }
                }
                "tags" if place.is_empty() => {
                    new.entry("tags").or_insert_with(|| old.clone());
                }
                "example" if !new.contains_key("examples") => {
                    self.example(new, key, old.clone(), old, at)
                }
                "examples" if !place.starts_with("/components/examples") => {
                    if !new.contains_key("example") {
                        let whole = members(Some(old)).map(|(name, example)| {
                            let whole = resolve(self.old, example).unwrap_or(example);
                            (name.clone(), whole.clone())
                        });
                        let whole = Value::Object(whole.collect());
                        self.example(new, key, whole, old, at);
                    }
                }
                _ => match new.get_mut(key) {
                    Some(new) => {
                        let is_map = matches!(key.as_str(), "properties" | "schemas");
                        self.node(old, new, &at, is_map);
                    }
                    None => self.gone(old, &at),
                },
            }
        }
    }

    fn example(
        &mut self,
        new: &mut Map<String, Value>,
        key: &str,
        example: Value,
        old: &Value,
        place: String,
    ) {
        if !new.contains_key(key) {
            new.insert(key.to_owned(), example);
            self.examples.push((place, old.clone()));
        }
    }

    /// Names the topmost place that is no longer there, if there are words or examples in it.
    fn gone(&mut self, old: &Value, place: &str) {
        let kept_apart = place.starts_with("/components/examples");
        if !kept_apart && has_words(old) {
            self.carried
                .unfit
                .push(format!("{place}: there is no such place"));
        }
    }

    /// Takes out the examples that their schemas refuse, and has the others share again what they shared.
    fn drop_wrong_examples(&mut self, new: &mut Value) {
        let wrong = check::examples(new);
        let examples = std::mem::take(&mut self.examples);
        for (place, old) in examples {
            let is_within = |rest: &str| rest.is_empty() || rest.starts_with('/');
            let why = wrong
                .iter()
                .find(|error| error.place.strip_prefix(&place).is_some_and(is_within));
            let Some(why) = why else {
                if let Some(example) = new.pointer_mut(&place) {
                    *example = old;
                }
                continue;
            };
            if let Some((holder, key)) = place.rsplit_once('/') {
                let holder = new.pointer_mut(holder).and_then(Value::as_object_mut);
                holder.and_then(|holder| holder.shift_remove(key));
            }
            self.carried.unfit.push(why.to_string());
        }
    }
}

fn contains(text: &Value, part: &str) -> bool {
    text.as_str().is_some_and(|text| text.contains(part))
}

/// Whether two elements of a list are about the same thing: by reference, by name and place, or altogether.
fn is_same(old: &Value, new: &Value) -> bool {
    let keys = ["$ref", "name", "in", "url", "value"];
    let has_key = keys.iter().any(|key| old.get(key).is_some());
    match has_key {
        true => keys.iter().all(|key| old.get(key) == new.get(key)),
        false => !old.is_object() || old == new,
    }
}

/// What an object says by itself, apart from words and extensions.
fn values(object: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut values: Vec<_> = object
        .iter()
        .filter(|(key, value)| {
            let is_word = WORDS.contains(&key.as_str());
            let is_more = matches!(
                key.as_str(),
                "example" | "default" | "version" | "required" | "$ref"
            );
            !is_word && !is_more && !key.starts_with("x-") && !value.is_object()
        })
        .filter(|(key, _)| !matches!(key.as_str(), "parameters" | "tags" | "allOf" | "oneOf"))
        .collect();
    values.sort_by_key(|(key, _)| *key);
    values
}

/// Turns a reference, which has no place for words, into an `allOf` of it.
fn make_room(object: &mut Map<String, Value>) {
    if let Some(reference) = object.shift_remove("$ref") {
        object.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
    }
}

/// What an object refers to: by itself, or in an `allOf` of one, which leaves room for words.
fn reference(object: &Map<String, Value>) -> Option<&Value> {
    let all = object.get("allOf").and_then(Value::as_array);
    let only = all.and_then(|all| all.first().filter(|_| all.len() == 1));
    object.get("$ref").or_else(|| only?.get("$ref"))
}

fn has_words(node: &Value) -> bool {
    match node {
        Value::Object(object) => object.iter().any(|(key, value)| {
            let is_word = WORDS.contains(&key.as_str()) && value.is_string();
            is_word || key == "example" || key == "examples" || has_words(value)
        }),
        Value::Array(items) => items.iter().any(has_words),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document with one operation and one schema.
    fn document() -> Value {
        json!({
            "openapi": "3.0.3",
            "info": { "title": "Things", "version": "1" },
            "paths": { "/things": { "post": {
                "operationId": "Things_Touch",
                "parameters": [{ "name": "size", "in": "query", "schema": { "type": "integer" } }],
                "responses": { "200": { "description": "OK", "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/Thing" },
                } } } },
            } } },
            "components": { "schemas": { "Thing": {
                "type": "object",
                "properties": { "size": { "type": "integer" } },
            } } },
        })
    }

    const OPERATION: &str = "/paths/~1things/post";
    const MEDIA: &str = "/paths/~1things/post/responses/200/content/application~1json";
    const SIZE: &str = "/components/schemas/Thing/properties/size";

    fn set(document: &mut Value, place: &str, key: &str, value: Value) {
        let node = document.pointer_mut(place).and_then(Value::as_object_mut);
        node.expect("an object").insert(key.to_owned(), value);
    }

    /// The document with everything that people add.
    fn completed() -> Value {
        let mut old = document();
        set(&mut old, OPERATION, "x-acs-repeatable", json!("Harmless."));
        set(&mut old, OPERATION, "summary", json!("Touch a thing"));
        let parameter = format!("{OPERATION}/parameters/0");
        set(&mut old, &parameter, "description", json!("How large."));
        set(&mut old, SIZE, "description", json!("In metres."));
        let examples = json!({ "One": { "value": { "size": 1 } } });
        set(&mut old, MEDIA, "examples", examples);
        old
    }

    #[test]
    fn what_people_added_is_carried_over_where_nothing_changed() {
        let (old, mut new) = (completed(), document());
        let carried = carry(&old, &mut new);
        assert_eq!(new, old);
        assert!(carried.unfit.is_empty(), "{:?}", carried.unfit);
        assert!(carried.unsafe_now.is_empty());
    }

    #[test]
    fn shared_examples_stay_shared() {
        let (mut old, mut new) = (document(), document());
        let shared = json!({ "One": { "value": { "size": 1 } } });
        set(&mut old, "/components", "examples", shared);
        let reference = json!({ "First": { "$ref": "#/components/examples/One" } });
        set(&mut old, MEDIA, "examples", reference);
        let carried = carry(&old, &mut new);
        assert_eq!(new, old);
        assert!(carried.unfit.is_empty(), "{:?}", carried.unfit);
    }

    #[test]
    fn words_about_a_reference_stand_beside_an_all_of() {
        let (mut old, mut new) = (document(), document());
        let reference = json!({ "$ref": "#/components/schemas/Thing" });
        let described = json!({ "allOf": [reference], "description": "Another." });
        let properties = "/components/schemas/Thing/properties";
        set(&mut old, properties, "next", described.clone());
        set(&mut new, properties, "next", reference);
        let carried = carry(&old, &mut new);
        let found = new.pointer(&format!("{properties}/next"));
        assert_eq!(found, Some(&described));
        assert!(carried.unfit.is_empty(), "{:?}", carried.unfit);
    }

    #[test]
    fn a_property_may_be_called_properties() {
        let with = |property: Value| {
            let mut document = document();
            let place = "/components/schemas/Thing/properties";
            set(&mut document, place, "properties", property);
            document
        };
        let described = with(json!({ "type": "string", "description": "Of it." }));
        let mut new = with(json!({ "type": "string" }));
        carry(&described, &mut new);
        assert_eq!(new, described);
    }

    #[test]
    fn words_about_a_reference_stand_beside_it_in_a_list() {
        let reference = json!({ "$ref": "#/components/schemas/Thing" });
        let with = |property: Value| {
            let mut document = document();
            set(
                &mut document,
                "/components/schemas/Thing/properties",
                "inner",
                property,
            );
            document
        };
        let described = with(json!({ "allOf": [reference], "description": "In it." }));
        let mut new = with(reference);
        carry(&described, &mut new);
        assert_eq!(new, described);
    }

    #[test]
    fn what_no_longer_fits_is_listed() {
        let (old, mut new) = (completed(), document());
        set(&mut new, SIZE, "type", json!("string"));
        let carried = carry(&old, &mut new);
        assert_eq!(new.pointer(&format!("{SIZE}/description")), None);
        assert_eq!(new.pointer(&format!("{MEDIA}/examples")), None);
        let named = |place: &str| carried.unfit.iter().any(|line| line.contains(place));
        assert!(named(&format!("{SIZE}/description")), "{:?}", carried.unfit);
        assert!(named(&format!("{MEDIA}/examples")), "{:?}", carried.unfit);
        assert_eq!(carried.unfit.len(), 2, "{:?}", carried.unfit);
    }

    #[test]
    fn words_that_name_the_old_version_are_left_and_listed() {
        let (mut old, mut new) = (completed(), document());
        let [info, place] = ["/info", OPERATION];
        set(&mut old, info, "version", json!("2025-03-15"));
        set(&mut new, info, "version", json!("2026-07-01"));
        set(&mut old, place, "summary", json!("Touch as of 2025-03-15"));
        set(&mut old, place, "description", json!("Since 2024-03-15."));
        let carried = carry(&old, &mut new);
        let operation = new.pointer(place).expect("the operation");
        assert_eq!(operation.get("summary"), None);
        assert_eq!(operation["description"], "Since 2024-03-15.");
        let listed = [format!("{place}/summary: it names 2025-03-15")];
        assert_eq!(carried.unfit, listed);
    }

    #[test]
    fn an_operation_that_moved_or_went_loses_its_mark_and_is_named() {
        let old = completed();
        let mut new = document();
        set(&mut new, OPERATION, "operationId", json!("Things_Push"));
        let carried = carry(&old, &mut new);
        let lost = &carried.unsafe_now;
        assert_eq!(lost.len(), 1, "{lost:?}");
        assert!(lost[0].contains("Things_Touch") && lost[0].contains("Harmless."));
        assert_eq!(new.pointer(&format!("{OPERATION}/x-acs-repeatable")), None);
    }
}
