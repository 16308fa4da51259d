//! Writes what users see: the request of each operation, the open enums and unions, and the docs of generated types.

pub mod calls;
pub mod docs;
pub mod mocks;
pub mod models;
pub mod nulls;
pub mod operations;
mod signatures;

use proc_macro2::{Ident, Span};

/// An identifier, with an underscore behind it where the word is Rust's own.
pub fn ident(name: &str) -> Ident {
    syn::parse_str(name).unwrap_or_else(|_| Ident::new(&format!("{name}_"), Span::call_site()))
}

/// A doc comment: text as rustdoc takes it.
pub fn doc(text: &str) -> proc_macro2::TokenStream {
    let lines = text.trim().lines().map(|line| format!(" {line}"));
    quote::quote!(#(#[doc = #lines])*)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_rust_get_an_underscore() {
        for (name, expected) in [
            ("topic", "topic"),
            ("type", "type_"),
            ("Self", "Self_"),
            ("chat_thread_id", "chat_thread_id"),
        ] {
            assert_eq!(ident(name).to_string(), expected);
        }
    }

    #[test]
    fn every_line_becomes_a_line_of_docs() {
        let tokens = doc(" One.\n\nTwo. \n");
        let expected = quote::quote!(#[doc = " One."] #[doc = " "] #[doc = " Two."]);
        assert_eq!(tokens.to_string(), expected.to_string());
    }
}
