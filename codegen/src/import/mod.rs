//! From Swagger 2.0 with Azure's extensions to OpenAPI 3.0.3.
//!
//! Each file converts one part of a document. All follow one rule: every member of every object is
//! either converted or listed in the [`Report`].

mod definitions;
mod document;
mod events;
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
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::SpecError;
use definitions::Definitions;
use parameters::SharedParameters;
pub use report::{Allowed, Kind, Report};
use source::{Node, Tree};

/// A converted document and the report of the conversion.
pub struct Imported {
    /// The OpenAPI 3.0.3 document.
    pub document: Value,
    /// What the conversion lost, and what a reviewer should know.
    pub report: Report,
    /// The files that it was read from.
    pub files: Vec<PathBuf>,
}

/// Reads the Swagger 2.0 document at `path` with the files that it refers to and converts it.
///
/// No file outside `root` is read; the default is three directories above the document's own in the
/// layout `<root>/<service>/<stable or preview>/<version>/`, else its own.
///
/// # Errors
/// Input that cannot be converted at all: not JSON, not Swagger 2.0, a reference that leads nowhere or
/// out of the tree, a cycle of references or of inheritance.
pub fn import(path: &Path, root: Option<&Path>) -> Result<Imported, SpecError> {
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
        files: import.tree.paths(),
    })
}

/// Whether `document` is Swagger 2.0.
pub fn is_swagger(document: &Value) -> bool {
    document.get("swagger").and_then(Value::as_str) == Some("2.0")
}

/// The state of a conversion.
struct Import {
    tree: Tree,
    main: Node,
    definitions: Definitions,
    shared_parameters: SharedParameters,
    /// The values of host parameters in examples.
    host_values: BTreeMap<String, Value>,
    report: Report,
}

impl Import {
    /// Copies an extension; reports any other member as lost.
    fn extension_or_lost(&mut self, key: &str, node: &Node, out: &mut Map<String, Value>) {
        if key.starts_with("x-") {
            out.insert(key.to_owned(), node.value().clone());
        } else {
            self.report.add(
                Kind::UnsupportedKeyword,
                key,
                node.error(format!("`{key}` has no counterpart here in OpenAPI 3.0")),
            );
        }
    }
}
