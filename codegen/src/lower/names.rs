//! Operations and parameters get the names that their methods have: operation ids lose their group, and parameters that
//! would be one in Rust get two names.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Renamed;
use crate::{
    Document, SpecError,
    document::each_operation,
    document::operation::{Operation, Parameter},
};

/// `ChatThread_SendChatMessage` becomes `SendChatMessage`, and each parameter what [`Parameter::rust`] says.
pub fn of_operations(document: &Document) -> Result<(Value, Renamed), SpecError> {
    let mut root = document.root.clone();
    let mut renamed = Renamed::default();
    let operations = document.operations.iter();
    let operations: BTreeMap<&str, &Operation> = operations
        .map(|operation| (operation.place.as_str(), operation))
        .collect();
    let mut paths = Vec::new();
    each_operation(&mut root, |place, path, method, node| {
        let Some(operation) = operations.get(place) else {
            return Ok(());
        };
        node.insert("operationId".to_owned(), json!(operation.short));
        let nodes = node.get_mut("parameters").and_then(Value::as_array_mut);
        let nodes = nodes.into_iter().flatten();
        for (parameter, node) in operation.parameters.iter().zip(nodes) {
            let Parameter { name, rust, .. } = parameter;
            if name != rust {
                let stand_in = renamed.stand_in(rust, name);
                node["name"] = json!(stand_in);
                if parameter.place == "path" {
                    let rename = (format!("{{{name}}}"), format!("{{{stand_in}}}"));
                    paths.push((path.to_owned(), method.to_owned(), rename));
                }
            }
        }
        Ok(())
    })?;
    rename_paths(&mut root, paths);
    Ok((root, renamed))
}

/// The path of an operation has its parameters under their names.
fn rename_paths(root: &mut Value, renames: Vec<(String, String, (String, String))>) {
    let Some(paths) = root.get_mut("paths").and_then(Value::as_object_mut) else {
        return;
    };
    let mut renamed: BTreeMap<(String, String), String> = BTreeMap::new();
    for (path, method, (from, to)) in renames {
        let of_operation = renamed.entry((path.clone(), method)).or_insert(path);
        *of_operation = of_operation.replace(&from, &to);
    }
    for ((path, method), new) in renamed {
        let item = paths.get_mut(&path).and_then(Value::as_object_mut);
        if let Some(operation) = item.and_then(|item| item.shift_remove(&method)) {
            paths.insert(new, json!({ method: operation }));
        }
    }
    paths.retain(|_, item| item.as_object().is_none_or(|item| !item.is_empty()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lowered(path: &str, id: &str, parameters: &Value) -> (Value, Renamed) {
        let document = json!({ "info": { "version": "1" }, "paths": { path: { "get": {
            "operationId": id, "parameters": parameters, "responses": { "200": {} },
        } } } });
        of_operations(&Document::new(document).expect("a document")).expect("lowered")
    }

    #[test]
    fn the_group_goes() {
        for (long, short) in [
            ("ChatThread_SendChatMessage", "SendChatMessage"),
            ("A_B_C", "C"),
            ("Do", "Do"),
        ] {
            let (root, _) = lowered("/a", long, &json!([]));
            assert_eq!(root["paths"]["/a"]["get"]["operationId"], short);
        }
    }

    #[test]
    fn parameters_of_one_name_get_two() {
        let parameters = json!([
            { "name": "id", "in": "path", "x-ms-client-name": "thingId" },
            { "name": "top", "in": "query" },
            { "name": "top", "in": "header" },
        ]);
        let (root, renamed) = lowered("/a/{id}/b", "Do", &parameters);
        let (path, item) = root["paths"]
            .as_object()
            .expect("paths")
            .iter()
            .next()
            .expect("one");
        assert!(
            path.starts_with("/a/{thing_id") && path.ends_with("}/b"),
            "{path}"
        );
        let names = item["get"]["parameters"]
            .as_array()
            .expect("parameters")
            .iter();
        let names: Vec<_> = names.filter_map(|node| node["name"].as_str()).collect();
        assert_eq!(path, &format!("/a/{{{}}}/b", names[0]));
        assert_eq!(names[1], "top");
        assert!(names[2].starts_with("top_header"), "{names:?}");
        let names: Vec<_> = names
            .into_iter()
            .map(|name| renamed.original(name))
            .collect();
        assert_eq!(names, ["id", "top", "top"]);
    }
}
