//! Documents of events: no paths, definitions of payloads, and examples that are whole deliveries. The deliveries name the
//! events; the definitions do not.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::source::Node;
use super::{Import, Kind};
use crate::SpecError;
use crate::document::{EVENT, each_object, members, name_in_delivery};

/// The directory of the examples, beside the document.
const EXAMPLES: &str = "examples";

/// An event: its deliveries by the names of their files, and the definition that refers to one of them.
#[derive(Default)]
struct Event {
    deliveries: BTreeMap<String, Node>,
    definition: Option<String>,
}

impl Import {
    /// Marks the schema of each event's payload with the event's name and examples.
    pub(super) fn events(&mut self, schemas: &mut Map<String, Value>) -> Result<(), SpecError> {
        let events = self.deliveries()?;
        let mut free = self.payloads()?;
        let mut placed = BTreeMap::new();
        // First where a definition says so or is called like the event, then what fits best of the others.
        for (name, event) in &events {
            let own = name.rsplit('.').next().unwrap_or_default();
            let called = format!("Acs{own}EventData");
            let definition = event.definition.clone();
            let definition = definition.or_else(|| free.get(&called).map(|_| called));
            if let Some(definition) = definition {
                free.remove(&definition);
                placed.insert(name.clone(), definition);
            }
        }
        for (name, event) in &events {
            if !placed.contains_key(name)
                && let Some(definition) = best(event, &free)
            {
                free.remove(&definition);
                placed.insert(name.clone(), definition);
            }
        }
        for (name, event) in events {
            let schema = placed.get(&name).and_then(|name| schemas.get_mut(name));
            if let Some(Value::Object(schema)) = schema {
                let examples = event.deliveries.into_iter();
                let examples: Map<String, Value> = examples
                    .map(|(key, node)| (key, node.value().clone()))
                    .collect();
                schema.shift_remove("x-ms-examples");
                schema.insert(
                    EVENT.to_owned(),
                    json!({ "name": name, "examples": examples }),
                );
            } else {
                for node in event.deliveries.values() {
                    let what = node.error(format!("no definition is the payload of `{name}`"));
                    self.report.add(Kind::UnplacedDelivery, &name, what);
                }
            }
        }
        Ok(())
    }

    /// The events of all examples: those in files beside the document, and those that definitions refer to.
    fn deliveries(&mut self) -> Result<BTreeMap<String, Event>, SpecError> {
        let main = self.main.clone();
        let mut found: Vec<(String, Node, Option<String>)> = Vec::new();
        for (definition, node) in main.fields_of("definitions")? {
            for (title, entry) in node.fields_of("x-ms-examples")? {
                let delivery = self.tree.follow(&entry)?;
                let key = delivery.path_below(&main, EXAMPLES).unwrap_or(title);
                found.push((key, delivery, Some(definition.clone())));
            }
        }
        for delivery in self.tree.beside(&main, EXAMPLES)? {
            if let Some(key) = delivery.path_below(&main, EXAMPLES) {
                found.push((key, delivery, None));
            }
        }
        let mut events: BTreeMap<String, Event> = BTreeMap::new();
        for (key, node, definition) in found {
            let Some(name) = name_in_delivery(node.value()) else {
                let what = node.error("is no delivery of an event: it has neither `specversion` with `type` nor `eventType`");
                self.report.add(Kind::UnplacedDelivery, &key, what);
                continue;
            };
            let event = events.entry(name.to_owned()).or_default();
            event.definition = event.definition.take().or(definition);
            event.deliveries.insert(key, node);
        }
        Ok(events)
    }

    /// The definitions that no other refers to, with the names of their properties.
    fn payloads(&mut self) -> Result<BTreeMap<String, BTreeSet<String>>, SpecError> {
        let definitions = self.main.fields_of("definitions")?;
        let mut referred: BTreeSet<String> = BTreeSet::new();
        for (_, node) in &definitions {
            each_object(node.value(), |_, object| {
                referred.extend(
                    object
                        .get("$ref")
                        .and_then(Value::as_str)
                        .map(str::to_owned),
                );
            });
        }
        let mut payloads = BTreeMap::new();
        for (name, node) in definitions {
            if !referred.contains(&format!("#/definitions/{name}")) {
                let properties = self.properties(&node)?;
                payloads.insert(name, properties);
            }
        }
        Ok(payloads)
    }

    /// The names of the properties of a definition and of what it extends. Inheritance in a circle was refused before.
    fn properties(&mut self, node: &Node) -> Result<BTreeSet<String>, SpecError> {
        let node = self.tree.follow(node)?;
        let own = members(node.value().get("properties"));
        let mut names: BTreeSet<String> = own.map(|(name, _)| name.clone()).collect();
        for base in node.items_of("allOf")? {
            names.extend(self.properties(&base)?);
        }
        Ok(names)
    }
}

/// The definition that lacks the fewest properties of an event's deliveries; `None` where two lack as few.
fn best(event: &Event, free: &BTreeMap<String, BTreeSet<String>>) -> Option<String> {
    let data = event.deliveries.values();
    let data: BTreeSet<&String> = data
        .flat_map(|node| members(node.value().get("data")))
        .map(|(name, _)| name)
        .collect();
    let mut lacks: Vec<_> = free
        .iter()
        .map(|(definition, known)| {
            (
                data.iter().filter(|it| !known.contains(**it)).count(),
                definition,
            )
        })
        .collect();
    lacks.sort();
    match lacks.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, definition), ..] => Some((*definition).clone()),
        [] => None,
    }
}
