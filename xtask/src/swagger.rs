//! From Swagger 2.0 with Azure's extensions to OpenAPI 3.0.3.
//!
//! Each file converts one part of a document; [`import`] puts them together. All of them follow
//! one rule: every member of every object is either carried over or listed in the [`Report`].

mod definitions;
mod document;
mod examples;
mod host;
mod media;
mod names;
mod operations;
mod parameters;
mod polymorphism;
mod report;
mod responses;
mod same;
mod schema;
mod security;
mod source;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use crate::failure::Failure;

use definitions::Definitions;
use parameters::SharedParameters;
pub use report::{Allowed, Kind, Report};
use source::{Node, Tree};

/// A converted document and what there is to say about the conversion.
pub struct Imported {
    /// The OpenAPI 3.0.3 document.
    pub document: Value,
    /// What could not be carried over, and what a reviewer should know.
    pub report: Report,
}

/// Reads the Swagger 2.0 document at `path` with the files that it refers to and converts it.
///
/// No file outside `root` is read; without one, the tree is what [`Tree::open`] says. Fails on
/// input that cannot be converted at all: not JSON, not Swagger 2.0, a reference to nowhere or
/// outside the tree, a cycle of references or of inheritance.
pub fn import(path: &Path, root: Option<&Path>) -> Result<Imported, Failure> {
    let (tree, main) = Tree::open(path, root)?;
    let mut import = Import {
        tree,
        main,
        definitions: Definitions::default(),
        shared_parameters: SharedParameters::default(),
        host_values: BTreeMap::new(),
        report: Report::default(),
    };
    let document = import.document()?;
    Ok(Imported {
        document,
        report: import.report,
    })
}

/// Whether `document` says that it is Swagger 2.0.
pub fn is_swagger(document: &Value) -> bool {
    document.get("swagger").and_then(Value::as_str) == Some("2.0")
}

/// A conversion under way.
struct Import {
    tree: Tree,
    main: Node,
    definitions: Definitions,
    shared_parameters: SharedParameters,
    /// What the examples give for the parameters of the host.
    host_values: BTreeMap<String, Value>,
    report: Report,
}

impl Import {
    /// Carries an extension over as it is; lists any other member as lost.
    fn extension_or_lost(&mut self, key: &str, node: &Node, out: &mut Map<String, Value>) {
        if key.starts_with("x-") {
            out.insert(key.to_owned(), node.value().clone());
        } else {
            self.report.add(
                Kind::UnsupportedKeyword,
                key,
                node.place(),
                format!("`{key}` has no counterpart here in OpenAPI 3.0"),
            );
        }
    }
}
