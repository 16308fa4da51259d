//! A table of all calls for a macro of the client's tests, so that no list of operations is kept by hand.

use acs_chat_codegen::{Document, document::operation::Operation};
use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, Path, PathArguments, ReturnType, Type,
    TypeParamBound, WherePredicate,
    visit_mut::{self, VisitMut},
};

/// The table of the operations of a finished client.
pub fn table(document: &Document, client: &str) -> String {
    let client = syn::parse_file(client).expect("Rust");
    let builders = client.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_ref(),
        _ => None,
    });
    let (_, builders) = builders.expect("request builders");
    let rows = document.operations.iter().map(|operation| {
        let builder = builders.iter().find_map(|item| match item {
            Item::Impl(item)
                if item.trait_.is_none() && is(&item.self_ty, &operation.type_name) =>
            {
                Some(item)
            }
            _ => None,
        });
        row(operation, builder.expect("a request builder"))
    });
    let rows: Vec<String> = rows.map(|row| row.to_string()).collect();
    format!("operations! {{\n{}\n}}\n", rows.join("\n"))
}

fn row(operation: &Operation, builder: &ItemImpl) -> TokenStream {
    let (id, method) = (&operation.id, format_ident!("{}", operation.name));
    let parameters = operation.parameters.iter();
    let parameters = parameters.filter(|parameter| parameter.name != "api-version");
    let parameters = parameters.map(|parameter| {
        let setter = function(builder, &parameter.name.to_snake_case());
        let (name, ident, ty) = (&parameter.name, &setter.sig.ident, converted(setter));
        quote!(#name => #ident: #ty)
    });
    let body = operation.body.as_ref().map(|_| {
        let ty = converted(function(builder, "body"));
        if is(&ty, "Bytes") {
            quote!(bytes)
        } else {
            quote!(typed #ty)
        }
    });
    let content_type = operation.content_type().map(|_| quote!(content_type));
    let ReturnType::Type(_, result) = &function(builder, "send").sig.output else {
        panic!("`send` returns nothing");
    };
    let returned = argument(result).and_then(argument).expect("a result");
    let returns = if is(returned, "ByteStream") {
        quote!(bytes)
    } else {
        quote!(typed)
    };
    quote! {
        #id => #method(#(#parameters),*) takes [#body] of [#content_type] returns #returns;
    }
}

fn function<'f>(builder: &'f ItemImpl, name: &str) -> &'f ImplItemFn {
    let found = builder.items.iter().find_map(|item| match item {
        ImplItem::Fn(function) if function.sig.ident.to_string().trim_end_matches('_') == name => {
            Some(function)
        }
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no method `{name}`"))
}

/// `T` of the bound `V: TryInto<T>` of a setter, as the tests name it, which stand outside the crate.
fn converted(setter: &ImplItemFn) -> Type {
    let predicates = &setter
        .sig
        .generics
        .where_clause
        .as_ref()
        .expect("bounds")
        .predicates;
    let Some(WherePredicate::Type(predicate)) = predicates.first() else {
        panic!("a setter without a bound");
    };
    let Some(TypeParamBound::Trait(bound)) = predicate.bounds.first() else {
        panic!("a setter that converts nothing");
    };
    let mut ty = of_path(&bound.path).expect("a type").clone();
    Outside.visit_type_mut(&mut ty);
    ty
}

fn is(of: &Type, name: &str) -> bool {
    matches!(of, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

fn argument(of: &Type) -> Option<&Type> {
    match of {
        Type::Path(path) => of_path(&path.path),
        _ => None,
    }
}

fn of_path(path: &Path) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    })
}

struct Outside;

impl VisitMut for Outside {
    fn visit_path_mut(&mut self, path: &mut Path) {
        if path
            .segments
            .first()
            .is_some_and(|first| first.ident == "crate")
        {
            path.segments = path.segments.iter().skip(1).cloned().collect();
        }
        visit_mut::visit_path_mut(self, path);
    }
}
