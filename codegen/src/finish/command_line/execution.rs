//! The execution of a command.

use quote::ToTokens;
use syn::{
    Arm, Block, Expr, ExprCall, ExprMethodCall, ExprPath, ItemImpl, LitStr, Path, Stmt, Type,
    parse_quote,
    visit_mut::{self, VisitMut},
};

use super::{arguments::BODY, content_type, function, reader};
use crate::{
    SpecError,
    document::operation::Operation,
    finish::tree::{argument, missing, names},
};

/// Completes it: first the whole body, then what single arguments change of it; then the response, which
/// is written, or the error, which is returned.
pub fn complete(commands: &mut ItemImpl, operation: &Operation) -> Result<(), SpecError> {
    let stmts = &mut function(commands, "execute", operation)?.block.stmts;
    let mut conclusion = stmts.split_off(stmts.len().saturating_sub(3));
    let mut response = Response::default();
    for stmt in &mut conclusion {
        response.visit_stmt_mut(stmt);
    }
    if !response.is_whole(operation) || stmts.is_empty() {
        return Err(missing(format!("conclusion of `{}`", operation.name)));
    }
    let body = body(stmts, operation)?;
    stmts.splice(1..1, body.into_iter().chain(chosen_content_type(operation)));
    let write: Block = match operation.pageable {
        Some(_) => parse_quote!({ self.config.list(matches, request.stream()).await }),
        None if response.has_item => parse_quote!({
            let response = request.send().await?;
            self.config.item(&response)
        }),
        None if response.is_empty => parse_quote!({
            request.send().await?;
            Ok(())
        }),
        None => parse_quote!({
            let response = request.send().await?;
            self.config.bytes(response.into_inner()).await
        }),
    };
    stmts.extend(write.stmts);
    Ok(())
}

/// What progenitor does with a response.
#[derive(Default)]
struct Response {
    has_hook: bool,
    has_item: bool,
    is_empty: bool,
    is_raw: bool,
}

impl Response {
    fn is_whole(&self, operation: &Operation) -> bool {
        let kinds = [self.has_item, self.is_empty, self.is_raw];
        let is_one = kinds.into_iter().filter(|kind| *kind).count() == 1;
        self.has_hook && is_one && (operation.pageable.is_none() || self.has_item)
    }
}

impl VisitMut for Response {
    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        match call.method.to_string().as_str() {
            "success_item" => self.has_item = true,
            "success_no_item" => self.is_empty = true,
            name => self.has_hook |= name.starts_with("execute_"),
        }
        visit_mut::visit_expr_method_call_mut(self, call);
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        // What it has not implemented for a success.
        let is_success = arm.pat.to_token_stream().to_string().starts_with("Ok");
        self.is_raw |= is_success && arm.body.to_token_stream().to_string().contains("todo !");
        visit_mut::visit_arm_mut(self, arm);
    }
}

/// The statement that reads the body, taken from where progenitor has it.
fn body(stmts: &mut Vec<Stmt>, operation: &Operation) -> Result<Option<Stmt>, SpecError> {
    if operation.body.is_none() {
        return Ok(None);
    }
    if let Some(read) = reader(operation) {
        return Ok(Some(parse_quote! {
            if let Some(body) = crate::body::#read(matches)? {
                request = request.body(body);
            }
        }));
    }
    for at in 0..stmts.len() {
        let mut read = Read::default();
        read.visit_stmt_mut(&mut stmts[at]);
        if let (true, Some(of)) = (read.is_of_body, read.of) {
            stmts.remove(at);
            return Ok(Some(parse_quote! {
                if let Some(body) = crate::body::read_json::<#of>(matches)? {
                    request = request.body(body);
                }
            }));
        }
    }
    Err(missing(format!("body of `{}`", operation.name)))
}

/// The type that a statement reads the body as.
#[derive(Default)]
struct Read {
    is_of_body: bool,
    of: Option<Type>,
}

impl VisitMut for Read {
    fn visit_lit_str_mut(&mut self, lit: &mut LitStr) {
        self.is_of_body |= lit.value() == BODY;
    }

    fn visit_expr_call_mut(&mut self, call: &mut ExprCall) {
        if let Expr::Path(ExprPath { path, .. }) = &*call.func
            && names(path) == ["serde_json", "from_str"]
            && let Some(last) = path.segments.last()
        {
            let of = Path::from(last.clone());
            self.of = argument(&parse_quote!(#of)).cloned();
        }
        visit_mut::visit_expr_call_mut(self, call);
    }
}

fn chosen_content_type(operation: &Operation) -> Option<Stmt> {
    let of = content_type(operation)?;
    Some(parse_quote! {
        if let Some(value) = matches.get_one::<#of>("content-type") {
            request = request.content_type(value.clone());
        }
    })
}
