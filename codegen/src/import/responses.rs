//! Responses of operations.

use serde_json::{Map, Value, json};

use super::source::Node;
use super::{Import, Kind};
use crate::SpecError;

impl Import {
    /// The responses of an operation whose media types are `produces`.
    pub(super) fn responses(
        &mut self,
        node: &Node,
        produces: &[String],
    ) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        for (status, response) in node.fields()? {
            let value = if status.starts_with("x-") {
                response.value().clone()
            } else {
                let target = self.tree.follow(&response)?;
                Value::Object(self.response(&target, produces)?)
            };
            out.insert(status, value);
        }
        if !out.contains_key("default") {
            self.add_default(node, &mut out);
        }
        Ok(out)
    }

    fn response(
        &mut self,
        node: &Node,
        produces: &[String],
    ) -> Result<Map<String, Value>, SpecError> {
        let mut out = Map::new();
        let mut examples = None;
        for (key, field) in node.fields()? {
            match key.as_str() {
                "description" => {
                    out.insert(key, field.value().clone());
                }
                "schema" => {
                    let content = self.content(&field, produces)?;
                    out.insert("content".to_owned(), Value::Object(content));
                }
                "headers" => {
                    let mut headers = Map::new();
                    for (name, header) in field.fields()? {
                        headers.insert(name, self.header(&header)?);
                    }
                    out.insert(key, Value::Object(headers));
                }
                "examples" => examples = Some(field),
                _ => self.extension_or_lost(&key, &field, &mut out),
            }
        }
        out.entry("description").or_insert(json!(""));
        if let Some(examples) = examples {
            self.response_examples(&examples, &mut out)?;
        }
        Ok(out)
    }

    fn header(&mut self, node: &Node) -> Result<Value, SpecError> {
        let mut out = Map::new();
        let mut schema = Map::new();
        for (key, field) in node.fields()? {
            match key.as_str() {
                "description" => {
                    out.insert(key, field.value().clone());
                }
                "collectionFormat" if field.value() == "csv" => {}
                "collectionFormat" => self.report.add(
                    Kind::CollectionFormat,
                    &node.last_name(),
                    field.error(format!(
                        "OpenAPI 3.0 has no style for {} here",
                        field.value()
                    )),
                ),
                _ if key.starts_with("x-") && key != "x-ms-enum" && key != "x-nullable" => {
                    out.insert(key, field.value().clone());
                }
                _ => {
                    out.entry("schema").or_insert(Value::Null);
                    self.schema_field(&key, &field, &mut schema)?;
                }
            }
        }
        out.insert("schema".to_owned(), Value::Object(schema));
        Ok(Value::Object(out))
    }

    /// Swagger's own examples of a response, keyed by media type.
    fn response_examples(
        &mut self,
        examples: &Node,
        out: &mut Map<String, Value>,
    ) -> Result<(), SpecError> {
        for (media_type, example) in examples.fields()? {
            let content = out.get_mut("content").and_then(|c| c.get_mut(&media_type));
            match content.and_then(Value::as_object_mut) {
                Some(content) => {
                    let value = json!({ "response": { "value": example.value() } });
                    content.insert("examples".to_owned(), value);
                }
                None => self.report.add(
                    Kind::UndeclaredExampleBody,
                    &media_type,
                    example.error(format!(
                        "the response has no body of the media type `{media_type}`"
                    )),
                ),
            }
        }
        Ok(())
    }

    /// Adds a default response of the listed errors' type, if they have one type.
    fn add_default(&mut self, node: &Node, out: &mut Map<String, Value>) {
        let is_error = |status: &str, response: &Value| {
            status.starts_with(['4', '5'])
                || response.get("x-ms-error-response") == Some(&json!(true))
        };
        let mut contents: Vec<Value> = Vec::new();
        for (status, response) in out.iter() {
            if let (true, Some(content)) = (is_error(status, response), response.get("content"))
                && !contents.contains(content)
            {
                contents.push(content.clone());
            }
        }
        match contents.as_slice() {
            [] => {}
            [content] => {
                let default = json!({
                    "description": "Any other status is an error of the same type.",
                    "content": content,
                    "x-ms-error-response": true,
                });
                out.insert("default".to_owned(), default);
            }
            _ => self.report.add(
                Kind::NoCommonError,
                "default",
                node.error("the errors have different types, so there is no default response"),
            ),
        }
    }
}
