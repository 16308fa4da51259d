//! Events: schemas of payloads, each with the name of its event and examples of deliveries.

use serde_json::Value;

use super::{SCHEMAS, members, pointer::child, str_at};

/// The extension of a schema that is the payload of an event: `name`, and `examples`, whole deliveries by their names.
pub const EVENT: &str = "x-acs-event";

/// An event of a document.
#[derive(Debug, Clone, Copy)]
pub struct EventNode<'d> {
    /// The name of the event.
    pub name: &'d str,
    /// The name of the schema of its payload.
    pub schema: &'d str,
    /// The schema.
    pub node: &'d Value,
}

/// All events, in the document's order.
pub fn event_nodes(document: &Value) -> Vec<EventNode<'_>> {
    let schemas = members(document.pointer(SCHEMAS));
    let events = schemas.filter_map(|(schema, node)| {
        let name = str_at(node.get(EVENT)?, "name");
        Some(EventNode { name, schema, node })
    });
    events.collect()
}

impl<'d> EventNode<'d> {
    /// The JSON pointer to the extension.
    pub fn place(&self) -> String {
        child(&child(SCHEMAS, self.schema), EVENT)
    }

    /// The deliveries of the examples, with their names.
    pub fn examples(&self) -> impl Iterator<Item = (&'d String, &'d Value)> {
        let event = self.node.get(EVENT);
        members(event.and_then(|event| event.get("examples")))
    }
}

/// The name of the event in a delivery of CloudEvents or of Event Grid's own schema.
pub fn name_in_delivery(delivery: &Value) -> Option<&str> {
    let key = match delivery.get("specversion") {
        Some(_) => "type",
        None => "eventType",
    };
    delivery.get(key)?.as_str()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn events_are_schemas_with_a_name_of_one() {
        let event = json!({ "name": "Things.Made", "examples": { "a": { "specversion": "1.0", "type": "Things.Made" } } });
        let document =
            json!({ "components": { "schemas": { "Other": {}, "Made": { EVENT: event } } } });
        let events = event_nodes(&document);
        let [made] = events.as_slice() else {
            panic!("one event");
        };
        assert_eq!((made.name, made.schema), ("Things.Made", "Made"));
        assert_eq!(made.place(), "/components/schemas/Made/x-acs-event");
        let names: Vec<_> = made
            .examples()
            .map(|(_, it)| name_in_delivery(it))
            .collect();
        assert_eq!(names, [Some("Things.Made")]);
        assert_eq!(
            name_in_delivery(&json!({ "eventType": "b", "type": "a" })),
            Some("b")
        );
        assert_eq!(name_in_delivery(&json!({ "type": "a" })), None);
    }
}
