//! Formats that have no type of their own, and patterns, become plain types; the docs say what is written in them.

use serde_json::{Value, json};

/// What the values of a format are, by its name.
fn said(format: &str) -> Option<&'static str> {
    Some(match format {
        "duration" => "An ISO 8601 duration, such as `PT5M`.",
        "duration-constant" => "A duration, such as `00:05:00`.",
        "byte" => "Encoded as Base64.",
        "base64url" => "Encoded as Base64 for URLs.",
        "date-time-rfc1123" => {
            "A time as RFC 1123 writes it, such as `Sun, 06 Nov 1994 08:49:37 GMT`."
        }
        "date-time-rfc7231" => {
            "A time as RFC 7231 writes it, such as `Sun, 06 Nov 1994 08:49:37 GMT`."
        }
        "unixtime" => "In seconds since 1970-01-01 00:00 UTC.",
        _ => return None,
    })
}

/// Says the formats in the docs of all schemas.
pub fn say(node: &mut Value) {
    match node {
        Value::Object(members) => {
            let format = members.get("format").and_then(Value::as_str);
            if members.get("type").is_some_and(Value::is_string)
                && let Some(said) = format.and_then(said)
            {
                let description = members.get("description").and_then(Value::as_str);
                let description = format!("{} {said}", description.unwrap_or_default());
                members.insert("description".to_owned(), json!(description.trim()));
                let is_number = members.get("type") == Some(&json!("integer"));
                match is_number {
                    true => members.insert("format".to_owned(), json!("int64")),
                    false => members.remove("format"),
                };
            }
            // The service checks it; the generated check needs an engine for its expressions.
            let is_text = members.get("type") == Some(&json!("string"));
            if is_text && let Some(Value::String(pattern)) = members.remove("pattern") {
                let description = members.get("description").and_then(Value::as_str);
                let description =
                    format!("{} Matches `{pattern}`.", description.unwrap_or_default());
                members.insert("description".to_owned(), json!(description.trim()));
            }
            for (key, member) in members {
                // Examples and defaults are data, whatever they look like.
                if !key.starts_with("example") && key != "default" && key != "enum" {
                    say(member);
                }
            }
        }
        Value::Array(nodes) => nodes.iter_mut().for_each(say),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_docs_say_the_pattern() {
        let mut schema =
            json!({ "properties": { "pattern": { "type": "string", "pattern": "^a" } } });
        say(&mut schema);
        let expected = json!({ "properties": { "pattern": { "type": "string", "description": "Matches `^a`." } } });
        assert_eq!(schema, expected);
    }

    #[test]
    fn the_docs_say_the_format() {
        let mut schema = json!({ "properties": {
            "wait": { "type": "string", "format": "duration", "description": "How long." },
            "since": { "type": "integer", "format": "unixtime" },
            "format": { "type": "string", "format": "uuid", "example": { "type": "string", "format": "byte" } },
        } });
        say(&mut schema);
        let expected = json!({ "properties": {
            "wait": { "type": "string", "description": "How long. An ISO 8601 duration, such as `PT5M`." },
            "since": { "type": "integer", "format": "int64", "description": "In seconds since 1970-01-01 00:00 UTC." },
            "format": { "type": "string", "format": "uuid", "example": { "type": "string", "format": "byte" } },
        } });
        assert_eq!(schema, expected);
    }
}
