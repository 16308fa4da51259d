//! Operations as the document lists them.

use super::schema::Schemas;
use axum::http::Method;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One operation of the API.
pub(crate) struct Operation {
    /// The document's `operationId`.
    pub(crate) id: String,
    pub(crate) method: Method,
    /// The path template, `{name}` standing for a parameter.
    pub(crate) path: String,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    /// The body's schema by status (or `default`); `None` where an answer has no body.
    pub(crate) responses: BTreeMap<String, Option<Arc<Validator>>>,
    /// Whether answers are pages, whose links the service words itself.
    pub(crate) pageable: bool,
}

/// A parameter in the path, the query or a header.
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) required: bool,
    pub(crate) kind: String,
    pub(crate) schema: Arc<Validator>,
}

/// What a request carries.
pub(crate) struct Body {
    pub(crate) required: bool,
    pub(crate) media: BTreeMap<String, Arc<Validator>>,
}

pub(super) fn operations(document: &Value) -> Result<Vec<Arc<Operation>>, String> {
    let schemas = Schemas::of(document);
    let mut operations = Vec::new();
    for (path, item) in entries(document.get("paths")) {
        let shared = item.get("parameters");
        for (method, operation) in entries(Some(item)) {
            let Some(id) = operation.get("operationId").and_then(Value::as_str) else {
                continue;
            };
            let method = Method::from_bytes(method.to_uppercase().as_bytes())
                .map_err(|error| format!("{id}: {error}"))?;
            let read = Reader {
                document,
                schemas: &schemas,
            }
            .operation(id, method, path, shared, operation);
            operations.push(Arc::new(read.map_err(|error| format!("{id}: {error}"))?));
        }
    }
    Ok(operations)
}

struct Reader<'d> {
    document: &'d Value,
    schemas: &'d Schemas,
}

impl<'d> Reader<'d> {
    fn operation(
        &self,
        id: &str,
        method: Method,
        path: &str,
        shared: Option<&'d Value>,
        operation: &'d Value,
    ) -> Result<Operation, String> {
        let listed = [shared, operation.get("parameters")]
            .into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .flatten();
        let parameters = listed
            .map(|parameter| self.parameter(parameter))
            .collect::<Result<_, _>>()?;
        let body = operation
            .get("requestBody")
            .map(|body| self.body(body))
            .transpose()?;
        let responses = entries(operation.get("responses"))
            .map(|(status, response)| Ok((status.clone(), self.response(response)?)))
            .collect::<Result<_, String>>()?;
        let pageable = operation.get("x-ms-pageable").is_some();
        Ok(Operation {
            id: id.to_owned(),
            method,
            path: path.to_owned(),
            parameters,
            body,
            responses,
            pageable,
        })
    }

    fn parameter(&self, parameter: &'d Value) -> Result<Parameter, String> {
        let parameter = self.resolve(parameter)?;
        let schema = parameter
            .get("schema")
            .ok_or("a parameter without schema")?;
        Ok(Parameter {
            name: text(parameter, "name")?,
            place: text(parameter, "in")?,
            required: parameter
                .get("required")
                .and_then(Value::as_bool)
                .unwrap_or(false),
            kind: schema
                .get("type")
                .and_then(Value::as_str)
                .unwrap_or("string")
                .to_owned(),
            schema: self.schemas.validator(schema)?,
        })
    }

    fn body(&self, body: &'d Value) -> Result<Body, String> {
        let body = self.resolve(body)?;
        let mut media = BTreeMap::new();
        for (name, content) in entries(body.get("content")) {
            let schema = content.get("schema").ok_or("a body without schema")?;
            let validator = if name.contains("merge-patch") {
                self.schemas.patch_validator(self.resolve(schema)?)?
            } else {
                self.schemas.validator(schema)?
            };
            media.insert(name.clone(), validator);
        }
        Ok(Body {
            required: body
                .get("required")
                .and_then(Value::as_bool)
                .unwrap_or(false),
            media,
        })
    }

    fn response(&self, response: &'d Value) -> Result<Option<Arc<Validator>>, String> {
        let content = entries(self.resolve(response)?.get("content")).next();
        content
            .and_then(|(_, media)| media.get("schema"))
            .map(|schema| self.schemas.validator(schema))
            .transpose()
    }

    /// Follows `$ref`s within the document, a few at most so that a circle ends.
    fn resolve(&self, mut value: &'d Value) -> Result<&'d Value, String> {
        for _ in 0..8 {
            let Some(reference) = value.get("$ref").and_then(Value::as_str) else {
                return Ok(value);
            };
            value = reference
                .strip_prefix('#')
                .and_then(|pointer| self.document.pointer(pointer))
                .ok_or_else(|| format!("{reference} leads nowhere"))?;
        }
        Err("references that do not end".to_owned())
    }
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

fn text(value: &Value, field: &str) -> Result<String, String> {
    value
        .get(field)
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| format!("a parameter without {field}"))
}
