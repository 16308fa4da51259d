//! Lets a property that may be null be read as well as written: to serde, null in an `Option` is the same as absent.

use syn::{Item, Type, parse_quote};

use super::signatures::inner;

/// Has every field of type `Option<Nullable<…>>` read by a function that keeps the null.
pub fn keep(client: &mut syn::File) {
    for item in &mut client.items {
        if let Item::Mod(module) = item
            && module.ident == "types"
            && let Some((_, items)) = &mut module.content
        {
            items.iter_mut().for_each(fields);
        }
    }
}

fn fields(item: &mut Item) {
    let Item::Struct(item) = item else {
        return;
    };
    for field in &mut item.fields {
        if inner(&field.ty).is_some_and(|ty| is_nullable(&ty)) {
            field
                .attrs
                .push(parse_quote!(#[serde(default, deserialize_with = "crate::nullable::given")]));
        }
    }
}

fn is_nullable(ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|segment| segment.ident == "Nullable")
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn only_fields_that_may_be_null_are_read_by_the_function() {
        let mut client: syn::File = parse_quote! {
            pub mod types {
                pub struct A {
                    pub a: ::std::option::Option<crate::Nullable<crate::types::B>>,
                    pub b: Option<String>,
                    pub c: crate::Nullable<u8>,
                }
            }
        };
        keep(&mut client);
        let text = client.to_token_stream().to_string();
        assert_eq!(text.matches("deserialize_with").count(), 1, "{text}");
        let before = text.split("deserialize_with").next().unwrap_or_default();
        assert!(!before.contains("pub a"), "{text}");
    }
}
