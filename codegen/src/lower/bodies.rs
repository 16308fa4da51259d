//! Request bodies: one media type each, spelled as progenitor knows it.

use serde_json::{Map, Value, json};

use crate::{
    SpecError,
    document::each_operation,
    document::media::{JSON, Kind, sent},
};

/// Keeps the media type that is sent, under a name that progenitor takes; the real one goes out by the operation's
/// table entry.
pub fn plain(mut document: Value) -> Result<Value, SpecError> {
    let whole = document.clone();
    each_operation(&mut document, |place, _, _, operation| {
        let Some(body) = operation.get_mut("requestBody") else {
            return Ok(());
        };
        let required = body["required"] == true;
        let Some(content) = body.get_mut("content").and_then(Value::as_object_mut) else {
            return Ok(());
        };
        let place = format!("{place}/requestBody/content");
        let sent = sent(&whole, content, &place)?;
        let media = sent.media_types.first().and_then(|name| content.get(name));
        let mut media = media.cloned().unwrap_or_default();
        let known = match sent.kind {
            Kind::Json => JSON,
            Kind::Form if !required => {
                return Err(SpecError::new(
                    place,
                    "a form that can be left out can't be generated",
                    "make the body required, or describe it as JSON",
                ));
            }
            Kind::Form => "application/x-www-form-urlencoded",
            Kind::Text => {
                media = json!({ "schema": { "type": "string" } });
                "text/plain"
            }
            Kind::Bytes => {
                media = json!({ "schema": { "type": "string", "format": "binary" } });
                "application/octet-stream"
            }
        };
        *content = Map::from_iter([(known.to_owned(), media)]);
        Ok(())
    })?;
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(body: Value) -> Value {
        json!({ "paths": { "/a": { "post": { "requestBody": body }, "get": {} } } })
    }

    #[test]
    fn one_media_type_stays_under_a_name_that_the_generator_knows() {
        let object = json!({ "schema": { "type": "object" } });
        let text = json!({ "schema": { "type": "string" } });
        let bytes = json!({ "schema": { "type": "string", "format": "binary" } });
        let octets = "application/octet-stream";
        for (offered, media, known, told) in [
            (vec![JSON], &object, JSON, &object),
            (vec!["application/merge-patch+json"], &object, JSON, &object),
            (
                vec!["application/merge-patch+json", JSON],
                &object,
                JSON,
                &object,
            ),
            (
                vec!["application/x-www-form-urlencoded"],
                &object,
                "application/x-www-form-urlencoded",
                &object,
            ),
            (vec!["text/html", "text/plain"], &text, "text/plain", &text),
            (vec!["image/png"], &text, octets, &bytes),
            (vec!["image/png"], &bytes, octets, &bytes),
            // Swagger's `consumes` can name JSON beside what is really sent.
            (vec![JSON, "image/png"], &bytes, octets, &bytes),
        ] {
            let content = offered
                .iter()
                .map(|name| ((*name).to_owned(), media.clone()));
            let content: Map<_, _> = content.collect();
            let lowered = plain(document(json!({ "required": true, "content": content })));
            let expected = json!({ "required": true, "content": { known: told } });
            assert_eq!(lowered, Ok(document(expected)), "{offered:?}");
        }
    }

    #[test]
    fn says_what_can_not_be_sent() {
        let object = json!({ "schema": { "type": "object" } });
        let bytes = json!({ "schema": { "type": "string", "format": "binary" } });
        for (body, said) in [
            (json!({ "content": {} }), "the body has no media type; "),
            (
                json!({ "content": { "multipart/form-data": object } }),
                "a body of `multipart/form-data` can't be written by its schema; ",
            ),
            (
                json!({ "content": { JSON: object, "image/png": bytes } }),
                "the body is bytes by one media type and something else by another; ",
            ),
            (
                json!({ "content": { "application/x-www-form-urlencoded": object } }),
                "a form that can be left out can't be generated; ",
            ),
        ] {
            let error = plain(document(body)).expect_err(said).to_string();
            let said = format!("at /paths/~1a/post/requestBody/content: {said}");
            assert!(error.starts_with(&said), "{error}");
        }
    }
}
