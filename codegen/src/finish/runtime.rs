//! Leads progenitor's imports to the runtime in src/, and takes out what would send requests without it.

use syn::{
    Expr, File, ImplItem, Item, ItemImpl, ItemUse, Path, PathArguments, Type, UseTree, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::tree::{is, is_impl_of, is_path, missing, names};
use crate::SpecError;

/// `progenitor_client` becomes `crate::runtime`, and reqwest's client and body those of the runtime.
pub fn redirect(file: &mut File) -> Result<(), SpecError> {
    let mut redirect = Redirect::default();
    redirect.visit_file_mut(file);
    for (found, what) in [
        (redirect.imports, "import of `progenitor_client`"),
        (redirect.clients, "field of type `reqwest::Client`"),
        (redirect.constructors, "constructor of the client"),
    ] {
        if !found {
            return Err(missing(what));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Redirect {
    imports: bool,
    clients: bool,
    constructors: bool,
}

impl VisitMut for Redirect {
    fn visit_item_use_mut(&mut self, item: &mut ItemUse) {
        if let UseTree::Path(path) = &item.tree
            && path.ident == "progenitor_client"
        {
            self.imports = true;
            let names = &path.tree;
            item.tree = parse_quote!(crate::runtime::#names);
            // The crate's root says what is public.
            item.vis = parse_quote!(pub(crate));
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let names = names(path);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        *path = match names[..] {
            ["progenitor_client", ..] | ["reqwest", "header", ..] => {
                let rest = path.segments.iter().skip(1);
                parse_quote!(crate::runtime::#(#rest)::*)
            }
            ["reqwest", "Client"] => {
                self.clients = true;
                parse_quote!(crate::runtime::Http)
            }
            // A streamed body could not be sent twice.
            ["reqwest", "Body"] => parse_quote!(::bytes::Bytes),
            _ => return,
        };
    }

    fn visit_type_mut(&mut self, of: &mut Type) {
        visit_mut::visit_type_mut(self, of);
        // The one error of the crate has no type parameter.
        if is(of, "Error")
            && let Type::Path(path) = of
            && let Some(last) = path.path.segments.last_mut()
        {
            last.arguments = PathArguments::None;
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if is_path(expr, &["Error", "UnexpectedResponse"]) {
            *expr = parse_quote!(Error::from);
        }
    }

    fn visit_file_mut(&mut self, file: &mut File) {
        file.items.retain_mut(|item| match item {
            Item::Impl(item) if is_impl_of(item, "Client") => self.without_constructors(item),
            _ => true,
        });
        visit_mut::visit_file_mut(self, file);
    }
}

impl Redirect {
    /// Whether anything is left of the impl without the constructors, which build a `reqwest::Client`.
    fn without_constructors(&mut self, item: &mut ItemImpl) -> bool {
        let all = item.items.len();
        item.items.retain(|item| {
            !matches!(item, ImplItem::Fn(function)
                if function.sig.ident == "new" || function.sig.ident == "new_with_client")
        });
        self.constructors |= item.items.len() < all;
        !item.items.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_the_runtime() {
        let mut file: File = parse_quote! {
            pub use progenitor_client::{Error, ResponseValue};
            pub struct Client { pub(crate) client: reqwest::Client }
            impl Client {
                pub fn new(baseurl: &str) -> Self { todo!() }
            }
            impl Client {
                pub async fn send(&self, body: reqwest::Body) -> Result<ResponseValue<()>, Error<()>> {
                    let query = progenitor_client::QueryParam::new("a", &1);
                    Err(Error::UnexpectedResponse(response))
                }
            }
        };
        redirect(&mut file).expect("redirected");
        let expected: File = parse_quote! {
            pub(crate) use crate::runtime::{Error, ResponseValue};
            pub struct Client { pub(crate) client: crate::runtime::Http }
            impl Client {
                pub async fn send(&self, body: ::bytes::Bytes) -> Result<ResponseValue<()>, Error> {
                    let query = crate::runtime::QueryParam::new("a", &1);
                    Err(Error::from(response))
                }
            }
        };
        assert_eq!(
            prettyplease::unparse(&file),
            prettyplease::unparse(&expected)
        );
    }

    #[test]
    fn a_client_without_what_is_replaced_is_an_error() {
        let error = redirect(&mut parse_quote!(
            pub struct Client {}
        ))
        .expect_err("nothing to do");
        assert!(
            error
                .to_string()
                .contains("no import of `progenitor_client`"),
            "{error}"
        );
    }
}
