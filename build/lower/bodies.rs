//! Request bodies: one media type each, spelled as progenitor knows it, and a way to leave an optional one out.

use serde_json::{Map, Value, json};

use crate::steps::{Problem, document::each_operation, operation::sent_media_type};

/// Keeps the media type that is sent, under a name that progenitor takes; the real one goes out by the operation's
/// table entry.
pub fn plain(mut document: Value) -> Result<Value, Problem> {
    each_operation(&mut document, |_, _, _, operation| {
        let content = operation
            .get_mut("requestBody")
            .and_then(|body| body.get_mut("content"));
        let Some(content) = content.and_then(Value::as_object_mut) else {
            return Ok(());
        };
        let offered: Vec<&String> = content.keys().collect();
        let Some(sent) = sent_media_type(&offered).cloned() else {
            return Ok(());
        };
        let known = if sent == JSON || sent.ends_with("+json") {
            JSON
        } else if sent.starts_with("text/") || sent == "application/x-www-form-urlencoded" {
            &sent
        } else {
            // Anything else is bytes to the generator.
            "application/octet-stream"
        };
        let media = content.get(&sent).cloned().unwrap_or_default();
        *content = Map::from_iter([(known.to_owned(), media)]);
        Ok(())
    })?;
    Ok(document)
}

/// Lets a JSON body be null where the operation can do without one: progenitor's builders always send it, and what is
/// null is then left out.
pub fn optional(mut document: Value) -> Result<Value, Problem> {
    each_operation(&mut document, |_, _, _, operation| {
        let Some(body) = operation.get_mut("requestBody") else {
            return Ok(());
        };
        let required = body["required"] == true;
        let schema = body
            .get_mut("content")
            .and_then(|content| content.get_mut(JSON)?.get_mut("schema"));
        if let (false, Some(schema)) = (required, schema) {
            *schema = json!({ "nullable": true, "allOf": [schema] });
        }
        Ok(())
    })?;
    Ok(document)
}

const JSON: &str = "application/json";

#[cfg(test)]
mod tests {
    use super::*;

    fn document(body: Value) -> Value {
        json!({ "paths": { "/a": { "post": { "requestBody": body }, "get": {} } } })
    }

    #[test]
    fn one_media_type_stays_under_a_name_that_the_generator_knows() {
        let media = |name: &str| json!({ "schema": { "title": name } });
        for (offered, sent, known) in [
            (
                vec!["application/json"],
                "application/json",
                "application/json",
            ),
            (
                vec!["application/merge-patch+json"],
                "application/merge-patch+json",
                "application/json",
            ),
            (
                vec!["application/json", "application/merge-patch+json"],
                "application/json",
                "application/json",
            ),
            (vec!["text/plain"], "text/plain", "text/plain"),
            (
                vec!["application/x-www-form-urlencoded"],
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded",
            ),
            (vec!["image/png"], "image/png", "application/octet-stream"),
        ] {
            let content: Map<_, _> = offered
                .iter()
                .map(|name| ((*name).to_owned(), media(name)))
                .collect();
            let lowered = plain(document(json!({ "content": content })));
            assert_eq!(
                lowered,
                Ok(document(json!({ "content": { known: media(sent) } })))
            );
        }
    }

    #[test]
    fn a_body_that_can_be_left_out_can_be_null() {
        let schema = json!({ "$ref": "#/components/schemas/A" });
        let body = |required: bool, schema: &Value| {
            document(json!({ "required": required, "content": { JSON: { "schema": schema } } }))
        };
        let null = json!({ "nullable": true, "allOf": [schema] });
        assert_eq!(optional(body(false, &schema)), Ok(body(false, &null)));
        assert_eq!(optional(body(true, &schema)), Ok(body(true, &schema)));
        let text = document(json!({ "content": { "text/plain": { "schema": schema } } }));
        assert_eq!(optional(text.clone()), Ok(text));
    }
}
