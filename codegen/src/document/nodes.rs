//! Operations and parameters as references into the document, valid or not.

use serde_json::Value;

use super::{METHODS, follow, members, pointer::child, resolve, str_at};
use crate::SpecError;

/// An operation in a document.
#[derive(Debug)]
pub struct OperationNode<'d> {
    /// The path's template.
    pub path: &'d str,
    /// The method as the document spells it, in lower case.
    pub method: &'d str,
    /// The JSON pointer to the operation.
    pub place: String,
    /// The operation itself.
    pub node: &'d Value,
    path_item: &'d Value,
    path_place: String,
}

/// A parameter in the list of an operation or its path, with its reference followed.
#[derive(Debug)]
pub struct ParameterNode<'d> {
    /// The JSON pointer to the entry of the list.
    pub place: String,
    /// The `$ref` of the entry, if it has one.
    pub reference: Option<&'d str>,
    /// The parameter itself.
    pub node: &'d Value,
}

/// All operations, in the document's order.
pub fn operation_nodes(document: &Value) -> Vec<OperationNode<'_>> {
    operation_nodes_of(document, "paths")
}

/// The operations of `paths`, or of an extension like it.
pub fn operation_nodes_of<'d>(document: &'d Value, section: &str) -> Vec<OperationNode<'d>> {
    let mut operations = Vec::new();
    for (path, item) in members(document.get(section)) {
        let path_place = child(&child("", section), path);
        let path_item = resolve(document, item).unwrap_or(&Value::Null);
        for (method, node) in members(Some(path_item)) {
            if METHODS.contains(&method.as_str()) {
                operations.push(OperationNode {
                    path,
                    method,
                    place: child(&path_place, method),
                    node,
                    path_item,
                    path_place: path_place.clone(),
                });
            }
        }
    }
    operations
}

/// The names in braces of a path's or a server's template.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let parts = template.split('{').skip(1);
    parts.filter_map(|part| Some(part.split_once('}')?.0))
}

impl<'d> OperationNode<'d> {
    /// The `operationId`, or the method and path where it has none.
    pub fn name(&self) -> String {
        match str_at(self.node, "operationId") {
            "" => self.endpoint(),
            id => id.to_owned(),
        }
    }

    /// The method and path, for example `GET /things`.
    pub fn endpoint(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// The parameters of the path that the operation does not override, then its own; an error for each reference that
    /// leads nowhere.
    pub fn parameters(
        &self,
        document: &'d Value,
    ) -> impl Iterator<Item = Result<ParameterNode<'d>, SpecError>> {
        let own = listed(document, self.node, &self.place);
        let overridden: Vec<_> = own.iter().flatten().map(ParameterNode::key).collect();
        let shared = listed(document, self.path_item, &self.path_place);
        let inherited = shared.into_iter().filter(move |parameter| {
            let key = parameter.as_ref().map(ParameterNode::key);
            key.map_or(true, |key| !overridden.contains(&key))
        });
        inherited.chain(own)
    }
}

impl ParameterNode<'_> {
    /// What identifies the parameter: its location and name. The name of a header has no case.
    pub fn key(&self) -> String {
        let (location, name) = (str_at(self.node, "in"), str_at(self.node, "name"));
        match location {
            "header" => format!("header {}", name.to_ascii_lowercase()),
            _ => format!("{location} {name}"),
        }
    }
}

fn listed<'d>(
    document: &'d Value,
    owner: &'d Value,
    place: &str,
) -> Vec<Result<ParameterNode<'d>, SpecError>> {
    let list = owner.get("parameters").and_then(Value::as_array);
    let parameter = |(index, entry): (usize, &'d Value)| {
        let place = format!("{place}/parameters/{index}");
        Ok(ParameterNode {
            reference: entry.get("$ref").and_then(Value::as_str),
            node: follow(document, entry, &place)?,
            place,
        })
    };
    let list = list.into_iter().flatten().enumerate();
    list.map(parameter).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn operations_override_the_parameters_of_their_path() {
        let document = json!({
            "paths": { "/a/{id}": {
                "parameters": [{ "$ref": "#/id" }, { "name": "X-A", "in": "header" }, { "$ref": "#/x" }],
                "get": { "parameters": [{ "name": "x-a", "in": "header" }, { "name": "id", "in": "query" }] },
                "summary": {},
            } },
            "id": { "name": "id", "in": "path" },
        });
        let operations = operation_nodes(&document);
        let [get] = operations.as_slice() else {
            panic!("one operation");
        };
        assert_eq!(
            (get.name(), get.place.as_str()),
            ("GET /a/{id}".to_owned(), "/paths/~1a~1{id}/get")
        );
        let (found, broken): (Vec<_>, Vec<_>) = get.parameters(&document).partition(Result::is_ok);
        let found: Vec<_> = found.into_iter().flatten().collect();
        let keys: Vec<_> = found.iter().map(ParameterNode::key).collect();
        assert_eq!(keys, ["path id", "header x-a", "query id"]);
        assert_eq!(found[0].place, "/paths/~1a~1{id}/parameters/0");
        assert_eq!(found[0].reference, Some("#/id"));
        assert_eq!(found[2].place, "/paths/~1a~1{id}/get/parameters/1");
        let broken: Vec<_> = broken.into_iter().filter_map(Result::err).collect();
        assert_eq!(broken[0].place, "/paths/~1a~1{id}/parameters/2");
    }

    #[test]
    fn placeholders_are_what_braces_enclose() {
        let names: Vec<_> = placeholders("/a/{b}/c:{d}/{e").collect();
        assert_eq!(names, ["b", "d"]);
    }
}
