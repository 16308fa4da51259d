//! How parameters are sent, and a workaround for those that the generator would serialize wrongly.

use serde_json::{Value, json};

use super::{follow, str_at};
use crate::SpecError;

/// The extension with the separator of several values that are sent as one text.
pub const SEPARATOR: &str = "x-acs-separator";

/// Whether OpenAPI ignores a header parameter of this name, which media types or security schemes define.
pub fn is_ignored_header(name: &str) -> bool {
    let ignored = ["accept", "content-type", "authorization"];
    ignored.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// The `style` and `explode` of a parameter, or the defaults of its location.
pub fn style(parameter: &Value) -> (&str, bool) {
    let style = match (str_at(parameter, "style"), str_at(parameter, "in")) {
        ("", "query" | "cookie") => "form",
        ("", _) => "simple",
        (style, _) => style,
    };
    let explode = parameter.get("explode").and_then(Value::as_bool);
    (style, explode.unwrap_or(style == "form"))
}

/// The parameter as it can be generated; `None` where OpenAPI ignores it. One that the generator would serialize
/// wrongly becomes a string, which the caller formats, or a list that is joined.
pub(super) fn plain(
    document: &Value,
    mut parameter: Value,
    place: &str,
) -> Result<Option<Value>, SpecError> {
    let is_header = parameter["in"] == "header";
    let is_query = parameter["in"] == "query";
    let name = str_at(&parameter, "name");
    if is_header && is_ignored_header(name) {
        return Ok(None);
    }
    if is_header && !is_header_name(name) {
        return Err(SpecError::new(
            place,
            format!("`{name}` can't be the name of a header"),
            "use letters, digits and `-`",
        ));
    }
    let schema = follow(document, &parameter["schema"], place)?;
    let joined = match style(&parameter) {
        ("form", false) | ("simple", _) => Some(("commas", ",")),
        ("spaceDelimited", false) => Some(("spaces", " ")),
        ("pipeDelimited", false) => Some(("bars (`|`)", "|")),
        _ => None,
    };
    let text = || json!({ "type": "string" });
    let how = match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("array"), _) => joined.map(|(joint, separator)| {
            let said = format!("Several values are joined by {joint}.");
            (said, json!({ "type": "string", SEPARATOR: separator }))
        }),
        (_, Some("date-time")) if !is_query => Some(("Formatted as RFC 3339.".to_owned(), text())),
        _ => match schema.get("default") {
            // The generator is not told of it, and it has no docs of a schema.
            Some(default)
                if !default.is_array() && !default.is_object() && parameter["required"] != true =>
            {
                Some((
                    format!("Default: `{default}`."),
                    parameter["schema"].clone(),
                ))
            }
            _ => None,
        },
    };
    if let (Some((how, schema)), Some(members)) = (how, parameter.as_object_mut()) {
        let description = members.get("description").and_then(Value::as_str);
        let description = format!("{} {how}", description.unwrap_or_default());
        members.insert("description".to_owned(), json!(description.trim()));
        if members.get("schema") != Some(&schema) {
            members.insert("schema".to_owned(), schema);
            members.remove("style");
            members.remove("explode");
        }
    }
    Ok(Some(parameter))
}

/// Whether a header can have this name.
pub fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(is_token)
}

/// Whether a header's name may hold this.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(within: &str, schema: Value, style: Value) -> Value {
        let mut parameter = json!({ "name": "codes", "in": within, "description": "Which." });
        parameter["schema"] = schema;
        for (key, value) in style.as_object().into_iter().flatten() {
            parameter[key] = value.clone();
        }
        parameter
    }

    fn found(parameter: Value) -> Option<Value> {
        let document = json!({ "components": { "schemas": { "List": { "type": "array" } } } });
        plain(&document, parameter, "/here").expect("a parameter")
    }

    #[test]
    fn lists_that_are_joined_become_text() {
        let list = json!({ "$ref": "#/components/schemas/List" });
        for (within, style, joint, separator) in [
            ("query", json!({ "explode": false }), "commas", ","),
            ("path", json!({}), "commas", ","),
            ("header", json!({ "style": "simple" }), "commas", ","),
            (
                "query",
                json!({ "style": "pipeDelimited" }),
                "bars (`|`)",
                "|",
            ),
            ("query", json!({ "style": "spaceDelimited" }), "spaces", " "),
        ] {
            let text = json!({ "type": "string", SEPARATOR: separator });
            let mut expected = parameter(within, text, json!({}));
            expected["description"] =
                json!(format!("Which. Several values are joined by {joint}."));
            assert_eq!(
                found(parameter(within, list.clone(), style)),
                Some(expected)
            );
        }
    }

    #[test]
    fn times_outside_the_query_become_text() {
        let time = json!({ "type": "string", "format": "date-time" });
        let header = found(parameter("header", time.clone(), json!({}))).expect("a parameter");
        assert_eq!(header["schema"], json!({ "type": "string" }));
        assert_eq!(header["description"], "Which. Formatted as RFC 3339.");
        let query = parameter("query", time, json!({}));
        assert_eq!(found(query.clone()), Some(query));
    }

    #[test]
    fn a_default_is_said() {
        let schema = json!({ "type": "integer", "default": 10 });
        let mut expected = parameter("query", schema.clone(), json!({}));
        let optional = expected.clone();
        expected["description"] = json!("Which. Default: `10`.");
        assert_eq!(found(optional), Some(expected));
        let required = parameter("query", schema, json!({ "required": true }));
        assert_eq!(found(required.clone()), Some(required));
    }

    #[test]
    fn everything_else_stays() {
        for same in [
            parameter("query", json!({ "type": "array" }), json!({})),
            parameter(
                "query",
                json!({ "type": "string" }),
                json!({ "explode": false }),
            ),
            parameter("header", json!({ "type": "integer" }), json!({})),
        ] {
            assert_eq!(found(same.clone()), Some(same));
        }
    }

    #[test]
    fn headers_that_openapi_ignores_are_left_out() {
        let mut header = parameter("header", json!({ "type": "string" }), json!({}));
        header["name"] = json!("Content-Type");
        assert_eq!(found(header.clone()), None);
        header["in"] = json!("query");
        assert_eq!(found(header.clone()), Some(header));
    }
}
