//! Typed mocks of all operations: ids are matched literally, and responses can be the document's examples.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use syn::{
    Attribute, Expr, File, ImplItem, Item, ItemImpl, Token, Type, parse_quote,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

use super::{ident, tree::missing};
use crate::{
    SpecError,
    document::{follow, operation::Operation},
};

/// Completes progenitor's mocks.
pub fn complete(
    mocks: &mut File,
    operations: &[Operation],
    document: &Value,
) -> Result<(), SpecError> {
    literal(mocks, operations)?;
    describe(&mut mocks.items);
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
    let expected = |place: &str| {
        let parameters = operations
            .iter()
            .flat_map(|operation| &operation.parameters);
        parameters
            .filter(|parameter| parameter.place == place)
            .count()
    };
    for (changed, place) in [(literal.paths, "path"), (literal.queries, "query")] {
        let expected = expected(place);
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
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if !mac.path.is_ident("format") {
            return;
        }
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
        let Ok(mut arguments) = mac.parse_body_with(arguments) else {
            return;
        };
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

    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        if call.method == "query_param"
            && let Some(value) = call.args.last_mut()
        {
            *value = parse_quote!(crate::mock::query(value));
            self.queries += 1;
        }
        visit_mut::visit_expr_method_call_mut(self, call);
    }
}

fn describe(items: &mut [Item]) {
    for item in items {
        match item {
            Item::Mod(module) => {
                if let Some((_, items)) = &mut module.content {
                    describe(items);
                }
            }
            Item::Struct(item) => {
                let name = item.ident.to_string();
                let text = match name.strip_suffix("When") {
                    Some(operation) => {
                        format!(" Conditions on the requests of `{operation}` that a mock matches.")
                    }
                    None => format!(
                        " The response of a mock of `{}`.",
                        name.trim_end_matches("Then")
                    ),
                };
                item.attrs.insert(0, parse_quote!(#[doc = #text]));
            }
            Item::Impl(item) if item.trait_.is_none() => functions(item),
            Item::Trait(item) => {
                for item in &mut item.items {
                    if let syn::TraitItem::Fn(function) = item {
                        let text = format!(" Mocks the operation `{}`.", function.sig.ident);
                        function.attrs.insert(0, parse_quote!(#[doc = #text]));
                    }
                }
            }
            _ => {}
        }
    }
}

fn functions(item: &mut ItemImpl) {
    let when = matches!(&*item.self_ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident.to_string().ends_with("When")));
    for item in &mut item.items {
        let ImplItem::Fn(function) = item else {
            continue;
        };
        let name = function.sig.ident.to_string();
        let text = match (name.as_str(), when) {
            ("new", _) => " Wraps httpmock's own.".to_owned(),
            ("into_inner", _) => {
                " Returns httpmock's own, for what the document does not describe.".to_owned()
            }
            (_, true) => format!(" Requires this `{name}`."),
            (_, false) => format!(" Responds with the documented response `{name}`."),
        };
        let attribute: Attribute = parse_quote!(#[doc = #text]);
        function.attrs.insert(0, attribute);
    }
}

fn documented(operation: &Operation) -> TokenStream {
    let (then, id) = (
        ident(&format!("{}Then", operation.type_name)),
        &operation.id,
    );
    quote! {
        impl Documented for operations::#then {
            const OPERATION: &'static str = #id;

            fn respond(self, respond: impl FnOnce(::httpmock::Then) -> ::httpmock::Then) -> Self {
                Self::new(respond(self.into_inner()))
            }
        }
    }
}

/// Every named example of a response, and for a response without a body one under each name that the operation has.
fn examples(operations: &[Operation], document: &Value) -> Result<Vec<TokenStream>, SpecError> {
    let mut examples = Vec::new();
    for operation in operations {
        let place = format!("{}/responses", operation.place);
        let Some(responses) = document.pointer(&place).and_then(Value::as_object) else {
            continue;
        };
        let named = |response: &Value| {
            let examples = response.pointer("/content/application~1json/examples");
            examples
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default()
        };
        let mut names: Vec<String> = responses
            .values()
            .flat_map(|response| named(response).into_iter().map(|(name, _)| name))
            .collect();
        names.sort();
        names.dedup();
        let id = &operation.id;
        for (status, response) in responses {
            let Ok(code) = status.parse::<u16>() else {
                continue;
            };
            let has_body = response.get("content").is_some();
            let bodies = named(response);
            for name in &names {
                let body = match bodies.get(name) {
                    Some(example) => {
                        let example = follow(document, example, &format!("{place}/{status}"))?;
                        let body = example["value"].to_string();
                        quote!(Some(#body))
                    }
                    None if has_body => continue,
                    None => quote!(None),
                };
                examples.push(
                    quote!(Example { operation: #id, name: #name, status: #code, body: #body }),
                );
            }
        }
    }
    Ok(examples)
}
