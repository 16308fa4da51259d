//! Media types of request and response bodies.

use serde_json::{Map, Value};

use super::follow;
use crate::SpecError;

/// The only media type of JSON that the generator accepts.
pub const JSON: &str = "application/json";

/// The representation of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// JSON, of any suffix.
    Json,
    /// A URL-encoded form.
    Form,
    /// Text of any other media type `text/…`.
    Text,
    /// Bytes of any other media type.
    Bytes,
}

/// How a body is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// Its representation.
    pub kind: Kind,
    /// Its possible media types, the default first; never empty.
    pub media_types: Vec<String>,
}

/// A media type without its parameters.
pub fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Whether a media type is JSON, whatever its suffix or parameters.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.eq_ignore_ascii_case(JSON) || essence.to_ascii_lowercase().ends_with("+json")
}

/// Checks that a media type can be the value of a header.
pub fn sendable(media_type: &str, place: &str) -> Result<(), SpecError> {
    match media_type.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        true => Ok(()),
        false => Err(SpecError::new(
            place,
            format!("{media_type:?} can't be a media type"),
            "use visible ASCII characters, for example `application/json`",
        )),
    }
}

/// The representation of a body by its media type and schema, whose references lead into `document`.
pub fn kind(
    document: &Value,
    media_type: &str,
    media: &Value,
    place: &str,
) -> Result<Kind, SpecError> {
    sendable(media_type, place)?;
    let schema = follow(document, &media["schema"], place)?;
    if schema["type"] == "string" && schema["format"] == "binary" {
        return Ok(Kind::Bytes);
    }
    Ok(match media_type {
        _ if is_json(media_type) => Kind::Json,
        "application/x-www-form-urlencoded" => Kind::Form,
        _ if media_type.starts_with("text/") => Kind::Text,
        _ => Kind::Bytes,
    })
}

/// How the body with this `content` is sent. Of several media types of JSON, `application/json` is used, which every
/// service accepts that accepts a variant. Of those of bytes or text all are kept, and the caller chooses.
pub fn sent(
    document: &Value,
    content: &Map<String, Value>,
    place: &str,
) -> Result<Sent, SpecError> {
    let error = |what: String, remedy: &str| Err(SpecError::new(place, what, remedy));
    let mut found: Vec<(&String, Kind)> = Vec::new();
    for (media_type, media) in content {
        let kind = kind(document, media_type, media, place)?;
        let is_text = media["schema"].is_null()
            || follow(document, &media["schema"], place)?["type"] == "string";
        if kind == Kind::Bytes && !is_text {
            return error(
                format!("a body of `{media_type}` can't be written by its schema"),
                "describe it as JSON, or as bytes: a string of the format `binary`",
            );
        }
        found.push((media_type, kind));
    }
    let plain = found.iter().find(|(media_type, _)| *media_type == JSON);
    let json = || found.iter().find(|(_, kind)| *kind == Kind::Json);
    let Some((first, kind)) = plain.or_else(json).or(found.first()).copied() else {
        return error(
            "the body has no media type".to_owned(),
            "say what is sent, for example `application/json`",
        );
    };
    if kind != Kind::Bytes && found.iter().any(|(_, other)| *other == Kind::Bytes) {
        return error(
            "the body is bytes by one media type and something else by another".to_owned(),
            "keep the media types of one of them: a call has one type of body",
        );
    }
    let media_types = match kind {
        Kind::Json | Kind::Form => vec![first.clone()],
        Kind::Text | Kind::Bytes => {
            let same = found.iter().filter(|(_, other)| *other == kind);
            same.map(|(media_type, _)| (*media_type).clone()).collect()
        }
    };
    Ok(Sent { kind, media_types })
}
