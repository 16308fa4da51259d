//! Builders of types: setters take all that a property's type can be made of, `build` builds the type, and an error names
//! the property as the API does and keeps its source.

use std::collections::{BTreeMap, BTreeSet};

use syn::{
    Expr, Field, FieldValue, File, Ident, ImplItem, Item, ItemImpl, ItemStruct, LitStr, Member,
    Type, parse_quote, visit_mut::VisitMut,
};

use super::{
    ident,
    tree::{self, arguments, is, is_path, missing, module, name, within, words},
};
use crate::SpecError;

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
        name_missing(initial, properties);
        let methods = methods.ok_or_else(|| missing(format!("setters of `{builder}`")))?;
        setters(methods, builder, properties)?;
        build(methods, builder);
    }
    types.extend(singles.marked().items);
    let nullable = singles.nullable.iter();
    let nullable = nullable.filter(|name| of_builders.contains_key(*name));
    types.extend(nullable.map(|name| nullable_from_builder(name)));
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

/// What is not given is missing by its name in the API.
fn name_missing(initial: &mut ItemImpl, properties: &[Property]) {
    struct Missing<'p>(&'p [Property]);

    impl VisitMut for Missing<'_> {
        fn visit_field_value_mut(&mut self, value: &mut FieldValue) {
            let is_required =
                matches!(&value.expr, Expr::Call(call) if is_path(&call.func, &["Err"]));
            let of = self.0.iter().find(
                |property| matches!(&value.member, Member::Named(name) if *name == property.ident),
            );
            if let (true, Some(Property { name, .. })) = (is_required, of) {
                value.expr = parse_quote!(Err(super::error::ConversionError::missing(#name)));
            }
        }
    }

    Missing(properties).visit_item_impl_mut(initial);
}

/// Replaces the setters, which take only what converts into the property's type as a whole.
fn setters(
    methods: &mut ItemImpl,
    builder: &str,
    properties: &[Property],
) -> Result<(), SpecError> {
    for Property { ident, name, held } in properties {
        let mut setters = methods.items.iter_mut().filter_map(|item| match item {
            ImplItem::Fn(function) if function.sig.ident == *ident => Some(function),
            _ => None,
        });
        let setter = setters.next();
        let setter = setter.ok_or_else(|| missing(format!("setter `{ident}` of `{builder}`")))?;
        let attributes = &setter.attrs;
        *setter = parse_quote! {
            #(#attributes)*
            pub fn #ident<M>(mut self, value: impl crate::IntoProperty<#held, M>) -> Self {
                self.#ident = value.into_property().map_err(|error| error.within(#name));
                self
            }
        };
    }
    Ok(())
}

/// Adds `build`, unless a property is called so.
fn build(methods: &mut ItemImpl, builder: &str) {
    let is_taken = tree::method(methods, "build").is_some();
    if !is_taken {
        let of = ident(builder);
        methods.items.push(parse_quote! {
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(self) -> ::std::result::Result<super::#of, super::error::ConversionError> {
                self.try_into()
            }
        });
    }
}

/// What may be null is made of its builder too.
fn nullable_from_builder(of: &str) -> Item {
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

/// The types of values that are neither optional nor a list nor a map, each once.
#[derive(Default)]
struct Singles {
    types: Vec<Type>,
    known: BTreeSet<Vec<String>>,
    /// The names of those that may be null.
    nullable: BTreeSet<String>,
}

impl Singles {
    /// Tells the runtime which they are.
    fn marked(&self) -> File {
        let types = &self.types;
        parse_quote!(#(impl crate::runtime::property::Single for #types {})*)
    }

    fn add(&mut self, of: &Type) {
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

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{altered, assert_has, assert_stops, client, flat};
    use crate::finish::tree::is_impl_of;

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
    fn a_property_called_build_keeps_its_setter() {
        let mut file = client();
        let builders = module(module(&mut file.items, "types").expect("types"), "builder");
        let item = builders
            .expect("builders")
            .iter_mut()
            .find_map(|item| match item {
                Item::Impl(item) if is_impl_of(item, "Page") => Some(item),
                _ => None,
            });
        let item = item.expect("a builder");
        item.items.push(parse_quote!(
            pub fn build<T>(mut self, value: T) -> Self {
                self
            }
        ));
        let before = item.items.len();
        build(item, "Page");
        assert_eq!(item.items.len(), before);
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
