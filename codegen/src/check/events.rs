//! Every event has a name of its own and an example, and every example is a delivery of its event with a payload that
//! matches its schema.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::examples::mismatches;
use crate::direction::Direction;
use crate::lower;
use crate::{
    SpecError,
    document::{SCHEMAS, event_nodes, name_in_delivery, pointer::child},
};

/// The events without a name or an example, and the examples that are wrong.
pub fn events(document: &Value) -> Vec<SpecError> {
    let mut errors = Vec::new();
    let mut names = BTreeSet::new();
    let as_sent = as_sent(document);
    for event in event_nodes(document) {
        let place = event.place();
        if event.name.is_empty() || !names.insert(event.name) {
            let what = format!("the event has no `name` of its own: `{}`", event.name);
            errors.push(SpecError::at(&place, what));
        }
        if event.examples().next().is_none() {
            errors.push(SpecError::at(&place, "the event has no example"));
        }
        for (key, delivery) in event.examples() {
            let place = child(&child(&place, "examples"), key);
            if name_in_delivery(delivery) != Some(event.name) {
                let what = format!("is no delivery of `{}`", event.name);
                errors.push(SpecError::at(&place, what));
            }
            let schema = json!({ "$ref": format!("#{SCHEMAS}/{}", event.schema) });
            let data = delivery.get("data").unwrap_or(&Value::Null);
            let place = child(&place, "data");
            errors.extend(mismatches(
                &as_sent,
                &schema,
                data,
                &place,
                Direction::Response,
            ));
        }
    }
    errors
}

/// The document with schemas of what is sent for them: any JSON where any object is said, and texts for long numbers.
fn as_sent(document: &Value) -> Value {
    let mut document = document.clone();
    lower::any_object(&mut document);
    texts_for_numbers(&mut document);
    document
}

fn texts_for_numbers(node: &mut Value) {
    match node {
        Value::Object(members) if members.get("format") == Some(&json!("int64")) => {
            let number = node.take();
            let text = json!({ "type": "string", "pattern": "^-?[0-9]+$" });
            *node = json!({ "anyOf": [number, text] });
        }
        Value::Object(members) => members.values_mut().for_each(texts_for_numbers),
        Value::Array(items) => items.iter_mut().for_each(texts_for_numbers),
        _ => {}
    }
}
