//! References: what a `$ref` leads to.

use serde_json::Value;

use super::{each_object, pointer::child};
use crate::SpecError;

/// The longest chain of references that is followed: a longer one can only be a cycle.
const LONGEST_CHAIN: usize = 64;

/// Follows a chain of references from `start` to its end. `next` returns what a node refers to, `None` where the chain
/// ends. Returns `None` for a cycle, and the error of `next` if it has one.
pub fn follow_chain<N, E>(
    start: N,
    mut next: impl FnMut(&N) -> Result<Option<N>, E>,
) -> Result<Option<N>, E> {
    let mut node = start;
    for _ in 0..LONGEST_CHAIN {
        match next(&node)? {
            Some(target) => node = target,
            None => return Ok(Some(node)),
        }
    }
    Ok(None)
}

/// What the node at `place` refers to, followed through any number of references; the node itself where it is no
/// reference. Fails, naming `place`, if a reference leads nowhere, out of the document, or only to itself.
pub fn follow<'a>(
    document: &'a Value,
    node: &'a Value,
    place: &str,
) -> Result<&'a Value, SpecError> {
    follow_chain(node, |node| target(document, node, place))?.ok_or_else(|| {
        SpecError::new(
            place,
            format!(
                "refers to {}, a cycle of references that leads to no value",
                quoted(node)
            ),
            "let one of them end in a definition",
        )
    })
}

/// What [`follow`] returns; `None` instead of an error.
pub fn resolve<'a>(document: &'a Value, node: &'a Value) -> Option<&'a Value> {
    follow(document, node, "").ok()
}

/// The errors of all references in the document that [`follow`] fails on.
pub fn broken(document: &Value) -> Vec<SpecError> {
    let mut errors = Vec::new();
    each_object(document, |place, node| {
        if node.get("$ref").is_some() {
            errors.extend(follow(document, node, &child(place, "$ref")).err());
        }
    });
    errors
}

/// What the node at `place` refers to directly; `None` where it is no reference.
pub fn target<'a>(
    document: &'a Value,
    node: &Value,
    place: &str,
) -> Result<Option<&'a Value>, SpecError> {
    let Some(reference) = node.get("$ref") else {
        return Ok(None);
    };
    let error = |what: String| {
        let remedy = "refer to something inside this document";
        SpecError::new(place, what, remedy)
    };
    let Some(reference) = reference.as_str() else {
        return Err(error(format!(
            "the reference {reference} should be a string"
        )));
    };
    let Some(pointer) = reference.strip_prefix('#') else {
        let what = format!("refers to `{reference}`, outside the document");
        return Err(error(what));
    };
    match document.pointer(pointer) {
        Some(target) => Ok(Some(target)),
        None => Err(error(format!(
            "refers to `{reference}`, where there is nothing"
        ))),
    }
}

/// The name of the shared schema that this one refers to, directly or in an `allOf` of one.
pub fn referred(schema: &Value) -> Option<&str> {
    let reference = match schema.get("$ref") {
        Some(reference) => reference,
        None => match schema.get("allOf")?.as_array()?.as_slice() {
            [only] => only.get("$ref")?,
            _ => return None,
        },
    };
    reference.as_str()?.strip_prefix("#/components/schemas/")
}

fn quoted(node: &Value) -> String {
    let reference = node.get("$ref").and_then(Value::as_str);
    format!("`{}`", reference.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reference_may_stand_alone_or_described() {
        let alone = json!({ "$ref": "#/components/schemas/A" });
        assert_eq!(referred(&alone), Some("A"));
        assert_eq!(
            referred(&json!({ "description": "d", "allOf": [alone] })),
            Some("A")
        );
        assert_eq!(referred(&json!({ "allOf": [alone, alone] })), None);
        assert_eq!(
            referred(&json!({ "$ref": "#/components/parameters/A" })),
            None
        );
        assert_eq!(referred(&json!({ "type": "string" })), None);
    }

    #[test]
    fn references_are_followed_to_the_end() {
        let document = json!({ "a": { "$ref": "#/b" }, "b": { "$ref": "#/c" }, "c": 7, "d": { "$ref": "#/d" } });
        assert_eq!(follow(&document, &document["a"], "/a"), Ok(&json!(7)));
        assert_eq!(resolve(&document, &document["a"]), Some(&json!(7)));
        for (node, said) in [
            (
                json!({ "$ref": "#/x" }),
                "at /here: refers to `#/x`, where there is nothing; ",
            ),
            (
                json!({ "$ref": "other.json#/c" }),
                "at /here: refers to `other.json#/c`, outside the document; ",
            ),
            (
                json!({ "$ref": 5 }),
                "at /here: the reference 5 should be a string; ",
            ),
            (
                json!({ "$ref": "#/d" }),
                "at /here: refers to `#/d`, a cycle of references that leads to no value; ",
            ),
        ] {
            let error = follow(&document, &node, "/here")
                .expect_err(said)
                .to_string();
            assert!(error.starts_with(said), "{error}");
            assert_eq!(resolve(&document, &node), None);
        }
    }

    #[test]
    fn all_broken_references_are_found_but_not_those_in_data() {
        let document = json!({
            "components": { "schemas": {
                "A": { "$ref": "#/components/schemas/B" },
                "B": { "$ref": "#/nowhere" },
                "C": { "type": "string", "example": { "$ref": "#/nowhere" } },
            } },
            "info": { "$ref": "#/components" },
        });
        let places: Vec<_> = broken(&document).into_iter().map(|e| e.place).collect();
        let schemas = "/components/schemas";
        assert_eq!(
            places,
            [format!("{schemas}/A/$ref"), format!("{schemas}/B/$ref")]
        );
    }
}
