//! Which definitions are reached, and what each becomes in `components.schemas`.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Map, Value, json};

use crate::failure::Failure;

use super::Import;
use super::media::is_binary;
use super::names::Names;
use super::source::{Key, Node};

/// The definitions known so far, and those still to be written.
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

    /// Remembers that a definition of binary content was written into a body.
    pub fn inline(&mut self, node: &Node) {
        self.inlined.insert(node.key());
    }
}

impl Import {
    /// Names the main document's definitions, before any reference asks for a name.
    pub(super) fn name_definitions(&mut self) -> Result<(), Failure> {
        let section = self.main.child("definitions");
        let names = &mut self.definitions.names;
        names.name_section(&mut self.tree, &mut self.report, section)
    }

    /// The reference that stands for the `$ref` of `node` in the output.
    pub(super) fn schema_reference(&mut self, node: &Node) -> Result<String, Failure> {
        // The whole chain is followed first, so that a cycle is found here.
        self.tree.follow(node)?;
        let mut target = self.tree.target(node)?;
        while self.definitions.names.get(&target).is_none() && target.is_only_reference() {
            target = self.tree.target(&target)?;
        }
        Ok(self.reach_definition(&target))
    }

    /// The reference to the definition at `node`, which is written when its turn comes.
    pub(super) fn reach_definition(&mut self, node: &Node) -> String {
        let name = self.definition_name(node);
        self.definitions.reach(&name);
        format!("#/components/schemas/{name}")
    }

    fn definition_name(&mut self, node: &Node) -> String {
        let names = &mut self.definitions.names;
        names.name(&mut self.tree, &mut self.report, node)
    }

    /// `components.schemas`: every definition of the main document and what those and the
    /// operations reach. Operations must have been converted before.
    pub(super) fn schemas(&mut self) -> Result<Map<String, Value>, Failure> {
        let mut out = Map::new();
        let own = match self.main.child("definitions") {
            Some(definitions) => definitions.fields()?,
            None => Vec::new(),
        };
        for (_, node) in &own {
            let name = self.definition_name(node);
            if !self.is_inlined(&name, node)? {
                // Keeps the order of the source, whichever order they are reached in.
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
            // A base does not name its subtypes, and writing one may bring new files in.
            for (name, node) in &bases {
                out.insert(name.clone(), self.union(node)?);
            }
            if self.definitions.queue.is_empty() && self.tree.size() == files {
                return Ok(out);
            }
        }
    }

    fn component(&mut self, name: &str, node: &Node) -> Result<Value, Failure> {
        if node.is_only_reference() {
            // A second name for something that has one.
            let reference = self.schema_reference(node)?;
            return Ok(json!({ "$ref": reference }));
        }
        match self.union_base(node)? {
            Some(base) => self.subtype(name, node, &base),
            None => self.schema(node),
        }
    }

    /// Whether the definition is binary content that was written into the bodies that use it, and
    /// is used by nothing else.
    fn is_inlined(&mut self, name: &str, node: &Node) -> Result<bool, Failure> {
        let target = self.tree.follow(node)?;
        Ok(is_binary(&target)
            && self.definitions.inlined.contains(&target.key())
            && !self.definitions.reached.contains(name))
    }
}
