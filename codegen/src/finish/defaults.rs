//! `Default` for a type that is nothing but a list or a map, which can be empty. Where no property is required, progenitor
//! derives it itself.

use syn::{Fields, File, Item, Visibility};

use super::tree::{arguments, derive, is, missing, module};
use crate::SpecError;

/// Derives it.
pub fn add(file: &mut File) -> Result<(), SpecError> {
    for item in module(&mut file.items, "types")? {
        let Item::Struct(item) = item else { continue };
        let Fields::Unnamed(fields) = &item.fields else {
            continue;
        };
        let mut fields = fields.unnamed.iter();
        let (Some(only), None) = (fields.next(), fields.next()) else {
            continue;
        };
        let of = &only.ty;
        let can_be_empty = ["Map", "BTreeMap", "Vec"].iter().any(|name| is(of, name));
        // One that is private is checked by its constructors.
        let is_free = matches!(only.vis, Visibility::Public(_));
        if is_free && can_be_empty && arguments(of).next().is_some() {
            let derived = derive(&mut item.attrs, &["Default"]);
            derived.ok_or_else(|| missing(format!("derives on `{}`", item.ident)))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse_quote;

    use super::*;
    use crate::finish::fixture::{assert_has, flat};

    #[test]
    fn lists_and_maps_can_be_empty() {
        let mut file: File = parse_quote! {
            pub mod types {
                #[derive(Clone)]
                pub struct Free(pub ::serde_json::Map<String, Value>);
                #[derive(Clone)]
                pub struct Names(pub ::std::vec::Vec<String>);
                #[derive(Clone)]
                pub struct Checked(::std::vec::Vec<String>);
                #[derive(Clone)]
                pub struct Name(pub String);
                #[derive(Clone)]
                pub struct Named { pub names: Vec<String> }
                #[derive(Clone)]
                pub struct Two(pub Vec<String>, pub Vec<String>);
            }
        };
        add(&mut file).expect("added");
        for derived in [
            quote!(#[derive(Clone, Default)] pub struct Free),
            quote!(#[derive(Clone, Default)] pub struct Names),
        ] {
            assert_has(&file, derived);
        }
        assert_eq!(flat(&file).matches("Default").count(), 2);
    }

    #[test]
    fn a_type_without_derives_stops_the_build() {
        let mut file: File = parse_quote!(
            pub mod types {
                pub struct Names(pub Vec<String>);
            }
        );
        let error = add(&mut file).expect_err("no derives").to_string();
        assert!(error.contains("no derives on `Names`"), "{error}");
    }
}
