//! The types of values that setters take by themselves.

use std::collections::BTreeSet;

use syn::{File, Ident, Item, Type, parse_quote};

use crate::finish::{
    ident,
    tree::{arguments, is, name, within, words},
};

/// The types of values that are neither optional nor a list nor a map, each once.
#[derive(Default)]
pub struct Singles {
    types: Vec<Type>,
    known: BTreeSet<Vec<String>>,
    /// The names of those that may be null.
    pub nullable: BTreeSet<String>,
}

impl Singles {
    /// Tells the runtime which they are.
    pub fn marked(&self) -> File {
        let types = &self.types;
        parse_quote!(#(impl crate::runtime::property::Single for #types {})*)
    }

    pub fn add(&mut self, of: &Type) {
        let container = ["Option", "Box", "Vec"]
            .iter()
            .find_map(|container| within(of, container));
        if let Some(within) = container {
            return self.add(within);
        }
        if is(of, "BTreeMap")
            && let Some(value) = arguments(of).nth(1)
        {
            return self.add(value);
        }
        // A map of any JSON takes pairs as well.
        if is(of, "Map") && arguments(of).next().is_some() {
            return;
        }
        if let Some(value) = within(of, "Nullable") {
            self.nullable.extend(name(value).map(Ident::to_string));
        }
        let words = words(of);
        if self.known.insert(words) {
            self.types.push(of.clone());
        }
    }
}

/// What may be null is made of its builder too.
pub fn nullable_from_builder(of: &str) -> Item {
    let of = ident(of);
    parse_quote! {
        impl ::std::convert::TryFrom<builder::#of> for crate::Nullable<#of> {
            type Error = self::error::ConversionError;

            fn try_from(value: builder::#of) -> ::std::result::Result<Self, self::error::ConversionError> {
                value.try_into().map(Self::Value)
            }
        }
    }
}
