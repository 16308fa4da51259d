//! The table of operations: what the pipeline and the error model need to know of each.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{File, Ident, parse_quote};

use super::{
    ident,
    tree::{module, type_names},
};
use crate::{
    SpecError,
    document::operation::{Operation, Repeatable},
    lower::ERROR_RESPONSE,
};

/// The name of an operation's constant.
pub fn constant(operation: &Operation) -> Ident {
    format_ident!("{}", operation.name.to_uppercase())
}

/// Adds the module `operations` and the constant `API_VERSION`.
pub fn add(file: &mut File, operations: &[Operation], version: &str) -> Result<(), SpecError> {
    let types = type_names(module(&mut file.items, "types")?);
    let constants = operations.iter().map(|operation| entry(operation, &types));
    let added: File = parse_quote! {
        /// The version of the API, sent with every request.
        pub const API_VERSION: &str = #version;

        /// The operations of the API.
        mod operations {
            use crate::pipeline::Operation;

            #(#constants)*
        }
    };
    file.items.extend(added.items);
    Ok(())
}

fn entry(operation: &Operation, types: &BTreeSet<String>) -> TokenStream {
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
            is_documented_error: #is_documented_error,
        };
    }
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
    use crate::finish::fixture::{assert_has, assert_stops, client, operations};

    fn added() -> File {
        let mut file = client();
        add(&mut file, operations(), "2030-01-01").expect("added");
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
        add(&mut file, &[operation], "1").expect("added");
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
            |file| add(file, operations(), "1"),
            &[("pub mod types {", "pub mod others {", "module `types`")],
        );
    }
}
