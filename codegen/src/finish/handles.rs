//! Request builders own a handle to the client, so that they outlive it. `Debug` shows no body and no token.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Attribute, File, GenericArgument, GenericParam, Generics, Item, ItemMod, ItemStruct, Lifetime,
    PathArguments, PathSegment, Type, TypeReference, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::tree::{each_builder, missing, module};
use crate::{SpecError, document::operation::Operation};

/// Takes the lifetime out of all request builders, which hold a clone of the client instead of a reference.
pub fn own(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    each_builder(file, operations, |_, mut builder| {
        let client = builder.field("client")?;
        let Type::Reference(reference) = &client.ty else {
            return Err(builder.missing("reference to the client"));
        };
        client.ty = (*reference.elem).clone();
        builder.each_value("new", "client", |value| {
            *value = parse_quote!(client.clone())
        })?;
        derive_clone(&mut builder.item.attrs);
        let must_use = parse_quote!(#[must_use = "a request does nothing until it is sent"]);
        builder.item.attrs.push(must_use);
        Ok(())
    })?;
    WithoutLifetimes.visit_file_mut(file);
    let builders = module(&mut file.items, "builder")?;
    let debug = builders.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(debug(item)),
        _ => None,
    });
    let debug: File = parse_quote!(#(#debug)*);
    builders.extend(debug.items);
    let client = file.items.iter_mut().find_map(|item| match item {
        Item::Struct(item) if item.ident == "Client" => Some(item),
        _ => None,
    });
    // Its `Debug` stands in src/client.rs.
    derive_clone(&mut client.ok_or_else(|| missing("struct `Client`"))?.attrs);
    Ok(())
}

fn derive_clone(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !attribute.path().is_ident("derive"));
    attributes.insert(0, parse_quote!(#[derive(Clone)]));
}

fn debug(item: &ItemStruct) -> TokenStream {
    let (builder, name) = (&item.ident, item.ident.to_string());
    let fields = item.fields.iter().filter_map(|field| field.ident.as_ref());
    let fields = fields.filter(|field| {
        !["client", "api_version", "body"]
            .iter()
            .any(|hidden| field == hidden)
    });
    let fields = fields.map(|field| {
        let name = field.to_string();
        quote!(.field(#name, &self.#field.as_ref().ok()))
    });
    quote! {
        impl std::fmt::Debug for #builder {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(#name)#(#fields)*.finish_non_exhaustive()
            }
        }
    }
}

/// Drops `'a` and `'_`, which only the reference to the client needs.
struct WithoutLifetimes;

fn is_the_lifetime(lifetime: &Lifetime) -> bool {
    lifetime.ident == "a" || lifetime.ident == "_"
}

impl VisitMut for WithoutLifetimes {
    fn visit_generics_mut(&mut self, generics: &mut Generics) {
        let parameters = std::mem::take(&mut generics.params).into_iter();
        let rest = parameters.filter(|parameter| {
            !matches!(parameter, GenericParam::Lifetime(of) if is_the_lifetime(&of.lifetime))
        });
        generics.params = rest.collect();
        visit_mut::visit_generics_mut(self, generics);
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        reference
            .lifetime
            .take_if(|lifetime| is_the_lifetime(lifetime));
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_path_segment_mut(&mut self, segment: &mut PathSegment) {
        visit_mut::visit_path_segment_mut(self, segment);
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            let all = std::mem::take(&mut arguments.args).into_iter();
            let rest = all.filter(|argument| {
                !matches!(argument, GenericArgument::Lifetime(of) if is_the_lifetime(of))
            });
            arguments.args = rest.collect();
            if arguments.args.is_empty() {
                segment.arguments = PathArguments::None;
            }
        }
    }

    fn visit_item_mod_mut(&mut self, module: &mut ItemMod) {
        // The types have lifetimes of their own.
        if module.ident != "types" {
            visit_mut::visit_item_mod_mut(self, module);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{
        assert_has, assert_stops, builder_method, client, flat, operations,
    };

    fn owned() -> File {
        let mut file = client();
        own(&mut file, operations()).expect("owned");
        file
    }

    #[test]
    fn a_request_builder_holds_a_clone_of_the_client() {
        let mut file = owned();
        assert_has(
            &file,
            quote! {
                #[must_use = "a request does nothing until it is sent"]
                pub struct SetPicture {
                    client: super::Client,
                    thing_id: Result<i64, String>,
                    api_version: Result<::std::string::String, String>,
                    body: Result<reqwest::Body, String>,
                }
            },
        );
        let new = builder_method(&mut file, "SetPicture", "new");
        assert_has(&new, quote!(pub fn new(client: &super::Client) -> Self));
        assert_has(&new, quote!(client: client.clone()));
        let called = quote!({ builder::SetPicture::new(self) });
        assert_has(
            &file,
            quote!(pub fn set_picture(&self) -> builder::SetPicture #called),
        );
    }

    #[test]
    fn other_lifetimes_stay() {
        let file = flat(&owned());
        assert!(file.contains("fnapi_version()->&'staticstr"));
        let builders = file.split("pubmodbuilder{usesuper::types;").nth(1);
        assert!(!builders.expect("the builders").contains("'a"));
        assert!(file.contains("ConversionError(::std::borrow::Cow<'static,str>)"));
    }

    #[test]
    fn debug_shows_no_client_version_or_body() {
        let file = owned();
        assert_has(
            &file,
            quote! {
                impl std::fmt::Debug for CreateThing {
                    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.debug_struct("CreateThing")
                            .field("priority", &self.priority.as_ref().ok())
                            .field("repeatability_request_id", &self.repeatability_request_id.as_ref().ok())
                            .field("type_", &self.type_.as_ref().ok())
                            .finish_non_exhaustive()
                    }
                }
            },
        );
        let builders_and_client = operations().len() + 1;
        let (with_types, derived) = (flat(&file), "#[derive(Clone)]");
        assert_eq!(with_types.matches(derived).count(), builders_and_client);
    }

    #[test]
    fn a_client_without_the_reference_stops_the_build() {
        assert_stops(
            |file| own(file, operations()),
            &[
                (
                    "client: &'a super::Client,\n",
                    "client: super::Client,\n",
                    "reference to the client in `ListThings`",
                ),
                (
                    "client: client,",
                    "other: client,",
                    "value of `client` in `new` in `ListThings`",
                ),
                (
                    "pub struct Client {",
                    "pub struct Connection {",
                    "struct `Client`",
                ),
            ],
        );
    }
}
