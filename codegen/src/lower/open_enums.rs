//! Enums marked `modelAsString` are open: the service may answer with values that the document does not list.

use std::collections::BTreeSet;

use heck::ToPascalCase;
use serde_json::{Value, json};

use crate::{
    SpecError,
    document::operation::Operation,
    document::{SCHEMAS, each_schema, escape, items, names, schemas_mut, text},
};

/// The variant that keeps what the document does not know.
pub const UNKNOWN: &str = "UnknownValue";

/// An open enum of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenEnum {
    /// The name of the type.
    pub name: String,
    /// Its description.
    pub description: String,
    /// What of the document it is made from.
    pub source: String,
    /// The values, in the document's order.
    pub values: Vec<EnumValue>,
}

/// A value that the document lists.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// As it is sent.
    pub value: String,
    /// The variant of the generated enum.
    pub variant: String,
    /// Its description.
    pub description: String,
}

/// Takes the open enums out: they stay as names that the generator is told of. An enum written where it is used, open
/// or not, gets a name first, that of `x-ms-enum`.
pub fn take(mut document: Value) -> Result<(Value, Vec<OpenEnum>), SpecError> {
    let mut hoisted = Vec::new();
    hoist(&mut document, "", &mut hoisted);
    for (name, schema, place) in hoisted {
        let Some(schemas) = schemas_mut(&mut document) else {
            continue;
        };
        let there = schemas.entry(&name).or_insert_with(|| schema.clone());
        if there["enum"] != schema["enum"] {
            return Err(SpecError::new(
                place,
                format!("there is another schema `{name}` than this enum"),
                "give one of them another name, this one by `x-ms-enum`",
            ));
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

/// Whether an enum is open, or closed with values that the generator has no names for.
fn is_open(schema: &Value) -> bool {
    let values = || items(schema, "enum");
    let named: BTreeSet<_> = values()
        .filter_map(Value::as_str)
        .map(names::pascal)
        .collect();
    let is_named = named.len() == values().count() || !values().all(Value::is_string);
    schema.get("enum").is_some() && (schema["x-ms-enum"]["modelAsString"] == true || !is_named)
}

/// Moves every named enum that is not itself a schema of its own into `hoisted`: its name, its schema and its place.
fn hoist(node: &mut Value, place: &str, hoisted: &mut Vec<(String, Value, String)>) {
    let is_schema = place
        .strip_prefix(SCHEMAS)
        .is_some_and(|rest| rest.matches('/').count() == 1);
    if node["enum"].is_array() && !is_schema {
        let name = text(&node["x-ms-enum"], "name").to_pascal_case();
        if !name.is_empty() {
            let reference = json!({ "$ref": format!("#{SCHEMAS}/{name}") });
            let described =
                json!({ "description": text(node, "description"), "allOf": [reference] });
            let schema = std::mem::replace(node, described);
            hoisted.push((name, schema, place.to_owned()));
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

fn open_enum(name: &str, schema: &Value) -> Result<OpenEnum, SpecError> {
    let place = format!("{SCHEMAS}/{name}/enum");
    let described = schema["x-ms-enum"]["values"].as_array();
    let mut values: Vec<EnumValue> = Vec::new();
    let mut taken = BTreeSet::from([UNKNOWN.to_owned()]);
    for value in schema["enum"].as_array().into_iter().flatten() {
        let Some(value) = value.as_str() else {
            return Err(SpecError::new(
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
        values.push(enum_value(value, description, &mut taken));
    }
    Ok(OpenEnum {
        name: name.to_owned(),
        description: text(schema, "description"),
        source: format!("schema `{name}`"),
        values,
    })
}

fn enum_value(value: &str, description: String, taken: &mut BTreeSet<String>) -> EnumValue {
    let wanted = match value {
        "" => "Empty".to_owned(),
        value => names::pascal(value),
    };
    EnumValue {
        value: value.to_owned(),
        variant: names::free(&[wanted], taken),
        description,
    }
}

/// The media types that the caller of an operation can choose from, as an open enum; `None` where there is no choice.
pub fn of_media_types(
    operation: &Operation,
    document: &Value,
) -> Result<Option<OpenEnum>, SpecError> {
    let (Some(name), Some(body)) = (operation.content_type(), &operation.body) else {
        return Ok(None);
    };
    let place = format!("{}/requestBody/content", operation.place);
    if document.pointer(&format!("{SCHEMAS}/{name}")).is_some() {
        return Err(SpecError::new(
            place,
            format!("its media types would become the type `{name}`, which is a schema"),
            "rename the schema or the operation",
        ));
    }
    let mut values = Vec::new();
    let mut taken = BTreeSet::from([UNKNOWN.to_owned()]);
    for media_type in &body.sent.media_types {
        let description = format!("The media type `{media_type}`.");
        values.push(enum_value(media_type, description, &mut taken));
    }
    Ok(Some(OpenEnum {
        name,
        description: format!(
            "What the body of [`{0}`](crate::request::{0}) can be.",
            operation.type_name
        ),
        source: format!("the media types of operation `{}`", operation.id),
        values,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(values: Value) -> Value {
        json!({ "type": "string", "description": "d", "enum": values, "x-ms-enum": {
            "name": "colourKind", "modelAsString": true, "values": [{ "value": "darkRed", "description": "Like wine." }],
        }})
    }

    fn document(schema: Value) -> Value {
        json!({ "components": { "schemas": { "Colour": schema } } })
    }

    #[test]
    fn values_become_variants() {
        let (left, enums) = take(document(open(json!(["darkRed", "blue-ish"])))).expect("an enum");
        assert_eq!(
            left,
            document(open(json!(["darkRed", "blue-ish"]))),
            "its name stays"
        );
        let value = |value: &str, variant: &str, description: &str| EnumValue {
            value: value.to_owned(),
            variant: variant.to_owned(),
            description: description.to_owned(),
        };
        let values = vec![
            value("darkRed", "DarkRed", "Like wine."),
            value("blue-ish", "BlueIsh", "The value `blue-ish`."),
        ];
        let name = "Colour".to_owned();
        assert_eq!(
            enums,
            [OpenEnum {
                name,
                description: "d".to_owned(),
                source: "schema `Colour`".to_owned(),
                values
            }]
        );
    }

    #[test]
    fn an_enum_within_a_schema_gets_its_name() {
        let within = json!({ "properties": { "colour": open(json!(["darkRed"])) }, "example": open(json!([])) });
        let (left, enums) = take(document(within.clone())).expect("an enum");
        let names: Vec<_> = enums.iter().map(|open| open.name.as_str()).collect();
        assert_eq!(names, ["ColourKind"]);
        let schemas = &left["components"]["schemas"];
        let described =
            json!({ "description": "d", "allOf": [{ "$ref": "#/components/schemas/ColourKind" }] });
        assert_eq!(schemas["Colour"]["properties"]["colour"], described);
        assert_eq!(
            schemas["Colour"]["example"], within["example"],
            "examples are data"
        );
        assert_eq!(schemas["ColourKind"], open(json!(["darkRed"])));
    }

    #[test]
    fn a_closed_enum_gets_its_name_too() {
        let mut closed = open(json!(["darkRed"]));
        closed["x-ms-enum"]["modelAsString"] = json!(false);
        let (left, enums) = take(document(json!({ "items": closed }))).expect("an enum");
        assert_eq!(enums, []);
        assert_eq!(left["components"]["schemas"]["ColourKind"], closed);
    }

    #[test]
    fn one_name_is_one_enum() {
        let within = |values: Value| json!({ "items": open(values) });
        let same = json!({ "oneOf": [within(json!(["a"])), within(json!(["a"]))] });
        let (_, enums) = take(document(same)).expect("one enum");
        assert_eq!(enums.len(), 1);
        let two = json!({ "oneOf": [within(json!(["a"])), within(json!(["b"]))] });
        let error = take(document(two)).expect_err("two enums").to_string();
        let said = "at /components/schemas/Colour/oneOf/1/items: there is another schema `ColourKind` than this enum; ";
        assert!(error.starts_with(said), "{error}");
    }

    #[test]
    fn closed_enums_stay() {
        let mut closed = open(json!(["darkRed"]));
        closed["x-ms-enum"]["modelAsString"] = json!(false);
        for schema in [
            closed,
            json!({ "type": "string", "enum": ["a"] }),
            json!({ "type": "string" }),
        ] {
            assert_eq!(
                take(document(schema.clone())),
                Ok((document(schema), vec![]))
            );
        }
    }

    #[test]
    fn values_that_would_be_one_variant_or_none_get_names() {
        let values = ["a-b", "aB", "unknownValue", "1st", "", "*", ">"];
        let (_, enums) = take(document(open(json!(values)))).expect("an enum");
        let variants = enums[0].values.iter().map(|value| value.variant.as_str());
        let expected = ["AB", "AB2", "UnknownValue2", "X1st", "Empty", "X", "X2"];
        assert_eq!(variants.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_closed_enum_that_the_generator_has_no_names_for_is_open() {
        for (values, count) in [
            (json!(["a", "A"]), 1),
            (json!(["a", "b", "1", "*"]), 0),
            (json!(["a", "A", null]), 0),
        ] {
            let (_, enums) = take(document(json!({ "enum": values }))).expect("an enum");
            assert_eq!(enums.len(), count, "{values}");
        }
    }

    #[test]
    fn says_which_value_can_be_no_variant() {
        let error = take(document(open(json!([5]))))
            .expect_err("no text")
            .to_string();
        let said = "at /components/schemas/Colour/enum: the value 5 of an open enum is no string; ";
        assert!(error.starts_with(said), "{error}");
    }
}
