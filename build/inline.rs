//! First step: every operation holds its own parameters, body and responses, so that no later step follows references
//! for them.

use serde_json::{Map, Value};

use super::{
    Problem,
    document::{METHODS, escape, follow},
};

/// Replaces references to parameters, request bodies and responses by what they refer to, and gives the parameters
/// of a path to each of its operations.
pub fn inline(document: &Value) -> Result<Value, Problem> {
    let mut inlined = document.clone();
    let paths = inlined.pointer_mut("/paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let place = format!("/paths/{}", escape(path));
        let Some(item) = item.as_object_mut() else {
            return Err(Problem::new(
                place,
                "a path is no object",
                "describe its operations",
            ));
        };
        if item.contains_key("$ref") {
            return Err(Problem::new(
                place,
                "a path that is only a reference can't be generated",
                "write the path's operations here",
            ));
        }
        let shared = item.remove("parameters");
        for (method, operation) in item.iter_mut() {
            let place = format!("{place}/{method}");
            if let (true, Some(operation)) = (
                METHODS.contains(&method.as_str()),
                operation.as_object_mut(),
            ) {
                parameters(document, operation, shared.as_ref(), &place)?;
                if let Some(node) = operation.get_mut("requestBody") {
                    *node = follow(document, node, &format!("{place}/requestBody"))?.clone();
                }
                let responses = operation.get_mut("responses");
                for (status, node) in responses
                    .and_then(Value::as_object_mut)
                    .into_iter()
                    .flatten()
                {
                    *node = follow(document, node, &format!("{place}/responses/{status}"))?.clone();
                }
            }
        }
    }
    Ok(inlined)
}

fn parameters(
    document: &Value,
    operation: &mut Map<String, Value>,
    shared: Option<&Value>,
    place: &str,
) -> Result<(), Problem> {
    let own = operation.get("parameters");
    let mut all: Vec<Value> = Vec::new();
    for (list, place) in [(shared, "shared"), (own, place)] {
        let list = list.and_then(Value::as_array).into_iter().flatten();
        for (index, parameter) in list.enumerate() {
            let place = format!("{place}/parameters/{index}");
            let parameter = follow(document, parameter, &place)?.clone();
            for key in ["name", "in"] {
                if !parameter.get(key).is_some_and(Value::is_string) {
                    let what = format!("a parameter has no `{key}`");
                    return Err(Problem::new(
                        place,
                        what,
                        "name the parameter and its place",
                    ));
                }
            }
            // An operation's own parameter takes the place of the path's.
            all.retain(|other| {
                other["name"] != parameter["name"] || other["in"] != parameter["in"]
            });
            all.push(parameter);
        }
    }
    operation.insert("parameters".to_owned(), Value::Array(all));
    Ok(())
}
