//! Enums marked `modelAsString` are open: the service may answer with values that the document does not list.

use heck::ToPascalCase;
use serde_json::{Value, json};

use crate::steps::{
    Problem,
    document::{SCHEMAS, each_schema, escape, text},
};

/// The variant that keeps what the document does not know.
pub const UNKNOWN: &str = "UnknownValue";

/// An open enum of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenEnum {
    pub name: String,
    pub description: String,
    pub values: Vec<EnumValue>,
}

/// A value that the document lists.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// As it is sent.
    pub value: String,
    /// As it is called here.
    pub variant: String,
    pub description: String,
}

/// Takes the open enums out: they stay as names that the generator is told of. An enum written where it is used gets
/// a name first, that of `x-ms-enum`.
pub fn take(mut document: Value) -> Result<(Value, Vec<OpenEnum>), Problem> {
    let mut hoisted = Vec::new();
    hoist(&mut document, "", &mut hoisted);
    if let Some(schemas) = document.pointer_mut(SCHEMAS).and_then(Value::as_object_mut) {
        for (name, schema) in hoisted {
            schemas.entry(name).or_insert(schema);
        }
    }
    let mut found = Vec::new();
    each_schema(&mut document, |name, schema| {
        let schema = Value::Object(schema.clone());
        if is_open(&schema) {
            found.push(open_enum(name, &schema));
        }
    });
    let enums = found.into_iter().collect::<Result<_, _>>()?;
    Ok((document, enums))
}

fn is_open(schema: &Value) -> bool {
    schema.get("enum").is_some() && schema["x-ms-enum"]["modelAsString"] == true
}

/// Moves every open enum that is not itself a schema of its own into `hoisted`.
fn hoist(node: &mut Value, place: &str, hoisted: &mut Vec<(String, Value)>) {
    let is_schema = place
        .strip_prefix(SCHEMAS)
        .is_some_and(|rest| rest.matches('/').count() == 1);
    if is_open(node) && !is_schema {
        let name = text(&node["x-ms-enum"], "name").to_pascal_case();
        if !name.is_empty() {
            let reference = json!({ "$ref": format!("#{SCHEMAS}/{name}") });
            let described =
                json!({ "description": text(node, "description"), "allOf": [reference] });
            hoisted.push((name, std::mem::replace(node, described)));
        }
        return;
    }
    match node {
        Value::Object(members) => {
            for (key, member) in members {
                // Examples are data, whatever they look like.
                if !key.starts_with("example") {
                    hoist(member, &format!("{place}/{}", escape(key)), hoisted);
                }
            }
        }
        Value::Array(members) => {
            for (index, member) in members.iter_mut().enumerate() {
                hoist(member, &format!("{place}/{index}"), hoisted);
            }
        }
        _ => {}
    }
}

fn open_enum(name: &str, schema: &Value) -> Result<OpenEnum, Problem> {
    let place = format!("{SCHEMAS}/{name}/enum");
    let described = schema["x-ms-enum"]["values"].as_array();
    let mut values: Vec<EnumValue> = Vec::new();
    for value in schema["enum"].as_array().into_iter().flatten() {
        let Some(value) = value.as_str() else {
            return Err(Problem::new(
                place,
                format!("the value {value} of an open enum is no string"),
                "take `modelAsString` away, or make it a string",
            ));
        };
        let description = described
            .into_iter()
            .flatten()
            .find(|entry| entry["value"] == value)
            .map(|entry| text(entry, "description"))
            .filter(|description| !description.is_empty())
            .unwrap_or_else(|| format!("The value `{value}`."));
        let variant = value.to_pascal_case();
        let clash = values.iter().any(|other| other.variant == variant) || variant == UNKNOWN;
        if variant.is_empty() || variant.starts_with(|c: char| c.is_numeric()) || clash {
            return Err(Problem::new(
                place,
                format!("the value {value:?} has no variant name of its own (`{variant}`)"),
                "extend build/lower/open_enums.rs by a rule for it",
            ));
        }
        values.push(EnumValue {
            value: value.to_owned(),
            variant,
            description,
        });
    }
    Ok(OpenEnum {
        name: name.to_owned(),
        description: text(schema, "description"),
        values,
    })
}
