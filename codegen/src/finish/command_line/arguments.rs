//! The arguments of a command.

use quote::quote;
use syn::{
    Expr, ItemImpl, Lit, LitBool, Stmt, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::{content_type, function, reader};
use crate::{
    SpecError,
    document::operation::Operation,
    finish::tree::{is_path, missing},
};

/// The argument with the body, and one with which progenitor does nothing.
pub const BODY: &str = "json-body";
const TEMPLATE: &str = "json-body-template";

/// Completes them: the body can be a file or standard input, and is no template; a list can be limited.
pub fn complete(commands: &mut ItemImpl, operation: &Operation) -> Result<(), SpecError> {
    let command = function(commands, "cli", operation)?;
    let mut bodies = Bodies::default();
    bodies.visit_block_mut(&mut command.block);
    let is_raw = reader(operation).is_some();
    let expected = usize::from(operation.body.is_some() && !is_raw);
    if (bodies.replaced, bodies.dropped) != (expected, expected) {
        return Err(missing(format!(
            "argument `{BODY}` of `{}`",
            operation.name
        )));
    }
    let required = operation.body.as_ref().is_some_and(|body| body.required);
    let raw = is_raw.then(|| quote!(.arg(crate::body::raw(#required))));
    let content_type = content_type(operation).map(
        |of| quote!(.arg(crate::body::content_type().value_parser(::clap::value_parser!(#of)))),
    );
    let has_own = operation
        .parameters
        .iter()
        .any(|parameter| parameter.rust == "limit");
    let limit =
        (operation.pageable.is_some() && !has_own).then(|| quote!(.arg(crate::output::limit())));
    let Some(Stmt::Expr(chain, None)) = command.block.stmts.last_mut() else {
        return Err(missing(format!("command `{}`", operation.name)));
    };
    *chain = parse_quote!(#chain #raw #content_type #limit);
    Ok(())
}

/// Replaces the argument for the body, and drops that for a template.
#[derive(Default)]
struct Bodies {
    replaced: usize,
    dropped: usize,
}

impl VisitMut for Bodies {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::MethodCall(call) = expr
            && call.method == "arg"
        {
            match call.args.first().and_then(id).as_deref() {
                Some(BODY) => {
                    let required = required(&call.args[0]);
                    call.args[0] = parse_quote!(crate::body::json(#required));
                    self.replaced += 1;
                }
                Some(TEMPLATE) => {
                    *expr = (*call.receiver).clone();
                    self.dropped += 1;
                    self.visit_expr_mut(expr);
                    return;
                }
                _ => {}
            }
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}

/// The id of a chain of methods that begins with `Arg::new(id)`.
fn id(expr: &Expr) -> Option<String> {
    match expr {
        Expr::MethodCall(call) => id(&call.receiver),
        Expr::Call(call) if is_path(&call.func, &["clap", "Arg", "new"]) => text(&call.args[0]),
        _ => None,
    }
}

/// Whether a chain of methods has `required(true)`.
fn required(expr: &Expr) -> bool {
    let Expr::MethodCall(call) = expr else {
        return false;
    };
    let is_true = |argument: &Expr| matches!(argument, Expr::Lit(lit) if matches!(&lit.lit, Lit::Bool(LitBool { value: true, .. })));
    (call.method == "required" && call.args.first().is_some_and(is_true))
        || required(&call.receiver)
}

fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
