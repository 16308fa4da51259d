//! What responses have: media types, errors, successes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::{
    SpecError,
    document::{media, referred, text},
};

pub fn accept(node: &Value, place: &str) -> Result<BTreeSet<String>, SpecError> {
    let mut accept = BTreeSet::new();
    for (status, response) in node["responses"].as_object().into_iter().flatten() {
        for media_type in response["content"]
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
        {
            media::sendable(media_type, &format!("{place}/responses/{status}/content"))?;
            accept.insert(media_type.clone());
        }
    }
    Ok(accept)
}

pub fn may_be_empty(node: &Value) -> bool {
    let responses = node["responses"].as_object().into_iter().flatten();
    let successes = responses.filter(|(status, _)| status.starts_with('2'));
    let content = successes.map(|(_, response)| response["content"].as_object());
    let content: Vec<_> = content.collect();
    let is_json = |content: &&Map<String, Value>| content.keys().any(|media| media::is_json(media));
    let is_empty = |content: &Option<&Map<String, Value>>| content.is_none_or(Map::is_empty);
    content.iter().any(is_empty) && content.iter().flatten().any(is_json)
}

pub fn errors(node: &Value) -> BTreeMap<String, String> {
    let responses = node["responses"].as_object().into_iter().flatten();
    let errors = responses.filter(|(status, _)| !status.starts_with('2'));
    let schema = |response: &Value| {
        let content = response["content"].as_object()?;
        let (_, json) = content.iter().find(|(media, _)| media::is_json(media))?;
        referred(json.get("schema")?).map(str::to_owned)
    };
    errors
        .filter_map(|(status, response)| Some((status.clone(), schema(response)?)))
        .collect()
}

pub fn success(node: &Value, place: &str) -> Result<(u16, String), SpecError> {
    let responses = node["responses"].as_object();
    responses
        .into_iter()
        .flatten()
        .filter_map(|(status, response)| match status.as_str() {
            "2XX" => Some((200, response)),
            status => Some((status.parse::<u16>().ok()?, response)),
        })
        .filter(|(status, _)| (200..300).contains(status))
        .min_by_key(|(status, _)| *status)
        .map(|(status, response)| (status, text(response, "description")))
        .ok_or_else(|| {
            SpecError::new(
                format!("{place}/responses"),
                "no response of the operation is a success",
                "describe one with a status from 200 to 299",
            )
        })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::fixture::only;

    #[test]
    fn a_success_can_be_empty_beside_one_that_is_not() {
        let json = json!({ "content": { "application/json": {} } });
        let bytes = json!({ "content": { "image/png": {} } });
        for (responses, expected) in [
            (json!({ "201": json, "202": {}, "default": {} }), true),
            (json!({ "201": json, "202": { "content": {} } }), true),
            (json!({ "201": json, "default": {} }), false),
            (json!({ "200": bytes, "204": {} }), false),
            (json!({ "200": {}, "204": {} }), false),
        ] {
            let node = json!({ "operationId": "Do", "responses": responses });
            assert_eq!(
                only("/a", "get", node).may_be_empty,
                expected,
                "{responses}"
            );
        }
    }

    #[test]
    fn a_range_of_successes_is_one() {
        let node = json!({ "operationId": "Do", "responses": { "2XX": { "description": "d" } } });
        let operation = only("/a", "get", node);
        assert_eq!((operation.success, operation.returns.as_str()), (200, "d"));
    }
}
