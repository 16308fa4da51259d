//! Builders of types: setters take all that a property's type can be made of, `build` builds the type, and an error names
//! the property as the API does and keeps its source.

mod setters;
mod singles;

use std::collections::BTreeMap;

use syn::{Field, File, Ident, Item, ItemImpl, ItemStruct, LitStr, Type, parse_quote};

use super::tree::{missing, module, name, within};
use crate::SpecError;
use singles::Singles;

/// A property: the field that holds it, its name in the API and its type.
struct Property {
    ident: Ident,
    name: String,
    held: Type,
}

/// Changes all builders of the module `types::builder`, and the error that they give.
pub fn complete(file: &mut File) -> Result<(), SpecError> {
    let types = module(&mut file.items, "types")?;
    let mut names = BTreeMap::new();
    let mut singles = Singles::default();
    for item in types.iter() {
        let Item::Struct(item) = item else { continue };
        for field in &item.fields {
            singles.add(&field.ty);
            if let Some(ident) = &field.ident {
                let key = (item.ident.to_string(), ident.to_string());
                names.insert(key, name_in_api(field, ident)?);
            }
        }
    }
    let error: File = parse_quote!(
        pub use crate::runtime::ConversionError;
    );
    *module(types, "error")? = error.items;

    let builders = module(types, "builder")?;
    let mut of_builders = BTreeMap::new();
    for item in builders.iter_mut() {
        if let Item::Struct(item) = item {
            of_builders.insert(item.ident.to_string(), properties(item, &names)?);
        }
    }
    if of_builders.is_empty() {
        return Err(missing("builder of a type"));
    }
    let mut impls: BTreeMap<String, (Option<&mut ItemImpl>, Option<&mut ItemImpl>)> =
        BTreeMap::new();
    for item in builders.iter_mut() {
        let Item::Impl(item) = item else { continue };
        let Some(of) = name(&item.self_ty).map(Ident::to_string) else {
            continue;
        };
        let (initial, methods) = impls.entry(of).or_default();
        if item.trait_.is_none() {
            *methods = Some(item);
        } else if is_default(item) {
            *initial = Some(item);
        }
    }
    for (builder, properties) in &of_builders {
        let (initial, methods) = impls.remove(builder).unwrap_or_default();
        let initial = initial.ok_or_else(|| missing(format!("`Default` of `{builder}`")))?;
        setters::name_missing(initial, properties);
        let methods = methods.ok_or_else(|| missing(format!("setters of `{builder}`")))?;
        setters::setters(methods, builder, properties)?;
        setters::build(methods, builder);
    }
    types.extend(singles.marked().items);
    let nullable = singles.nullable.iter();
    let nullable = nullable.filter(|name| of_builders.contains_key(*name));
    types.extend(nullable.map(|name| singles::nullable_from_builder(name)));
    Ok(())
}

/// The name that serde has for a field.
pub fn name_in_api(field: &Field, ident: &Ident) -> Result<String, SpecError> {
    let mut name = ident.to_string();
    for attribute in &field.attrs {
        if attribute.path().is_ident("serde") {
            let read = attribute.parse_nested_meta(|meta| {
                if let Ok(value) = meta.value() {
                    let text: LitStr = value.parse()?;
                    if meta.path.is_ident("rename") {
                        name = text.value();
                    }
                }
                Ok(())
            });
            read.map_err(|_| missing(format!("`serde` attribute that is known on `{ident}`")))?;
        }
    }
    Ok(name)
}

/// The properties of a builder, whose fields hold an error that keeps its source.
fn properties(
    item: &mut ItemStruct,
    names: &BTreeMap<(String, String), String>,
) -> Result<Vec<Property>, SpecError> {
    let builder = item.ident.to_string();
    let mut properties = Vec::new();
    for field in &mut item.fields {
        let Some(ident) = field.ident.clone() else {
            continue;
        };
        let held = within(&field.ty, "Result").cloned();
        let known = names.get(&(builder.clone(), ident.to_string())).cloned();
        let (Some(held), Some(name)) = (held, known) else {
            return Err(missing(format!("property `{ident}` of `{builder}`")));
        };
        field.ty = parse_quote!(::std::result::Result<#held, super::error::ConversionError>);
        properties.push(Property { ident, name, held });
    }
    Ok(properties)
}

fn is_default(item: &ItemImpl) -> bool {
    let of = item
        .trait_
        .as_ref()
        .and_then(|(path, _)| path.segments.last());
    of.is_some_and(|name| name.ident == "Default")
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{altered, assert_has, assert_stops, client, flat};

    #[test]
    fn setters_take_what_the_type_of_the_property_takes() {
        let mut file = client();
        complete(&mut file).expect("completed");
        assert_has(
            &file,
            quote! {
                pub struct Page {
                    next_link: ::std::result::Result<::std::option::Option<::std::string::String>, super::error::ConversionError>,
                    value: ::std::result::Result<::std::vec::Vec<super::Thing>, super::error::ConversionError>,
                }
            },
        );
        assert_has(
            &file,
            quote! {
                Self {
                    next_link: Ok(Default::default()),
                    value: Err(super::error::ConversionError::missing("value")),
                }
            },
        );
        assert_has(
            &file,
            quote! {
                pub fn next_link<M>(mut self, value: impl crate::IntoProperty<::std::option::Option<::std::string::String>, M>) -> Self {
                    self.next_link = value.into_property().map_err(|error| error.within("nextLink"));
                    self
                }
            },
        );
        assert_has(
            &file,
            quote! {
                pub fn build(self) -> ::std::result::Result<super::Page, super::error::ConversionError> {
                    self.try_into()
                }
            },
        );
        assert_has(
            &file,
            quote!(
                pub mod error {
                    pub use crate::runtime::ConversionError;
                }
            ),
        );
    }

    #[test]
    fn each_type_of_a_single_value_is_marked_once() {
        let mut file: File = parse_quote! {
            pub mod types {
                pub struct A {
                    pub a: ::std::option::Option<::std::vec::Vec<B>>,
                    pub b: ::std::option::Option<crate::Nullable<B>>,
                    pub c: ::std::boxed::Box<A>,
                    pub d: ::std::collections::BTreeMap<String, ::std::vec::Vec<u8>>,
                    pub e: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    pub f: [u8; 2],
                    pub g: [u8; 3],
                    pub h: Map,
                    pub i: ::std::option::Option<crate::Nullable<crate::types::C>>,
                }
                pub struct B(pub [u8; 2]);
                pub mod error {}
                pub mod builder {
                    pub struct B {}
                    impl Default for B {}
                    impl B {}
                }
            }
        };
        complete(&mut file).expect("completed");
        let marked: [Type; 8] = [
            parse_quote!(B),
            parse_quote!(crate::Nullable<B>),
            parse_quote!(A),
            parse_quote!(u8),
            parse_quote!([u8; 2]),
            parse_quote!([u8; 3]),
            parse_quote!(Map),
            parse_quote!(crate::Nullable<crate::types::C>),
        ];
        assert_has(
            &file,
            quote!(#(impl crate::runtime::property::Single for #marked {})*),
        );
        assert_eq!(flat(&file).matches("Singlefor").count(), marked.len());
        assert_has(
            &file,
            quote!(impl ::std::convert::TryFrom<builder::B> for crate::Nullable<B>),
        );
        assert_eq!(flat(&file).matches("TryFrom<builder::").count(), 1);
    }

    #[test]
    fn a_changed_builder_stops_the_build() {
        assert_stops(
            complete,
            &[
                ("pub mod types {", "pub mod others {", "module `types`"),
                ("pub mod error {", "pub mod errors {", "module `error`"),
                (
                    "next_link: ::std::result::Result<",
                    "next_link: ::std::result::Either<",
                    "property `next_link` of `Page`",
                ),
                (
                    "impl ::std::default::Default for Page",
                    "impl ::std::default::Standard for Page",
                    "`Default` of `Page`",
                ),
                (
                    "pub fn next_link<T>",
                    "pub fn set_next_link<T>",
                    "setter `next_link` of `Page`",
                ),
            ],
        );
        let mut file = altered("rename = \"nextLink\"", "rename(\"nextLink\")");
        let error = complete(&mut file).expect_err("unknown").to_string();
        assert!(error.contains("`serde` attribute"), "{error}");
    }
}
