//! The names of methods: operation ids without their group, or with it.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToSnakeCase};

use crate::document::{OperationNode, names, str_at};

/// Methods that the client has, what progenitor's code calls on it, and a constant beside those of operations.
pub const METHODS_OF_CLIENT: [&str; 14] = [
    "api_version",
    "baseurl",
    "builder",
    "client",
    "clone",
    "credential",
    "endpoint",
    "exec",
    "id",
    "inner",
    "post",
    "pre",
    "properties",
    "thread",
];

/// The ids of operations without their groups; whole where two would be one, or what the client has already.
pub fn shorts(nodes: &[OperationNode<'_>]) -> Vec<String> {
    let ids = || nodes.iter().map(|node| str_at(node.node, "operationId"));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids() {
        *counts.entry(short(id).to_snake_case()).or_default() += 1;
    }
    let of = |id: &str| {
        let name = short(id).to_snake_case();
        let is_whole = !name.is_empty() && (is_taken(&name) || counts.get(&name) != Some(&1));
        if is_whole { id } else { short(id) }.to_owned()
    };
    ids().map(of).collect()
}

/// Whether a method or its request builder can't have this name.
pub fn is_taken(name: &str) -> bool {
    METHODS_OF_CLIENT.contains(&name) || names::TYPES.contains(&name.to_pascal_case().as_str())
}

/// An operation id without its group.
pub fn short(id: &str) -> &str {
    id.rsplit('_').next().unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::two;

    #[test]
    fn two_operations_can_not_become_one_method() {
        for (one, other, method) in [("A_DoIt", "A_doIt", "a_do_it"), ("DoIt", "DoIt", "do_it")] {
            let error = two(one, other).expect_err("a clash").to_string();
            let said = format!(
                "at /paths/~1b/get/operationId: `{other}` and `{one}` would both become the method `{method}`; rename one"
            );
            assert!(error.starts_with(&said), "{error}");
        }
    }

    #[test]
    fn operations_that_would_be_one_are_named_with_their_groups() {
        let names = |one, other| {
            let operations = two(one, other).expect("operations");
            operations
                .into_iter()
                .map(|operation| operation.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("A_DoIt", "B_DoIt"), ["a_do_it", "b_do_it"]);
        assert_eq!(names("A_DoIt", "B_Do"), ["do_it", "do"]);
        assert_eq!(names("A_Builder", "B_Error"), ["a_builder", "b_error"]);
        let error = two("A_Do", "Builder").expect_err("a clash").to_string();
        let said = "at /paths/~1b/get/operationId: `Builder` would become `builder`, a name that the client has already; ";
        assert!(error.starts_with(said), "{error}");
    }
}
