//! Request bodies: one media type each, spelled as progenitor knows it, and a way to leave an optional one out.

use serde_json::{Map, Value, json};

use crate::steps::{Problem, document::each_operation, operation::sent_media_type};

/// Keeps the media type that is sent, under the name progenitor takes (the real one goes out by the operation's table
/// entry), and makes the body of an operation that can do without one nullable.
pub fn plain(mut document: Value) -> Result<Value, Problem> {
    each_operation(&mut document, |_, _, _, operation| {
        let Some(body) = operation
            .get_mut("requestBody")
            .and_then(Value::as_object_mut)
        else {
            return Ok(());
        };
        let required = body
            .get("required")
            .and_then(Value::as_bool)
            .unwrap_or(false);
        let Some(content) = body.get_mut("content").and_then(Value::as_object_mut) else {
            return Ok(());
        };
        let offered: Vec<&String> = content.keys().collect();
        let Some(sent) = sent_media_type(&offered).cloned() else {
            return Ok(());
        };
        let mut media = content.get(&sent).cloned().unwrap_or_default();
        let json = sent == "application/json" || sent.ends_with("+json");
        if let (true, false, Some(schema)) = (json, required, media.get("schema")) {
            media["schema"] = json!({ "nullable": true, "allOf": [schema] });
        }
        let known = if json {
            "application/json"
        } else if sent.starts_with("text/") || sent == "application/x-www-form-urlencoded" {
            &sent
        } else {
            // Anything else is bytes to the generator.
            "application/octet-stream"
        };
        *content = Map::from_iter([(known.to_owned(), media)]);
        Ok(())
    })?;
    Ok(document)
}
