//! Request bodies.

use serde_json::Value;

use crate::{
    SpecError,
    document::{media, text},
};

/// The media type of a JSON merge patch.
pub const MERGE_PATCH: &str = "application/merge-patch+json";

/// A request body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Whether every request has it.
    pub required: bool,
    /// The description, or the empty string.
    pub description: String,
    /// How it is sent.
    pub sent: media::Sent,
}

impl Body {
    /// The media type unless the caller chooses another.
    pub fn media_type(&self) -> &str {
        self.sent.media_types.first().map_or("", String::as_str)
    }
}

pub fn body(document: &Value, node: &Value, place: &str) -> Result<Option<Body>, SpecError> {
    let Some(body) = node.get("requestBody") else {
        return Ok(None);
    };
    let content = body["content"].as_object().cloned().unwrap_or_default();
    Ok(Some(Body {
        required: body["required"].as_bool().unwrap_or(false),
        description: text(body, "description"),
        sent: media::sent(document, &content, &format!("{place}/content"))?,
    }))
}
