//! What the impls of a builder get: defaults that say what is missing, setters, `build`.

use syn::{Expr, FieldValue, ImplItem, ItemImpl, Member, parse_quote, visit_mut::VisitMut};

use super::Property;
use crate::{
    SpecError,
    finish::{
        ident,
        tree::{self, is_path, missing},
    },
};

/// What is not given is missing by its name in the API.
pub fn name_missing(initial: &mut ItemImpl, properties: &[Property]) {
    struct Missing<'p>(&'p [Property]);

    impl VisitMut for Missing<'_> {
        fn visit_field_value_mut(&mut self, value: &mut FieldValue) {
            let is_required =
                matches!(&value.expr, Expr::Call(call) if is_path(&call.func, &["Err"]));
            let of = self.0.iter().find(
                |property| matches!(&value.member, Member::Named(name) if *name == property.ident),
            );
            if let (true, Some(Property { name, .. })) = (is_required, of) {
                value.expr = parse_quote!(Err(super::error::ConversionError::missing(#name)));
            }
        }
    }

    Missing(properties).visit_item_impl_mut(initial);
}

/// Replaces the setters, which take only what converts into the property's type as a whole.
pub fn setters(
    methods: &mut ItemImpl,
    builder: &str,
    properties: &[Property],
) -> Result<(), SpecError> {
    for Property { ident, name, held } in properties {
        let mut setters = methods.items.iter_mut().filter_map(|item| match item {
            ImplItem::Fn(function) if function.sig.ident == *ident => Some(function),
            _ => None,
        });
        let setter = setters.next();
        let setter = setter.ok_or_else(|| missing(format!("setter `{ident}` of `{builder}`")))?;
        let attributes = &setter.attrs;
        *setter = parse_quote! {
            #(#attributes)*
            pub fn #ident<M>(mut self, value: impl crate::IntoProperty<#held, M>) -> Self {
                self.#ident = value.into_property().map_err(|error| error.within(#name));
                self
            }
        };
    }
    Ok(())
}

/// Adds `build`, unless a property is called so.
pub fn build(methods: &mut ItemImpl, builder: &str) {
    let is_taken = tree::method(methods, "build").is_some();
    if !is_taken {
        let of = ident(builder);
        methods.items.push(parse_quote! {
            /// Builds the type.
            ///
            /// # Errors
            /// The first property that is required and was not given, or whose value cannot be converted.
            pub fn build(self) -> ::std::result::Result<super::#of, super::error::ConversionError> {
                self.try_into()
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use syn::Item;

    use super::*;
    use crate::finish::{
        fixture::client,
        tree::{is_impl_of, module},
    };

    #[test]
    fn a_property_called_build_keeps_its_setter() {
        let mut file = client();
        let builders = module(module(&mut file.items, "types").expect("types"), "builder");
        let item = builders
            .expect("builders")
            .iter_mut()
            .find_map(|item| match item {
                Item::Impl(item) if is_impl_of(item, "Page") => Some(item),
                _ => None,
            });
        let item = item.expect("a builder");
        item.items.push(parse_quote!(
            pub fn build<T>(mut self, value: T) -> Self {
                self
            }
        ));
        let before = item.items.len();
        build(item, "Page");
        assert_eq!(item.items.len(), before);
    }
}
