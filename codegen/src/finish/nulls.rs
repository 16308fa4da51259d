//! A property that may be null is read as well as written: serde reads null into an `Option` as absent.

use syn::{Item, parse_quote};

use super::tree::{is, module, within};
use crate::SpecError;

/// Makes serde keep the null of every field of type `Option<Nullable<…>>`.
pub fn keep(file: &mut syn::File) -> Result<(), SpecError> {
    for item in module(&mut file.items, "types")? {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            let optional = within(&field.ty, "Option");
            if optional.is_some_and(|of| is(of, "Nullable")) {
                field.attrs.push(parse_quote!(
                    #[serde(default, deserialize_with = "crate::runtime::nullable::given")]
                ));
            }
        }
    }
    Ok(())
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
        keep(&mut client).expect("types");
        let text = client.to_token_stream().to_string();
        assert_eq!(text.matches("deserialize_with").count(), 1, "{text}");
        let before = text.split("deserialize_with").next().unwrap_or_default();
        assert!(!before.contains("pub a"), "{text}");
    }
}
