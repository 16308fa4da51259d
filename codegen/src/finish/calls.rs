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
            let setter = builder.field_name(&parameter.rust)?;
            let ty = outside(builder.value_type(&parameter.rust)?.clone());
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
        false if operation.pageable.is_some() => quote!(pages),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::{
        fixture::{altered, assert_stops, client, flat, operations},
        runtime,
    };

    #[test]
    fn each_operation_has_a_row_with_its_parameters_body_and_result() {
        let mut client = client();
        runtime::redirect(&mut client).expect("redirected");
        let table = table(&mut client, operations()).expect("a table");
        let expected = quote! { operations! {
            "Things_ListThings" => list_things(
                "chatThreadId" => chat_thread_id: ::std::string::String, "maxPageSize" => max_page_size: i64
            ) takes [] of [] returns pages;
            "Things_CreateThing" => create_thing(
                "repeatability-request-id" => repeatability_request_id: ::std::string::String,
                "priority" => priority: i64,
                "type" => type_: ::std::string::String
            ) takes [typed types::Thing] of [] returns typed;
            "Things_Notify" => notify("chatThreadId" => chat_thread_id: ::std::string::String)
                takes [typed types::Thing] of [] returns typed;
            "Things_SetPicture" => set_picture("thingId" => thing_id: i64)
                takes [bytes] of [content_type] returns bytes;
        } };
        let table: TokenStream = table.parse().expect("Rust");
        assert_eq!(flat(&table), flat(&expected));
    }

    #[test]
    fn types_are_named_as_outside_the_crate() {
        let mut client = altered(
            "max_page_size: Result<Option<i64>",
            "max_page_size: Result<Option<crate::Size<crate::One>>",
        );
        let table = table(&mut client, operations()).expect("a table");
        assert!(table.contains("max_page_size : Size < One >"), "{table}");
    }

    #[test]
    fn a_changed_request_builder_stops_the_build() {
        assert_stops(
            |file| table(file, operations()).map(drop),
            &[
                (
                    "pub struct Notify<'a>",
                    "pub struct Other<'a>",
                    "request builder `Notify`",
                ),
                (
                    "impl<'a> Notify<'a>",
                    "impl<'a> Other<'a>",
                    "request builder `Notify`",
                ),
                (
                    "thing_id: Result<i64, String>",
                    "other: Result<i64, String>",
                    "field for `thingId` in `SetPicture`",
                ),
                (
                    "thing_id: Result<i64, String>",
                    "thing_id: i64",
                    "`Result` for `thingId` in `SetPicture`",
                ),
                (
                    "V: std::convert::TryInto<types::Thing>,",
                    "",
                    "bound of the setter `body` in `CreateThing`",
                ),
                (
                    "pub async fn send(self) -> Result<ResponseValue<types::Page>, Error<()>>",
                    "pub async fn send(self)",
                    "result of `send` in `ListThings`",
                ),
                (
                    "pub async fn send(",
                    "pub async fn call(",
                    "method `send` in `ListThings`",
                ),
            ],
        );
    }
}
