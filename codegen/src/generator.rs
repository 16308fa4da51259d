//! Runs progenitor over a lowered document.

use std::{
    collections::BTreeSet,
    panic::{self, AssertUnwindSafe},
};

use openapiv3::OpenAPI;
use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TypeImpl};
use serde_json::{Value, json};

use crate::{
    SpecError,
    document::{METHODS, SCHEMAS, escape, in_file, referred},
    duplicates,
    lower::{CLIENT_TYPES, HOLDERS, JOINED, Lowered, OR_NULL, SCALARS},
};

/// What the generated code depends on besides the document.
#[derive(Debug, Clone, Copy, Default)]
pub struct Features {
    /// Types derive `JsonSchema`.
    pub schemars: bool,
}

/// A method of progenitor's generator.
pub type Task = fn(&mut Generator, &OpenAPI) -> Result<TokenStream, progenitor::Error>;

/// Runs a method of progenitor's generator, and parses what it writes.
///
/// # Errors
/// What progenitor refuses, or panics on, with the first operation or schema that it does not take; what it writes twice.
pub fn generate(lowered: &Lowered, features: Features, task: Task) -> Result<syn::File, SpecError> {
    checked(lowered, features, task).map_err(|error| in_file(&lowered.document, error))
}

fn checked(lowered: &Lowered, features: Features, task: Task) -> Result<syn::File, SpecError> {
    let settings = settings(lowered, features);
    let file = run(&settings, lowered, &lowered.document, task).map_err(|what| {
        SpecError::new(
            culprit(&settings, lowered, task),
            format!("the generator can't take the document: {}", brief(&what)),
            "write it in another way, or add a step to codegen/src/lower/ that does",
        )
    })?;
    duplicates::refuse(&file)?;
    Ok(file)
}

/// The text of a syntax tree.
pub fn to_text(file: &syn::File) -> String {
    prettyplease::unparse(file)
}

/// The beginning of a reason: what the generator panics with can be pages long.
fn brief(what: &str) -> String {
    let line = what.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(240) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn settings(lowered: &Lowered, features: Features) -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(match lowered.has_builders {
            true => InterfaceStyle::Builder,
            false => InterfaceStyle::Positional,
        })
        .with_hooks(HooksMode::Expected)
        // A map that keeps no order would make equal values serialise differently.
        .with_map_type("::std::collections::BTreeMap")
        .with_derive("PartialEq");
    if features.schemars {
        settings.with_derive("::schemars::JsonSchema");
    }
    let stringy = || [TypeImpl::Display, TypeImpl::FromStr].into_iter();
    let module = lowered.module;
    for name in &lowered.shared {
        settings.with_replacement(name, format!("{CLIENT_TYPES}::{name}"), [].into_iter());
    }
    for open in &lowered.enums {
        let path = format!("{module}::{}", open.name);
        settings.with_replacement(&open.name, path, stringy());
    }
    for union in &lowered.unions {
        let path = format!("{module}::{}", union.name);
        settings.with_replacement(&union.name, path, [].into_iter());
    }
    for (name, separator) in JOINED {
        let path = format!(
            "crate::Joined<{:?}>",
            separator.chars().next().unwrap_or_default()
        );
        settings.with_replacement(name, path, [TypeImpl::Display].into_iter());
    }
    for name in schema_names(&lowered.document) {
        if let Some(target) = name.strip_suffix(OR_NULL) {
            let is_schema = lowered
                .document
                .pointer(&format!("{SCHEMAS}/{target}"))
                .is_some();
            let held = HOLDERS.iter().find_map(|(holder, start)| {
                Some((target.strip_suffix(holder)?, *start)).filter(|_| !is_schema)
            });
            let of = match held {
                Some((values, start)) => format!("{start}{}>", type_of(values)),
                None => type_of(target),
            };
            let path = format!("crate::Nullable<{of}>");
            settings.with_replacement(name, path, [].into_iter());
        }
    }
    settings
}

/// The type of a schema or a scalar.
fn type_of(name: &str) -> String {
    let scalar = SCALARS.iter().find(|(scalar, _)| *scalar == name);
    scalar.map_or_else(
        || format!("{CLIENT_TYPES}::{name}"),
        |(_, of)| (*of).to_owned(),
    )
}

fn schema_names(document: &Value) -> impl Iterator<Item = &String> {
    let schemas = document["components"]["schemas"].as_object();
    schemas.into_iter().flat_map(|schemas| schemas.keys())
}

/// Generates, and turns the generator's panics into errors: it panics on what it does not know.
fn run(
    settings: &GenerationSettings,
    lowered: &Lowered,
    document: &Value,
    task: Task,
) -> Result<syn::File, String> {
    let document = serde_json::from_value(document.clone()).map_err(|error| error.to_string())?;
    let silenced = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        task(&mut Generator::new(settings), &document)
    }));
    panic::set_hook(silenced);
    let tokens = match outcome {
        Ok(generated) => generated.map_err(|error| error.to_string())?,
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            return Err(text.unwrap_or_else(|| "it gave no reason".to_owned()));
        }
    };
    let tokens = lowered.renamed.restore(tokens);
    syn::parse2(tokens).map_err(|error| format!("what it wrote is not Rust: {error}"))
}

/// The place of the first operation that can't be generated by itself, or of the schemas.
fn culprit(settings: &GenerationSettings, lowered: &Lowered, task: Task) -> String {
    let document = &lowered.document;
    let mut alone = document.clone();
    alone["paths"] = json!({});
    if run(settings, lowered, &alone, task).is_err() {
        return culprit_schema(settings, lowered, &alone, task);
    }
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            let Some(operation) = item.get(method) else {
                continue;
            };
            alone["paths"] = json!({ path: { method: operation } });
            if run(settings, lowered, &alone, task).is_err() {
                return format!("/paths/{}/{method}", escape(path));
            }
        }
    }
    "/paths".to_owned()
}

/// The place of the first schema that can't be generated with nothing but what it refers to.
fn culprit_schema(
    settings: &GenerationSettings,
    lowered: &Lowered,
    document: &Value,
    task: Task,
) -> String {
    let schemas = &document["components"]["schemas"];
    for name in schema_names(document) {
        let mut needed = BTreeSet::new();
        let reference = json!({ "$ref": format!("#{SCHEMAS}/{name}") });
        need(&reference, schemas, &mut needed);
        let few = needed
            .iter()
            .filter_map(|name| Some((name.clone(), schemas.get(name)?.clone())));
        let mut alone = document.clone();
        alone["components"]["schemas"] = Value::Object(few.collect());
        if run(settings, lowered, &alone, task).is_err() {
            return format!("{SCHEMAS}/{}", escape(name));
        }
    }
    SCHEMAS.to_owned()
}

/// Adds the names of the schemas that a node refers to, and those that they refer to.
fn need(node: &Value, schemas: &Value, needed: &mut BTreeSet<String>) {
    if let Some(name) = referred(node)
        && needed.insert(name.to_owned())
    {
        need(&schemas[name], schemas, needed);
    }
    match node {
        Value::Object(members) => members
            .values()
            .for_each(|node| need(node, schemas, needed)),
        Value::Array(members) => members.iter().for_each(|node| need(node, schemas, needed)),
        _ => {}
    }
}
