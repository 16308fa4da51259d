//! `spec import` and `spec check` of a document of events: definitions of payloads, and examples that are whole deliveries.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Run, at, at_mut, keys, spec};

/// A document of two events, one of which is called like its definition, with its examples beside it.
struct Events {
    directory: TempDir,
    document: Value,
    examples: Vec<(&'static str, Value)>,
}

impl Events {
    fn new() -> Self {
        let text = json!({ "type": "string", "description": "Text." });
        let base = json!([{ "$ref": "#/definitions/Base" }]);
        let cloud = |name: &str, data: Value| json!({ "specversion": "1.0", "id": "1", "type": name, "data": data });
        let grid = json!({ "id": "1", "eventType": "Bakery.LoafBaked", "data": { "loaf": "rye", "oven": 7 } });
        Self {
            directory: TempDir::new().expect("a scratch directory"),
            document: json!({
                "swagger": "2.0",
                "info": { "title": "Events of a bakery", "version": "2031-05-01" },
                "paths": {},
                "definitions": {
                    "AcsLoafBakedEventData": {
                        "description": "A loaf was baked.", "type": "object", "allOf": base,
                        "properties": { "oven": { "type": "integer", "format": "int64", "description": "Which." } },
                    },
                    "AcsLoafEatenEventData": {
                        "description": "A loaf was eaten.", "type": "object", "allOf": base,
                        "properties": { "by": text, "props": {
                            "type": "object", "description": "Any.", "additionalProperties": { "type": "object" },
                        } },
                    },
                    "Base": { "description": "All have it.", "type": "object", "properties": { "loaf": text, "threadId": text } },
                },
            }),
            examples: vec![
                (
                    "cloud/baked",
                    cloud("Bakery.LoafBaked", json!({ "loaf": "rye", "oven": "7" })),
                ),
                ("grid/baked", grid),
                (
                    "cloud/gone",
                    cloud(
                        "Bakery.LoafGone",
                        json!({ "by": "Bob", "undeclared": 1, "props": { "a": "b" } }),
                    ),
                ),
            ],
        }
    }

    fn path(&self, file: &str) -> PathBuf {
        let path = self.directory.path().join(file);
        fs::create_dir_all(path.parent().expect("a directory")).expect("made");
        path
    }

    /// Imports to standard output.
    fn import(&self) -> Run {
        for (name, example) in &self.examples {
            let path = self.path(&format!("examples/{name}.json"));
            fs::write(path, example.to_string()).expect("written");
        }
        let path = self.path("events.json");
        fs::write(&path, self.document.to_string()).expect("written");
        spec(["import", path.to_str().expect("UTF-8"), "--out", "-"])
    }

    /// Checks a document, and returns what it prints.
    fn check(&self, document: &Value) -> String {
        let path = self.path("imported.json");
        fs::write(&path, document.to_string()).expect("written");
        spec(["check", path.to_str().expect("UTF-8")]).stdout
    }
}

const BAKED: &str = "/components/schemas/AcsLoafBakedEventData/x-acs-event";
const EATEN: &str = "/components/schemas/AcsLoafEatenEventData/x-acs-event";

#[test]
fn examples_name_the_events_of_their_payloads() {
    let events = Events::new();
    let run = events.import();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let document = run.json();
    assert_eq!(at(&document, BAKED)["name"], "Bakery.LoafBaked");
    assert_eq!(
        keys(&at(&document, BAKED)["examples"]),
        ["cloud/baked", "grid/baked"]
    );
    assert_eq!(
        at(&document, BAKED)["examples"]["grid/baked"],
        events.examples[1].1
    );
    // The definition that fits best.
    assert_eq!(at(&document, EATEN)["name"], "Bakery.LoafGone");
    assert_eq!(
        at(&document, "/components/schemas/Base").get("x-acs-event"),
        None
    );
    assert_eq!(document.get("servers"), None);
    // A long number may be a text, and an object without a word more any value.
    let checked = events.check(&document);
    assert!(checked.ends_with("imported.json: ok\n"), "{checked}");
}

#[test]
fn a_definition_may_say_which_example_is_its_own() {
    let mut events = Events::new();
    let reference = json!({ "Baked": { "$ref": "./examples/cloud/gone.json" } });
    events.document["definitions"]["AcsLoafBakedEventData"]["x-ms-examples"] = reference;
    events.examples.remove(1);
    events.examples.remove(0);
    let document = events.import().json();
    assert_eq!(at(&document, BAKED)["name"], "Bakery.LoafGone");
    assert_eq!(keys(&at(&document, BAKED)["examples"]), ["cloud/gone"]);
    let schema = at(&document, "/components/schemas/AcsLoafBakedEventData");
    assert_eq!(schema.get("x-ms-examples"), None);
}

#[test]
fn an_example_without_a_place_is_lost() {
    let mut events = Events::new();
    events.examples.push((
        "other",
        json!({ "specversion": "1.0", "type": "Bakery.Opened" }),
    ));
    events
        .examples
        .push(("none", json!({ "type": "Bakery.Opened" })));
    let run = events.import();
    assert_eq!(run.status, 1, "{}", run.stderr);
    for said in [
        "no definition is the payload of `Bakery.Opened`",
        "none.json: is no delivery of an event",
        "[unplaced-delivery]",
    ] {
        assert!(run.stderr.contains(said), "{said} in {}", run.stderr);
    }
}

#[test]
fn a_base_that_extends_itself_is_refused() {
    let mut events = Events::new();
    events.document["definitions"]["Base"]["allOf"] = json!([{ "$ref": "#/definitions/Base" }]);
    events
        .import()
        .assert_refused(&["/definitions/Base: inherits from itself"]);
}

#[test]
fn what_is_wrong_with_an_event_is_named() {
    let events = Events::new();
    let right = events.import().json();
    type Change = fn(&mut Value);
    let changes: [(Change, &str); 5] = [
        (
            |it| at_mut(it, BAKED)["name"] = json!(""),
            "x-acs-event: the event has no `name` of its own",
        ),
        (
            |it| at_mut(it, BAKED)["name"] = json!("Bakery.LoafGone"),
            "x-acs-event: the event has no `name` of its own: `Bakery.LoafGone`",
        ),
        (
            |it| at_mut(it, EATEN)["examples"] = json!({}),
            "x-acs-event: the event has no example",
        ),
        (
            |it| at_mut(it, EATEN)["examples"]["cloud/gone"]["type"] = json!("Other"),
            "examples/cloud~1gone: is no delivery of `Bakery.LoafGone`",
        ),
        (
            |it| at_mut(it, BAKED)["examples"]["cloud/baked"]["data"]["oven"] = json!("hot"),
            "examples/cloud~1baked/data: does not match its schema at `/oven`",
        ),
    ];
    for (change, said) in changes {
        let mut document = right.clone();
        change(&mut document);
        let found = events.check(&document);
        assert!(found.contains(said), "{said} in {found}");
    }
}
