//! Docs of types that progenitor leaves out: those of their builders, and their sources.

use std::collections::BTreeMap;

use syn::{
    Attribute, Fields, File, Ident, ImplItem, ImplItemFn, Item, ItemStruct, Type, parse_quote,
};

use super::tree::module;
use crate::SpecError;

/// Completes the docs of the module `types`, so that `missing_docs` can be denied there.
pub fn complete(file: &mut File) -> Result<(), SpecError> {
    types(module(file, "types")?);
    Ok(())
}

/// The docs of each field of each struct.
type FieldDocs = BTreeMap<(String, String), Vec<Attribute>>;

fn types(items: &mut [Item]) {
    let mut docs = FieldDocs::new();
    for item in items.iter_mut() {
        if let Item::Struct(item) = item {
            fields(item, &mut docs);
        }
    }
    for item in items.iter_mut() {
        match item {
            Item::Struct(item) => source(&item.ident, &mut item.attrs),
            Item::Enum(item) => {
                for variant in &mut item.variants {
                    let text = format!(" The value `{}`.", variant.ident);
                    describe(&mut variant.attrs, &text);
                }
                source(&item.ident, &mut item.attrs);
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let name = type_name(&item.self_ty);
                functions(&mut item.items, |_| {
                    let text = format!(" Returns a builder of a [`{name}`](Self).");
                    vec![parse_quote!(#[doc = #text])]
                });
            }
            Item::Mod(module) if module.ident == "builder" => {
                module
                    .attrs
                    .push(parse_quote!(#[doc = " Builders of the types."]));
                if let Some((_, items)) = &mut module.content {
                    builders(items, &docs);
                }
            }
            _ => {}
        }
    }
}

fn fields(item: &mut ItemStruct, docs: &mut FieldDocs) {
    if let Fields::Named(fields) = &mut item.fields {
        for field in &mut fields.named {
            if let Some(name) = &field.ident {
                describe(&mut field.attrs, &format!(" The property `{name}`."));
                let own = field
                    .attrs
                    .iter()
                    .filter(|attribute| attribute.path().is_ident("doc"));
                docs.insert(
                    (item.ident.to_string(), name.to_string()),
                    own.cloned().collect(),
                );
            }
        }
    }
}

/// Says the least of what the document does not describe.
fn describe(attributes: &mut Vec<Attribute>, text: &str) {
    if !attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
    {
        attributes.insert(0, parse_quote!(#[doc = #text]));
    }
}

fn source(name: &Ident, attributes: &mut Vec<Attribute>) {
    let text = format!(" Source: schema `{name}` of the API.");
    let docs = attributes
        .iter()
        .rposition(|attribute| attribute.path().is_ident("doc"));
    let behind = docs.map_or(0, |last| last + 1);
    attributes.insert(behind, parse_quote!(#[doc = #text]));
    attributes.insert(behind, parse_quote!(#[doc = ""]));
}

fn builders(items: &mut [Item], docs: &FieldDocs) {
    for item in items {
        match item {
            Item::Struct(item) => {
                let name = &item.ident;
                let text = format!(
                    " Builds a [`{name}`](super::{name}): set its fields, then convert it with `try_into`."
                );
                item.attrs.insert(0, parse_quote!(#[doc = #text]));
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let name = type_name(&item.self_ty);
                functions(&mut item.items, |function| {
                    let field = function.sig.ident.to_string();
                    docs.get(&(name.clone(), field))
                        .cloned()
                        .unwrap_or_default()
                });
            }
            _ => {}
        }
    }
}

/// Gives every undocumented function its docs.
fn functions(items: &mut [ImplItem], docs: impl Fn(&ImplItemFn) -> Vec<Attribute>) {
    for item in items {
        if let ImplItem::Fn(function) = item
            && !function
                .attrs
                .iter()
                .any(|attribute| attribute.path().is_ident("doc"))
        {
            let mut attributes = docs(function);
            attributes.append(&mut function.attrs);
            function.attrs = attributes;
        }
    }
}

fn type_name(of: &Type) -> String {
    match of {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_their_builders_are_documented() {
        let mut client: syn::File = parse_quote! {
            pub mod types {
                /// A thing.
                pub struct Thing {
                    /// Its name.
                    pub name: String,
                    pub weight: u32,
                }
                pub enum Colour {
                    Red,
                }
                impl Thing {
                    pub fn builder() -> builder::Thing { Default::default() }
                }
                pub mod builder {
                    pub struct Thing { name: Result<String, String> }
                    impl Thing {
                        pub fn name<T>(mut self, value: T) -> Self { self }
                    }
                }
            }
        };
        complete(&mut client).expect("types");
        let text = prettyplease::unparse(&client);
        for line in [
            "/// A thing.\n    ///\n    /// Source: schema `Thing` of the API.",
            "/// Returns a builder of a [`Thing`](Self).",
            "/// Builders of the types.",
            "/// Builds a [`Thing`](super::Thing): set its fields, then convert it with `try_into`.",
            "/// Its name.\n            pub fn name",
            "/// The property `weight`.\n        pub weight",
            "/// Source: schema `Colour` of the API.\n    pub enum Colour",
            "/// The value `Red`.\n        Red",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }
}
