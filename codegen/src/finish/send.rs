//! `send` reports missing and invalid parameters with the operation, and checks path parameters, headers and times before
//! it makes the URL.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, Pat, Stmt, parse_quote};

use super::{
    operations::constant,
    parameters::names,
    tree::{Builder, each_builder, is, is_path},
};
use crate::{
    SpecError,
    document::{
        media::Kind,
        operation::{Operation, Repeatable},
    },
};

/// Changes `send` of all request builders.
pub fn check(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    each_builder(file, operations, |operation, mut builder| {
        let constant = constant(operation);
        let invalid = quote!(|error| client.client.invalid(&super::operations::#constant, error));
        report(operation, &invalid, &mut builder)?;
        builder.each_value("send", "operation_id", |value| {
            *value = parse_quote!(&super::operations::#constant);
        })?;
        let checks = checks(operation, &invalid, &mut builder)?;
        let error = builder.missing("`let url` in `send`");
        let statements = &mut builder.method("send")?.block.stmts;
        // The URL is made of values that were checked.
        let url = statements.iter().position(is_url).ok_or(error)?;
        statements.splice(url..url, checks);
        Ok(())
    })
}

fn is_url(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Local(local) if matches!(&local.pat, Pat::Ident(name) if name.ident == "url"))
}

/// Reports each parameter that is missing or invalid, and leaves an optional body out.
fn report(
    operation: &Operation,
    invalid: &TokenStream,
    builder: &mut Builder,
) -> Result<(), SpecError> {
    let optional = operation.body.as_ref().filter(|body| !body.required);
    let (mut reported, expected) = (0, names(operation).count());
    builder.each_call("send", "map_err", |call| {
        if !call
            .args
            .first()
            .is_some_and(|error| is_path(error, &["Error", "InvalidRequest"]))
        {
            // The builder of a body that lacks something.
            call.args = parse_quote!(crate::runtime::InvalidParameter::incomplete);
            return;
        }
        call.args = parse_quote!(#invalid);
        reported += 1;
        if reported == expected && optional.is_some() {
            let body = &call.receiver;
            call.receiver = parse_quote!(crate::runtime::parameter::optional(#body));
        }
    })?;
    if reported != expected {
        return Err(builder.missing("`Error::InvalidRequest` for each parameter"));
    }
    match optional.map(|body| body.sent.kind) {
        None => Ok(()),
        Some(Kind::Json) => builder.each_call("send", "json", |call| {
            call.method = parse_quote!(optional_json);
        }),
        Some(_) => builder.each_call("send", "body", |call| {
            call.method = parse_quote!(optional_body);
        }),
    }
}

/// The checks of path parameters, headers and times.
fn checks(
    operation: &Operation,
    invalid: &TokenStream,
    builder: &mut Builder,
) -> Result<Vec<Stmt>, SpecError> {
    let mut checks = Vec::new();
    for parameter in &operation.parameters {
        let (name, rust) = (&parameter.name, &parameter.rust);
        let (check, is_optional) = match (parameter.place.as_str(), &operation.repeatable) {
            ("path", _) => (quote!(path), false),
            ("header", Repeatable::ByHeader(header)) if header == name => {
                (quote!(repeatability_id), true)
            }
            ("header", _) => (quote!(header), !parameter.required),
            _ if is(builder.value_type(rust)?, "DateTime") => (quote!(time), !parameter.required),
            _ => continue,
        };
        let field = builder.field_name(rust)?;
        let of = builder.value_type(rust)?;
        let is_as_it_is = is(of, "String") || is(of, "DateTime");
        let text = match (is_as_it_is, is_optional) {
            (true, true) => quote!(value),
            (true, false) => quote!(&#field),
            (false, true) => quote!(&value.to_string()),
            (false, false) => quote!(&#field.to_string()),
        };
        let check = quote!(crate::runtime::parameter::#check(#name, #text).map_err(#invalid)?;);
        checks.push(match is_optional {
            true => parse_quote!(if let Some(value) = &#field { #check }),
            false => parse_quote!(#check),
        });
    }
    Ok(checks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{
        assert_has, assert_stops, builder_method, client, flat, operations,
    };

    fn sent(builder: &str) -> syn::ImplItemFn {
        let mut file = client();
        check(&mut file, operations()).expect("checked");
        builder_method(&mut file, builder, "send")
    }

    fn invalid(operation: TokenStream) -> TokenStream {
        quote!(.map_err(|error| client.client.invalid(&super::operations::#operation, error))?)
    }

    #[test]
    fn missing_and_invalid_parameters_are_reported_before_the_url_is_made() {
        let invalid = invalid(quote!(CREATE_THING));
        let sent = sent("CreateThing");
        assert_has(
            &sent,
            quote! {
                let api_version = api_version #invalid;
                let priority = priority #invalid;
                let repeatability_request_id = repeatability_request_id #invalid;
                let type_ = type_ #invalid;
                let body = body
                    .and_then(|v| types::Thing::try_from(v).map_err(crate::runtime::InvalidParameter::incomplete))
                    #invalid;
                if let Some(value) = &repeatability_request_id {
                    crate::runtime::parameter::repeatability_id("repeatability-request-id", value) #invalid;
                }
                if let Some(value) = &priority {
                    crate::runtime::parameter::header("priority", &value.to_string()) #invalid;
                }
                crate::runtime::parameter::header("type", &type_) #invalid;
                let url =
            },
        );
        assert_has(
            &sent,
            quote!(operation_id: &super::operations::CREATE_THING),
        );
        assert_has(&sent, quote!(.json(&body)));
    }

    #[test]
    fn ids_in_the_path_are_checked_as_text() {
        let (list, picture) = (invalid(quote!(LIST_THINGS)), invalid(quote!(SET_PICTURE)));
        assert_has(
            &sent("ListThings"),
            quote!(crate::runtime::parameter::path("chatThreadId", &chat_thread_id) #list;),
        );
        assert_has(
            &sent("SetPicture"),
            quote!(crate::runtime::parameter::path("thingId", &thing_id.to_string()) #picture;),
        );
    }

    #[test]
    fn an_optional_body_is_left_out() {
        let invalid = invalid(quote!(NOTIFY));
        let sent = sent("Notify");
        assert_has(
            &sent,
            quote! {
                let body = crate::runtime::parameter::optional(
                    body.and_then(|v| types::Thing::try_from(v).map_err(crate::runtime::InvalidParameter::incomplete))
                ) #invalid;
            },
        );
        assert_has(&sent, quote!(.optional_json(&body)));
        let mut operations = operations().to_vec();
        for body in operations
            .iter_mut()
            .filter_map(|operation| operation.body.as_mut())
        {
            body.required = false;
        }
        let mut file = client();
        check(&mut file, &operations).expect("checked");
        let picture = builder_method(&mut file, "SetPicture", "send");
        assert_has(&picture, quote!(.optional_body(body)));
        assert!(!flat(&picture).contains(".body("));
    }

    #[test]
    fn a_changed_send_stops_the_build() {
        assert_stops(
            |file| check(file, operations()),
            &[
                (
                    "pub async fn send(",
                    "pub async fn call(",
                    "method `send` in `ListThings`",
                ),
                (
                    "type_.map_err(Error::InvalidRequest)?",
                    "type_.map_err(Error::Other)?",
                    "`Error::InvalidRequest` for each parameter in `CreateThing`",
                ),
                (
                    "Error::InvalidRequest",
                    "Error::Other",
                    "`Error::InvalidRequest` for each parameter in `ListThings`",
                ),
                (
                    ".map_err(",
                    ".or_else(",
                    "call of `map_err` in `send` in `ListThings`",
                ),
                (
                    ".json(&body)",
                    ".text(&body)",
                    "call of `json` in `send` in `Notify`",
                ),
                (
                    "operation_id:",
                    "id:",
                    "value of `operation_id` in `send` in `ListThings`",
                ),
                (
                    "let url =",
                    "let uri =",
                    "`let url` in `send` in `ListThings`",
                ),
            ],
        );
    }
}
