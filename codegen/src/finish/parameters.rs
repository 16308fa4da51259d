//! Request builders keep why a parameter is invalid, and name it as the API names it.
//!
//! progenitor's builders hold each parameter as a `Result` whose error is a text; here that error is an
//! `InvalidParameter`.

use syn::{Expr, File, ImplItem, WherePredicate, parse_quote};

use super::tree::{Builder, each_builder, is_path};
use crate::{
    SpecError,
    document::operation::{API_VERSION, Operation},
};

/// Changes the fields, the initial values and the setters of all request builders.
pub fn keep_reasons(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    each_builder(file, operations, |operation, mut builder| {
        for (name, rust) in names(operation) {
            let ident = builder.field_name(rust)?;
            let held = match name {
                API_VERSION => parse_quote!(&'static str),
                _ => builder.held_type(rust)?.clone(),
            };
            builder.field(rust)?.ty = parse_quote!(Result<#held, crate::runtime::InvalidParameter>);
            builder.each_value("new", rust, |value| initial(name, value))?;
            let method = ident.to_string();
            builder.method(&method)?;
            if name == API_VERSION {
                // It is the client's, not the caller's.
                builder.methods.items.retain(
                    |item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == ident),
                );
            } else {
                setter(name, &method, &mut builder)?;
            }
        }
        if builder.method("body_map").is_ok() {
            builder.each_call("body_map", "map", |call| {
                let body = &call.receiver;
                call.receiver = parse_quote!(crate::runtime::parameter::or_new(#body));
            })?;
        }
        Ok(())
    })
}

/// The parameters of an operation by their names in the API and in Rust, the body last.
pub fn names(operation: &Operation) -> impl Iterator<Item = (&str, &str)> {
    let names = operation
        .parameters
        .iter()
        .map(|parameter| (parameter.name.as_str(), parameter.rust.as_str()));
    names.chain(operation.body.as_ref().map(|_| ("body", "body")))
}

/// Nothing is given at first but the version of the API.
fn initial(name: &str, value: &mut Expr) {
    let is_required = matches!(value, Expr::Call(call) if is_path(&call.func, &["Err"]));
    if name == API_VERSION {
        *value = parse_quote!(Ok(super::Client::api_version()));
    } else if name == "body" || is_required {
        *value = parse_quote!(Err(crate::runtime::InvalidParameter::Missing(#name)));
    }
}

/// A setter keeps the reason of a conversion that fails.
fn setter(name: &str, setter: &str, builder: &mut Builder) -> Result<(), SpecError> {
    builder.each_call(setter, "map_err", |call| {
        call.args = match name {
            "body" => parse_quote!(crate::runtime::InvalidParameter::incomplete),
            _ => parse_quote!(|reason| crate::runtime::InvalidParameter::unconvertible(#name, reason)),
        };
    })?;
    let error = builder.missing(format!("bound of the setter `{setter}`"));
    let bounds = builder.method(setter)?.sig.generics.make_where_clause();
    let Some(WherePredicate::Type(bound)) = bounds.predicates.first() else {
        return Err(error);
    };
    let (value, conversion) = (&bound.bounded_ty, &bound.bounds);
    let reason = parse_quote!(<#value as #conversion>::Error: Into<Box<dyn std::error::Error + Send + Sync>>);
    // progenitor has a bound for a reason in words on some setters.
    bounds.predicates = bounds.predicates.iter().take(1).cloned().collect();
    bounds.predicates.push(reason);
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{
        altered, assert_has, assert_stops, builder_method, client, flat, operations,
    };

    fn kept() -> File {
        let mut file = client();
        keep_reasons(&mut file, operations()).expect("kept");
        file
    }

    #[test]
    fn nothing_is_given_at_first_but_the_version() {
        let mut file = kept();
        assert_has(
            &file,
            quote! {
                pub struct CreateThing<'a> {
                    client: &'a super::Client,
                    api_version: Result<&'static str, crate::runtime::InvalidParameter>,
                    priority: Result<Option<i64>, crate::runtime::InvalidParameter>,
                    repeatability_request_id: Result<Option<::std::string::String>, crate::runtime::InvalidParameter>,
                    type_: Result<::std::string::String, crate::runtime::InvalidParameter>,
                    body: Result<types::builder::Thing, crate::runtime::InvalidParameter>,
                }
            },
        );
        let new = builder_method(&mut file, "CreateThing", "new");
        assert_has(
            &new,
            quote! { {
                Self {
                    client: client,
                    api_version: Ok(super::Client::api_version()),
                    priority: Ok(None),
                    repeatability_request_id: Ok(None),
                    type_: Err(crate::runtime::InvalidParameter::Missing("type")),
                    body: Err(crate::runtime::InvalidParameter::Missing("body")),
                }
            } },
        );
        assert!(
            !flat(&file).contains("pubfnapi_version"),
            "the version is not the caller's"
        );
    }

    #[test]
    fn a_setter_keeps_the_reason() {
        let mut file = kept();
        let setter = builder_method(&mut file, "CreateThing", "priority");
        assert_has(
            &setter,
            quote! {
                pub fn priority<V>(mut self, value: V) -> Self
                where
                    V: std::convert::TryInto<i64>,
                    <V as std::convert::TryInto<i64>>::Error: Into<Box<dyn std::error::Error + Send + Sync>>
                {
                    self.priority = value.try_into().map(Some).map_err(
                        |reason| crate::runtime::InvalidParameter::unconvertible("priority", reason)
                    );
                    self
                }
            },
        );
        let setter = builder_method(&mut file, "CreateThing", "body");
        assert_has(
            &setter,
            quote!(.map_err(crate::runtime::InvalidParameter::incomplete)),
        );
        assert_eq!(flat(&setter).matches("Error:Into<Box<").count(), 1);
        assert!(!flat(&setter).contains("Display"));
    }

    #[test]
    fn the_builder_of_a_body_is_a_new_one_at_first() {
        let body_map = builder_method(&mut kept(), "CreateThing", "body_map");
        assert_has(
            &body_map,
            quote!(self.body = crate::runtime::parameter::or_new(self.body).map(f);),
        );
    }

    #[test]
    fn a_changed_request_builder_stops_the_build() {
        let bounds = "V: std::convert::TryInto<types::Thing>,\n            <V as std::convert::TryInto<types::Thing>>::Error: std::fmt::Display,";
        assert_stops(
            |file| keep_reasons(file, operations()),
            &[
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
                    "thing_id: Err(",
                    "other: Err(",
                    "value of `thingId` in `new` in `SetPicture`",
                ),
                (
                    "pub fn api_version<V>",
                    "pub fn version<V>",
                    "method `api_version` in `ListThings`",
                ),
                (
                    "pub fn thing_id",
                    "pub fn other",
                    "method `thing_id` in `SetPicture`",
                ),
                (
                    ".map_err(|_| \"conversion to `i64` for thing_id",
                    ".or_else(|_| \"conversion to `i64` for thing_id",
                    "call of `map_err` in `thing_id` in `SetPicture`",
                ),
                (bounds, "", "bound of the setter `body` in `CreateThing`"),
                (
                    "self.body.map(f)",
                    "self.body.and_then(f)",
                    "call of `map` in `body_map` in `CreateThing`",
                ),
            ],
        );
        assert!(
            keep_reasons(&mut altered("body_map", "other"), operations()).is_ok(),
            "not every body has a builder"
        );
    }
}
