//! Structural equality of definitions, across files.

use std::collections::BTreeSet;

use super::source::{Key, Node, Tree};

/// Whether `a` and `b` are equal but for documentation and the order of members; references are equal if their targets
/// are.
pub fn same(tree: &mut Tree, a: &Node, b: &Node) -> bool {
    Comparison {
        tree,
        assumed: BTreeSet::new(),
    }
    .nodes(a, b)
}

struct Comparison<'t> {
    tree: &'t mut Tree,
    /// Pairs assumed equal while they are compared: definitions may refer to themselves.
    assumed: BTreeSet<(Key, Key)>,
}

impl Comparison<'_> {
    fn nodes(&mut self, a: &Node, b: &Node) -> bool {
        if a.key() == b.key() || !self.assumed.insert((a.key(), b.key())) {
            return true;
        }
        match (a.fields(), b.fields()) {
            (Ok(a_fields), Ok(b_fields)) => {
                let names = |fields: &[(String, Node)]| {
                    let names = fields.iter().map(|(key, _)| key.clone());
                    names
                        .filter(|key| !is_documentation(key))
                        .collect::<BTreeSet<_>>()
                };
                names(&a_fields) == names(&b_fields)
                    && a_fields.iter().all(|(key, a_child)| {
                        is_documentation(key)
                            || b.child(key).is_some_and(|b_child| match key.as_str() {
                                "$ref" => self.references(a, b),
                                "properties" => self.properties(a_child, &b_child),
                                _ => self.nodes(a_child, &b_child),
                            })
                    })
            }
            _ => match (a.items(), b.items()) {
                (Ok(a_items), Ok(b_items)) => {
                    a_items.len() == b_items.len()
                        && a_items.iter().zip(&b_items).all(|(a, b)| self.nodes(a, b))
                }
                _ => a.value() == b.value(),
            },
        }
    }

    /// Members of `properties` are names of the API, even one called `description`.
    fn properties(&mut self, a: &Node, b: &Node) -> bool {
        let (Ok(a_fields), Ok(b_fields)) = (a.fields(), b.fields()) else {
            return a.value() == b.value();
        };
        a_fields.len() == b_fields.len()
            && a_fields
                .iter()
                .all(|(key, a)| b.child(key).is_some_and(|b| self.nodes(a, &b)))
    }

    fn references(&mut self, a: &Node, b: &Node) -> bool {
        match (self.tree.follow(a), self.tree.follow(b)) {
            (Ok(a), Ok(b)) => self.nodes(&a, &b),
            _ => false,
        }
    }
}

fn is_documentation(key: &str) -> bool {
    matches!(
        key,
        "description" | "title" | "example" | "externalDocs" | "x-ms-examples"
    )
}
