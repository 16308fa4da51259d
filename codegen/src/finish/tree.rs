//! Finding things in progenitor's syntax tree. What a pass must find and does not is an error, so that the build stops
//! when a later progenitor writes something else.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use quote::format_ident;
use syn::{
    Attribute, Expr, ExprMethodCall, Field, FieldValue, File, GenericArgument, Ident, ImplItem,
    ImplItemFn, Item, ItemImpl, ItemStruct, LitInt, Member, Path, PathArguments, ReturnType, Token,
    Type, TypeParamBound, WherePredicate, parse_quote,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

use crate::{SpecError, document::operation::Operation};

/// The error of a pass that does not find what it must change.
pub fn missing(what: impl std::fmt::Display) -> SpecError {
    SpecError::new(
        "/",
        format!("progenitor's client has no {what}"),
        "adapt the pass in codegen/src/finish/ to what this version of progenitor writes",
    )
}

/// The items of a module among `items`.
pub fn module<'f>(items: &'f mut [Item], name: &str) -> Result<&'f mut Vec<Item>, SpecError> {
    let found = items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => module.content.as_mut(),
        _ => None,
    });
    let (_, items) = found.ok_or_else(|| missing(format!("module `{name}`")))?;
    Ok(items)
}

/// The names of the structs and enums among `items`.
pub fn type_names(items: &[Item]) -> BTreeSet<String> {
    let names = items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    });
    names.collect()
}

/// Whether an item is the inherent impl of this type.
pub fn is_impl_of(item: &ItemImpl, name: &str) -> bool {
    item.trait_.is_none() && is(&item.self_ty, name)
}

/// A request builder of progenitor's.
pub struct Builder<'f> {
    /// The struct.
    pub item: &'f mut ItemStruct,
    /// Its inherent impl.
    pub methods: &'f mut ItemImpl,
}

/// Calls `f` with each operation and its request builder.
pub fn each_builder<'o>(
    file: &mut File,
    operations: &'o [Operation],
    mut f: impl FnMut(&'o Operation, Builder) -> Result<(), SpecError>,
) -> Result<(), SpecError> {
    let mut builders: BTreeMap<String, (Option<&mut ItemStruct>, Option<&mut ItemImpl>)> =
        BTreeMap::new();
    for found in module(&mut file.items, "builder")? {
        match found {
            Item::Struct(found) => {
                let of = found.ident.to_string();
                builders.entry(of).or_default().0 = Some(found);
            }
            Item::Impl(found) if found.trait_.is_none() => {
                if let Some(of) = name(&found.self_ty).map(Ident::to_string) {
                    builders.entry(of).or_default().1 = Some(found);
                }
            }
            _ => {}
        }
    }
    for operation in operations {
        let (item, methods) = builders.remove(&operation.type_name).unwrap_or_default();
        let (Some(item), Some(methods)) = (item, methods) else {
            return Err(missing(format!(
                "request builder `{}`",
                operation.type_name
            )));
        };
        f(operation, Builder { item, methods })?;
    }
    Ok(())
}

impl Builder<'_> {
    /// The error of a pass that does not find something in this builder.
    pub fn missing(&self, what: impl std::fmt::Display) -> SpecError {
        missing(format!("{what} in `{}`", self.item.ident))
    }

    /// A method by its name.
    pub fn method(&mut self, name: &str) -> Result<&mut ImplItemFn, SpecError> {
        let error = self.missing(format!("method `{name}`"));
        method(self.methods, name).ok_or(error)
    }

    /// The struct's field that holds the parameter of this name in the API.
    pub fn field(&mut self, parameter: &str) -> Result<&mut Field, SpecError> {
        let error = self.missing(format!("field for `{parameter}`"));
        let mut fields = self.item.fields.iter_mut();
        let field = fields.find(|field| {
            field
                .ident
                .as_ref()
                .is_some_and(|ident| is_word(ident, parameter))
        });
        field.ok_or(error)
    }

    /// The name of the field that holds a parameter, and of its setter.
    pub fn field_name(&mut self, parameter: &str) -> Result<Ident, SpecError> {
        let ident = self.field(parameter)?.ident.clone();
        ident.ok_or_else(|| self.missing(format!("field for `{parameter}`")))
    }

    /// What the `Result` in a parameter's field holds.
    pub fn held_type(&mut self, parameter: &str) -> Result<&Type, SpecError> {
        let error = self.missing(format!("`Result` for `{parameter}`"));
        within(&self.field(parameter)?.ty, "Result").ok_or(error)
    }

    /// The type of a parameter's value: what its field holds, without an `Option` around it.
    pub fn value_type(&mut self, parameter: &str) -> Result<&Type, SpecError> {
        let held = self.held_type(parameter)?;
        Ok(within(held, "Option").unwrap_or(held))
    }

    /// `T` of the bound `V: TryInto<T>` of a setter.
    pub fn setter_type(&mut self, name: &str) -> Result<Type, SpecError> {
        let bounds = self.method(name)?.sig.generics.where_clause.as_ref();
        let bound = match bounds.and_then(|bounds| bounds.predicates.first()) {
            Some(WherePredicate::Type(predicate)) => predicate.bounds.first(),
            _ => None,
        };
        let converted = match bound {
            Some(TypeParamBound::Trait(bound)) => path_arguments(&bound.path).next().cloned(),
            _ => None,
        };
        converted.ok_or_else(|| self.missing(format!("bound of the setter `{name}`")))
    }

    /// The type that `send` returns in a `ResponseValue`.
    pub fn returned(&mut self) -> Result<Type, SpecError> {
        let returned = match &self.method("send")?.sig.output {
            ReturnType::Type(_, result) => argument(result).and_then(argument).cloned(),
            ReturnType::Default => None,
        };
        returned.ok_or_else(|| self.missing("result of `send`"))
    }

    /// Calls `f` with each call of `called` in a method, which must have one; those in its receiver come first.
    pub fn each_call(
        &mut self,
        method: &str,
        called: &str,
        f: impl FnMut(&mut ExprMethodCall),
    ) -> Result<(), SpecError> {
        struct Calls<'c, F>(&'c str, F, bool);

        impl<F: FnMut(&mut ExprMethodCall)> VisitMut for Calls<'_, F> {
            fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
                visit_mut::visit_expr_method_call_mut(self, call);
                if call.method == self.0 {
                    (self.1)(call);
                    self.2 = true;
                }
            }
        }

        let mut calls = Calls(called, f, false);
        calls.visit_impl_item_fn_mut(self.method(method)?);
        let found = calls.2.then_some(());
        found.ok_or_else(|| self.missing(format!("call of `{called}` in `{method}`")))
    }

    /// Calls `f` with the value that a method gives to a field of a struct, which it must.
    pub fn each_value(
        &mut self,
        method: &str,
        field: &str,
        f: impl FnMut(&mut Expr),
    ) -> Result<(), SpecError> {
        struct Values<'v, F>(&'v str, F, bool);

        impl<F: FnMut(&mut Expr)> VisitMut for Values<'_, F> {
            fn visit_field_value_mut(&mut self, value: &mut FieldValue) {
                if matches!(&value.member, Member::Named(name) if is_word(name, self.0)) {
                    (self.1)(&mut value.expr);
                    self.2 = true;
                }
            }
        }

        let mut values = Values(field, f, false);
        values.visit_impl_item_fn_mut(self.method(method)?);
        let found = values.2.then_some(());
        found.ok_or_else(|| self.missing(format!("value of `{field}` in `{method}`")))
    }
}

/// A method of an impl by its name.
pub fn method<'f>(methods: &'f mut ItemImpl, name: &str) -> Option<&'f mut ImplItemFn> {
    methods.items.iter_mut().find_map(|item| match item {
        ImplItem::Fn(function) if is_word(&function.sig.ident, name) => Some(function),
        _ => None,
    })
}

/// Whether an identifier is this name of the API in snake case, with an underscore behind it if it is a word of Rust's.
pub fn is_word(ident: &Ident, name: &str) -> bool {
    ident.to_string().trim_end_matches('_') == name.to_snake_case()
}

/// Whether an attribute is a doc comment.
pub fn is_doc(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc")
}

/// The last name of a path type.
pub fn name(of: &Type) -> Option<&Ident> {
    match of {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// Whether the last name of a path type is this one.
pub fn is(of: &Type, expected: &str) -> bool {
    name(of).is_some_and(|name| name == expected)
}

/// The type arguments of a path type.
pub fn arguments(of: &Type) -> impl Iterator<Item = &Type> {
    let path = match of {
        Type::Path(path) => Some(&path.path),
        _ => None,
    };
    path.into_iter().flat_map(path_arguments)
}

/// The first type argument of a path type.
pub fn argument(of: &Type) -> Option<&Type> {
    arguments(of).next()
}

fn path_arguments(path: &Path) -> impl Iterator<Item = &Type> {
    let arguments = match path.segments.last().map(|segment| &segment.arguments) {
        Some(PathArguments::AngleBracketed(arguments)) => Some(&arguments.args),
        _ => None,
    };
    let arguments = arguments.into_iter().flatten();
    arguments.filter_map(|argument| match argument {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    })
}

/// The names and the lengths in a type, by which it is known.
pub fn words(of: &Type) -> Vec<String> {
    struct Words(Vec<String>);

    impl VisitMut for Words {
        fn visit_ident_mut(&mut self, ident: &mut Ident) {
            self.0.push(ident.to_string());
        }

        fn visit_lit_int_mut(&mut self, length: &mut LitInt) {
            self.0.push(length.to_string());
        }
    }

    let mut words = Words(Vec::new());
    words.visit_type_mut(&mut of.clone());
    words.0
}

/// Adds derives to an item where it does not have them; `None` if it has no derives at all.
pub fn derive(attributes: &mut [Attribute], added: &[&str]) -> Option<()> {
    let is_derive = |attribute: &&mut Attribute| attribute.path().is_ident("derive");
    let attribute = attributes.iter_mut().find(is_derive)?;
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    let mut derives = attribute.parse_args_with(parser).ok()?;
    for name in added {
        if !derives.iter().any(|derive| derive.is_ident(name)) {
            derives.push(format_ident!("{name}").into());
        }
    }
    *attribute = parse_quote!(#[derive(#derives)]);
    Some(())
}

/// `T` of `Outer<T>`.
pub fn within<'t>(of: &'t Type, outer: &str) -> Option<&'t Type> {
    is(of, outer).then(|| argument(of)).flatten()
}

/// The names of a path.
pub fn names(path: &Path) -> Vec<String> {
    let names = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    names.collect()
}

/// Whether an expression is this path.
pub fn is_path(expr: &Expr, expected: &[&str]) -> bool {
    matches!(expr, Expr::Path(path) if names(&path.path) == expected)
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn types_are_told_apart_by_their_last_name() {
        let of: Type = parse_quote!(::std::option::Option<crate::Nullable<u8>>);
        assert!(is(&of, "Option") && !is(&of, "Nullable"));
        let inner = within(&of, "Option").expect("an argument");
        assert!(is(inner, "Nullable"));
        for (of, expected) in [
            (parse_quote!(Map<K, V>), Some("K")),
            (parse_quote!(u8), None),
            (parse_quote!(&'a [u8]), None),
            (parse_quote!(Cow<'a>), None),
        ] {
            let of: Type = of;
            let argument = argument(&of).and_then(name).map(ToString::to_string);
            assert_eq!(argument.as_deref(), expected);
        }
    }

    #[test]
    fn what_is_not_there_stops_the_build() {
        let mut file: File = parse_quote!(
            pub mod types {}
        );
        assert!(module(&mut file.items, "types").is_ok());
        let error = module(&mut file.items, "builder").err().expect("no module");
        assert!(
            error
                .to_string()
                .starts_with("at /: progenitor's client has no module `builder`; ")
        );
    }
}
