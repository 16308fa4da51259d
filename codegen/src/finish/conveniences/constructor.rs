//! A constructor that takes what is required, whatever else a struct has.

use syn::{Attribute, Field, Ident, Item, ItemStruct, parse_quote};

use super::super::tree::within;

/// `with_required`, which takes the fields that are required, in this order, and leaves out the others; `None` if no
/// field is.
pub fn with_required(item: &ItemStruct, order: &[Ident]) -> Option<Item> {
    let taken: Vec<_> = order
        .iter()
        .filter_map(|name| required(item).find(|(required, _)| *required == name))
        .collect();
    let names = taken.iter().map(|(name, _)| name);
    let types = taken.iter().map(|(_, field)| &field.ty);
    let fields = item.fields.iter().filter_map(|field| field.ident.as_ref());
    let values = fields.map(|name| -> syn::FieldValue {
        match taken.iter().any(|(taken, _)| *taken == name) {
            true => parse_quote!(#name),
            false => parse_quote!(#name: ::std::default::Default::default()),
        }
    });
    let name = &item.ident;
    (!taken.is_empty()).then(|| {
        parse_quote! {
            impl #name {
                /// Creates one with nothing but what is required.
                pub(crate) fn with_required(#(#names: #types),*) -> Self {
                    Self { #(#values),* }
                }
            }
        }
    })
}

/// The fields that a value must have, by their names.
pub fn required(item: &ItemStruct) -> impl Iterator<Item = (&Ident, &Field)> {
    let named = item
        .fields
        .iter()
        .filter_map(|field| Some((field.ident.as_ref()?, field)));
    named.filter(|(_, field)| {
        within(&field.ty, "Option").is_none() && !field.attrs.iter().any(has_default)
    })
}

/// Whether serde reads the field if it is absent.
fn has_default(attribute: &Attribute) -> bool {
    let mut found = false;
    if attribute.path().is_ident("serde") {
        // What follows is of no interest if it is not a list of names and values.
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("default");
            match meta.input.peek(syn::Token![=]) {
                true => meta.value()?.parse::<syn::Expr>().map(drop),
                false => Ok(()),
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::assert_has;

    #[test]
    fn it_takes_what_is_neither_optional_nor_has_a_default_in_the_order_given() {
        let item: ItemStruct = parse_quote! {
            pub struct Thing {
                pub a: ::std::option::Option<u8>,
                pub b: ::std::string::String,
                #[serde(rename = "C", default)]
                pub c: ::std::vec::Vec<u8>,
                #[serde(rename = "D")]
                pub d: u8,
            }
        };
        let order = [parse_quote!(d), parse_quote!(b), parse_quote!(a)];
        let constructor = with_required(&item, &order).expect("a constructor");
        assert_has(
            &constructor,
            quote::quote! {
                pub(crate) fn with_required(d: u8, b: ::std::string::String) -> Self {
                    Self {
                        a: ::std::default::Default::default(),
                        b,
                        c: ::std::default::Default::default(),
                        d,
                    }
                }
            },
        );
        let optional: ItemStruct = parse_quote!(
            pub struct A {
                pub a: Option<u8>,
            }
        );
        assert!(with_required(&optional, &order).is_none());
    }
}
