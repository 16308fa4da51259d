//! Which media types a body stands under.
//!
//! Swagger lists media types for an operation, not for a body: the list of an image download names
//! JSON for its errors and the image types for its success. So binary bodies go under the types
//! that are not JSON, other bodies under those that are not images or other opaque bytes.

use serde_json::{Map, Value, json};

use crate::failure::Failure;

use super::source::Node;
use super::{Import, Kind};

impl Import {
    /// The `content` for a body of the schema at `schema`, with the operation's media `types`.
    pub(super) fn content(
        &mut self,
        schema: &Node,
        types: &[String],
    ) -> Result<Map<String, Value>, Failure> {
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
                schema.place(),
                format!("no media type listed for the operation fits; taken as `{assumed}`"),
            );
            chosen.push(assumed.to_owned());
        }
        Ok(chosen
            .into_iter()
            .map(|media_type| (media_type, json!({ "schema": value })))
            .collect())
    }

    /// Binary content, written in place: a named type would say nothing more.
    fn binary(&mut self, schema: &Node, target: &Node) -> Result<Value, Failure> {
        let mut out = Map::new();
        if schema.key() != target.key() {
            self.definitions.inline(target);
            self.report.add(
                Kind::InlinedBinary,
                &target.last_name(),
                target.place(),
                "is binary content, written into the bodies that use it",
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

fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

fn is_opaque(media_type: &str) -> bool {
    let essence = essence(media_type);
    let (group, kind) = essence.split_once('/').unwrap_or((&essence, ""));
    matches!(group, "image" | "audio" | "video" | "font")
        || matches!(kind, "octet-stream" | "pdf" | "zip")
}
