//! Parameters of operations and shared parameters.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::names::Names;
use super::source::Node;
use super::{Import, Kind};
use crate::{
    SpecError,
    document::{is_true, parameters::is_ignored_header},
};

/// The parameters in `components.parameters`, and the examples that operations have for them.
#[derive(Default)]
pub struct SharedParameters {
    names: Names,
    written: Map<String, Value>,
    examples: BTreeMap<String, Map<String, Value>>,
}

impl SharedParameters {
    /// Adds an example of the shared parameter `name`.
    pub fn add_example(&mut self, name: &str, key: String, example: Value) {
        let examples = self.examples.entry(name.to_owned()).or_default();
        examples.insert(key, example);
    }
}

/// A converted parameter of an operation.
pub struct Declared {
    pub location: String,
    pub name: String,
    /// Its name in `components.parameters`, if it is shared.
    pub shared: Option<String>,
    pub value: Value,
}

/// The parameters of one operation.
#[derive(Default)]
pub struct Parameters {
    pub declared: Vec<Declared>,
    pub body: Option<Node>,
    pub form: Vec<Node>,
}

impl Import {
    /// Names the main document's shared parameters, before any operation needs a name.
    pub(super) fn name_parameters(&mut self) -> Result<(), SpecError> {
        let names = &mut self.shared_parameters.names;
        names.name_section(&mut self.tree, &mut self.report, &self.main, "parameters")
    }

    /// The parameters of the operation at `operation`, including those of its path item.
    pub(super) fn parameters(
        &mut self,
        path: &str,
        path_item: &Node,
        operation: &Node,
    ) -> Result<Parameters, SpecError> {
        // A parameter of the operation overrides the path item's of the same name and location.
        let mut nodes: Vec<(String, String, Node, Node)> = Vec::new();
        for owner in [path_item, operation] {
            for node in owner.items_of("parameters")? {
                let target = self.tree.follow(&node)?;
                let location = member_text(&target, "in")?;
                let name = member_text(&target, "name")?;
                let entry = (location, name, node, target);
                match nodes
                    .iter_mut()
                    .find(|known| known.0 == entry.0 && known.1 == entry.1)
                {
                    Some(known) => *known = entry,
                    None => nodes.push(entry),
                }
            }
        }
        let mut out = Parameters::default();
        for (location, name, node, target) in nodes {
            match location.as_str() {
                "body" => out.body = Some(target),
                "formData" => out.form.push(target),
                "path" if !path.contains(&format!("{{{name}}}")) => {
                    if !self.is_host_parameter(&name)? {
                        self.report.add(
                            Kind::UnplacedPathParameter,
                            &name,
                            target.error(format!("`{name}` does not occur in the path `{path}`")),
                        );
                    }
                }
                "header" if is_ignored_header(&name) => self.report.add(
                    Kind::ReservedHeader,
                    &name,
                    target.error(format!("OpenAPI 3.0 ignores a header parameter `{name}`")),
                ),
                "path" | "query" | "header" => {
                    let shared = match node.reference() {
                        Some(_) => Some(self.shared_parameter(&node, &target)?),
                        None => None,
                    };
                    let value = match &shared {
                        Some(shared) => {
                            json!({ "$ref": format!("#/components/parameters/{shared}") })
                        }
                        None => Value::Object(self.parameter(&target)?),
                    };
                    out.declared.push(Declared {
                        location,
                        name,
                        shared,
                        value,
                    });
                }
                _ => {
                    let location = target.child("in").unwrap_or(target);
                    return Err(location.error("should be path, query, header, body or formData"));
                }
            }
        }
        if let (Some(body), Some(_)) = (&out.body, out.form.first()) {
            return Err(
                body.error("is a body beside form fields; an operation has one or the other")
            );
        }
        Ok(out)
    }

    fn shared_parameter(&mut self, node: &Node, target: &Node) -> Result<String, SpecError> {
        let names = &self.shared_parameters.names;
        let named = self
            .tree
            .follow_until(node, |next| names.get(next).is_some())?;
        self.add_shared_parameter(&named, target)
    }

    /// Adds the parameter at `target` to the shared ones, under the name of `node`.
    fn add_shared_parameter(&mut self, node: &Node, target: &Node) -> Result<String, SpecError> {
        let names = &mut self.shared_parameters.names;
        let name = names.name(&mut self.tree, &mut self.report, node);
        if !self.shared_parameters.written.contains_key(&name) {
            let value = Value::Object(self.parameter(target)?);
            self.shared_parameters.written.insert(name.clone(), value);
        }
        Ok(name)
    }

    /// `components.parameters`: the main document's shared parameters and those that operations
    /// refer to, with the examples of the operations.
    pub(super) fn components_parameters(&mut self) -> Result<Map<String, Value>, SpecError> {
        for (_, node) in self.main.fields_of("parameters")? {
            let target = self.tree.follow(&node)?;
            let name = member_text(&target, "name")?;
            match member_text(&target, "in")?.as_str() {
                "path" if self.is_host_parameter(&name)? => {}
                "path" | "query" | "header" if !is_ignored_header(&name) => {
                    self.add_shared_parameter(&node, &target)?;
                }
                _ => {}
            }
        }
        let mut out = std::mem::take(&mut self.shared_parameters.written);
        for (name, examples) in std::mem::take(&mut self.shared_parameters.examples) {
            let values: Vec<_> = examples.values().map(|e| e.get("value")).collect();
            let (key, value) = match values.split_first() {
                // The operations agree on one value.
                Some((first, rest)) if rest.iter().all(|value| value == first) => {
                    ("example", json!(first))
                }
                _ => ("examples", Value::Object(examples)),
            };
            if let Some(Value::Object(parameter)) = out.get_mut(&name) {
                parameter.insert(key.to_owned(), value);
            }
        }
        Ok(out)
    }

    /// Converts the parameter at `node`, moving its type into a schema.
    fn parameter(&mut self, node: &Node) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        let mut schema = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "name" | "in" | "description" | "required" | "allowEmptyValue" => {
                    out.insert(key, field.value().clone());
                }
                "collectionFormat" => self.collection_format(node, &field, &mut out),
                // These belong to the type.
                "x-ms-enum" | "x-nullable" => {
                    out.entry("schema").or_insert(Value::Null);
                    self.schema_field(&key, &field, &mut schema)?;
                }
                _ if key.starts_with("x-") => {
                    out.insert(key, field.value().clone());
                }
                _ => {
                    out.entry("schema").or_insert(Value::Null);
                    self.schema_field(&key, &field, &mut schema)?;
                }
            }
        }
        let is_list = schema.get("type") == Some(&json!("array"));
        if is_list && node.child("collectionFormat").is_none() && node.str("in") == Some("query") {
            // Swagger's default is one value with commas, OpenAPI's is a value per element.
            out.insert("explode".to_owned(), json!(false));
        }
        out.insert("schema".to_owned(), Value::Object(schema));
        Ok(out)
    }

    fn collection_format(&mut self, node: &Node, field: &Node, out: &mut Map<String, Value>) {
        let in_query = node.str("in") == Some("query");
        let (style, explode) = match (field.value().as_str(), in_query) {
            (Some("csv"), true) => ("form", false),
            (Some("csv"), false) => ("simple", false),
            (Some("multi"), true) => ("form", true),
            (Some("ssv"), true) => ("spaceDelimited", false),
            (Some("pipes"), true) => ("pipeDelimited", false),
            _ => {
                return self.report.add(
                    Kind::CollectionFormat,
                    node.str("name").unwrap_or_default(),
                    field.error(format!(
                        "OpenAPI 3.0 has no style for {} here",
                        field.value()
                    )),
                );
            }
        };
        out.insert("style".to_owned(), json!(style));
        out.insert("explode".to_owned(), json!(explode));
    }

    /// The request body, from the body parameter or the form fields.
    pub(super) fn request_body(
        &mut self,
        parameters: &Parameters,
        consumes: &[String],
    ) -> Result<Option<Value>, SpecError> {
        match &parameters.body {
            Some(body) => self.body(body, consumes).map(Some),
            None if parameters.form.is_empty() => Ok(None),
            None => self.form(&parameters.form, consumes).map(Some),
        }
    }

    fn body(&mut self, node: &Node, consumes: &[String]) -> Result<Value, SpecError> {
        let mut out = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "in" => {}
                // Bodies have no name in OpenAPI; other tools keep it in this extension.
                "name" => {
                    out.insert(
                        "x-codegen-request-body-name".to_owned(),
                        json!(field.text()?),
                    );
                }
                "description" | "required" => {
                    out.insert(key, field.value().clone());
                }
                "schema" => {
                    let content = self.content(&field, consumes)?;
                    out.insert("content".to_owned(), Value::Object(content));
                }
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        if !out.contains_key("content") {
            return Err(node.error("is a body parameter without a schema"));
        }
        Ok(Value::Object(out))
    }

    fn form(&mut self, fields: &[Node], consumes: &[String]) -> Result<Value, SpecError> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut has_file = false;
        for field in fields {
            let name = member_text(field, "name")?;
            let parameter = self.parameter(field)?;
            has_file |= field.str("type") == Some("file");
            if is_true(field.value(), "required") {
                required.push(json!(name));
            }
            let mut property = match parameter.get("schema") {
                Some(Value::Object(schema)) => schema.clone(),
                _ => Map::new(),
            };
            let carried = parameter
                .into_iter()
                .filter(|(key, _)| key == "description" || key.starts_with("x-"));
            property.extend(carried);
            properties.insert(name, Value::Object(property));
        }
        let mut schema = json!({ "type": "object", "properties": properties });
        if let (Some(schema), false) = (schema.as_object_mut(), required.is_empty()) {
            schema.insert("required".to_owned(), json!(required));
        }
        let forms = ["multipart/form-data", "application/x-www-form-urlencoded"];
        let mut types: Vec<_> = consumes
            .iter()
            .filter(|media_type| forms.contains(&media_type.as_str()))
            .cloned()
            .collect();
        if types.is_empty() {
            types.push(forms[usize::from(!has_file)].to_owned());
        }
        let content: Map<String, Value> = types
            .into_iter()
            .map(|media_type| (media_type, json!({ "schema": schema })))
            .collect();
        Ok(json!({
            "description": "The fields of the form.",
            "content": content,
            "required": !required.is_empty(),
        }))
    }
}

fn member_text(node: &Node, key: &str) -> Result<String, SpecError> {
    match node.child(key) {
        Some(member) => member.text(),
        None => Err(node.error(format!("has no `{key}`"))),
    }
}
