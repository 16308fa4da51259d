//! Definitions, which become `components.schemas`: the main document's, and those that are referred to.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Map, Value, json};

use super::Import;
use super::media::is_binary;
use super::names::Names;
use super::source::{Key, Node};
use crate::SpecError;

/// The definitions found so far, and the queue of those to convert.
#[derive(Default)]
pub struct Definitions {
    names: Names,
    reached: BTreeSet<String>,
    queue: VecDeque<String>,
    inlined: BTreeSet<Key>,
}

impl Definitions {
    fn reach(&mut self, name: &str) {
        if self.reached.insert(name.to_owned()) {
            self.queue.push_back(name.to_owned());
        }
    }

    /// Marks a definition of binary content as inlined into a body.
    pub fn inline(&mut self, node: &Node) {
        self.inlined.insert(node.key());
    }
}

impl Import {
    /// Names the main document's definitions, before any reference needs a name.
    pub(super) fn name_definitions(&mut self) -> Result<(), SpecError> {
        let names = &mut self.definitions.names;
        names.name_section(&mut self.tree, &mut self.report, &self.main, "definitions")
    }

    /// Converts the `$ref` of `node`.
    pub(super) fn schema_reference(&mut self, node: &Node) -> Result<String, SpecError> {
        // The whole chain is followed first, so that a cycle is found here.
        self.tree.follow(node)?;
        let names = &self.definitions.names;
        let target = self
            .tree
            .follow_until(node, |target| names.get(target).is_some())?;
        Ok(self.reach_definition(&target))
    }

    /// The reference to the definition at `node`, which is queued for conversion.
    pub(super) fn reach_definition(&mut self, node: &Node) -> String {
        let name = self.definition_name(node);
        self.definitions.reach(&name);
        format!("#/components/schemas/{name}")
    }

    fn definition_name(&mut self, node: &Node) -> String {
        let names = &mut self.definitions.names;
        names.name(&mut self.tree, &mut self.report, node)
    }

    /// `components.schemas`: every definition of the main document, and those that they and the
    /// operations refer to. Operations must be converted first.
    pub(super) fn schemas(&mut self) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        let own = self.main.fields_of("definitions")?;
        for (_, node) in &own {
            let name = self.definition_name(node);
            if !self.is_inlined(&name, node)? {
                // Keeps the order of the source, whatever the order of conversion.
                out.insert(name.clone(), Value::Null);
                self.definitions.reach(&name);
            }
        }
        let mut bases: Vec<(String, Node)> = Vec::new();
        loop {
            let files = self.tree.size();
            while let Some(name) = self.definitions.queue.pop_front() {
                let Some(node) = self.definitions.names.node(&name).cloned() else {
                    continue;
                };
                if self.is_base(&node)? {
                    bases.push((name.clone(), node));
                    out.insert(name, Value::Null);
                } else {
                    let schema = self.component(&name, &node)?;
                    out.insert(name, schema);
                }
            }
            // A base does not refer to its subtypes, and converting one may read new files.
            for (name, node) in &bases {
                out.insert(name.clone(), self.union(node)?);
            }
            if self.definitions.queue.is_empty() && self.tree.size() == files {
                return Ok(out);
            }
        }
    }

    fn component(&mut self, name: &str, node: &Node) -> Result<Value, SpecError> {
        if node.is_only_reference() {
            // An alias.
            let reference = self.schema_reference(node)?;
            return Ok(json!({ "$ref": reference }));
        }
        match self.union_base(node)? {
            Some(base) => self.subtype(name, node, &base),
            None => self.schema(node),
        }
    }

    /// Whether the definition is binary content that is only used by bodies, where it is inlined.
    fn is_inlined(&mut self, name: &str, node: &Node) -> Result<bool, SpecError> {
        let target = self.tree.follow(node)?;
        Ok(is_binary(&target)
            && self.definitions.inlined.contains(&target.key())
            && !self.definitions.reached.contains(name))
    }
}
