//! `Eq` and `Hash` for all types but those with a floating point number within.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Attribute, File, Item, Type};

use super::tree::{self, missing, module, words};
use crate::{SpecError, lower::Union};

/// Derives them, and returns the names of all types that have them, unions among them.
pub fn derive(file: &mut File, unions: &[Union]) -> Result<BTreeSet<String>, SpecError> {
    let types = module(&mut file.items, "types")?;
    let mut parts = BTreeMap::new();
    for item in types.iter_mut() {
        if let Some((name, _, held)) = parts_of(item) {
            parts.insert(name, held.iter().flat_map(words).collect());
        }
    }
    for union in unions {
        let kinds = union.kinds.iter().map(|kind| kind.schema.clone());
        parts.insert(union.name.clone(), kinds.collect::<BTreeSet<_>>());
    }
    let with = equal(parts);
    for item in types.iter_mut() {
        if let Some((name, attributes, _)) = parts_of(item)
            && with.contains(&name)
        {
            let derived = tree::derive(attributes, &["Eq", "Hash"]);
            derived.ok_or_else(|| missing(format!("derives on `{name}`")))?;
        }
    }
    Ok(with)
}

/// The names of the types with nothing in them that is not equal to itself.
fn equal(mut parts: BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut without = BTreeSet::from(["f32", "f64"].map(str::to_owned));
    loop {
        let (left_out, kept): (BTreeMap<_, _>, _) = parts
            .into_iter()
            .partition(|(_, words)| !words.is_disjoint(&without));
        parts = kept;
        if left_out.is_empty() {
            return parts.into_keys().collect();
        }
        without.extend(left_out.into_keys());
    }
}

/// The name of a struct or an enum, its attributes, and the types that it holds.
fn parts_of(item: &mut Item) -> Option<(String, &mut [Attribute], Vec<Type>)> {
    match item {
        Item::Struct(item) => {
            let held = item.fields.iter().map(|field| field.ty.clone()).collect();
            Some((item.ident.to_string(), &mut item.attrs, held))
        }
        Item::Enum(item) => {
            let fields = item.variants.iter().flat_map(|variant| &variant.fields);
            let held = fields.map(|field| field.ty.clone()).collect();
            Some((item.ident.to_string(), &mut item.attrs, held))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use serde_json::json;
    use syn::parse_quote;

    use super::*;
    use crate::{
        Document,
        finish::fixture::{altered, assert_has, assert_stops, client, has},
        lower,
    };

    #[test]
    fn types_have_them_unless_they_hold_a_float() {
        let mut file: File = parse_quote! {
            pub mod types {
                #[derive(Clone, PartialEq)]
                pub struct Text { pub text: String, pub colour: Option<Colour> }
                #[derive(Clone, Eq, PartialEq)]
                pub enum Colour { Red }
                #[derive(PartialEq)]
                pub struct Weight(pub f64);
                #[derive(PartialEq)]
                pub struct Loaf { pub weights: Vec<Option<Weight>>, pub next: Option<Box<Loaf>> }
                #[derive(PartialEq)]
                pub enum Thing { Loaf(crate::types::Loaf) }
                #[derive(PartialEq)]
                pub struct Chain { pub next: Option<Box<Chain>> }
                #[derive(PartialEq)]
                pub struct Held { pub thing: crate::types::Either }
            }
        };
        let union = |kinds: &[&str]| {
            let kinds = kinds.iter().map(|kind| {
                let place = format!("#/components/schemas/{kind}");
                ((*kind).to_owned(), json!(place))
            });
            let mapping: serde_json::Map<String, serde_json::Value> = kinds.collect();
            json!({ "oneOf": [], "discriminator": { "propertyName": "kind", "mapping": mapping } })
        };
        let document = Document::new(json!({ "components": { "schemas": {
            "Either": union(&["Text", "Loaf"]), "Both": union(&["Text"]), "Text": {}, "Loaf": {},
        } } }));
        let lowered = lower::for_client(&document.expect("a document")).expect("lowered");
        let with = derive(&mut file, &lowered.unions).expect("derived");
        let with: Vec<&str> = with.iter().map(String::as_str).collect();
        assert_eq!(with, ["Both", "Chain", "Colour", "Text"]);
        for derived in [
            quote!(#[derive(Clone, PartialEq, Eq, Hash)] pub struct Text),
            quote!(#[derive(Clone, Eq, PartialEq, Hash)] pub enum Colour),
            quote!(#[derive(PartialEq)] pub struct Weight),
            quote!(#[derive(PartialEq)] pub struct Loaf),
            quote!(#[derive(PartialEq)] pub enum Thing),
            quote!(#[derive(PartialEq, Eq, Hash)] pub struct Chain),
            quote!(#[derive(PartialEq)] pub struct Held),
        ] {
            assert_has(&file, derived);
        }
    }

    #[test]
    fn types_of_progenitor_have_them() {
        let mut file = client();
        derive(&mut file, &[]).expect("derived");
        let derived = quote! {
            #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq, Eq, Hash)]
            pub struct Thing
        };
        assert_has(&file, derived.clone());
        let mut file = altered(
            "pub name: ::std::option::Option<::std::string::String>",
            "pub name: f64",
        );
        derive(&mut file, &[]).expect("derived");
        assert!(!has(&file, derived));
    }

    #[test]
    fn a_type_without_derives_stops_the_build() {
        assert_stops(
            |file| derive(file, &[]).map(drop),
            &[
                ("#[derive(", "#[deriving(", "derives on `Absent`"),
                ("pub mod types {", "pub mod others {", "module `types`"),
            ],
        );
    }
}
