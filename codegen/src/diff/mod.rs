//! What a user of the crate would notice between two OpenAPI 3.0 documents.
//!
//! References are followed while comparing: whether a parameter, an example or a schema is inline or
//! shared makes no difference, nor does the order of members. Operations are identified by their ids
//! and shared schemas by their names, because those name the crate's methods and types.

mod content;
mod merged;
mod operations;
mod rules;
mod schemas;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::direction::Direction;
pub use rules::Rules;

use crate::document::operation::REPEATABLE;
use crate::document::{is_true, members, text};

/// How much a change matters to code that uses the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Category {
    /// Existing code may fail to compile or work.
    Breaking,
    /// Something new that existing code can ignore.
    Additive,
    /// Descriptions, examples and extensions for tools.
    Documentation,
}

impl Category {
    const ALL: [Self; 3] = [Self::Breaking, Self::Additive, Self::Documentation];

    fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Documentation => "documentation",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Breaking => "Breaking",
            Self::Additive => "Additive",
            Self::Documentation => "Documentation",
        }
    }
}

/// One difference.
pub struct Change {
    pub category: Category,
    /// What changes, in the API's names: an operation or schema and a part of it.
    pub place: String,
    /// How it changes.
    pub text: String,
}

/// All differences between two documents.
pub struct Changes {
    old_version: String,
    new_version: String,
    changes: Vec<Change>,
}

impl Changes {
    /// Whether there is a change of `category`.
    pub fn has(&self, category: Category) -> bool {
        self.of(category).next().is_some()
    }

    fn of(&self, category: Category) -> impl Iterator<Item = &Change> {
        let changes = self.changes.iter();
        changes.filter(move |change| change.category == category)
    }

    /// Formats the differences as a section of a changelog.
    pub fn to_markdown(&self) -> String {
        let mut out = if self.old_version == self.new_version {
            format!("## API {}\n", self.new_version)
        } else {
            format!("## API {} to {}\n", self.old_version, self.new_version)
        };
        if self.changes.is_empty() {
            out += "\nNo differences.\n";
        }
        for category in Category::ALL {
            if self.has(category) {
                let _ = write!(out, "\n### {}\n\n", category.title());
            }
            for change in self.of(category) {
                let _ = writeln!(out, "- `{}`: {}", change.place, change.text);
            }
        }
        out
    }

    /// Gives each change the severity of the first rule for it; drops those that a rule ignores.
    pub fn apply(&mut self, rules: &Rules) {
        self.changes.retain_mut(|change| {
            let severity = rules.severity(change).unwrap_or(Some(change.category));
            change.category = severity.unwrap_or(change.category);
            severity.is_some()
        });
    }

    /// Formats the differences as commands of a GitHub workflow, which show them at `file`: errors for breaking
    /// changes, and notices.
    pub fn to_annotations(&self, file: &str) -> String {
        let data = |text: &str| {
            let text = text.replace('%', "%25").replace('\r', "%0D");
            text.replace('\n', "%0A")
        };
        let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
        let mut out = String::new();
        for category in Category::ALL {
            let command = match category {
                Category::Breaking => "error",
                Category::Additive | Category::Documentation => "notice",
            };
            for change in self.of(category) {
                let (file, title) = (property(file), category.title());
                let text = data(&format!("{}: {}", change.place, change.text));
                let _ = writeln!(out, "::{command} file={file},title={title}::{text}");
            }
        }
        out
    }

    /// Converts the differences to JSON: a list of places and changes per category.
    pub fn to_json(&self) -> Value {
        let mut out = json!({ "old": self.old_version, "new": self.new_version });
        for category in Category::ALL {
            let changes = self.of(category);
            let changes = changes.map(|c| json!({ "place": c.place, "change": c.text }));
            out[category.name()] = changes.collect();
        }
        out
    }
}

/// Compares two documents without broken references.
pub fn diff(old: &Value, new: &Value) -> Changes {
    let mut diff = Diff {
        old,
        new,
        changes: Vec::new(),
        compared: BTreeSet::new(),
        queue: Vec::new(),
    };
    diff.document();
    diff.operations();
    diff.components();
    diff.named_enums();
    let version = |document: &Value| text(&document["info"], "version");
    Changes {
        old_version: version(old),
        new_version: version(new),
        changes: diff.changes,
    }
}

/// The state of a comparison.
struct Diff<'d> {
    old: &'d Value,
    new: &'d Value,
    changes: Vec<Change>,
    /// Pairs of names of shared schemas that are compared or queued.
    compared: BTreeSet<(String, String, Direction)>,
    queue: Vec<(String, String, Direction)>,
}

impl Diff<'_> {
    /// Adds a change; one that is found in both directions gets the worse category.
    fn add(&mut self, category: Category, place: &str, text: impl Into<String>) {
        let text = text.into();
        let known = |change: &&mut Change| change.place == place && change.text == text;
        match self.changes.iter_mut().find(known) {
            Some(known) => known.category = known.category.min(category),
            None => self.changes.push(Change {
                category,
                place: place.to_owned(),
                text,
            }),
        }
    }

    /// Adds a breaking change if the member `key` differs.
    fn breaking_if_differs(
        &mut self,
        place: &str,
        what: &str,
        old: &Value,
        new: &Value,
        key: &str,
    ) {
        let (old, new) = (old.get(key), new.get(key));
        if old != new {
            self.add(
                Category::Breaking,
                place,
                format!("{what} changes from {} to {}", shown(old), shown(new)),
            );
        }
    }

    /// Adds a change if the member `deprecated` differs.
    fn deprecation(&mut self, place: &str, old: &Value, new: &Value) {
        let text = match [old, new].map(|node| is_true(node, "deprecated")) {
            [false, true] => "is deprecated",
            [true, false] => "is no longer deprecated",
            _ => return,
        };
        self.add(Category::Documentation, place, text);
    }

    /// Adds a change of documentation that names which of the members `keys`, and which extensions, differ.
    fn documentation(&mut self, place: &str, old: &Value, new: &Value, keys: &[&str]) {
        let mut names: Vec<&str> = keys.to_vec();
        for value in [old, new] {
            for (key, _) in members(Some(value)) {
                let is_extension = key.starts_with("x-") && !STRUCTURAL.contains(&key.as_str());
                if is_extension && !names.contains(&key.as_str()) {
                    names.push(key);
                }
            }
        }
        let differing: Vec<_> = names
            .into_iter()
            .filter(|key| old.get(*key) != new.get(*key))
            .map(|key| {
                if key.starts_with("x-") {
                    format!("`{key}`")
                } else {
                    key.to_owned()
                }
            })
            .collect();
        if !differing.is_empty() {
            self.add(Category::Documentation, place, differing.join(", "));
        }
    }
}

/// Extensions that change the generated code.
const STRUCTURAL: [&str; 7] = [
    REPEATABLE,
    "x-ms-paths",
    "x-ms-long-running-operation",
    "x-ms-pageable",
    "x-ms-enum",
    "x-ms-error-response",
    "x-ms-discriminator-value",
];

fn shown(value: Option<&Value>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(Value::String(text)) => format!("`{text}`"),
        Some(value) => format!("`{value}`"),
    }
}
