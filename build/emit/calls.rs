//! Lets tests call every operation by its id: a table for a macro of theirs, so that no list of operations is kept by
//! hand.

use quote::quote;

use super::{
    ident,
    operations::{Place, Request},
};
use crate::steps::Problem;

/// Emits the table.
pub fn emit(requests: &[Request]) -> Result<syn::File, Problem> {
    let calls = requests.iter().map(|request| {
        let operation = request.operation;
        let (id, method) = (&operation.id, ident(&operation.name));
        let of = |place: Place| request.fields.iter().filter(move |field| field.place == place);
        let outside = request.fields.iter().filter(|field| {
            !matches!(field.place, Place::Body | Place::ContentType)
        });
        let parameters = outside.map(|field| {
            let (name, setter, ty) = (field.name, &field.setter, &field.ty);
            quote!(#name => #setter: #ty)
        });
        let body = of(Place::Body).map(|field| {
            let ty = &field.ty;
            if field.is_bytes() { quote!(bytes) } else { quote!(typed #ty) }
        });
        let content_type = of(Place::ContentType).map(|field| &field.setter);
        let returns = if request.is_raw() { quote!(bytes) } else { quote!(typed) };
        quote! {
            #id => #method(#(#parameters),*) takes [#(#body)*] of [#(#content_type)*] returns #returns;
        }
    });
    syn::parse2(quote!(operations! { #(#calls)* })).map_err(|error| {
        Problem::new(
            "/paths",
            format!("the table of calls can't be written: {error}"),
            "look at build/emit/calls.rs",
        )
    })
}
