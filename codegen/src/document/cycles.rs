//! Schemas that are made of themselves, which no type can be.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{SCHEMAS, items, members, pointer::child};
use crate::SpecError;

/// Refuses a schema that leads to itself by references alone, or by `allOf`, `oneOf` and `anyOf`. One whose property or
/// items refer to it is a tree, which is fine.
pub fn refuse(document: &Value) -> Result<(), SpecError> {
    let schemas = document.pointer(SCHEMAS);
    let mut ends = BTreeSet::new();
    for (name, _) in members(schemas) {
        let mut way = vec![(name.as_str(), parts(schemas, name))];
        let mut on_way = BTreeSet::from([name.as_str()]);
        while let Some((last, next)) = way.last_mut() {
            let Some(part) = next.pop() else {
                on_way.remove(last);
                ends.insert(*last);
                way.pop();
                continue;
            };
            if on_way.contains(part) {
                let names = way.iter().map(|(name, _)| *name);
                let circle = names.skip_while(|name| *name != part).chain([part]);
                let circle: Vec<_> = circle.map(|name| format!("`{name}`")).collect();
                return Err(SpecError::new(
                    child(SCHEMAS, part),
                    format!("the schema is made of itself: {}", circle.join(" of ")),
                    "take the reference out, or let a property refer to the schema",
                ));
            }
            if !ends.contains(part) {
                on_way.insert(part);
                way.push((part, parts(schemas, part)));
            }
        }
    }
    Ok(())
}

/// The names of the schemas that one is made of.
fn parts<'d>(schemas: Option<&'d Value>, name: &str) -> Vec<&'d str> {
    let mut found = Vec::new();
    let mut nodes: Vec<&Value> = schemas.and_then(|all| all.get(name)).into_iter().collect();
    while let Some(node) = nodes.pop() {
        let reference = node.get("$ref").and_then(Value::as_str);
        let name = reference.and_then(|to| to.strip_prefix("#/components/schemas/"));
        found.extend(name);
        for key in ["allOf", "oneOf", "anyOf"] {
            nodes.extend(items(node, key));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(schemas: Value) -> Value {
        json!({ "components": { "schemas": schemas } })
    }

    #[test]
    fn a_schema_that_is_made_of_itself_is_refused() {
        let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        for (schemas, place, circle) in [
            (json!({ "A": { "allOf": [refer("A")] } }), "A", "`A` of `A`"),
            (
                json!({ "A": { "allOf": [{}, refer("B")] }, "B": { "oneOf": [{ "allOf": [refer("A")] }] } }),
                "A",
                "`A` of `B` of `A`",
            ),
            (
                json!({ "A": { "allOf": [refer("B")] }, "B": refer("C"), "C": { "anyOf": [refer("B")] } }),
                "B",
                "`B` of `C` of `B`",
            ),
        ] {
            let error = refuse(&of(schemas)).expect_err(circle).to_string();
            let said = format!(
                "at /components/schemas/{place}: the schema is made of itself: {circle}; take"
            );
            assert!(error.starts_with(&said), "{error}");
        }
    }

    #[test]
    fn a_tree_is_fine_and_so_is_a_part_of_two_schemas() {
        let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        let fine = of(json!({
            "Tree": { "properties": { "left": refer("Tree"), "all": { "items": refer("Tree") } } },
            "A": { "allOf": [refer("Base"), refer("B")] },
            "B": { "allOf": [refer("Base"), refer("Nowhere")] },
            "Base": { "type": "object" },
        }));
        assert_eq!(refuse(&fine), Ok(()));
        assert_eq!(refuse(&json!({})), Ok(()));
    }
}
