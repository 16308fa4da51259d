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
        for name in names(operation) {
            let ident = builder.field_name(name)?;
            let held = match name {
                API_VERSION => parse_quote!(&'static str),
                _ => builder.held_type(name)?.clone(),
            };
            builder.field(name)?.ty = parse_quote!(Result<#held, crate::runtime::InvalidParameter>);
            builder.each_value("new", name, |value| initial(name, value))?;
            if name == API_VERSION {
                // It is the client's, not the caller's.
                builder.methods.items.retain(
                    |item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == ident),
                );
            } else {
                setter(name, &ident.to_string(), &mut builder)?;
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

/// The parameters of an operation by their names in the API, the body last.
pub fn names(operation: &Operation) -> impl Iterator<Item = &str> {
    let names = operation
        .parameters
        .iter()
        .map(|parameter| parameter.name.as_str());
    names.chain(operation.body.as_ref().map(|_| "body"))
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
    // progenitor has such a bound on some setters already.
    if bounds.predicates.len() == 1 {
        let added = parse_quote!(<#value as #conversion>::Error: std::fmt::Display);
        bounds.predicates.push(added);
    }
    Ok(())
}
