//! Open enums and unions: data for the macros in src/, which hold the logic.

use std::collections::BTreeMap;

use quote::quote;
use syn::{Fields, Item, Type};

use super::{
    doc, ident,
    signatures::{inner, signatures},
};
use crate::{
    SpecError,
    document::operation::{Operation, Pageable},
    lower::{OpenEnum, Union},
};

/// Emits the types that were taken out of the document before it was given to the generator, and what is added to
/// those that it made.
pub fn emit(
    enums: &[OpenEnum],
    unions: &[Union],
    operations: &[Operation],
    client: &syn::File,
) -> Result<syn::File, SpecError> {
    let enums = enums.iter().map(open_enum);
    let unions = unions.iter().map(tagged_union);
    let pages = pages(operations, client)?;
    let tokens = quote!(#(#enums)* #(#unions)* #(#pages)*);
    syn::parse2(tokens).map_err(|error| {
        let remedy = "look at codegen/src/finish/models.rs";
        SpecError::new(
            "/components/schemas",
            format!("the enums can't be written: {error}"),
            remedy,
        )
    })
}

fn open_enum(open: &OpenEnum) -> proc_macro2::TokenStream {
    let name = ident(&open.name);
    let description = doc(&format!(
        "{}\n\nThe enum is open: a value that the document does not list is kept as it is.\n\nSource: {}.",
        open.description, open.source
    ));
    let variants = open.values.iter().map(|value| {
        let (variant, text) = (ident(&value.variant), &value.value);
        let description = doc(&value.description);
        quote!(#description #variant = #text,)
    });
    quote!(open_enum! { #description #name { #(#variants)* } })
}

fn tagged_union(union: &Union) -> proc_macro2::TokenStream {
    let (name, tag) = (ident(&union.name), &union.tag);
    let method = ident(&heck::ToSnakeCase::to_snake_case(tag.as_str()));
    let description = doc(&format!(
        "{}\n\nA kind that the document does not know is kept whole.\n\nSource: schema `{}`.",
        union.description, union.name
    ));
    let variants = union.kinds.iter().map(|kind| {
        let (variant, schema, value) = (ident(&kind.variant), ident(&kind.schema), &kind.value);
        let description = doc(&kind.description);
        quote!(#description #variant(#schema) = #value,)
    });
    quote!(tagged_union! { #description #name, #method = #tag { #(#variants)* } })
}

/// Lets the pages of lists be taken for what they are.
fn pages(
    operations: &[Operation],
    client: &syn::File,
) -> Result<Vec<proc_macro2::TokenStream>, SpecError> {
    let signatures = signatures(client);
    let mut pages = BTreeMap::new();
    for operation in operations {
        let Some(pageable) = &operation.pageable else {
            continue;
        };
        let returns = signatures
            .get(&operation.type_name)
            .map(|signature| &signature.returns);
        let page = returns
            .and_then(last_segment)
            .and_then(|name| page(&name, pageable, client).map(|page| (name, page)));
        let (name, page) = page.ok_or_else(|| {
            SpecError::new(
                format!("{}/x-ms-pageable", operation.place),
                format!(
                    "its result has no list `{}` with a string `{}` beside it",
                    pageable.items, pageable.next_link
                ),
                "name an array and an optional string of the result's schema",
            )
        })?;
        pages.insert(name, page);
    }
    Ok(pages.into_values().collect())
}

fn page(name: &str, pageable: &Pageable, client: &syn::File) -> Option<proc_macro2::TokenStream> {
    let snake = |name: &str| ident(&heck::ToSnakeCase::to_snake_case(name));
    let (items, next_link) = (snake(&pageable.items), snake(&pageable.next_link));
    let (is_optional, list) = unwrapped(field(client, name, &items.to_string())?);
    let item = inner(&list)?;
    let (true, _) = unwrapped(field(client, name, &next_link.to_string())?) else {
        return None;
    };
    let (by_reference, by_value) = if is_optional {
        (
            quote!(self.#items.as_deref().unwrap_or_default()),
            quote!(self.#items.unwrap_or_default()),
        )
    } else {
        (quote!(&self.#items), quote!(self.#items))
    };
    let name = ident(name);
    Some(quote! {
        impl crate::paging::sealed::Sealed for #name {}

        impl crate::Paged for #name {
            type Item = #item;

            fn items(&self) -> &[#item] {
                #by_reference
            }

            fn into_items(self) -> Vec<#item> {
                #by_value
            }

            fn next_link(&self) -> Option<&str> {
                self.#next_link.as_deref()
            }
        }
    })
}

/// The type of a field of a generated struct.
fn field(client: &syn::File, name: &str, field: &str) -> Option<Type> {
    let types = client.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    })?;
    types.1.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == name => match &item.fields {
            Fields::Named(fields) => fields
                .named
                .iter()
                .find(|candidate| candidate.ident.as_ref().is_some_and(|ident| ident == field))
                .map(|field| field.ty.clone()),
            _ => None,
        },
        _ => None,
    })
}

/// Whether a type is an `Option`, and what it is without it.
fn unwrapped(of: Type) -> (bool, Type) {
    match last_segment(&of).as_deref() {
        Some("Option") => (true, inner(&of).unwrap_or(of)),
        _ => (false, of),
    }
}

fn last_segment(of: &Type) -> Option<String> {
    match of {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string()),
        _ => None,
    }
}
