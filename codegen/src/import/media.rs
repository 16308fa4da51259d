//! The media types of a body.
//!
//! Swagger lists media types per operation, not per body: the list of an image download has JSON for
//! its errors and image types for its success. So binary bodies get the media types that are not
//! JSON, and other bodies those that are not images or other opaque bytes.

use serde_json::{Map, Value, json};

use super::source::Node;
use super::{Import, Kind};
use crate::{
    SpecError,
    document::media::{essence, is_json},
};

impl Import {
    /// The `content` for a body of the schema at `schema`, with the operation's media `types`.
    pub(super) fn content(
        &mut self,
        schema: &Node,
        types: &[String],
    ) -> Result<Map<String, Value>, SpecError> {
        let target = self.tree.follow(schema)?;
        let binary = is_binary(&target);
        let value = if binary {
            self.binary(schema, &target)?
        } else {
            self.schema(schema)?
        };
        let fits = |media_type: &&String| {
            if binary {
                !is_json(media_type)
            } else {
                !is_opaque(media_type)
            }
        };
        let mut chosen: Vec<_> = types.iter().filter(fits).cloned().collect();
        if chosen.is_empty() {
            let assumed = if binary {
                "application/octet-stream"
            } else {
                "application/json"
            };
            self.report.add(
                Kind::AssumedMediaType,
                assumed,
                schema.error(format!(
                    "no media type of the operation fits; `{assumed}` is assumed"
                )),
            );
            chosen.push(assumed.to_owned());
        }
        Ok(chosen
            .into_iter()
            .map(|media_type| (media_type, json!({ "schema": value })))
            .collect())
    }

    /// Binary content, inlined: a shared schema would add nothing.
    fn binary(&mut self, schema: &Node, target: &Node) -> Result<Value, SpecError> {
        let mut out = Map::new();
        if schema.key() != target.key() {
            self.definitions.inline(target);
            self.report.add(
                Kind::InlinedBinary,
                &target.last_name(),
                target.error("is binary content, inlined into the bodies that use it"),
            );
            for (key, field) in target.fields()? {
                self.schema_field(&key, &field, &mut out)?;
            }
        }
        for (key, field) in schema.fields()? {
            if key != "$ref" {
                self.schema_field(&key, &field, &mut out)?;
            }
        }
        Ok(Value::Object(out))
    }
}

/// Whether the schema is binary content: `type: file`, or a string of format `binary`.
pub fn is_binary(schema: &Node) -> bool {
    match schema.str("type") {
        Some("file") => true,
        Some("string") => schema.str("format") == Some("binary"),
        _ => false,
    }
}

fn is_opaque(media_type: &str) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    let (group, kind) = essence.split_once('/').unwrap_or((&essence, ""));
    matches!(group, "image" | "audio" | "video" | "font")
        || matches!(kind, "octet-stream" | "pdf" | "zip")
}
