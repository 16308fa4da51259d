//! A base with a `discriminator` becomes a union of its subtypes, each complete in itself.

use serde_json::{Map, Value, json};

use crate::failure::Failure;

use super::source::Node;
use super::{Import, Kind};

impl Import {
    /// Whether the definition is the base of a union: it has a discriminator and is no subtype.
    pub(super) fn is_base(&mut self, node: &Node) -> Result<bool, Failure> {
        if node.child("discriminator").is_none() {
            return Ok(false);
        }
        let is_subtype = self.union_base(node)?.is_some();
        if is_subtype {
            self.report.add(
                Kind::NestedDiscriminator,
                &node.last_name(),
                node.place(),
                "is a subtype and has a discriminator too; it is written as a subtype only",
            );
        }
        Ok(!is_subtype)
    }

    /// The base with a discriminator that the definition inherits from, directly or through others.
    pub(super) fn union_base(&mut self, node: &Node) -> Result<Option<Node>, Failure> {
        let ancestors = self.layers(node)?;
        let mut bases = ancestors
            .into_iter()
            .filter(|ancestor| ancestor.key() != node.key());
        Ok(bases.find(|ancestor| ancestor.child("discriminator").is_some()))
    }

    /// The base at `node` as `oneOf` with a mapping from discriminator value to subtype; without
    /// subtypes, the object that it is.
    pub(super) fn union(&mut self, node: &Node) -> Result<Value, Failure> {
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
                    subtype.place(),
                    format!("`{value}` already stands for another subtype"),
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
                // Every subtype has these.
                "properties" | "required" | "allOf" | "additionalProperties" => {}
                _ => self.schema_field(&key, &field, &mut out)?,
            }
        }
        Ok(Value::Object(out))
    }

    /// Lists the values of the base's discriminator that `mapping` has no subtype for.
    fn unused_values(
        &mut self,
        base: &Node,
        property: &str,
        mapping: &Map<String, Value>,
    ) -> Result<(), Failure> {
        let kinds = base
            .child("properties")
            .and_then(|properties| properties.child(property));
        let Some(kinds) = kinds else {
            return Ok(());
        };
        if let Some(values) = self.tree.follow(&kinds)?.child("enum") {
            for value in values.items()? {
                let name = value.text()?;
                if !mapping.contains_key(&name) {
                    self.report.add(
                        Kind::UnusedDiscriminatorValue,
                        &name,
                        value.place(),
                        format!("no subtype stands for `{name}`"),
                    );
                }
            }
        }
        Ok(())
    }

    /// The subtype at `node`, complete in itself: the properties of all it inherits from, then its
    /// own, with the discriminator narrowed to its own value.
    pub(super) fn subtype(
        &mut self,
        name: &str,
        node: &Node,
        base: &Node,
    ) -> Result<Value, Failure> {
        let discriminator = match base.child("discriminator") {
            Some(discriminator) => discriminator.text()?,
            None => return self.schema(node),
        };
        let mut properties: Map<String, Value> = Map::new();
        let mut required: Vec<Value> = Vec::new();
        let mut inherited = Map::new();
        for layer in self.layers(node)? {
            if let Some(fields) = layer.child("properties") {
                for (key, property) in fields.fields()? {
                    let schema = if key == discriminator {
                        self.own_kind(&property, &discriminator_value(node))?
                    } else {
                        self.schema(&property)?
                    };
                    properties.insert(key, schema);
                }
            }
            if let Some(names) = layer.child("required") {
                for name in names.texts()? {
                    if !required.contains(&json!(name)) {
                        required.push(json!(name));
                    }
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
                base.place(),
                format!("`{discriminator}` is not required here; subtypes now require it"),
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
    fn subtypes(&mut self, base: &Node) -> Result<Vec<Node>, Failure> {
        let mut candidates = self.tree.definitions();
        candidates.sort_by_key(|candidate| !candidate.in_file_of(&self.main));
        let mut out = Vec::new();
        for candidate in candidates {
            let own = candidate.in_file_of(&self.main) || candidate.in_file_of(base);
            let layers = match self.layers(&candidate) {
                Ok(layers) => layers,
                Err(failure) if own => return Err(failure),
                // Another file's definition that nothing reaches may be broken.
                Err(_) => continue,
            };
            let inherits = layers.iter().any(|layer| layer.key() == base.key());
            if inherits && candidate.key() != base.key() {
                out.push(candidate);
            }
        }
        Ok(out)
    }

    /// `node` and all that it inherits from by `allOf`, ancestors first.
    fn layers(&mut self, node: &Node) -> Result<Vec<Node>, Failure> {
        let mut out = Vec::new();
        self.collect_layers(node, &mut Vec::new(), &mut out)?;
        Ok(out)
    }

    fn collect_layers(
        &mut self,
        node: &Node,
        path: &mut Vec<Node>,
        out: &mut Vec<Node>,
    ) -> Result<(), Failure> {
        if path.iter().any(|seen| seen.key() == node.key()) {
            return Err(node.fail("inherits from itself"));
        }
        if path.len() > DEEPEST {
            return Err(node.fail(format!("is inherited over more than {DEEPEST} steps")));
        }
        path.push(node.clone());
        if let Some(all_of) = node.child("allOf") {
            for member in all_of.items()? {
                let ancestor = self.tree.follow(&member)?;
                self.collect_layers(&ancestor, path, out)?;
            }
        }
        path.pop();
        if !out.iter().any(|known| known.key() == node.key()) {
            out.push(node.clone());
        }
        Ok(())
    }

    /// What a subtype takes from an ancestor besides properties.
    fn inherit(&mut self, ancestor: &Node, out: &mut Map<String, Value>) -> Result<(), Failure> {
        for (key, field) in ancestor.fields()? {
            match key.as_str() {
                // Properties are collected elsewhere; documentation and extensions are the
                // ancestor's own.
                "properties" | "required" | "allOf" | "discriminator" | "type" | "title"
                | "description" | "example" | "externalDocs" => {}
                _ if key.starts_with("x-") => {}
                _ => self.schema_field(&key, &field, out)?,
            }
        }
        Ok(())
    }

    /// The discriminator's property in the subtype that `value` stands for.
    fn own_kind(&mut self, property: &Node, value: &str) -> Result<Value, Failure> {
        // The kinds may be a definition of their own, with documentation beside the reference.
        let kinds = self.tree.follow(property)?;
        let mut out = Map::new();
        out.insert("type".to_owned(), json!("string"));
        let layers = if kinds.key() == property.key() {
            vec![kinds]
        } else {
            vec![kinds, property.clone()]
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
                        own_note(extension, value);
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

/// How many steps of inheritance are followed; no published document comes near.
const DEEPEST: usize = 64;

/// Leaves of the notes on values only the one on `value`.
fn own_note(extension: &mut Map<String, Value>, value: &str) {
    if let Some(Value::Array(values)) = extension.get_mut("values") {
        values.retain(|note| note.get("value") == Some(&json!(value)));
        if values.is_empty() {
            extension.remove("values");
        }
    }
}

/// The value that stands for the subtype: the one it names, else its own name.
fn discriminator_value(node: &Node) -> String {
    node.str("x-ms-discriminator-value")
        .map_or_else(|| node.last_name(), str::to_owned)
}
