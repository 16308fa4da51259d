//! Reading OpenAPI 3.0 documents: loading, references, operations.

use std::path::Path;

use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::place::{self, Place};
use crate::swagger;
use crate::workspace;

/// How many references may lead to one value; more are a cycle.
pub const LONGEST_CHAIN: usize = 64;

/// The methods that a path item can have operations for.
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Reads the document at `path`, importing it first if it is Swagger 2.0. Fails if it is neither,
/// and on a reference that leads nowhere or only to itself.
pub fn load(path: &Path) -> Result<Value, Failure> {
    let mut document = workspace::read_json(path)?;
    if swagger::is_swagger(&document) {
        document = swagger::import(path, None)?.document;
    }
    let shown = workspace::shown(path);
    let version = document.get("openapi").and_then(Value::as_str);
    if !version.is_some_and(|version| version.starts_with("3.0.")) {
        return Err(Failure::new(
            shown,
            "is neither OpenAPI 3.0 (`openapi`: \"3.0.…\") nor Swagger 2.0 (`swagger`: \"2.0\")",
        ));
    }
    match broken_references(&document).into_iter().next() {
        Some(broken) => Err(Failure::new(
            Place::new(shown, broken.pointer),
            broken.message,
        )),
        None => Ok(document),
    }
}

/// Something wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON pointer of the place.
    pub pointer: String,
    /// What is wrong there.
    pub message: String,
}

impl Problem {
    /// A problem at `pointer`.
    pub fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            message: message.into(),
        }
    }
}

/// The references of the document that lead nowhere, out of the document, or only to themselves.
pub fn broken_references(document: &Value) -> Vec<Problem> {
    let mut out = Vec::new();
    visit(document, &mut |pointer, object| {
        let Some(reference) = object.get("$ref") else {
            return;
        };
        let message = match reference
            .as_str()
            .map(|text| (text, text.strip_prefix('#')))
        {
            None => "should be a string".to_owned(),
            Some((text, None)) => format!("refers to `{text}`, outside the document"),
            Some((text, Some(target))) if document.pointer(target).is_none() => {
                format!("refers to `{text}`, where there is nothing")
            }
            Some((text, Some(_))) => match resolve(document, &Value::Object(object.clone())) {
                Some(_) => return,
                None => format!("refers to `{text}`, a cycle of references that leads to no value"),
            },
        };
        out.push(Problem::new(place::child(pointer, "$ref"), message));
    });
    out
}

/// `value`, or what its `$ref` leads to; nothing if that is a cycle or leads nowhere.
pub fn resolve<'d>(document: &'d Value, value: &'d Value) -> Option<&'d Value> {
    let mut current = value;
    for _ in 0..LONGEST_CHAIN {
        match current.get("$ref").and_then(Value::as_str) {
            Some(reference) => current = document.pointer(reference.strip_prefix('#')?)?,
            None => return Some(current),
        }
    }
    None
}

/// One operation of a document.
pub struct Operation<'d> {
    pub path: &'d str,
    pub method: &'static str,
    pub pointer: String,
    pub value: &'d Value,
    item: &'d Value,
    item_pointer: String,
}

impl<'d> Operation<'d> {
    /// Its `operationId`, or the method and path where it has none.
    pub fn name(&self) -> String {
        match self.value.get("operationId").and_then(Value::as_str) {
            Some(id) => id.to_owned(),
            None => format!("{} {}", self.method.to_uppercase(), self.path),
        }
    }

    /// Its parameters and those of its path item that it does not replace, references followed.
    pub fn parameters(&self, document: &'d Value) -> Vec<Parameter<'d>> {
        let list = |owner: &'d Value, pointer: &str| -> Vec<Parameter<'d>> {
            let list = owner.get("parameters").and_then(Value::as_array);
            let parameter = |(index, value): (usize, &'d Value)| {
                Some(Parameter {
                    pointer: format!("{pointer}/parameters/{index}"),
                    reference: value.get("$ref").and_then(Value::as_str),
                    value: resolve(document, value)?,
                })
            };
            let list = list.into_iter().flatten().enumerate();
            list.filter_map(parameter).collect()
        };
        let own = list(self.value, &self.pointer);
        let mut all = list(self.item, &self.item_pointer);
        all.retain(|inherited| own.iter().all(|own| own.key() != inherited.key()));
        all.extend(own);
        all
    }
}

/// A parameter of an operation.
pub struct Parameter<'d> {
    /// Its place in the list that names it.
    pub pointer: String,
    /// The reference that stands there, if it is shared.
    pub reference: Option<&'d str>,
    pub value: &'d Value,
}

impl Parameter<'_> {
    /// What tells it from others: its location and name, of which a header's has no case.
    pub fn key(&self) -> String {
        let (location, name) = (text(self.value, "in"), text(self.value, "name"));
        match location {
            "header" => format!("header {}", name.to_ascii_lowercase()),
            _ => format!("{location} {name}"),
        }
    }
}

/// All operations, in the order of the document.
pub fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut out = Vec::new();
    for (path, item) in entries(document.get("paths")) {
        let item_pointer = place::child("/paths", path);
        let Some(item) = resolve(document, item) else {
            continue;
        };
        for (key, value) in entries(Some(item)) {
            if let Some(method) = METHODS.iter().find(|method| *method == key) {
                out.push(Operation {
                    path,
                    method,
                    pointer: place::child(&item_pointer, method),
                    value,
                    item,
                    item_pointer: item_pointer.clone(),
                });
            }
        }
    }
    out
}

/// The members of an object; none of anything else.
pub fn entries(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The text of the member `key`, or the empty string.
pub fn text<'d>(value: &'d Value, key: &str) -> &'d str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Calls `see` with every object of the document that is not data (an example's value, a default,
/// an extension), with its pointer.
pub fn visit(document: &Value, see: &mut impl FnMut(&str, &Map<String, Value>)) {
    visit_below(document, "", false, see);
}

fn visit_below(
    value: &Value,
    pointer: &str,
    is_map_of_names: bool,
    see: &mut impl FnMut(&str, &Map<String, Value>),
) {
    match value {
        Value::Object(object) => {
            if !is_map_of_names {
                see(pointer, object);
            }
            for (key, child) in object {
                let is_data = matches!(key.as_str(), "example" | "value" | "default" | "enum")
                    || key.starts_with("x-");
                if is_map_of_names || !is_data {
                    let names = !is_map_of_names && is_map(key);
                    visit_below(child, &place::child(pointer, key), names, see);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit_below(item, &place::child(pointer, &index.to_string()), false, see);
            }
        }
        _ => {}
    }
}

/// Whether the members of the object at `key` have names of the API's choosing.
fn is_map(key: &str) -> bool {
    matches!(
        key,
        "paths"
            | "schemas"
            | "responses"
            | "parameters"
            | "examples"
            | "requestBodies"
            | "headers"
            | "securitySchemes"
            | "links"
            | "callbacks"
            | "content"
            | "properties"
            | "variables"
            | "encoding"
            | "mapping"
            | "scopes"
    )
}
