//! Names that progenitor is given in place of the API's, and the way back.
//!
//! progenitor makes the name in Rust from the name in requests and JSON. Where that can't be, it is given the name that
//! Rust is to have, marked with a private character that no identifier keeps, and the API's name is put back into the
//! literals of its code.

use std::collections::BTreeMap;

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use syn::LitStr;

/// The first of the private characters that mark names.
const FIRST: u32 = 0xF_0000;
/// The last of them.
const LAST: u32 = 0xF_FFFD;

/// The names that stand for others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Renamed {
    /// The names of the API by those that stand for them.
    names: BTreeMap<String, String>,
}

impl Renamed {
    /// The name that stands for `name` and becomes `wanted` in Rust.
    pub fn stand_in(&mut self, wanted: &str, name: &str) -> String {
        let mark = u32::try_from(self.names.len()).ok();
        let mark = mark.and_then(|count| char::from_u32((FIRST + count).min(LAST)));
        let marked = format!("{wanted}{}", mark.unwrap_or_default());
        self.names.insert(marked.clone(), name.to_owned());
        marked
    }

    /// The name of the API that a name stands for; the name itself where it stands for no other.
    pub fn original<'n>(&'n self, name: &'n str) -> &'n str {
        self.names.get(name).map_or(name, String::as_str)
    }

    /// What a name that stands for another becomes in Rust; the name itself where it stands for no other.
    pub fn wanted<'n>(&self, name: &'n str) -> &'n str {
        name.trim_end_matches(is_mark)
    }

    /// Puts the names of the API back into all literals.
    pub fn restore(&self, tokens: TokenStream) -> TokenStream {
        if self.names.is_empty() {
            return tokens;
        }
        tokens
            .into_iter()
            .map(|token| self.restored(token))
            .collect()
    }

    fn restored(&self, token: TokenTree) -> TokenTree {
        match token {
            TokenTree::Group(group) => {
                let mut restored = Group::new(group.delimiter(), self.restore(group.stream()));
                restored.set_span(group.span());
                restored.into()
            }
            TokenTree::Literal(literal) => {
                let text = syn::parse_str::<LitStr>(&literal.to_string());
                match text.map(|text| text.value()) {
                    Ok(text) if text.contains(is_mark) => {
                        Literal::string(&self.original_text(text)).into()
                    }
                    _ => literal.into(),
                }
            }
            other => other,
        }
    }

    fn original_text(&self, mut text: String) -> String {
        for (marked, name) in &self.names {
            if text.contains(marked) {
                text = text.replace(marked, name);
            }
        }
        text
    }
}

fn is_mark(character: char) -> bool {
    (FIRST..=LAST).contains(&character.into())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn the_names_of_the_api_come_back() {
        let mut renamed = Renamed::default();
        let id = renamed.stand_in("id", "resource\"Id");
        let other = renamed.stand_in("id", "ID");
        assert_ne!(id, other);
        let docs = format!("The {id} and {other}.");
        let code = quote! { #[doc = #docs] { a(#id, [b(#other, 5, 'x', "id", b"id")]) } };
        let expected = quote! { #[doc = "The resource\"Id and ID."] { a("resource\"Id", [b("ID", 5, 'x', "id", b"id")]) } };
        assert_eq!(renamed.restore(code).to_string(), expected.to_string());
        assert_eq!(
            (renamed.original(&other), renamed.original("x")),
            ("ID", "x")
        );
    }
}
