//! Request builders own a handle to the client, so that they outlive it. `Debug` shows no body and no token.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Attribute, File, GenericArgument, GenericParam, Item, ItemStruct, Lifetime, PathArguments,
    ReturnType, Type, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::tree::{each_builder, is_word, missing, module};
use crate::{SpecError, document::operation::Operation};

/// Takes the lifetime out of all request builders, which hold a clone of the client instead of a reference.
pub fn own(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    each_builder(file, operations, |_, mut builder| {
        let mut references = 0;
        for field in &mut builder.item.fields {
            if let Type::Reference(reference) = &field.ty {
                field.ty = (*reference.elem).clone();
                references += 1;
            }
        }
        if references != 1 {
            return Err(missing(format!("reference in `{}`", builder.item.ident)));
        }
        let mut cloned = Clone(false);
        cloned.visit_block_mut(&mut builder.method("new")?.block);
        if !cloned.0 {
            return Err(missing(format!(
                "field `client` in `{}::new`",
                builder.item.ident
            )));
        }
        builder
            .item
            .attrs
            .retain(|attribute| !attribute.path().is_ident("derive"));
        builder.item.attrs.push(parse_quote!(#[derive(Clone)]));
        builder
            .item
            .attrs
            .push(parse_quote!(#[must_use = "a request does nothing until it is sent"]));
        Ok(())
    })?;
    WithoutLifetimes.visit_file_mut(file);
    let debug = module(file, "builder")?
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some(debug(item)),
            _ => None,
        });
    let debug: Vec<TokenStream> = debug.collect();
    let debug: File = parse_quote!(#(#debug)*);
    module(file, "builder")?.extend(debug.items);
    without_debug(file)
}

/// The client's own `Debug` stands in src/client.rs.
fn without_debug(file: &mut File) -> Result<(), SpecError> {
    let client = file.items.iter_mut().find_map(|item| match item {
        Item::Struct(item) if item.ident == "Client" => Some(item),
        _ => None,
    });
    let client = client.ok_or_else(|| missing("struct `Client`"))?;
    let derive: Attribute = parse_quote!(#[derive(Clone)]);
    let derives = client
        .attrs
        .iter_mut()
        .filter(|attribute| attribute.path().is_ident("derive"));
    derives.for_each(|attribute| *attribute = derive.clone());
    Ok(())
}

fn debug(item: &ItemStruct) -> TokenStream {
    let (builder, name) = (&item.ident, item.ident.to_string());
    let fields = item.fields.iter().filter_map(|field| field.ident.as_ref());
    let fields = fields.filter(|field| {
        let hidden = ["client", "api_version", "body"];
        !hidden.iter().any(|name| is_word(field, name))
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

struct Clone(bool);

impl VisitMut for Clone {
    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        if let syn::Expr::Path(value) = &field.expr
            && value.path.is_ident("client")
        {
            field.expr = parse_quote!(client.clone());
            self.0 = true;
        }
    }
}

/// Drops `'a` and `'_`, which only the reference to the client needs.
struct WithoutLifetimes;

fn is_the_lifetime(lifetime: &Lifetime) -> bool {
    lifetime.ident == "a" || lifetime.ident == "_"
}

impl VisitMut for WithoutLifetimes {
    fn visit_item_struct_mut(&mut self, item: &mut ItemStruct) {
        without(&mut item.generics);
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        if item.trait_.is_none() {
            without(&mut item.generics);
            visit_mut::visit_item_impl_mut(self, item);
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.as_ref().is_some_and(is_the_lifetime) {
            reference.lifetime = None;
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_path_segment_mut(&mut self, segment: &mut syn::PathSegment) {
        visit_mut::visit_path_segment_mut(self, segment);
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            let rest = std::mem::take(&mut arguments.args).into_iter().filter(|argument| {
                !matches!(argument, GenericArgument::Lifetime(lifetime) if is_the_lifetime(lifetime))
            });
            arguments.args = rest.collect();
            if arguments.args.is_empty() {
                segment.arguments = PathArguments::None;
            }
        }
    }

    fn visit_return_type_mut(&mut self, of: &mut ReturnType) {
        visit_mut::visit_return_type_mut(self, of);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        // The types have lifetimes of their own.
        if module.ident != "types" {
            visit_mut::visit_item_mod_mut(self, module);
        }
    }
}

fn without(generics: &mut syn::Generics) {
    let rest = std::mem::take(&mut generics.params).into_iter().filter(|parameter| {
        !matches!(parameter, GenericParam::Lifetime(parameter) if is_the_lifetime(&parameter.lifetime))
    });
    generics.params = rest.collect();
    if generics.params.is_empty() {
        (generics.lt_token, generics.gt_token) = (None, None);
    }
}
