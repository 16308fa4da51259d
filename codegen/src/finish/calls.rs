//! A table of all calls, for a macro of the client's tests, so that no list of operations is kept by hand.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    File, Path, Type,
    visit_mut::{self, VisitMut},
};

use super::{
    ident,
    tree::{Builder, each_builder, is},
};
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
    let (id, method) = (&operation.id, ident(&operation.name));
    let mut parameters = Vec::new();
    for parameter in &operation.parameters {
        let name = &parameter.name;
        if name != API_VERSION {
            let setter = builder.field_name(name)?;
            let ty = outside(builder.value_type(name)?.clone());
            parameters.push(quote!(#name => #setter: #ty));
        }
    }
    let body = match &operation.body {
        Some(_) if is(builder.value_type("body")?, "Bytes") => quote!(bytes),
        Some(_) => {
            let ty = outside(builder.setter_type("body")?);
            quote!(typed #ty)
        }
        None => TokenStream::new(),
    };
    let content_type = operation.content_type().map(|_| quote!(content_type));
    let returns = match is(&builder.returned()?, "ByteStream") {
        true => quote!(bytes),
        false => quote!(typed),
    };
    Ok(quote! {
        #id => #method(#(#parameters),*) takes [#body] of [#content_type] returns #returns;
    })
}

/// A type as the tests name it, which stand outside the crate.
fn outside(mut of: Type) -> Type {
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

    Outside.visit_type_mut(&mut of);
    of
}
