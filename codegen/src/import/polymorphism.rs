//! A base with a `discriminator` becomes a union of its subtypes, each with all inherited properties.

use serde_json::{Map, Value, json};

use super::source::Node;
use super::{Import, Kind};
use crate::SpecError;

impl Import {
    /// Whether the definition is the base of a union: it has a discriminator and is no subtype.
    pub(super) fn is_base(&mut self, node: &Node) -> Result<bool, SpecError> {
        if node.child("discriminator").is_none() {
            return Ok(false);
        }
        let is_subtype = self.union_base(node)?.is_some();
        if is_subtype {
            self.report.add(
                Kind::NestedDiscriminator,
                &node.last_name(),
                node.error(
                    "is a subtype and has a discriminator too; it is converted as a subtype only",
                ),
            );
        }
        Ok(!is_subtype)
    }

    /// The ancestor of the definition that has a discriminator.
    pub(super) fn union_base(&mut self, node: &Node) -> Result<Option<Node>, SpecError> {
        let ancestors = self.with_ancestors(node)?;
        let mut bases = ancestors
            .into_iter()
            .filter(|ancestor| ancestor.key() != node.key());
        Ok(bases.find(|ancestor| ancestor.child("discriminator").is_some()))
    }

    /// Converts the base at `node` to `oneOf` with a mapping from discriminator value to subtype; a
    /// base without subtypes stays an object.
    pub(super) fn union(&mut self, node: &Node) -> Result<Value, SpecError> {
        let subtypes = self.subtypes(node)?;
        let property = match node.child("discriminator") {
            Some(discriminator) if !subtypes.is_empty() => discriminator.text()?,
            _ => return self.schema(node),
        };
        let mut one_of = Vec::new();
        let mut mapping = Map::new();
        for subtype in subtypes {
            let reference = self.reach_definition(&subtype);
            let value = discriminator_value(&subtype);
            if mapping.contains_key(&value) {
                self.report.add(
                    Kind::RepeatedDiscriminatorValue,
                    &value,
                    subtype.error(format!("`{value}` already identifies another subtype")),
                );
                continue;
            }
            one_of.push(json!({ "$ref": reference }));
            mapping.insert(value, json!(reference));
        }
        self.unused_values(node, &property, &mapping)?;
        let mut out = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "discriminator" => {
                    out.insert("oneOf".to_owned(), json!(one_of));
                    out.insert(key, json!({ "propertyName": property, "mapping": mapping }));
                }
                // Inherited by every subtype.
                "properties" | "required" | "allOf" | "additionalProperties" => {}
                _ => self.schema_field(&key, &field, &mut out)?,
            }
        }
        Ok(Value::Object(out))
    }

    /// Reports the values of the base's discriminator that `mapping` has no subtype for.
    fn unused_values(
        &mut self,
        base: &Node,
        property: &str,
        mapping: &Map<String, Value>,
    ) -> Result<(), SpecError> {
        let kinds = base
            .child("properties")
            .and_then(|properties| properties.child(property));
        let Some(kinds) = kinds else {
            return Ok(());
        };
        for value in self.tree.follow(&kinds)?.items_of("enum")? {
            let name = value.text()?;
            if !mapping.contains_key(&name) {
                self.report.add(
                    Kind::UnusedDiscriminatorValue,
                    &name,
                    value.error(format!("`{name}` identifies no subtype")),
                );
            }
        }
        Ok(())
    }

    /// Converts the subtype at `node`: inherited properties, then its own, with the discriminator
    /// narrowed to its value.
    pub(super) fn subtype(
        &mut self,
        name: &str,
        node: &Node,
        base: &Node,
    ) -> Result<Value, SpecError> {
        let discriminator = match base.child("discriminator") {
            Some(discriminator) => discriminator.text()?,
            None => return self.schema(node),
        };
        let mut properties: Map<String, Value> = Map::new();
        let mut required: Vec<Value> = Vec::new();
        let mut inherited = Map::new();
        for layer in self.with_ancestors(node)? {
            for (key, property) in layer.fields_of("properties")? {
                let schema = if key == discriminator {
                    self.discriminator_property(&property, &discriminator_value(node))?
                } else {
                    self.schema(&property)?
                };
                properties.insert(key, schema);
            }
            for name in layer.texts_of("required")? {
                if !required.contains(&json!(name)) {
                    required.push(json!(name));
                }
            }
            if layer.key() != node.key() {
                self.inherit(&layer, &mut inherited)?;
            }
        }
        if !properties.contains_key(&discriminator) {
            let kind = json!({ "type": "string", "enum": [discriminator_value(node)] });
            properties.insert(discriminator.clone(), kind);
        }
        if !required.contains(&json!(discriminator)) {
            required.push(json!(discriminator));
            self.report.add(
                Kind::OptionalDiscriminator,
                name,
                base.error(format!(
                    "`{discriminator}` is not required here; subtypes now require it"
                )),
            );
        }

        let mut out = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "allOf" | "discriminator" => {}
                "properties" => {
                    out.insert(key, Value::Object(properties.clone()));
                }
                "required" => {
                    out.insert(key, json!(required));
                }
                _ => self.schema_field(&key, &field, &mut out)?,
            }
        }
        let complete = [
            ("type".to_owned(), json!("object")),
            ("properties".to_owned(), Value::Object(properties)),
            ("required".to_owned(), json!(required)),
        ];
        for (key, value) in complete.into_iter().chain(inherited) {
            out.entry(key).or_insert(value);
        }
        Ok(Value::Object(out))
    }

    /// The definitions that inherit from `base`, in any file read so far, in the order of the
    /// source with the main document first.
    fn subtypes(&mut self, base: &Node) -> Result<Vec<Node>, SpecError> {
        let mut candidates = self.tree.definitions();
        candidates.sort_by_key(|candidate| !candidate.in_file_of(&self.main));
        let mut out = Vec::new();
        for candidate in candidates {
            let own = candidate.in_file_of(&self.main) || candidate.in_file_of(base);
            let layers = match self.with_ancestors(&candidate) {
                Ok(layers) => layers,
                Err(error) if own => return Err(error),
                // Another file may have broken definitions that nothing refers to.
                Err(_) => continue,
            };
            let inherits = layers.iter().any(|layer| layer.key() == base.key());
            if inherits && candidate.key() != base.key() {
                out.push(candidate);
            }
        }
        Ok(out)
    }

    /// `node` and all its ancestors by `allOf`, ancestors first.
    fn with_ancestors(&mut self, node: &Node) -> Result<Vec<Node>, SpecError> {
        let mut out = Vec::new();
        self.collect_ancestors(node, &mut Vec::new(), &mut out)?;
        Ok(out)
    }

    fn collect_ancestors(
        &mut self,
        node: &Node,
        path: &mut Vec<Node>,
        out: &mut Vec<Node>,
    ) -> Result<(), SpecError> {
        if path.iter().any(|seen| seen.key() == node.key()) {
            return Err(node.error("inherits from itself"));
        }
        if path.len() > DEEPEST {
            return Err(node.error(format!("is inherited over more than {DEEPEST} steps")));
        }
        path.push(node.clone());
        for member in node.items_of("allOf")? {
            let ancestor = self.tree.follow(&member)?;
            self.collect_ancestors(&ancestor, path, out)?;
        }
        path.pop();
        if !out.iter().any(|known| known.key() == node.key()) {
            out.push(node.clone());
        }
        Ok(())
    }

    /// Adds the keywords that a subtype inherits from an ancestor, except properties.
    fn inherit(&mut self, ancestor: &Node, out: &mut Map<String, Value>) -> Result<(), SpecError> {
        for (key, field) in ancestor.fields()? {
            match key.as_str() {
                // Properties are merged elsewhere; documentation and extensions are not inherited.
                "properties" | "required" | "allOf" | "discriminator" | "type" | "title"
                | "description" | "example" | "externalDocs" => {}
                _ if key.starts_with("x-") => {}
                _ => self.schema_field(&key, &field, out)?,
            }
        }
        Ok(())
    }

    /// The discriminator's property in the subtype that `value` identifies.
    fn discriminator_property(&mut self, property: &Node, value: &str) -> Result<Value, SpecError> {
        // The property may refer to an enum, with documentation beside the reference.
        let target = self.tree.follow(property)?;
        let mut out = Map::new();
        out.insert("type".to_owned(), json!("string"));
        let layers = if target.key() == property.key() {
            vec![target]
        } else {
            vec![target, property.clone()]
        };
        for (key, field) in layers
            .iter()
            .map(Node::fields)
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
        {
            match key.as_str() {
                "$ref" | "type" | "enum" | "default" | "example" => {}
                "x-ms-enum" => {
                    let mut extension = field.value().clone();
                    if let Some(extension) = extension.as_object_mut() {
                        retain_value(extension, value);
                    }
                    out.insert(key, extension);
                }
                _ => self.schema_field(&key, &field, &mut out)?,
            }
        }
        out.insert("enum".to_owned(), json!([value]));
        Ok(Value::Object(out))
    }
}

/// The deepest inheritance that is followed; no published document comes near.
const DEEPEST: usize = 64;

/// Removes the descriptions of all values but `value` from an `x-ms-enum`.
fn retain_value(extension: &mut Map<String, Value>, value: &str) {
    if let Some(Value::Array(values)) = extension.get_mut("values") {
        values.retain(|described| described.get("value") == Some(&json!(value)));
        if values.is_empty() {
            extension.remove("values");
        }
    }
}

/// The discriminator value of a subtype; the default is its name.
fn discriminator_value(node: &Node) -> String {
    node.str("x-ms-discriminator-value")
        .map_or_else(|| node.last_name(), str::to_owned)
}
