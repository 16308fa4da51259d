//! The table of operations: what the pipeline and the error model need to know of each.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::{File, Ident, Item, parse_quote};

use super::{ident, tree::module};
use crate::{
    SpecError,
    document::{
        Document, each_object, items, members,
        operation::{Operation, Repeatable},
        str_at,
    },
    lower::ERROR_RESPONSE,
};

/// The name of an operation's constant.
pub fn constant(operation: &Operation) -> Ident {
    format_ident!("{}", operation.name.to_uppercase())
}

/// Adds the module `operations` and the constant `API_VERSION`.
pub fn add(file: &mut File, document: &Document) -> Result<(), SpecError> {
    let types = type_names(file)?;
    let version = &document.version;
    let properties = properties(&document.root);
    let constants = document
        .operations
        .iter()
        .map(|operation| entry(operation, &types, &document.root));
    let added: File = parse_quote! {
        /// The version of the API, sent with every request.
        pub const API_VERSION: &str = #version;

        /// The operations of the API.
        mod operations {
            use crate::pipeline::Operation;

            static PROPERTIES: &[&str] = &[#(#properties),*];

            #(#constants)*
        }
    };
    file.items.extend(added.items);
    Ok(())
}

/// The types that progenitor made of schemas.
fn type_names(file: &mut File) -> Result<BTreeSet<String>, SpecError> {
    let names = module(file, "types")?.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    });
    Ok(names.collect())
}

fn entry(operation: &Operation, types: &BTreeSet<String>, document: &Value) -> TokenStream {
    let Operation {
        id,
        path,
        success,
        may_be_empty,
        ..
    } = operation;
    let (name, method) = (constant(operation), ident(&operation.method));
    let header_value = |value: &str| quote!(Some(http::HeaderValue::from_static(#value)));
    let body = operation.body.as_ref();
    let content_type = body.map_or_else(|| quote!(None), |body| header_value(body.media_type()));
    let accept = operation
        .accept
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>();
    let accept = match accept.join(", ") {
        none if none.is_empty() => quote!(None),
        some => header_value(&some),
    };
    let is_repeatable = operation.repeatable != Repeatable::No;
    let repeatability_header = match &operation.repeatable {
        Repeatable::ByHeader(name) => {
            let name = name.to_lowercase();
            quote!(Some(http::HeaderName::from_static(#name)))
        }
        _ => quote!(None),
    };
    let is_list = operation.pageable.is_some();
    let links_to_other_paths = links_to_other_paths(operation, document);
    let is_documented_error = is_documented_error(operation, types);
    quote! {
        pub static #name: Operation = Operation {
            id: #id,
            method: http::Method::#method,
            path: #path,
            content_type: #content_type,
            accept: #accept,
            success: #success,
            may_be_empty: #may_be_empty,
            is_repeatable: #is_repeatable,
            repeatability_header: #repeatability_header,
            is_list: #is_list,
            links_to_other_paths: #links_to_other_paths,
            properties: PROPERTIES,
            is_documented_error: #is_documented_error,
        };
    }
}

/// The names of all properties of the document, sorted.
fn properties(document: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each_object(document, |_, object| {
        let properties = members(object.get("properties"));
        names.extend(properties.map(|(name, _)| name.clone()));
    });
    names
}

/// Whether an example of a page links to another path than its request has.
fn links_to_other_paths(operation: &Operation, document: &Value) -> bool {
    let Some(pageable) = &operation.pageable else {
        return false;
    };
    let node = document.pointer(&operation.place).unwrap_or(&Value::Null);
    let values = |node: &Value| -> Vec<String> {
        let examples = members(node.get("examples")).map(|(_, example)| &example["value"]);
        let all = examples.chain(node.get("example"));
        all.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let mut paths = vec![operation.path.clone()];
    for parameter in items(node, "parameters").filter(|parameter| parameter["in"] == "path") {
        let name = format!("{{{}}}", str_at(parameter, "name"));
        let values = values(parameter);
        let filled = |path: &String| -> Vec<String> {
            values
                .iter()
                .map(|value| path.replace(&name, value))
                .collect()
        };
        paths = paths.iter().flat_map(filled).collect();
    }
    let responses =
        members(node.get("responses")).flat_map(|(_, response)| members(response.get("content")));
    let examples = responses.flat_map(|(_, media)| members(media.get("examples")));
    let mut links =
        examples.filter_map(|(_, example)| example["value"][&pageable.next_link].as_str());
    links.any(|link| {
        let path = link.split('?').next().unwrap_or_default();
        !paths.iter().any(|known| path.ends_with(known.as_str()))
    })
}

/// The types of an operation's errors by status, `default` among them.
pub fn error_types<'o>(
    operation: &'o Operation,
    types: &BTreeSet<String>,
) -> BTreeMap<&'o str, &'o str> {
    let errors = operation
        .errors
        .iter()
        .filter(|(_, name)| types.contains(*name));
    errors
        .map(|(status, name)| (status.as_str(), name.as_str()))
        .collect()
}

fn is_documented_error(operation: &Operation, types: &BTreeSet<String>) -> TokenStream {
    let errors = error_types(operation, types);
    let is = |name: &str| {
        let name = ident(name);
        quote!(crate::error::is::<crate::types::#name>(body))
    };
    let names: BTreeSet<&str> = errors.values().copied().collect();
    let names = if names.is_empty() {
        BTreeSet::from([ERROR_RESPONSE])
    } else {
        names
    };
    let mut any = names.iter().map(|name| is(name));
    if let (1, Some(only)) = (names.len(), any.next()) {
        return quote!(|_, body| #only);
    }
    let by_status = errors.iter().filter_map(|(status, name)| {
        let (status, is) = (status.parse::<u16>().ok()?, is(name));
        Some(quote!(#status => #is,))
    });
    // A status that the document does not list has one of the operation's errors.
    let any = names.iter().map(|name| is(name));
    let rest = match errors.get("default") {
        Some(name) => is(name),
        None => quote!(#(#any)||*),
    };
    quote!(|status, body| match status { #(#by_status)* _ => #rest })
}
