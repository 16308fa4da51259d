//! What a convenience uses and `src/conveniences/needs.rs` does not list stops this build: in its document every name
//! is another one, unless the table lists it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use acs_chat_codegen::{Document, finished};
use serde_json::{Value, json};

use super::dependent::{cargo, package};
use crate::support::at_mut;

const TABLE: &str = include_str!("../../../src/conveniences/needs.rs");

const DOCUMENT: &str = include_str!(concat!("../../../", include!("../../../spec/current.rs")));

/// What one convenience lists, or several.
#[derive(Default, Clone)]
struct Listed {
    conveniences: BTreeSet<String>,
    /// All names in a struct, an enum or a function, by its own.
    members: BTreeMap<String, BTreeSet<String>>,
}

impl Listed {
    fn add(&mut self, other: &Self) {
        self.conveniences.extend(other.conveniences.iter().cloned());
        for (name, members) in &other.members {
            let all = self.members.entry(name.clone()).or_default();
            all.extend(members.iter().cloned());
        }
    }

    fn has(&self, name: &str, member: &str) -> bool {
        let members = self.members.get(&plain(name));
        members.is_some_and(|members| members.contains(&plain(member)))
    }

    /// Whether a schema is listed, or the type of something that is.
    fn has_schema(&self, name: &str) -> bool {
        let name = plain(name);
        let mut members = self.members.values();
        self.members.contains_key(&name) || members.any(|members| members.contains(&name))
    }
}

/// A name as the document and Rust both have it.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Each convenience of the table with those that it uses.
fn table() -> BTreeMap<String, Listed> {
    let code = TABLE.lines().filter(|line| !line.trim().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let mut all = BTreeMap::<String, Listed>::new();
    for module in code.split("mod ").skip(1) {
        let (name, body) = module.split_once('{').expect("a module");
        let mut listed = Listed::default();
        listed.conveniences.insert(name.trim().to_owned());
        for item in body.split([';', '}']) {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let words = item.split(|c| !is_word(c)).filter(|word| !word.is_empty());
            let words: Vec<&str> = words.collect();
            let start = words
                .iter()
                .position(|word| ["use", "struct", "enum", "fn"].contains(word));
            let Some([what, name, members @ ..]) = start.map(|start| &words[start..]) else {
                continue;
            };
            if *what == "use" {
                listed.add(&all[*name]);
            } else {
                let members = members.iter().map(|member| plain(member));
                listed.members.insert(plain(name), members.collect());
            }
        }
        all.insert(name.trim().to_owned(), listed);
    }
    all
}

/// Renames what is not listed, and drops the parameters that are not.
fn renamed(listed: &Listed) -> Value {
    let mut document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    at_mut(&mut document, "/components")
        .as_object_mut()
        .unwrap()
        .remove("examples");
    without_examples(at_mut(&mut document, "/paths"));
    let paths = at_mut(&mut document, "/paths").as_object_mut().unwrap();
    for operation in paths
        .values_mut()
        .flat_map(|item| item.as_object_mut().unwrap().values_mut())
    {
        let id = operation["operationId"].as_str().expect("an id").to_owned();
        let (group, name) = id.split_once('_').expect("a group");
        if let Some(parameters) = operation["parameters"].as_array_mut() {
            parameters.retain(|parameter| {
                let other = parameter["name"].as_str().unwrap_or("api-version");
                parameter["in"] == "path" || other == "api-version" || listed.has(name, other)
            });
        }
        if !listed.members.contains_key(&plain(name)) {
            operation["operationId"] = json!(format!("{group}_Unlisted{name}"));
        }
    }
    let schemas = at_mut(&mut document, "/components/schemas")
        .as_object_mut()
        .unwrap();
    for (name, schema) in schemas.iter_mut() {
        // What errors, lists and unions are known by.
        let is_list = schema.pointer("/properties/nextLink").is_some();
        let is_kept = |member: &str| {
            name.starts_with("CommunicationError") && ["error", "code", "message"].contains(&member)
                || is_list && ["value", "nextLink"].contains(&member)
                || name.ends_with("RetentionPolicy") && member == "kind"
                || listed.has(name, member)
        };
        let other = |member: &Value| match member.as_str().expect("a name") {
            kept if is_kept(kept) => json!(kept),
            member => json!(format!("unlisted-{member}")),
        };
        for list in ["required", "enum"] {
            let members = schema.get_mut(list).and_then(Value::as_array_mut);
            for member in members.into_iter().flatten() {
                *member = other(member);
            }
        }
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            let all = std::mem::take(properties).into_iter();
            let all = all.map(|(name, property)| {
                (other(&json!(name)).as_str().unwrap().to_owned(), property)
            });
            properties.extend(all);
        }
    }
    let names: Vec<String> = schemas.keys().cloned().collect();
    let mut text = document.to_string();
    for name in names.iter().filter(|name| !listed.has_schema(name)) {
        // The errors are known by these names.
        if !name.starts_with("CommunicationError") {
            let (key, reference) = (format!("\"{name}\":{{"), format!("schemas/{name}\""));
            text = text.replace(&key, &format!("\"Unlisted{name}\":{{"));
            text = text.replace(&reference, &format!("schemas/Unlisted{name}\""));
        }
    }
    serde_json::from_str(&text).expect("JSON")
}

fn without_examples(node: &mut Value) {
    match node {
        Value::Object(members) => {
            members.retain(|key, _| key != "examples" && key != "example");
            members.values_mut().for_each(without_examples);
        }
        Value::Array(items) => items.iter_mut().for_each(without_examples),
        _ => {}
    }
}

/// The conveniences that a document leaves out.
fn left_out(document: Value) -> BTreeSet<String> {
    let document = Document::new(document).expect("a document");
    let finished = finished(&document, TABLE).expect("a client");
    let conveniences = finished.conveniences.into_iter();
    let lacking = conveniences.filter(|one| !one.missing.is_empty());
    lacking.map(|one| one.name).collect()
}

/// Builds the crate with these conveniences, as far as its own document has all for them.
fn build(package: &Path, listed: &Listed) {
    let document = renamed(listed);
    let own = left_out(serde_json::from_str(DOCUMENT).expect("JSON"));
    let left_out = left_out(document.clone());
    let lost: Vec<_> = left_out.difference(&own).collect();
    assert!(
        !lost.iter().any(|name| listed.conveniences.contains(*name)),
        "{lost:?}"
    );
    let path = package.join("listed.json");
    fs::write(&path, document.to_string()).expect("written");
    let output = cargo(package, &["build", "-p", "acs-chat"], Some(&path));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{:?} use more than they list: {stderr}",
        listed.conveniences
    );
}

#[test]
fn the_conveniences_together_use_what_they_list() {
    let mut listed = Listed::default();
    for one in table().values() {
        listed.add(one);
    }
    build(&package("needs"), &listed);
}
