//! Typed mocks of all operations: ids are matched literally, and responses can be the document's examples.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::{
    Expr, ExprMethodCall, File, ImplItem, ItemImpl, ItemStruct, Macro, Token, TraitItemFn,
    parse_quote,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

use super::{
    describe, docs,
    tree::{missing, name},
};
use crate::{
    SpecError,
    document::{
        follow,
        operation::{API_VERSION, Operation},
    },
};

/// Completes progenitor's mocks.
pub fn complete(
    mocks: &mut File,
    operations: &[Operation],
    document: &Value,
) -> Result<(), SpecError> {
    literal(mocks, operations)?;
    Docs.visit_file_mut(mocks);
    let documented = operations.iter().map(documented);
    let examples = examples(operations, document)?;
    let added: File = parse_quote! {
        #(#documented)*

        /// The documented responses of all operations, in the document's order.
        pub static EXAMPLES: &[Example] = &[#(#examples),*];
    };
    mocks.items.extend(added.items);
    Ok(())
}

/// progenitor puts path parameters into regular expressions as they are, and writes query parameters by their `Display`,
/// which for a time is not what the client sends.
fn literal(mocks: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    let mut literal = Literal::default();
    literal.visit_file_mut(mocks);
    for (changed, place) in [(literal.paths, "path"), (literal.queries, "query")] {
        let parameters = operations
            .iter()
            .flat_map(|operation| &operation.parameters);
        let expected = parameters
            .filter(|parameter| parameter.place == place)
            .count();
        if changed != expected {
            return Err(missing(format!(
                "{expected} mocks of {place} parameters, but {changed}"
            )));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Literal {
    paths: usize,
    queries: usize,
}

impl VisitMut for Literal {
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
        if mac.path.is_ident("format")
            && let Ok(mut arguments) = mac.parse_body_with(arguments)
        {
            for argument in &mut arguments {
                if let Expr::MethodCall(call) = argument
                    && call.method == "to_string"
                {
                    let value = &call.receiver;
                    *argument = parse_quote!(crate::mock::literal(#value));
                    self.paths += 1;
                }
            }
            mac.tokens = quote!(#arguments);
        }
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        if call.method == "query_param"
            && let Some(value) = call.args.last_mut()
        {
            *value = parse_quote!(crate::mock::query(value));
            self.queries += 1;
        }
        visit_mut::visit_expr_method_call_mut(self, call);
    }
}

struct Docs;

impl VisitMut for Docs {
    fn visit_item_struct_mut(&mut self, item: &mut ItemStruct) {
        let name = item.ident.to_string();
        let text = match name.strip_suffix("When") {
            Some(name) => format!("Conditions on the requests of `{name}` that a mock matches."),
            None => format!(
                "The response of a mock of `{}`.",
                name.trim_end_matches("Then")
            ),
        };
        describe(&mut item.attrs, docs(&text));
    }

    fn visit_item_impl_mut(&mut self, item: &mut ItemImpl) {
        if item.trait_.is_some() {
            return;
        }
        let is_when = name(&item.self_ty).is_some_and(|name| name.to_string().ends_with("When"));
        for item in &mut item.items {
            if let ImplItem::Fn(function) = item {
                let text = match (function.sig.ident.to_string().as_str(), is_when) {
                    ("new", _) => "Wraps httpmock's own.".to_owned(),
                    ("into_inner", _) => {
                        "Returns httpmock's own, for what the document does not describe."
                            .to_owned()
                    }
                    (name, true) => format!("Requires this `{name}`."),
                    (name, false) => format!("Responds with the documented response `{name}`."),
                };
                describe(&mut function.attrs, docs(&text));
            }
        }
    }

    fn visit_trait_item_fn_mut(&mut self, function: &mut TraitItemFn) {
        let text = format!("Mocks the operation `{}`.", function.sig.ident);
        describe(&mut function.attrs, docs(&text));
    }
}

fn documented(operation: &Operation) -> TokenStream {
    let (then, id) = (format_ident!("{}Then", operation.type_name), &operation.id);
    quote! {
        impl Documented for operations::#then {
            const OPERATION: &'static str = #id;

            fn respond(self, respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then) -> Self {
                Self::new(respond(self.into_inner()))
            }
        }
    }
}

/// Every named example of a response, and for a response without a body one under each name that the responses have, or
/// else the request.
fn examples(operations: &[Operation], document: &Value) -> Result<Vec<TokenStream>, SpecError> {
    let mut examples = Vec::new();
    for operation in operations {
        let (id, place) = (&operation.id, format!("{}/responses", operation.place));
        let responses = document.pointer(&place).and_then(Value::as_object);
        let responses = || responses.into_iter().flatten();
        let mut names: BTreeSet<&String> = responses()
            .flat_map(|(_, response)| named_examples(response))
            .map(|(name, _)| name)
            .collect();
        if names.is_empty() {
            names = request_examples(document.pointer(&operation.place)).collect();
        }
        for (status, response) in responses() {
            let Ok(code) = status.parse::<u16>() else {
                continue;
            };
            for name in &names {
                let example = named_examples(response).find(|(other, _)| other == name);
                let body = match (example, response.get("content")) {
                    (Some((_, example)), _) => {
                        let example = follow(document, example, &format!("{place}/{status}"))?;
                        let body = example["value"].to_string();
                        quote!(Some(#body))
                    }
                    (None, Some(_)) => continue,
                    (None, None) => quote!(None),
                };
                examples.push(
                    quote!(Example { operation: #id, name: #name, status: #code, body: #body }),
                );
            }
        }
    }
    Ok(examples)
}

/// The names of the examples that the request of an operation has by itself: all share the version.
fn request_examples(operation: Option<&Value>) -> impl Iterator<Item = &String> {
    let parameters = operation.and_then(|it| it["parameters"].as_array());
    let content = operation.and_then(|it| it["requestBody"]["content"].as_object());
    let media = content.into_iter().flat_map(|content| content.values());
    let parameters = parameters.into_iter().flatten();
    let holders = parameters
        .filter(|parameter| parameter["name"] != API_VERSION)
        .chain(media);
    let examples = holders.filter_map(|holder| holder["examples"].as_object());
    examples.flat_map(|examples| examples.keys())
}

fn named_examples(response: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let examples = response.pointer("/content/application~1json/examples");
    examples.and_then(Value::as_object).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{DOCUMENT, assert_has, assert_stops, flat, mocks, operations};

    fn completed() -> File {
        let mut file = mocks();
        complete(&mut file, operations(), &DOCUMENT.root).expect("completed");
        file
    }

    #[test]
    fn ids_and_query_parameters_are_matched_as_the_client_sends_them() {
        let file = completed();
        let id = quote!("^/threads/{}/things$", crate::mock::literal(value));
        assert_has(&file, quote!(&format!(#id)));
        assert_has(
            &file,
            quote!(self.0.query_param("maxPageSize", crate::mock::query(value))),
        );
        assert_has(&file, quote!(self.0.header("type", value.to_string())));
    }

    #[test]
    fn everything_has_docs() {
        let file = completed();
        for expected in [
            quote! {
                #[doc = " Conditions on the requests of `Notify` that a mock matches."]
                pub struct NotifyWhen(::httpmock::When);
            },
            quote! {
                #[doc = " The response of a mock of `Notify`."]
                pub struct NotifyThen(::httpmock::Then);
            },
            quote!(#[doc = " Wraps httpmock's own."] pub fn new),
            quote!(#[doc = " Returns httpmock's own, for what the document does not describe."] pub fn into_inner),
            quote!(#[doc = " Requires this `thing_id`."] pub fn thing_id),
            quote!(#[doc = " Responds with the documented response `not_found`."] pub fn not_found),
            quote!(#[doc = " Mocks the operation `notify`."] fn notify),
        ] {
            assert_has(&file, expected);
        }
    }

    #[test]
    fn responses_can_be_the_documented_examples() {
        let file = completed();
        let respond = quote!(Self::new(respond(self.into_inner())));
        assert_has(
            &file,
            quote! {
                impl Documented for operations::CreateThingThen {
                    const OPERATION: &'static str = "Things_CreateThing";

                    fn respond(self, respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then) -> Self { #respond }
                }
            },
        );
        assert_eq!(
            flat(&file).matches("implDocumentedfor").count(),
            operations().len()
        );
        assert_has(
            &file,
            quote! {
                pub static EXAMPLES: &[Example] = &[
                    Example { operation: "Things_CreateThing", name: "one", status: 201u16, body: Some("{\"name\":\"a\"}") },
                    Example { operation: "Things_CreateThing", name: "one", status: 204u16, body: None }
                ];
            },
        );
    }

    #[test]
    fn mocks_without_the_parameters_stop_the_build() {
        assert_stops(
            |file| complete(file, operations(), &DOCUMENT.root),
            &[
                (
                    "^/things/{}/picture$\", value.to_string()",
                    "^/things/{}/picture$\", value",
                    "3 mocks of path parameters, but 2",
                ),
                (
                    "query_param(\"maxPageSize\"",
                    "query(\"maxPageSize\"",
                    "5 mocks of query parameters, but 4",
                ),
            ],
        );
    }
}
