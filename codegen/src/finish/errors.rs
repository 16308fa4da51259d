//! The service's errors are errors of Rust: those that the error responses hold.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, Ident, Item, Type, parse_quote};

use super::{
    ident,
    tree::{is, missing, module, name, within, words},
};
use crate::{
    SpecError,
    document::operation::Operation,
    lower::{ERROR_RESPONSE, OpenEnum},
};

/// The fields of the structs.
type Fields = BTreeMap<String, Vec<(Ident, Type)>>;

/// Implements `Display` and `Error` for what has a code or a message, and for what such an error stands in.
pub fn implement(
    file: &mut File,
    operations: &[Operation],
    enums: &[OpenEnum],
) -> Result<(), SpecError> {
    let types = module(&mut file.items, "types")?;
    let fields = fields(types);
    let reached = reached(operations, &fields);
    let texts = |field: &str, of: &str| text(&fields[of], field, enums);
    let is_error = |of: &&String| texts("code", of).or(texts("message", of)).is_some();
    let mut errors: BTreeSet<String> = reached.iter().filter(is_error).cloned().collect();
    let mut added: Vec<TokenStream> = Vec::new();
    for of in &errors {
        let [code, message, target] = ["code", "message", "target"]
            .map(|field| texts(field, of).unwrap_or_else(|| quote!(None)));
        let inner = inner(&fields[of], &errors);
        added.push(error(of, code, message, target, inner));
    }
    // What an error stands in may stand in another one.
    loop {
        let holder = reached.iter().find_map(|of| {
            let inner = inner(&fields[of], &errors).filter(|_| !errors.contains(of));
            Some((of, inner?))
        });
        let Some((of, inner)) = holder else { break };
        added.push(envelope(of, inner));
        errors.insert(of.clone());
    }
    if !errors.contains(ERROR_RESPONSE) {
        return Err(missing(format!("error in `{ERROR_RESPONSE}`")));
    }
    let added: File = parse_quote!(#(#added)*);
    types.extend(added.items);
    Ok(())
}

fn fields(types: &[Item]) -> Fields {
    let structs = types.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(item),
        _ => None,
    });
    let fields = structs.map(|item| {
        let fields = item.fields.iter();
        let named = fields.filter_map(|field| Some((field.ident.clone()?, field.ty.clone())));
        (item.ident.to_string(), named.collect())
    });
    fields.collect()
}

/// The structs that error responses are, and those within them.
fn reached(operations: &[Operation], fields: &Fields) -> BTreeSet<String> {
    let responses = operations
        .iter()
        .flat_map(|operation| operation.errors.values());
    let mut names: Vec<String> = responses.cloned().collect();
    names.push(ERROR_RESPONSE.to_owned());
    let mut reached = BTreeSet::new();
    while let Some(name) = names.pop() {
        if let Some(fields) = fields.get(&name)
            && reached.insert(name)
        {
            names.extend(fields.iter().flat_map(|(_, of)| words(of)));
        }
    }
    reached
}

/// A field as text that may be absent; `None` if there is no such field, or it is no text.
fn text(fields: &[(Ident, Type)], field: &str, enums: &[OpenEnum]) -> Option<TokenStream> {
    let (ident, of) = fields.iter().find(|(ident, _)| ident == field)?;
    let optional = within(of, "Option");
    let of = optional.unwrap_or(of);
    let is_open = |open: &OpenEnum| is(of, &open.name);
    match (is(of, "String"), enums.iter().any(is_open), optional) {
        (true, _, Some(_)) => Some(quote!(self.#ident.as_deref())),
        (true, _, None) => Some(quote!(Some(self.#ident.as_str()))),
        (_, true, Some(_)) => Some(quote!(self.#ident.as_ref().map(|value| value.as_str()))),
        (_, true, None) => Some(quote!(Some(self.#ident.as_str()))),
        _ => None,
    }
}

/// The one error, if any, that a field holds.
fn inner(fields: &[(Ident, Type)], errors: &BTreeSet<String>) -> Option<TokenStream> {
    fields.iter().find_map(|(ident, of)| {
        let optional = within(of, "Option");
        let of = optional.unwrap_or(of);
        let boxed = within(of, "Box");
        let name = name(boxed.unwrap_or(of))?.to_string();
        errors.contains(&name).then(|| match (optional, boxed) {
            (Some(_), Some(_)) => quote!(self.#ident.as_deref()),
            (Some(_), None) => quote!(self.#ident.as_ref()),
            (None, Some(_)) => quote!(Some(&*self.#ident)),
            (None, None) => quote!(Some(&self.#ident)),
        })
    })
}

fn error(
    of: &str,
    code: TokenStream,
    message: TokenStream,
    target: TokenStream,
    inner: Option<TokenStream>,
) -> TokenStream {
    let of = ident(of);
    let source = inner.map(|inner| {
        quote! {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                #inner.map(|inner| inner as _)
            }
        }
    });
    quote! {
        /// One line: the code, the message and what the error is about.
        impl std::fmt::Display for #of {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                crate::error::text::write_error(f, #code, #message, #target)
            }
        }

        impl std::error::Error for #of {
            #source
        }
    }
}

/// What an error stands in says what the error says.
fn envelope(of: &str, inner: TokenStream) -> TokenStream {
    let of = ident(of);
    quote! {
        /// The error's own line.
        impl std::fmt::Display for #of {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match #inner {
                    Some(error) => std::fmt::Display::fmt(error, f),
                    None => crate::error::text::write_error(f, None, None, None),
                }
            }
        }

        impl std::error::Error for #of {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                #inner.and_then(std::error::Error::source)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{altered, assert_has, client, flat, operations};

    #[test]
    fn an_error_is_what_has_a_code_or_a_message() {
        let mut file = client();
        implement(&mut file, operations(), &[]).expect("implemented");
        assert_has(
            &file,
            quote! {
                impl std::fmt::Display for CommunicationError {
                    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        crate::error::text::write_error(f, Some(self.code.as_str()), Some(self.message.as_str()), self.target.as_deref())
                    }
                }

                impl std::error::Error for CommunicationError {
                    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                        self.innererror.as_deref().map(|inner| inner as _)
                    }
                }
            },
        );
        assert_has(
            &file,
            quote! {
                crate::error::text::write_error(f, self.code.as_deref(), None, None)
            },
        );
        assert_has(&file, quote!(impl std::error::Error for Wrong {}));
        assert!(!flat(&file).contains("ErrorforAbsent"), "it has neither");
        assert!(!flat(&file).contains("ErrorforThing"), "it is no error");
    }

    #[test]
    fn what_an_error_stands_in_is_the_error() {
        let mut file = altered(
            "pub struct Absent {",
            "pub struct Absent { pub fault: Option<CommunicationErrorResponse>,",
        );
        implement(&mut file, operations(), &[]).expect("implemented");
        for (of, inner) in [
            ("CommunicationErrorResponse", quote!(Some(&self.error))),
            ("Absent", quote!(self.fault.as_ref())),
        ] {
            let of = ident(of);
            assert_has(
                &file,
                quote! {
                    impl std::error::Error for #of {
                        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                            #inner.and_then(std::error::Error::source)
                        }
                    }
                },
            );
        }
    }

    #[test]
    fn a_code_can_be_an_open_enum() {
        let open = OpenEnum {
            name: "Code".to_owned(),
            description: String::new(),
            source: String::new(),
            values: Vec::new(),
        };
        let code = quote!(self.code.as_ref().map(|value| value.as_str()));
        let fields = |of| vec![(ident("code"), of)];
        let optional = fields(parse_quote!(Option<crate::types::Code>));
        let found = text(&optional, "code", &[open]).expect("a text");
        assert_eq!(flat(&found), flat(&code));
        for of in [parse_quote!(u8), parse_quote!(crate::types::Other)] {
            assert!(text(&fields(of), "code", &[]).is_none());
        }
    }

    #[test]
    fn a_response_without_an_error_stops_the_build() {
        let mut file = altered("pub error: CommunicationError,", "pub other: String,");
        let error = implement(&mut file, operations(), &[]).expect_err("no error");
        let expected = "no error in `CommunicationErrorResponse`";
        assert!(error.to_string().contains(expected), "{error}");
    }
}
