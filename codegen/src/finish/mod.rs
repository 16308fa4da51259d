//! Completes progenitor's client, one pass a file: what the document says and progenitor does not, and what leads its
//! requests through the runtime in src/. Everything else stays as progenitor writes it.

mod awaits;
mod boxes;
mod calls;
mod command_line;
mod conveniences;
mod defaults;
mod deprecated;
mod equality;
mod errors;
mod events;
#[cfg(test)]
mod fixture;
mod handles;
mod lists;
mod mocks;
mod models;
mod non_exhaustive;
mod nulls;
mod operations;
mod options;
mod parameters;
mod properties;
mod request_docs;
mod response_headers;
mod runtime;
mod send;
mod threads;
mod tree;
mod type_builders;
mod type_docs;

use heck::ToSnakeCase;
use proc_macro2::{Ident, Span};
use syn::{Attribute, File, parse_quote};

use crate::{SpecError, document::Document, lower::Lowered};

pub use conveniences::Convenience;

/// Completes the client that progenitor wrote from the [lowered](crate::lower::for_client) document.
///
/// # Errors
/// The first thing that a pass must change and does not find, or a list whose result is no page.
pub fn client(file: &mut File, document: &Document, lowered: &Lowered) -> Result<(), SpecError> {
    let operations = &document.operations;
    runtime::redirect(file)?;
    boxes::turn(file)?;
    type_docs::complete(file)?;
    non_exhaustive::mark(file)?;
    defaults::add(file)?;
    let equal = equality::derive(file, &lowered.unions)?;
    errors::implement(file, operations, &lowered.enums)?;
    properties::complete(file)?;
    type_builders::rename(file)?;
    nulls::keep(file)?;
    handles::own(file, operations)?;
    parameters::keep_reasons(file, operations)?;
    send::check(file, operations)?;
    options::add(file, operations)?;
    request_docs::complete(file, operations)?;
    awaits::add(file, operations)?;
    lists::add(file, operations)?;
    threads::add(file, operations)?;
    deprecated::mark(file, document)?;
    response_headers::add(file, operations)?;
    operations::add(file, document)?;
    models::add(file, &lowered.enums, &lowered.unions, &equal)
}

/// Completes the types that progenitor wrote from the [lowered](crate::lower::for_events) document of events.
///
/// # Errors
/// The first thing that a pass must change and does not find.
pub fn events(file: &mut File, document: &Document, lowered: &Lowered) -> Result<(), SpecError> {
    events::only_types(file);
    boxes::turn(file)?;
    events::describe_rest(file)?;
    type_docs::complete(file)?;
    non_exhaustive::mark(file)?;
    let equal = equality::derive(file, &lowered.unions)?;
    events::read_numbers(file)?;
    events::derive_default(file)?;
    models::add(file, &lowered.enums, &lowered.unions, &equal)?;
    events::list(file, &document.root)
}

/// Completes the typed mocks that progenitor wrote from the [lowered](crate::lower::for_mocks) document.
///
/// # Errors
/// What the mocks lack that must be changed, or an example that refers to nothing.
pub fn mocks(file: &mut File, document: &Document) -> Result<(), SpecError> {
    mocks::complete(file, &document.operations, &document.root)
}

/// Completes the command line that progenitor wrote from the [lowered](crate::lower::for_cli) document.
///
/// # Errors
/// What the command line lacks that must be changed.
pub fn command_line(file: &mut File, document: &Document) -> Result<(), SpecError> {
    command_line::complete(file, &document.operations)
}

/// The calls of the finished client as a table, for tests that make each of them by its operation's id.
///
/// # Errors
/// What the client lacks of an operation.
pub fn calls(file: &mut File, document: &Document) -> Result<String, SpecError> {
    calls::table(file, &document.operations)
}

/// Looks for what each hand-written convenience of a table needs of the finished client, and adds the constructors that
/// they use. See `src/conveniences/needs.rs` of acs-chat for the form of the table.
///
/// # Errors
/// A table that cannot be read.
pub fn conveniences(
    table: &str,
    file: &mut File,
    document: &Document,
    lowered: &Lowered,
) -> Result<Vec<Convenience>, SpecError> {
    conveniences::find(table, file, document, lowered)
}

/// An identifier, with an underscore behind a word of Rust's.
fn ident(name: &str) -> Ident {
    syn::parse_str(name).unwrap_or_else(|_| Ident::new(&format!("{name}_"), Span::call_site()))
}

/// The identifier of a name of the API, in snake case.
fn snake(name: &str) -> Ident {
    ident(&name.to_snake_case())
}

/// A doc comment.
fn docs(text: &str) -> Vec<Attribute> {
    let lines = text.trim().lines().map(|line| format!(" {line}"));
    parse_quote!(#(#[doc = #lines])*)
}

/// Adds docs unless there are some.
fn describe(attributes: &mut Vec<Attribute>, docs: Vec<Attribute>) {
    if !attributes.iter().any(tree::is_doc) {
        attributes.splice(0..0, docs);
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn words_of_rust_get_an_underscore() {
        for (name, expected) in [
            ("topic", "topic"),
            ("type", "type_"),
            ("Self", "Self_"),
            ("chat_thread_id", "chat_thread_id"),
        ] {
            assert_eq!(ident(name).to_string(), expected);
        }
    }

    #[test]
    fn every_line_becomes_a_line_of_docs() {
        let docs = docs(" One.\n\nTwo. \n");
        let expected = quote!(#[doc = " One."] #[doc = " "] #[doc = " Two."]);
        assert_eq!(quote!(#(#docs)*).to_string(), expected.to_string());
    }
}
