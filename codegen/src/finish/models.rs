//! Open enums and unions, which progenitor has closed forms of only: data for the macros in src/runtime/.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, parse_quote};

use super::{docs, ident, snake, tree::module};
use crate::{
    SpecError,
    lower::{OpenEnum, Union},
};

/// Adds to the module `types` what the lowering took out of the document; those of `equal` have `Eq` and `Hash`.
pub fn add(
    file: &mut File,
    enums: &[OpenEnum],
    unions: &[Union],
    equal: &BTreeSet<String>,
) -> Result<(), SpecError> {
    let enums = enums.iter().map(open_enum);
    let unions = unions
        .iter()
        .map(|union| tagged_union(union, equal.contains(&union.name)));
    let added: File = parse_quote!(#(#enums)* #(#unions)*);
    module(&mut file.items, "types")?.extend(added.items);
    Ok(())
}

fn open_enum(open: &OpenEnum) -> TokenStream {
    let name = ident(&open.name);
    let variants = open.values.iter().map(|value| {
        let (variant, text, docs) = (
            ident(&value.variant),
            &value.value,
            docs(&value.description),
        );
        quote!(#(#docs)* #variant = #text,)
    });
    let docs = docs(&format!(
        "{}\n\nA value that the document does not list is kept as it is.\n\nSource: {}.",
        open.description, open.source
    ));
    quote!(crate::runtime::open_enum::open_enum! { #(#docs)* #name { #(#variants)* } })
}

fn tagged_union(union: &Union, is_equal: bool) -> TokenStream {
    let (name, tag, method) = (ident(&union.name), &union.tag, snake(&union.tag));
    let variants = union.kinds.iter().map(|kind| {
        let (variant, schema, value) = (ident(&kind.variant), ident(&kind.schema), &kind.value);
        let docs = docs(&kind.description);
        quote!(#(#docs)* #variant(#schema) = #value,)
    });
    let docs = docs(&format!(
        "{}\n\nA kind that the document does not know is kept whole.\n\nSource: schema `{}`.",
        union.description, union.name
    ));
    let derives = is_equal.then(|| quote!(#[derive(Eq, Hash)]));
    quote!(crate::runtime::tagged_union::tagged_union! {
        #(#docs)* #derives #name, #method = #tag { #(#variants)* }
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        Document,
        finish::fixture::{assert_has, assert_stops, client},
        lower,
    };

    #[test]
    fn open_enums_and_unions_are_data_for_macros() {
        let document = json!({ "components": { "schemas": {
            "Colour": {
                "description": "A colour.",
                "enum": ["dark-red"],
                "x-ms-enum": { "modelAsString": true, "values": [{ "value": "dark-red", "description": "Like wine." }] },
            },
            "Shape": {
                "description": "A shape.",
                "oneOf": [],
                "discriminator": { "propertyName": "kindOf", "mapping": { "self": "#/components/schemas/Circle" } },
            },
            "Circle": { "description": "Round." },
        } } });
        let document = Document::new(document).expect("a document");
        let lowered = lower::for_client(&document).expect("lowered");
        let mut file = client();
        let equal = BTreeSet::from(["Shape".to_owned()]);
        add(&mut file, &lowered.enums, &lowered.unions, &equal).expect("types");
        let types = module(&mut file.items, "types").expect("types");
        let types = quote!(#(#types)*);
        assert_has(
            &types,
            quote! {
                crate::runtime::open_enum::open_enum! {
                    #[doc = " A colour."]
                    #[doc = " "]
                    #[doc = " A value that the document does not list is kept as it is."]
                    #[doc = " "]
                    #[doc = " Source: schema `Colour`."]
                    Colour { #[doc = " Like wine."] DarkRed = "dark-red", }
                }
            },
        );
        assert_has(
            &types,
            quote! {
                crate::runtime::tagged_union::tagged_union! {
                    #[doc = " A shape."]
                    #[doc = " "]
                    #[doc = " A kind that the document does not know is kept whole."]
                    #[doc = " "]
                    #[doc = " Source: schema `Shape`."]
                    #[derive(Eq, Hash)]
                    Shape, kind_of = "kindOf" { #[doc = " Round."] Self_(Circle) = "self", }
                }
            },
        );
    }

    #[test]
    fn a_client_without_types_stops_the_build() {
        assert_stops(
            |file| add(file, &[], &[], &BTreeSet::new()),
            &[("pub mod types {", "pub mod others {", "module `types`")],
        );
    }
}
