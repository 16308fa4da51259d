//! Docs of types that progenitor leaves out: those of their builders, and their sources.

use std::collections::BTreeMap;

use syn::{Attribute, File, Ident, ImplItem, ImplItemFn, Item, ItemStruct, Type, parse_quote};

use super::{
    describe, docs,
    tree::{self, is_doc, module},
};
use crate::SpecError;

/// The docs of each field of each struct.
type FieldDocs = BTreeMap<(String, String), Vec<Attribute>>;

/// Completes the docs of the module `types`, so that `missing_docs` can be denied there.
pub fn complete(file: &mut File) -> Result<(), SpecError> {
    let types = module(&mut file.items, "types")?;
    let mut of_fields = FieldDocs::new();
    for item in types.iter_mut() {
        match item {
            Item::Struct(item) => {
                fields(item, &mut of_fields);
                source(&item.ident, &mut item.attrs);
            }
            Item::Enum(item) => {
                for variant in &mut item.variants {
                    let text = format!("The value `{}`.", variant.ident);
                    describe(&mut variant.attrs, docs(&text));
                }
                source(&item.ident, &mut item.attrs);
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let text = format!("Returns a builder of a [`{}`](Self).", name(&item.self_ty));
                functions(&mut item.items, |_| docs(&text));
            }
            Item::Mod(module) if module.ident == "builder" => {
                module.attrs.extend(docs("Builders of the types."));
            }
            _ => {}
        }
    }
    // Types that are only received have no builders.
    if let Ok(items) = module(types, "builder") {
        builders(items, &of_fields);
    }
    Ok(())
}

fn fields(item: &mut ItemStruct, of_fields: &mut FieldDocs) {
    for field in &mut item.fields {
        if let Some(name) = &field.ident {
            describe(&mut field.attrs, docs(&format!("The property `{name}`.")));
            let own = field.attrs.iter().filter(|attribute| is_doc(attribute));
            let key = (item.ident.to_string(), name.to_string());
            of_fields.insert(key, own.cloned().collect());
        }
    }
}

fn source(name: &Ident, attributes: &mut Vec<Attribute>) {
    let text = format!(" Source: schema `{name}` of the API.");
    let source: Vec<Attribute> = parse_quote!(#[doc = ""] #[doc = #text]);
    let behind = attributes
        .iter()
        .rposition(is_doc)
        .map_or(0, |last| last + 1);
    attributes.splice(behind..behind, source);
}

fn builders(items: &mut [Item], of_fields: &FieldDocs) {
    for item in items {
        match item {
            Item::Struct(item) => {
                let text = format!(
                    "Builds a [`{0}`](super::{0}): set its properties, then call `build`.",
                    item.ident
                );
                describe(&mut item.attrs, docs(&text));
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let of = name(&item.self_ty);
                functions(&mut item.items, |function| {
                    let field = (of.clone(), function.sig.ident.to_string());
                    of_fields.get(&field).cloned().unwrap_or_default()
                });
            }
            _ => {}
        }
    }
}

fn functions(items: &mut [ImplItem], docs: impl Fn(&ImplItemFn) -> Vec<Attribute>) {
    for item in items {
        if let ImplItem::Fn(function) = item {
            let docs = docs(function);
            describe(&mut function.attrs, docs);
        }
    }
}

fn name(of: &Type) -> String {
    tree::name(of).map(Ident::to_string).unwrap_or_default()
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
            "/// Builds a [`Thing`](super::Thing): set its properties, then call `build`.",
            "/// Its name.\n            pub fn name",
            "/// The property `weight`.\n        pub weight",
            "/// Source: schema `Colour` of the API.\n    pub enum Colour",
            "/// The value `Red`.\n        Red",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }
}
