//! The document of events: their names, what each says, and the validation of it.

use super::schema::Schemas;
use acs_chat_codegen::SpecError;
use acs_chat_codegen::document::{SCHEMAS, event_nodes, follow};
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

const DOCUMENT: &str = include_str!(concat!("../../", include!("../../spec/current_events.rs")));
const PREFIX: &str = "Microsoft.Communication.";

/// An event of the document.
pub(crate) struct EventType {
    /// The name without `Microsoft.Communication.`.
    pub(crate) name: String,
    properties: BTreeSet<String>,
}

/// An event's name without `Microsoft.Communication.`.
pub(crate) fn short_name(event: &str) -> &str {
    event.strip_prefix(PREFIX).unwrap_or(event)
}

impl EventType {
    /// The name, as in `type` of CloudEvents.
    pub(crate) fn full_name(&self) -> String {
        format!("{PREFIX}{}", self.name)
    }

    /// The facts that the document has properties for.
    pub(crate) fn data(&self, facts: &Map<String, Value>) -> Value {
        let declared = facts
            .iter()
            .filter(|(name, _)| self.properties.contains(*name));
        Value::Object(
            declared
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
        )
    }

    /// Validates the data of an event and returns what is wrong with it. Values are masked.
    pub(crate) fn data_error(&self, data: &Value) -> Option<String> {
        static VALIDATORS: OnceLock<Result<BTreeMap<String, Arc<Validator>>, SpecError>> =
            OnceLock::new();
        match VALIDATORS.get_or_init(validators) {
            Ok(validators) => {
                let error = validators.get(&self.name)?.iter_errors(data).next()?;
                let place = error.instance_path();
                Some(format!("{}: {} at {place}", self.name, error.masked()))
            }
            Err(error) => Some(error.to_string()),
        }
    }
}

/// The events of the document.
pub(super) fn events() -> Result<Vec<EventType>, SpecError> {
    let document = acs_chat_codegen::document::read::parse(DOCUMENT)?;
    let events = event_nodes(&document).into_iter().map(|event| {
        let place = format!("{SCHEMAS}/{}", event.schema);
        let mut properties = BTreeSet::new();
        collect(&document, event.node, &place, &mut properties)?;
        Ok(EventType {
            name: short_name(event.name).to_owned(),
            properties,
        })
    });
    events.collect()
}

/// Adds the names of a schema's properties and of those that it extends.
fn collect(
    document: &Value,
    schema: &Value,
    place: &str,
    names: &mut BTreeSet<String>,
) -> Result<(), SpecError> {
    let schema = follow(document, schema, place)?;
    let own = schema["properties"].as_object();
    names.extend(own.into_iter().flat_map(Map::keys).cloned());
    for (index, base) in schema["allOf"].as_array().into_iter().flatten().enumerate() {
        collect(document, base, &format!("{place}/allOf/{index}"), names)?;
    }
    Ok(())
}

fn validators() -> Result<BTreeMap<String, Arc<Validator>>, SpecError> {
    let mut document = acs_chat_codegen::document::read::parse(DOCUMENT)?;
    any_values(&mut document);
    let schemas = Schemas::new(&document);
    let validators = event_nodes(&document).into_iter().map(|event| {
        let place = format!("#{SCHEMAS}/{}", event.schema);
        let validator = schemas.validator(&json!({ "$ref": place }), &place)?;
        Ok((short_name(event.name).to_owned(), validator))
    });
    validators.collect()
}

/// Allows any value in a map of objects: the examples have texts in them.
fn any_values(node: &mut Value) {
    if let Some(fields) = node.as_object_mut() {
        if let Some(values) = fields.get_mut("additionalProperties")
            && *values == json!({ "type": "object" })
        {
            *values = json!({});
        }
        fields.values_mut().for_each(any_values);
    } else if let Some(items) = node.as_array_mut() {
        items.iter_mut().for_each(any_values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str) -> EventType {
        let mut events = events().unwrap();
        let place = events.iter().position(|event| event.name == name).unwrap();
        events.swap_remove(place)
    }

    #[test]
    fn an_event_says_what_its_schema_and_those_that_it_extends_declare() {
        let facts =
            json!({ "messageBody": "Hi", "editTime": "x", "threadId": "19:1", "version": 1 });
        let data = event("ChatMessageReceived").data(facts.as_object().unwrap());
        assert_eq!(
            data,
            json!({ "messageBody": "Hi", "threadId": "19:1", "version": 1 })
        );
    }

    #[test]
    fn data_that_is_wrong_is_reported_without_its_content() {
        let received = event("ChatMessageReceived");
        let data =
            json!({ "threadId": "19:1", "version": 1, "composeTime": "2020-06-06T05:55:41Z" });
        assert_eq!(received.data_error(&data), None);
        let error = received
            .data_error(&json!({ "composeTime": "my secret" }))
            .unwrap();
        assert!(
            error.contains("ChatMessageReceived") && error.contains("/composeTime"),
            "{error}"
        );
        assert!(!error.contains("my secret"), "{error}");
    }
}
