//! Enums that are no list of texts: an empty one allows any text, and one of numbers any number.

use serde_json::{Value, json};

/// Takes the values out of both; the docs say which ones there are.
pub fn plain(node: &mut Value) {
    match node {
        Value::Object(members) => {
            if let Some(values) = members.get("enum").and_then(Value::as_array)
                && !values.iter().any(Value::is_string)
            {
                let values: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
                let known = match values.is_empty() {
                    true => String::new(),
                    false => format!("Known values: {}.", values.join(", ")),
                };
                let description = members.get("description").and_then(Value::as_str);
                let description = format!("{} {known}", description.unwrap_or_default());
                members.insert("description".to_owned(), json!(description.trim()));
                members.remove("enum");
                members.remove("x-ms-enum");
            }
            for (key, member) in members {
                // Examples and defaults are data, whatever they look like.
                if !key.starts_with("example") && key != "default" {
                    plain(member);
                }
            }
        }
        Value::Array(nodes) => nodes.iter_mut().for_each(plain),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plained(mut schema: Value) -> Value {
        plain(&mut schema);
        schema
    }

    #[test]
    fn an_empty_enum_is_any_value() {
        let schema =
            json!({ "properties": { "a": { "type": "string", "enum": [], "description": "d" } } });
        let expected = json!({ "properties": { "a": { "type": "string", "description": "d" } } });
        assert_eq!(plained(schema), expected);
    }

    #[test]
    fn an_open_enum_of_numbers_is_a_number() {
        let open = json!({ "modelAsString": true });
        let schema =
            json!([{ "type": "integer", "enum": [1, 2], "description": "d", "x-ms-enum": open }]);
        let expected = json!([{ "type": "integer", "description": "d Known values: `1`, `2`." }]);
        assert_eq!(plained(schema), expected);
    }

    #[test]
    fn other_enums_stay() {
        for schema in [
            json!({ "type": "string", "enum": ["a"] }),
            json!({ "example": { "enum": [] }, "default": { "enum": [] } }),
        ] {
            assert_eq!(plained(schema.clone()), schema);
        }
    }
}
