//! Names of shared components: each once, whichever files they come from.

use std::collections::BTreeMap;

use super::report::{Kind, Report};
use super::same::same;
use super::source::{Key, Node, Tree};

/// Which name stands for which node.
#[derive(Default)]
pub struct Names {
    names: BTreeMap<Key, String>,
    nodes: BTreeMap<String, Node>,
}

impl Names {
    /// Gives `name` to `node`. The last node that a name is given to is the one it stands for.
    pub fn claim(&mut self, name: &str, node: &Node) {
        self.names.insert(node.key(), name.to_owned());
        self.nodes.insert(name.to_owned(), node.clone());
    }

    /// The name of `node`, if it has one.
    pub fn get(&self, node: &Node) -> Option<&String> {
        self.names.get(&node.key())
    }

    /// The node that `name` stands for.
    pub fn node(&self, name: &str) -> Option<&Node> {
        self.nodes.get(name)
    }

    /// The name of `node`, given now if it has none: the one it has in its file, unless that
    /// stands for something else already.
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
                    node.place(),
                    format!("says the same as {}, which is kept", other.place()),
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
                node.place(),
                format!("is called `{name}`: another file has a different `{wanted}`"),
            );
        }
        self.claim(&name, node);
        name
    }

    /// Names every entry of `section` of the main document. An entry that is nothing but a
    /// reference to another file gives its name to what stands there.
    pub fn name_section(
        &mut self,
        tree: &mut Tree,
        report: &mut Report,
        section: Option<Node>,
    ) -> Result<(), crate::failure::Failure> {
        let Some(section) = section else {
            return Ok(());
        };
        for (key, node) in section.fields()? {
            let name = allowed_name(&key, &node, report);
            self.claim(&name, &node);
            if node.is_only_reference() {
                let target = tree.follow(&node)?;
                if !target.in_file_of(&section) && self.get(&target).is_none() {
                    self.claim(&name, &target);
                }
            }
        }
        Ok(())
    }
}

/// `key` as a name that components may have.
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
            node.place(),
            format!("is called `{name}`: OpenAPI 3.0 does not allow `{key}`"),
        );
    }
    name
}
