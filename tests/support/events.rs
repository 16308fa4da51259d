//! The document of the events.

use serde_json::Value;

/// An event of the document.
pub struct Event {
    pub name: String,
    pub schema: String,
    /// Whole deliveries.
    pub examples: Vec<Value>,
}

/// The document.
pub fn document() -> Value {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/",
        include!("../../spec/current_events.rs")
    );
    let text = std::fs::read_to_string(path).expect("the document");
    serde_json::from_str(&text).expect("JSON")
}

/// Its events.
pub fn events() -> Vec<Event> {
    let document = document();
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let events = schemas.iter().filter_map(|(schema, node)| {
        let event = node.get("x-acs-event")?;
        let examples = event["examples"].as_object().expect("examples");
        Some(Event {
            name: event["name"].as_str().expect("a name").to_owned(),
            schema: schema.clone(),
            examples: examples.values().cloned().collect(),
        })
    });
    events.collect()
}
