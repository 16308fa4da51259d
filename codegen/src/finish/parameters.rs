//! Parameters are checked before anything is sent, and an invalid one is named as the API names it, with the reason.
//!
//! progenitor's builders hold each parameter as a `Result` whose error is a text; here that error is an
//! `InvalidParameter`, and `send` reports it with the operation.

use quote::quote;
use syn::{
    Block, Expr, ExprMethodCall, FieldValue, File, GenericParam, ImplItem, ImplItemFn, Member,
    Stmt, WherePredicate, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::{
    operations::constant,
    tree::{Builder, each_builder, is_path, is_word, missing, within},
};
use crate::{
    SpecError,
    document::{
        media::Kind,
        operation::{API_VERSION, Operation, Repeatable},
    },
};

/// Changes all request builders.
pub fn check(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    each_builder(file, operations, |operation, mut builder| {
        let mut names: Vec<&str> = operation
            .parameters
            .iter()
            .map(|p| p.name.as_str())
            .collect();
        names.extend(operation.body.as_ref().map(|_| "body"));
        let fields = names
            .iter()
            .map(|name| builder.field(name).map(|field| field.ident.clone()));
        let fields: Vec<_> = fields.collect::<Result<_, _>>()?;
        for field in &mut builder.item.fields {
            if let Some(value) =
                within(&field.ty, "Result").and_then(|_| super::tree::argument(&field.ty))
            {
                field.ty = parse_quote!(Result<#value, crate::runtime::InvalidParameter>);
            }
        }
        initial(operation, &mut builder)?;
        for (name, field) in names.iter().zip(&fields) {
            let Some(field) = field else { continue };
            if *name == API_VERSION {
                builder.methods.items.retain(
                    |item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == *field),
                );
                continue;
            }
            setter(name, builder.method(&field.to_string())?)?;
        }
        if let Ok(body_map) = builder.method("body_map") {
            let mut first = OrNew(false);
            first.visit_block_mut(&mut body_map.block);
            if !first.0 {
                return Err(missing("`self.body.map` in `body_map`"));
            }
        }
        send(operation, &mut builder.method("send")?.block)
    })
}

/// What a builder starts with: nothing is given but the version of the API.
fn initial(operation: &Operation, builder: &mut Builder) -> Result<(), SpecError> {
    struct Initial<'o>(&'o Operation, usize);

    impl VisitMut for Initial<'_> {
        fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
            let Member::Named(ident) = &field.member else {
                return;
            };
            let body = self.0.body.as_ref().map(|_| "body");
            let names = self
                .0
                .parameters
                .iter()
                .map(|parameter| parameter.name.as_str());
            let name = names
                .chain(body)
                .find(|name| is_word(ident, &heck::ToSnakeCase::to_snake_case(*name)));
            let Some(name) = name else {
                return;
            };
            self.1 += 1;
            if name == API_VERSION {
                field.expr = parse_quote!(Ok(super::Client::api_version().to_string()));
            } else if name == "body" || is_error(&field.expr) {
                field.expr = parse_quote!(Err(crate::runtime::InvalidParameter::Missing(#name)));
            }
        }
    }

    let mut initial = Initial(operation, 0);
    initial.visit_block_mut(&mut builder.method("new")?.block);
    let expected = operation.parameters.len() + usize::from(operation.body.is_some());
    match initial.1 == expected {
        true => Ok(()),
        false => Err(missing(format!(
            "initial values in `{}::new`",
            operation.type_name
        ))),
    }
}

fn is_error(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Err")))
}

/// A setter keeps the reason of a conversion that fails.
fn setter(name: &str, setter: &mut ImplItemFn) -> Result<(), SpecError> {
    struct Reason<'n>(&'n str, bool);

    impl VisitMut for Reason<'_> {
        fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
            visit_mut::visit_expr_method_call_mut(self, call);
            if call.method == "map_err" {
                let name = self.0;
                call.args = match name {
                    "body" => parse_quote!(crate::runtime::InvalidParameter::incomplete),
                    _ => {
                        parse_quote!(|reason| crate::runtime::InvalidParameter::unconvertible(#name, reason))
                    }
                };
                self.1 = true;
            }
        }
    }

    let mut reason = Reason(name, false);
    reason.visit_block_mut(&mut setter.block);
    if !reason.1 {
        return Err(missing(format!(
            "`map_err` in the setter `{}`",
            setter.sig.ident
        )));
    }
    let value = setter
        .sig
        .generics
        .params
        .iter()
        .find_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.clone()),
            _ => None,
        });
    let value = value.ok_or_else(|| missing("type parameter of a setter"))?;
    let bounds = setter.sig.generics.make_where_clause();
    // progenitor has such a bound on some setters already.
    if bounds.predicates.len() == 1
        && let Some(WherePredicate::Type(bound)) = bounds.predicates.first().cloned()
        && let Some(conversion) = bound.bounds.first()
    {
        bounds
            .predicates
            .push(parse_quote!(<#value as #conversion>::Error: std::fmt::Display));
    }
    Ok(())
}

/// `body_map` starts with a new builder if no body was given.
struct OrNew(bool);

impl VisitMut for OrNew {
    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        if call.method == "map" {
            let body = &call.receiver;
            call.receiver = parse_quote!(crate::runtime::parameter::or_new(#body));
            self.0 = true;
        }
    }
}

/// `send` reports what is missing or invalid, and checks what could change where or how the request goes.
fn send(operation: &Operation, block: &mut Block) -> Result<(), SpecError> {
    let constant = constant(operation);
    let mut report = Report {
        operation,
        constant: &constant,
        reported: 0,
    };
    report.visit_block_mut(block);
    let expected = operation.parameters.len() + usize::from(operation.body.is_some());
    if report.reported != expected {
        return Err(missing(format!(
            "`Error::InvalidRequest` for each parameter of `{}`",
            operation.id
        )));
    }
    let checks = operation.parameters.iter().filter_map(|parameter| {
        let check = match (parameter.place.as_str(), &operation.repeatable) {
            ("path", _) => quote!(path),
            ("header", Repeatable::ByHeader(header)) if *header == parameter.name => {
                quote!(repeatability_id)
            }
            ("header", _) => quote!(header),
            _ => return None,
        };
        let name = &parameter.name;
        let ident = super::ident(&heck::ToSnakeCase::to_snake_case(name.as_str()));
        let check = |value| {
            quote! {
                crate::runtime::parameter::#check(#name, #value)
                    .map_err(|error| client.client.invalid(&super::operations::#constant, error))?;
            }
        };
        let is_optional = !parameter.required;
        let statement: Block = match is_optional {
            true => {
                let check = check(quote!(value));
                parse_quote!({ if let Some(value) = &#ident { #check } })
            }
            false => {
                let check = check(quote!(&#ident));
                parse_quote!({ #check })
            }
        };
        Some(statement.stmts)
    });
    let checks: Vec<Stmt> = checks.flatten().collect();
    // Behind the values, which the first statements make of the fields.
    let behind = block
        .stmts
        .iter()
        .rposition(is_reported)
        .map_or(0, |last| last + 1);
    block.stmts.splice(behind..behind, checks);
    Ok(())
}

/// Whether a statement is `let x = x….map_err(…)?;`.
fn is_reported(statement: &Stmt) -> bool {
    let Stmt::Local(local) = statement else {
        return false;
    };
    let init = local.init.as_ref().map(|init| &*init.expr);
    matches!(init, Some(Expr::Try(tried)) if matches!(&*tried.expr, Expr::MethodCall(call) if call.method == "map_err"))
}

struct Report<'o> {
    operation: &'o Operation,
    constant: &'o syn::Ident,
    reported: usize,
}

impl VisitMut for Report<'_> {
    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        let body = self.operation.body.as_ref();
        match call.method.to_string().as_str() {
            "map_err"
                if call
                    .args
                    .first()
                    .is_some_and(|argument| is_path(argument, ["Error", "InvalidRequest"])) =>
            {
                let constant = self.constant;
                call.args = parse_quote!(|error| client.client.invalid(&super::operations::#constant, error));
                self.reported += 1;
                let is_body = self.reported == self.operation.parameters.len() + 1;
                if is_body && body.is_some_and(|body| !body.required) {
                    let value = &call.receiver;
                    call.receiver = parse_quote!(crate::runtime::parameter::optional(#value));
                }
            }
            // The builder of a body that lacks something.
            "map_err" => call.args = parse_quote!(crate::runtime::InvalidParameter::incomplete),
            "json" if body.is_some_and(|body| !body.required && body.sent.kind == Kind::Json) => {
                call.method = parse_quote!(optional_json);
            }
            "body" if body.is_some_and(|body| !body.required) => {
                call.method = parse_quote!(optional_body);
            }
            _ => {}
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        if matches!(&field.member, Member::Named(name) if name == "operation_id") {
            let constant = self.constant;
            field.expr = parse_quote!(&super::operations::#constant);
        }
        visit_mut::visit_field_value_mut(self, field);
    }
}
