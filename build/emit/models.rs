//! Open enums and unions: data for the macros in src/, which hold the logic.

use quote::quote;

use super::{doc, ident};
use crate::steps::{
    Problem,
    lower::{OpenEnum, Union},
};

/// Emits the types that were taken out of the document before it was given to the generator.
pub fn emit(enums: &[OpenEnum], unions: &[Union]) -> Result<syn::File, Problem> {
    let enums = enums.iter().map(open_enum);
    let unions = unions.iter().map(tagged_union);
    let tokens = quote!(#(#enums)* #(#unions)*);
    syn::parse2(tokens).map_err(|error| {
        let remedy = "look at build/emit/models.rs";
        Problem::new(
            "/components/schemas",
            format!("the enums can't be written: {error}"),
            remedy,
        )
    })
}

fn open_enum(open: &OpenEnum) -> proc_macro2::TokenStream {
    let name = ident(&open.name);
    let description = doc(&format!(
        "{}\n\nThe enum is open: a value that the document does not list is kept as it is.\n\nSource: schema `{}`.",
        open.description, open.name
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
