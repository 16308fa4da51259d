//! A table of all calls, for a macro of the client's tests, so that no list of operations is kept by hand.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{File, ReturnType, Type, visit_mut::VisitMut};

use super::tree::{Builder, argument, each_builder, is, missing};
use crate::{
    SpecError,
    document::operation::{API_VERSION, Operation},
};

/// The table of the operations of a finished client.
pub fn table(client: &mut File, operations: &[Operation]) -> Result<String, SpecError> {
    let mut rows = String::new();
    each_builder(client, operations, |operation, mut builder| {
        rows.push_str(&format!("    {}\n", row(operation, &mut builder)?));
        Ok(())
    })?;
    Ok(format!("operations! {{\n{rows}}}\n"))
}

fn row(operation: &Operation, builder: &mut Builder) -> Result<TokenStream, SpecError> {
    let (id, method) = (&operation.id, format_ident!("{}", operation.name));
    let mut parameters = Vec::new();
    for parameter in &operation.parameters {
        let name = &parameter.name;
        if name != API_VERSION {
            let (setter, ty) = (
                &builder.field(name)?.ident,
                outside(builder.value_type(name)?),
            );
            parameters.push(quote!(#name => #setter: #ty));
        }
    }
    let body = match &operation.body {
        Some(_) if is(builder.value_type("body")?, "Bytes") => quote!(bytes),
        Some(_) => {
            let ty = builder.setter_type("body")?;
            let ty = outside(&ty);
            quote!(typed #ty)
        }
        None => TokenStream::new(),
    };
    let content_type = operation.content_type().map(|_| quote!(content_type));
    let ReturnType::Type(_, result) = &builder.method("send")?.sig.output else {
        return Err(missing(format!("result of `{}`", operation.id)));
    };
    let returned = argument(result).and_then(argument);
    let returns = match returned.is_some_and(|returned| is(returned, "ByteStream")) {
        true => quote!(bytes),
        false => quote!(typed),
    };
    Ok(quote! {
        #id => #method(#(#parameters),*) takes [#body] of [#content_type] returns #returns;
    })
}

/// A type as the tests name it, which stand outside the crate.
fn outside(of: &Type) -> Type {
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
            syn::visit_mut::visit_path_mut(self, path);
        }
    }

    let mut of = of.clone();
    Outside.visit_type_mut(&mut of);
    of
}
