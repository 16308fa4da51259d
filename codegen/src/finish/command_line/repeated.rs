//! A parameter of several values is given several times. progenitor looks for one text that is all of them.

use quote::quote;
use syn::{
    Expr, ExprIf, ExprMethodCall, File, GenericArgument, Macro, Type, parse_quote,
    visit_mut::{self, VisitMut},
};

use crate::finish::tree::within;

/// Takes each value by itself.
pub fn take(cli: &mut File) {
    Repeated.visit_file_mut(cli);
}

struct Repeated;

impl VisitMut for Repeated {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::MethodCall(call) = expr
            && call.method == "value_parser"
            && let Some(Expr::Macro(parser)) = call.args.first_mut()
            && let Some(of) = of_values(&parser.mac)
        {
            parser.mac.tokens = quote!(#of);
            *expr = parse_quote!(#expr.action(::clap::ArgAction::Append));
        }
    }

    fn visit_expr_if_mut(&mut self, expr: &mut ExprIf) {
        let mut values = Values(false);
        values.visit_expr_mut(&mut expr.cond);
        if values.0 {
            Collected.visit_block_mut(&mut expr.then_branch);
        }
        visit_mut::visit_expr_if_mut(self, expr);
    }
}

/// The type of the values that a parser is to make a list of.
fn of_values(parser: &Macro) -> Option<Type> {
    let of: Type = parser.parse_body().ok()?;
    within(&of, "Vec").cloned()
}

/// Gets all values; whether there was a list of them.
struct Values(bool);

impl VisitMut for Values {
    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        let Some(turbofish) = call.turbofish.as_mut().filter(|_| call.method == "get_one") else {
            return;
        };
        for argument in &mut turbofish.args {
            if let GenericArgument::Type(of) = argument
                && let Some(value) = within(of, "Vec").cloned()
            {
                *of = value;
                call.method = parse_quote!(get_many);
                self.0 = true;
            }
        }
    }
}

struct Collected;

impl VisitMut for Collected {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::MethodCall(call) = expr
            && call.method == "clone"
        {
            let values = &call.receiver;
            *expr = parse_quote!(#values.cloned().collect::<Vec<_>>());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::flat;

    #[test]
    fn each_value_is_an_argument() {
        let mut file: File = parse_quote! {
            fn cli() {
                Arg::new("tag").value_parser(::clap::value_parser!(::std::vec::Vec<u8>)).required(false);
                Arg::new("one").value_parser(::clap::value_parser!(u8));
                if let Some(value) = matches.get_one::<::std::vec::Vec<u8>>("tag") {
                    request = request.tag(value.clone());
                }
                if let Some(value) = matches.get_one::<u8>("one") {
                    request = request.one(value.clone());
                }
            }
        };
        take(&mut file);
        let expected = quote! {
            fn cli() {
                Arg::new("tag").value_parser(::clap::value_parser!(u8)).action(::clap::ArgAction::Append).required(false);
                Arg::new("one").value_parser(::clap::value_parser!(u8));
                if let Some(value) = matches.get_many::<u8>("tag") {
                    request = request.tag(value.cloned().collect::<Vec<_>>());
                }
                if let Some(value) = matches.get_one::<u8>("one") {
                    request = request.one(value.clone());
                }
            }
        };
        assert_eq!(flat(&file), flat(&expected));
    }
}
