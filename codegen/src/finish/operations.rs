//! The table of operations: what the pipeline and the error model need to know of each.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::{File, Ident, parse_quote};

use super::{
    ident,
    tree::{module, type_names},
};
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
    let types = type_names(module(&mut file.items, "types")?);
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

fn entry(operation: &Operation, types: &BTreeSet<String>, document: &Value) -> TokenStream {
    let Operation {
        id,
        path,
        success,
        may_be_empty,
        ..
    } = operation;
    let (name, method) = (constant(operation), ident(&operation.method));
    let some_value = |value: &str| quote!(Some(http::HeaderValue::from_static(#value)));
    let body = operation.body.as_ref();
    let content_type = body.map_or_else(|| quote!(None), |body| some_value(body.media_type()));
    let accept: Vec<&str> = operation.accept.iter().map(String::as_str).collect();
    let accept = match accept.as_slice() {
        [] => quote!(None),
        some => some_value(&some.join(", ")),
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
pub fn properties(document: &Value) -> BTreeSet<String> {
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
    let is = |name: &&str| {
        let name = ident(name);
        quote!(crate::error::is::<crate::types::#name>(body))
    };
    let names: BTreeSet<&str> = errors.values().copied().collect();
    let any: Vec<TokenStream> = names.iter().map(is).collect();
    match any.as_slice() {
        [] => {
            let is = is(&ERROR_RESPONSE);
            quote!(|_, body| #is)
        }
        [only] => quote!(|_, body| #only),
        any => {
            let by_status = errors.iter().filter_map(|(status, name)| {
                let (status, is) = (status.parse::<u16>().ok()?, is(name));
                Some(quote!(#status => #is,))
            });
            // A status that the document does not list has one of the operation's errors.
            let rest = errors.get("default").map_or_else(|| quote!(#(#any)||*), is);
            quote!(|status, body| match status { #(#by_status)* _ => #rest })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{assert_has, assert_stops, client, document, operations};

    fn added() -> File {
        let mut file = client();
        add(&mut file, document()).expect("added");
        file
    }

    #[test]
    fn the_table_says_how_an_operation_is_called() {
        let file = added();
        assert_has(
            &file,
            quote!(
                pub const API_VERSION: &str = "2030-01-01";
            ),
        );
        assert_has(
            &file,
            quote! {
                pub static CREATE_THING: Operation = Operation {
                    id: "Things_CreateThing",
                    method: http::Method::POST,
                    path: "/things",
                    content_type: Some(http::HeaderValue::from_static("application/json")),
                    accept: Some(http::HeaderValue::from_static("application/json")),
                    success: 201u16,
                    may_be_empty: true,
                    is_repeatable: true,
                    repeatability_header: Some(http::HeaderName::from_static("repeatability-request-id")),
                    is_list: false,
                    links_to_other_paths: false,
                    properties: PROPERTIES,
                    is_documented_error: |_, body| crate::error::is::<crate::types::CommunicationErrorResponse>(body),
                };
            },
        );
        assert_has(
            &file,
            quote! {
                content_type: Some(http::HeaderValue::from_static("image/png")),
                accept: Some(http::HeaderValue::from_static("image/gif, image/png")),
            },
        );
        assert_has(
            &file,
            quote! {
                accept: Some(http::HeaderValue::from_static("application/json")),
                success: 200u16,
                may_be_empty: false,
                is_repeatable: false,
                repeatability_header: None,
            },
        );
        assert_has(&file, quote!(content_type: None));
        assert_has(&file, quote!(is_list: true));
    }

    #[test]
    fn properties_are_listed_in_order_for_a_binary_search() {
        let found = properties(&serde_json::json!({ "components": { "schemas": {
            "A": { "properties": { "z": {}, "a": { "properties": { "m": {} } } } },
            "B": { "properties": { "a": {} }, "example": { "properties": { "secret": {} } } },
        }}}));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "m", "z"]);
    }

    #[test]
    fn an_example_can_link_to_another_path() {
        let document = |link: &str| {
            let document = serde_json::json!({ "info": { "version": "1" }, "paths": { "/a/{id}/b": { "get": {
                "operationId": "List",
                "x-ms-pageable": { "nextLinkName": "nextLink" },
                "parameters": [{ "name": "id", "in": "path", "examples": { "One": { "value": "1:x" }, "Two": { "value": "2" } } }],
                "responses": { "200": { "content": { "application/json": { "examples": { "One": { "value": { "nextLink": link } } } } } } },
            }}}});
            Document::new(document).expect("a document")
        };
        for (link, expected) in [
            ("https://example.com/a/1:x/b?page=2", false),
            ("/a/2/b", false),
            ("https://example.com/a/3/b?page=2", true),
        ] {
            let document = document(link);
            let found = links_to_other_paths(&document.operations[0], &document.root);
            assert_eq!(found, expected, "{link}");
        }
    }

    #[test]
    fn documented_errors_are_told_by_their_status() {
        let file = added();
        let wrong = quote!(crate::error::is::<crate::types::Wrong>(body));
        let absent = quote!(crate::error::is::<crate::types::Absent>(body));
        assert_has(&file, quote!(is_documented_error: |_, body| #wrong));
        assert_has(
            &file,
            quote! {
                is_documented_error: |status, body| match status { 404u16 => #absent, _ => #wrong }
            },
        );
        let mut operation = operations()[0].clone();
        operation.errors.remove("default");
        operation
            .errors
            .insert("409".to_owned(), "Wrong".to_owned());
        operation
            .errors
            .insert("410".to_owned(), "Unknown".to_owned());
        let mut file = client();
        let mut document = document().clone();
        document.operations = vec![operation];
        add(&mut file, &document).expect("added");
        assert_has(
            &file,
            quote! {
                match status { 404u16 => #absent, 409u16 => #wrong, _ => #absent || #wrong }
            },
        );
    }

    #[test]
    fn a_client_without_types_stops_the_build() {
        assert_stops(
            |file| add(file, document()),
            &[("pub mod types {", "pub mod others {", "module `types`")],
        );
    }
}
