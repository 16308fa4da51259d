//! The operations of the document, with a validator for each parameter, body and response.

use super::schema::Schemas;
use acs_chat_codegen::SpecError;
use acs_chat_codegen::document::inline::inline;
use acs_chat_codegen::document::operation::{self, MERGE_PATCH};
use acs_chat_codegen::document::{escape, follow};
use axum::http::Method;
use jsonschema::Validator;
use serde_json::{Map, Value};
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
    /// The body's schema by status (or `default`); `None` where a response has no body.
    pub(crate) responses: BTreeMap<String, Option<Arc<Validator>>>,
    /// Whether responses are pages, whose `nextLink`s have a query of the service's own.
    pub(crate) pageable: bool,
}

/// A parameter in the path, the query or a header.
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) required: bool,
    /// The schema's `type`.
    pub(crate) kind: String,
    pub(crate) schema: Arc<Validator>,
}

/// A request body.
pub(crate) struct Body {
    pub(crate) required: bool,
    /// The body's schema by media type.
    pub(crate) media: BTreeMap<String, Arc<Validator>>,
}

pub(super) fn operations(document: &Value) -> Result<Vec<Arc<Operation>>, SpecError> {
    let inlined = inline(document)?;
    let build = Build {
        document,
        schemas: &Schemas::new(document),
    };
    operation::operations(&inlined)?
        .into_iter()
        .map(|spec| {
            let node = inlined.pointer(&spec.place).unwrap_or(&Value::Null);
            build.operation(spec, node).map(Arc::new)
        })
        .collect()
}

/// Builds validators.
struct Build<'d> {
    document: &'d Value,
    schemas: &'d Schemas,
}

impl Build<'_> {
    fn operation(&self, spec: operation::Operation, node: &Value) -> Result<Operation, SpecError> {
        let place = &spec.place;
        let method = Method::from_bytes(spec.method.as_bytes()).map_err(|error| {
            SpecError::new(place, error, "use one of the methods of OpenAPI 3.0")
        })?;
        let parameters = spec.parameters.iter().zip(items(&node["parameters"]));
        let parameters = parameters
            .enumerate()
            .map(|(index, (spec, node))| {
                self.parameter(spec, node, &format!("{place}/parameters/{index}"))
            })
            .collect::<Result<_, _>>()?;
        let body = spec
            .body
            .as_ref()
            .map(|body| {
                let place = format!("{place}/requestBody/content");
                let media = self.media(&node["requestBody"]["content"], &place)?;
                Ok(Body {
                    required: body.required,
                    media,
                })
            })
            .transpose()?;
        let responses = entries(&node["responses"])
            .map(|(status, response)| {
                let place = format!("{place}/responses/{status}/content");
                let media = self.media(&response["content"], &place)?;
                Ok((status.clone(), media.into_values().next()))
            })
            .collect::<Result<_, SpecError>>()?;
        Ok(Operation {
            method,
            parameters,
            body,
            responses,
            pageable: spec.pageable.is_some(),
            id: spec.id,
            path: spec.path,
        })
    }

    fn parameter(
        &self,
        spec: &operation::Parameter,
        node: &Value,
        place: &str,
    ) -> Result<Parameter, SpecError> {
        let schema = node.get("schema").ok_or_else(|| {
            SpecError::new(place, "the parameter has no schema", "give it a `schema`")
        })?;
        let kind = follow(self.document, schema, place)?["type"].as_str();
        Ok(Parameter {
            name: spec.name.clone(),
            place: spec.place.clone(),
            required: spec.required,
            kind: kind.unwrap_or("string").to_owned(),
            schema: self.schemas.validator(schema, place)?,
        })
    }

    /// The validators of a `content`.
    fn media(
        &self,
        content: &Value,
        place: &str,
    ) -> Result<BTreeMap<String, Arc<Validator>>, SpecError> {
        entries(content)
            .map(|(name, media)| {
                let place = format!("{place}/{}", escape(name));
                let schema = media.get("schema").ok_or_else(|| {
                    SpecError::new(&place, "the body has no schema", "give it a `schema`")
                })?;
                let validator = if name == MERGE_PATCH {
                    let patch = follow(self.document, schema, &place)?;
                    self.schemas.patch_validator(patch, &place)?
                } else {
                    self.schemas.validator(schema, &place)?
                };
                Ok((name.clone(), validator))
            })
            .collect()
    }
}

fn entries(node: &Value) -> impl Iterator<Item = (&String, &Value)> {
    node.as_object().into_iter().flat_map(Map::iter)
}

fn items(node: &Value) -> impl Iterator<Item = &Value> {
    node.as_array().into_iter().flatten()
}
