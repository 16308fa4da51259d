//! The documented headers of responses, as methods that read them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, ImplItemFn, parse_quote};

use super::{docs, ident, tree::module};
use crate::{
    SpecError,
    document::operation::{Header, Operation},
};

/// Adds a type for each operation whose responses have documented headers, beside its request builder.
pub fn add(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    let builders = module(&mut file.items, "builder")?;
    for operation in operations
        .iter()
        .filter(|operation| !operation.headers.is_empty())
    {
        let name = type_name(operation);
        if operations.iter().any(|other| other.type_name == name) {
            return Err(SpecError::new(
                format!("{}/operationId", operation.place),
                format!(
                    "the headers of its responses would become the type `{name}`, which is a request"
                ),
                "rename one of the two operations",
            ));
        }
        let added = headers(operation, &name);
        builders.extend(added.items);
    }
    Ok(())
}

/// The name of the type.
pub fn type_name(operation: &Operation) -> String {
    format!("{}Headers", operation.type_name)
}

fn headers(operation: &Operation, name: &str) -> File {
    let name = ident(name);
    let text = format!(
        "The documented headers of the responses of [`ChatClient::{0}`](crate::ChatClient::{0}).\n\nSource: operation `{1}`.",
        operation.name, operation.id
    );
    let (docs, methods) = (docs(&text), operation.headers.iter().map(method));
    parse_quote! {
        #(#docs)*
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'r>(&'r ::http::HeaderMap);

        impl<'r> #name<'r> {
            /// Reads the headers of a response.
            pub fn of<T>(response: &'r ResponseValue<T>) -> Self {
                Self(response.headers())
            }

            #(#methods)*
        }
    }
}

fn method(header: &Header) -> ImplItemFn {
    let Header {
        name,
        rust,
        description,
        kind,
    } = header;
    let text = format!(
        "{description}\n\nReturns `None` if the response lacks it or it is malformed.\n\nSource: header `{name}`."
    );
    let (docs, method, lower) = (docs(&text), ident(rust), name.to_lowercase());
    let of: TokenStream = match (kind.0.as_str(), kind.1.as_str()) {
        ("integer", "int32") => quote!(i32),
        ("integer", _) => quote!(i64),
        ("number", _) => quote!(f64),
        ("boolean", _) => quote!(bool),
        ("string", "date-time") => quote!(::chrono::DateTime<::chrono::Utc>),
        _ => {
            return parse_quote! {
                #(#docs)*
                pub fn #method(&self) -> Option<&'r str> {
                    crate::runtime::header::text(self.0, #lower)
                }
            };
        }
    };
    parse_quote! {
        #(#docs)*
        pub fn #method(&self) -> Option<#of> {
            crate::runtime::header::text(self.0, #lower)?.parse().ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{assert_has, client, flat, operations};

    fn with_headers(headers: &[(&str, &str, &str)]) -> Vec<Operation> {
        let mut operations = operations().to_vec();
        let header = |(name, of, format): &(&str, &str, &str)| Header {
            name: (*name).to_owned(),
            rust: super::super::snake(name).to_string(),
            description: "What.".to_owned(),
            kind: ((*of).to_owned(), (*format).to_owned()),
        };
        operations[0].headers = headers.iter().map(header).collect();
        operations
    }

    #[test]
    fn headers_are_read_by_their_types() {
        let mut file = client();
        let operations = with_headers(&[
            ("Operation-Location", "string", ""),
            ("x-count", "integer", "int32"),
            ("x-when", "string", "date-time"),
        ]);
        add(&mut file, &operations).expect("added");
        assert_has(
            &file,
            quote! {
                #[doc = " What."]
                #[doc = " "]
                #[doc = " Returns `None` if the response lacks it or it is malformed."]
                #[doc = " "]
                #[doc = " Source: header `Operation-Location`."]
                pub fn operation_location(&self) -> Option<&'r str> {
                    crate::runtime::header::text(self.0, "operation-location")
                }
            },
        );
        assert_has(
            &file,
            quote! {
                pub fn x_count(&self) -> Option<i32> {
                    crate::runtime::header::text(self.0, "x-count")?.parse().ok()
                }
            },
        );
        assert_has(
            &file,
            quote!(pub fn x_when(&self) -> Option<::chrono::DateTime<::chrono::Utc>>),
        );
        assert_has(
            &file,
            quote!(
                pub struct ListThingsHeaders<'r>(&'r ::http::HeaderMap);
            ),
        );
    }

    #[test]
    fn without_headers_nothing_changes() {
        let mut file = client();
        add(&mut file, operations()).expect("added");
        assert_eq!(flat(&file), flat(&client()));
    }

    #[test]
    fn a_request_can_have_the_name_already() {
        let mut operations = with_headers(&[("a", "string", "")]);
        operations[1].type_name = "ListThingsHeaders".to_owned();
        let error = add(&mut client(), &operations)
            .expect_err("a clash")
            .to_string();
        assert!(
            error.contains("would become the type `ListThingsHeaders`"),
            "{error}"
        );
    }
}
