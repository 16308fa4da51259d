//! Paths and operations.

use serde_json::{Map, Value, json};

use super::Import;
use super::source::Node;
use crate::{SpecError, document::METHODS};

impl Import {
    /// All paths with their operations.
    pub(super) fn paths(&mut self, node: &Node) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        for (path, item) in node.fields()? {
            let value = if path.starts_with("x-") {
                item.value().clone()
            } else {
                let item = self.tree.follow(&item)?;
                Value::Object(self.path_item(&path, &item)?)
            };
            out.insert(path, value);
        }
        Ok(out)
    }

    fn path_item(&mut self, path: &str, node: &Node) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                // Inlined into each operation, which may have examples for them.
                "parameters" => {}
                // Swagger 2.0 has all methods but this one.
                method if METHODS.contains(&method) && method != "trace" => {
                    let operation = self.operation(path, node, &field)?;
                    out.insert(key, Value::Object(operation));
                }
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        Ok(out)
    }

    fn operation(
        &mut self,
        path: &str,
        path_item: &Node,
        node: &Node,
    ) -> Result<Map<String, Value>, SpecError> {
        let consumes = self.media_types(node, "consumes")?;
        let produces = self.media_types(node, "produces")?;
        let parameters = self.parameters(path, path_item, node)?;
        let mut out = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "tags" | "summary" | "description" | "externalDocs" | "operationId"
                | "deprecated" | "security" => {
                    out.insert(key, field.value().clone());
                }
                // The media types of each body.
                "consumes" | "produces" => {}
                "parameters" | "x-ms-examples" => {}
                "responses" => {
                    let body = self.request_body(&parameters, &consumes)?;
                    if !parameters.declared.is_empty() {
                        let values = parameters.declared.iter().map(|p| p.value.clone());
                        out.insert("parameters".to_owned(), values.collect());
                    }
                    if let Some(body) = body {
                        out.insert("requestBody".to_owned(), body);
                    }
                    let responses = self.responses(&field, &produces)?;
                    out.insert(key, json!(responses));
                }
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        if !out.contains_key("responses") {
            return Err(node.error("has no `responses`"));
        }
        self.examples(node, &parameters, &mut out)?;
        Ok(out)
    }

    /// The operation's list, else the document's.
    fn media_types(&self, operation: &Node, key: &str) -> Result<Vec<String>, SpecError> {
        let list = operation.child(key).or_else(|| self.main.child(key));
        list.map_or(Ok(Vec::new()), |list| list.texts())
    }
}
