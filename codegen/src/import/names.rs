//! Names of shared components, unique across files.

use std::collections::BTreeMap;

use super::report::{Kind, Report};
use super::same::same;
use super::source::{Key, Node, Tree};
use crate::SpecError;

/// The names of nodes.
#[derive(Default)]
pub struct Names {
    names: BTreeMap<Key, String>,
    nodes: BTreeMap<String, Node>,
}

impl Names {
    /// Names `node`. A name identifies the last node that it is given to.
    pub fn claim(&mut self, name: &str, node: &Node) {
        self.names.insert(node.key(), name.to_owned());
        self.nodes.insert(name.to_owned(), node.clone());
    }

    /// The name of `node`, if it has one.
    pub fn get(&self, node: &Node) -> Option<&String> {
        self.names.get(&node.key())
    }

    /// The node that `name` identifies.
    pub fn node(&self, name: &str) -> Option<&Node> {
        self.nodes.get(name)
    }

    /// The name of `node`. The default is its name in its file, made unique.
    pub fn name(&mut self, tree: &mut Tree, report: &mut Report, node: &Node) -> String {
        if let Some(name) = self.names.get(&node.key()) {
            return name.clone();
        }
        let wanted = allowed_name(&node.last_name(), node, report);
        let mut name = wanted.clone();
        let mut number = 1;
        while let Some(other) = self.nodes.get(&name) {
            if same(tree, other, node) {
                report.add(
                    Kind::MergedDefinition,
                    &wanted,
                    node.error(format!("is equal to {}, which is kept", other.place())),
                );
                self.names.insert(node.key(), name.clone());
                return name;
            }
            number += 1;
            name = format!("{wanted}{number}");
        }
        if number > 1 {
            report.add(
                Kind::RenamedDefinition,
                &wanted,
                node.error(format!(
                    "is renamed to `{name}`: another file has a different `{wanted}`"
                )),
            );
        }
        self.claim(&name, node);
        name
    }

    /// Names every entry of `section` of the document `main`. An entry that is only a reference to
    /// another file also names its target.
    pub fn name_section(
        &mut self,
        tree: &mut Tree,
        report: &mut Report,
        main: &Node,
        section: &str,
    ) -> Result<(), SpecError> {
        for (key, node) in main.fields_of(section)? {
            let name = allowed_name(&key, &node, report);
            self.claim(&name, &node);
            if node.is_only_reference() {
                let target = tree.follow(&node)?;
                if !target.in_file_of(main) && self.get(&target).is_none() {
                    self.claim(&name, &target);
                }
            }
        }
        Ok(())
    }
}

/// `key` as a valid name of a component.
fn allowed_name(key: &str, node: &Node, report: &mut Report) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name: String = key
        .chars()
        .map(|c| if allowed(c) { c } else { '_' })
        .collect();
    if name != key {
        report.add(
            Kind::RenamedDefinition,
            key,
            node.error(format!(
                "is renamed to `{name}`: OpenAPI 3.0 does not allow `{key}`"
            )),
        );
    }
    name
}
