//! Lets tests call every operation by its id: a table for a macro of theirs, so that no list of operations is kept by
//! hand.

use quote::quote;
use syn::visit_mut::{self, VisitMut};

use super::{
    ident,
    operations::{Place, Request},
};
use crate::SpecError;

/// Emits the table.
pub fn emit(requests: &[Request]) -> Result<syn::File, SpecError> {
    let calls = requests.iter().map(|request| {
        let operation = request.operation;
        let (id, method) = (&operation.id, ident(&operation.name));
        let of = |place: Place| request.fields.iter().filter(move |field| field.place == place);
        let outside = request.fields.iter().filter(|field| {
            !matches!(field.place, Place::Body | Place::ContentType)
        });
        let parameters = outside.map(|field| {
            let (name, setter, ty) = (field.name, &field.setter, outside_crate(&field.ty));
            quote!(#name => #setter: #ty)
        });
        let body = of(Place::Body).map(|field| {
            let ty = outside_crate(&field.ty);
            if field.is_bytes() { quote!(bytes) } else { quote!(typed #ty) }
        });
        let content_type = of(Place::ContentType).map(|field| &field.setter);
        let returns = if request.is_raw() { quote!(bytes) } else { quote!(typed) };
        quote! {
            #id => #method(#(#parameters),*) takes [#(#body)*] of [#(#content_type)*] returns #returns;
        }
    });
    syn::parse2(quote!(operations! { #(#calls)* })).map_err(|error| {
        SpecError::new(
            "/paths",
            format!("the table of calls can't be written: {error}"),
            "look at codegen/src/finish/calls.rs",
        )
    })
}

/// A type as the tests can name it, which have `types` in scope and stand outside the crate.
fn outside_crate(of: &syn::Type) -> syn::Type {
    let mut ty = of.clone();
    Outside.visit_type_mut(&mut ty);
    ty
}

struct Outside;

impl VisitMut for Outside {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
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
