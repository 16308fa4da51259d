//! Differences of schemas.

use std::collections::BTreeSet;

use Category::{Additive, Breaking, Documentation};
use heck::ToPascalCase;
use serde_json::Value;

use super::merged::{MergedSchema, holds_float};
use super::{Category, Diff, shown};
use crate::direction::Direction;
use crate::document::{each_object, is_true, members, resolve, str_at};

impl<'d> Diff<'d> {
    /// Compares the schemas at `place`. A pair of shared schemas is compared only once, under its name.
    pub(super) fn schemas(&mut self, place: &str, old: &Value, new: &Value, direction: Direction) {
        let old_schema = MergedSchema::new(self.old, old);
        let new_schema = MergedSchema::new(self.new, new);
        let (Some(old_name), Some(new_name)) = (old_schema.name, new_schema.name) else {
            return self.merged(place, &old_schema, &new_schema, direction);
        };
        let pair = (old_name.to_owned(), new_name.to_owned(), direction);
        let is_first = self.compared.insert(pair.clone());
        if old_name != new_name {
            let text = format!("the type `{old_name}` is replaced by `{new_name}`");
            self.add(Breaking, place, text);
            if is_first {
                // Neither name identifies the difference, so it is listed here.
                self.merged(place, &old_schema, &new_schema, direction);
            }
            return;
        }
        if is_first {
            self.queue.push(pair);
        }
        // The keywords beside the references belong to this place.
        let (old, new) = (
            MergedSchema::beside_reference(old),
            MergedSchema::beside_reference(new),
        );
        self.annotations(place, &old, &new, direction);
        self.schema_documentation(place, &old, &new);
    }

    /// Compares the shared schemas: first those that operations refer to, then the others.
    pub(super) fn components(&mut self) {
        let section = |document: &'d Value| document.pointer("/components/schemas");
        let (old, new) = (section(self.old), section(self.new));
        self.queued(old, new);
        for (name, _) in members(old) {
            if new.is_some_and(|new| new.get(name).is_some()) {
                let reached = |(old, _, _): &&(String, String, Direction)| old == name;
                if self.compared.iter().find(reached).is_none() {
                    for direction in [Direction::Request, Direction::Response] {
                        let pair = (name.clone(), name.clone(), direction);
                        self.compared.insert(pair.clone());
                        self.queue.push(pair);
                    }
                    self.queued(old, new);
                }
            } else {
                self.add(Breaking, name, "the type is removed");
            }
        }
        for (name, _) in members(new) {
            if old.is_none_or(|old| old.get(name).is_none()) {
                self.add(Additive, name, "a new type");
            }
        }
    }

    /// Compares the names of the enums that parameters describe in place: each is a type.
    pub(super) fn named_enums(&mut self) {
        let (old, new) = (named_enums(self.old), named_enums(self.new));
        for name in old.difference(&new) {
            self.add(Breaking, name, "the type is removed");
        }
        for name in new.difference(&old) {
            self.add(Additive, name, "a new type");
        }
    }

    fn queued(&mut self, old: Option<&Value>, new: Option<&Value>) {
        while !self.queue.is_empty() {
            for (old_name, new_name, direction) in std::mem::take(&mut self.queue) {
                let old = old.and_then(|section| section.get(&old_name));
                let new = new.and_then(|section| section.get(&new_name));
                if let (Some(old), Some(new)) = (old, new) {
                    // Aliases are compared by their targets.
                    self.schemas(&new_name, old, new, direction);
                }
            }
        }
    }

    fn merged(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        if old.kind() != new.kind() {
            let text = format!("the type changes from `{}` to `{}`", old.kind(), new.kind());
            return self.add(Breaking, place, text);
        }
        if old.get("format") != new.get("format") {
            let (old, new) = (shown(old.get("format")), shown(new.get("format")));
            self.add(
                Breaking,
                place,
                format!("the format changes from {old} to {new}"),
            );
        }
        self.annotations(place, old, new, direction);
        self.schema_documentation(place, old, new);
        self.enums(place, old, new, direction);
        self.properties(place, old, new, direction);
        if let (Some(old), Some(new)) = (old.get("items"), new.get("items")) {
            self.schemas(&format!("{place}[]"), old, new, direction);
        }
        self.additional_properties(place, old, new, direction);
        self.unions(place, old, new, direction);
        for key in ["anyOf", "not"] {
            if old.get(key) != new.get(key) {
                self.add(Breaking, place, format!("`{key}` changes"));
            }
        }
        self.limits(place, old, new, direction);
    }

    fn enums(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        let (old_values, new_values) = match (old.values(), new.values()) {
            (None, None) => return,
            (Some(old), Some(new)) => (old, new),
            (None, Some(_)) => {
                return self.add(Breaking, place, "is an enum now");
            }
            (Some(_), None) => {
                return self.add(Breaking, place, "is no longer an enum");
            }
        };
        for value in old_values
            .iter()
            .filter(|value| !new_values.contains(value))
        {
            self.add(Breaking, place, format!("the value `{value}` is removed"));
        }
        for value in new_values
            .iter()
            .filter(|value| !old_values.contains(value))
        {
            // Code that reads a closed enum does not expect other values.
            let category = match (direction, new.is_open()) {
                (Direction::Response, false) => Breaking,
                _ => Additive,
            };
            self.add(category, place, format!("the value `{value}` is added"));
        }
        match (old.is_open(), new.is_open()) {
            (true, false) => self.add(Breaking, place, "the enum is closed now"),
            (false, true) => self.add(Breaking, place, "the enum is open now"),
            _ => {}
        }
    }

    fn properties(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        let (old_properties, new_properties) = (old.get("properties"), new.get("properties"));
        let find = |properties: Option<&'_ Value>, name: &str| -> Option<Value> {
            properties?.get(name).cloned()
        };
        for (name, old_property) in members(old_properties) {
            let place = format!("{place}.{name}");
            let Some(new_property) = find(new_properties, name) else {
                self.add(Breaking, &place, "the property is removed");
                continue;
            };
            let is_option = |document: &Value, shape: &MergedSchema<'_>, property: &Value| {
                !shape.requires(name)
                    || is_true(property, "nullable")
                    || resolve(document, property).is_some_and(|target| is_true(target, "nullable"))
            };
            let was_option = is_option(self.old, old, old_property);
            let is_option = is_option(self.new, new, &new_property);
            match (was_option, is_option) {
                // Either way the type of the field changes between `T` and `Option<T>`.
                (false, true) => self.add(Breaking, &place, "the property is optional now"),
                (true, false) => self.add(Breaking, &place, "the property is required now"),
                _ if old.requires(name) != new.requires(name) => {
                    let text = "the property changes between optional and nullable";
                    self.add(Additive, &place, text);
                }
                _ => {}
            }
            self.schemas(&place, old_property, &new_property, direction);
        }
        let had_float =
            members(old_properties).any(|(_, property)| holds_float(self.old, property));
        for (name, property) in members(new_properties) {
            if find(old_properties, name).is_some() {
                continue;
            }
            let place = format!("{place}.{name}");
            let is_read_only = resolve(self.new, property).is_some_and(|resolved| {
                is_true(property, "readOnly") || is_true(resolved, "readOnly")
            });
            let is_required = new.requires(name) && !is_read_only;
            match (direction, is_required) {
                (Direction::Request, true) => {
                    self.add(Breaking, &place, "a new required property");
                }
                // Structs are `#[non_exhaustive]`, so that one more field breaks nothing.
                _ => self.add(Additive, &place, "a new property"),
            }
            if direction == Direction::Response && is_required && !old.requires_some() {
                self.add(Breaking, &place, "the type loses `Default`");
            }
            if !had_float && holds_float(self.new, property) {
                self.add(Breaking, &place, "the type loses `Eq` and `Hash`");
            }
        }
    }

    fn additional_properties(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        let allowed = Value::Bool(true);
        let old = old.get("additionalProperties").unwrap_or(&allowed);
        let new = new.get("additionalProperties").unwrap_or(&allowed);
        match (old, new) {
            (Value::Bool(true), Value::Bool(true)) | (Value::Bool(false), Value::Bool(false)) => {}
            (Value::Bool(false), _) => {
                self.add(Additive, place, "additional properties are allowed now");
            }
            (_, Value::Bool(false)) => {
                self.add(Breaking, place, "additional properties are rejected now");
            }
            (Value::Object(_), Value::Object(_)) => {
                self.schemas(&format!("{place}{{}}"), old, new, direction);
            }
            _ => self.add(Breaking, place, "the type of additional properties changes"),
        }
    }

    fn unions(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        let property = |shape: &MergedSchema<'_>| {
            let discriminator = shape.get("discriminator");
            discriminator.and_then(|d| d.get("propertyName")).cloned()
        };
        if property(old) != property(new) {
            let (old, new) = (property(old), property(new));
            let (old, new) = (shown(old.as_ref()), shown(new.as_ref()));
            self.add(
                Breaking,
                place,
                format!("the discriminator changes from {old} to {new}"),
            );
        }
        let old_variants = variants(old);
        let new_variants = variants(new);
        let open = new_variants.iter().any(|(_, variant)| {
            let kinds = property(new).and_then(|name| {
                let variant = MergedSchema::new(self.new, variant);
                variant.get("properties")?.get(name.as_str()?).cloned()
            });
            kinds.is_some_and(|kinds| MergedSchema::new(self.new, &kinds).is_open())
        });
        for (key, old_variant) in &old_variants {
            match new_variants.iter().find(|(new_key, _)| new_key == key) {
                Some((_, new_variant)) => {
                    self.schemas(
                        &format!("{place}({key})"),
                        old_variant,
                        new_variant,
                        direction,
                    );
                }
                None => self.add(Breaking, place, format!("the variant `{key}` is removed")),
            }
        }
        let known: BTreeSet<_> = old_variants.iter().map(|(key, _)| key).collect();
        for (key, _) in new_variants.iter().filter(|(key, _)| !known.contains(key)) {
            let category = match (direction, open) {
                (Direction::Response, false) => Breaking,
                _ => Additive,
            };
            self.add(category, place, format!("the variant `{key}` is added"));
        }
    }

    /// Compares limits of length, size and number: a narrower one rejects requests that worked, a wider one allows
    /// responses that existing code does not expect.
    fn limits(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        for (key, is_upper) in LIMITS {
            let (old, new) = (old.get(key), new.get(key));
            if old == new {
                continue;
            }
            let number = |value: Option<&Value>| value.and_then(Value::as_f64);
            let narrower = match (number(old), number(new)) {
                (Some(old), Some(new)) if is_upper => new < old,
                (Some(old), Some(new)) => new > old,
                // A pattern, or a limit that is new or gone.
                _ => new.is_some(),
            };
            let is_pattern = matches!(key, "pattern" | "multipleOf");
            let changed = is_pattern && old.is_some() && new.is_some();
            let breaks = changed || narrower == (direction == Direction::Request);
            let category = if breaks { Breaking } else { Additive };
            let text = format!("`{key}` changes from {} to {}", shown(old), shown(new));
            self.add(category, place, text);
        }
    }

    /// Compares keywords that do not change the type.
    fn annotations(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
        direction: Direction,
    ) {
        match (old.is("readOnly"), new.is("readOnly")) {
            (false, true) if direction == Direction::Request => {
                self.add(Breaking, place, "is read-only now");
            }
            (true, false) if direction == Direction::Request => {
                self.add(Additive, place, "is no longer read-only")
            }
            _ => {}
        }
        if old.get("default") != new.get("default") {
            let category = match direction {
                Direction::Request => Breaking,
                Direction::Response => Documentation,
            };
            let (old, new) = (shown(old.get("default")), shown(new.get("default")));
            self.add(
                category,
                place,
                format!("the default changes from {old} to {new}"),
            );
        }
        match (old.is("deprecated"), new.is("deprecated")) {
            (false, true) => self.add(Documentation, place, "is deprecated"),
            (true, false) => self.add(Documentation, place, "is no longer deprecated"),
            _ => {}
        }
    }

    fn schema_documentation(
        &mut self,
        place: &str,
        old: &MergedSchema<'_>,
        new: &MergedSchema<'_>,
    ) {
        let old = Value::Object(old.keywords.clone());
        let new = Value::Object(new.keywords.clone());
        self.documentation(
            place,
            &old,
            &new,
            &["title", "description", "example", "externalDocs"],
        );
        let values = |schema: &Value| schema.pointer("/x-ms-enum/values").cloned();
        let name = |schema: &Value| schema.pointer("/x-ms-enum/name").cloned();
        if values(&old) != values(&new) || name(&old) != name(&new) {
            self.add(Documentation, place, "descriptions of the values");
        }
    }
}

/// The types of `x-ms-enum` in parameters that are no shared schemas.
fn named_enums(document: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each_object(document, |place, object| {
        if !place.contains("/parameters/") {
            return;
        }
        let name = object.get("x-ms-enum").map(|named| str_at(named, "name"));
        if let (Some(name), Some(Value::Array(_))) = (name, object.get("enum")) {
            names.insert(name.to_pascal_case());
        }
    });
    let schemas = members(document.pointer("/components/schemas"));
    let shared = schemas.map(|(name, _)| name.to_pascal_case());
    let shared: BTreeSet<_> = shared.chain([String::new()]).collect();
    names.difference(&shared).cloned().collect()
}

/// The keywords of limits, and whether each is an upper limit.
const LIMITS: [(&str, bool); 13] = [
    ("maximum", true),
    ("exclusiveMaximum", true),
    ("minimum", false),
    ("exclusiveMinimum", false),
    ("multipleOf", false),
    ("maxLength", true),
    ("minLength", false),
    ("pattern", false),
    ("maxItems", true),
    ("minItems", false),
    ("uniqueItems", false),
    ("maxProperties", true),
    ("minProperties", false),
];

/// The variants of a union by their identity: the discriminator's value, else the name of the shared schema, else the
/// index.
fn variants(shape: &MergedSchema<'_>) -> Vec<(String, Value)> {
    let mapping = shape.get("discriminator").and_then(|d| d.get("mapping"));
    let list = shape.get("oneOf").and_then(Value::as_array);
    let list = list.into_iter().flatten().enumerate();
    list.flat_map(|(index, variant)| {
        let reference = variant.get("$ref");
        let keys: Vec<String> = members(mapping)
            .filter(|(_, target)| Some(*target) == reference)
            .map(|(key, _)| key.clone())
            .collect();
        let name = reference
            .and_then(Value::as_str)
            .and_then(|r| r.rsplit('/').next());
        let keys = match (keys.is_empty(), name) {
            (false, _) => keys,
            (true, Some(name)) => vec![name.to_owned()],
            (true, None) => vec![index.to_string()],
        };
        keys.into_iter().map(|key| (key, variant.clone()))
    })
    .collect()
}
