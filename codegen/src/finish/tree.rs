//! Finding things in progenitor's syntax tree. What a pass must find and does not is an error, so that the build stops
//! when a later progenitor writes something else.

use heck::ToSnakeCase;
use syn::{
    Expr, Field, File, GenericArgument, Ident, ImplItem, ImplItemFn, Item, ItemImpl, ItemStruct,
    PathArguments, Type,
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

/// The items of a module of the file.
pub fn module<'f>(file: &'f mut File, name: &str) -> Result<&'f mut Vec<Item>, SpecError> {
    module_in(&mut file.items, name)
}

/// The items of a module among `items`.
pub fn module_in<'f>(items: &'f mut [Item], name: &str) -> Result<&'f mut Vec<Item>, SpecError> {
    let found = items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => module.content.as_mut(),
        _ => None,
    });
    found
        .map(|(_, items)| items)
        .ok_or_else(|| missing(format!("module `{name}`")))
}

/// A request builder of progenitor's: its struct and its inherent impl.
pub struct Builder<'f> {
    pub item: &'f mut ItemStruct,
    pub methods: &'f mut ItemImpl,
}

/// Calls `f` with each operation and its request builder.
pub fn each_builder<'o>(
    file: &mut File,
    operations: &'o [Operation],
    mut f: impl FnMut(&'o Operation, Builder) -> Result<(), SpecError>,
) -> Result<(), SpecError> {
    let items = module(file, "builder")?;
    for operation in operations {
        let name = &operation.type_name;
        let item = items
            .iter()
            .position(|item| matches!(item, Item::Struct(item) if item.ident == name));
        let methods = items.iter().position(|item| {
            matches!(item, Item::Impl(item) if item.trait_.is_none() && is(&item.self_ty, name))
        });
        let found = item
            .zip(methods)
            .and_then(|(item, methods)| items.get_disjoint_mut([item, methods]).ok());
        match found {
            Some([Item::Struct(item), Item::Impl(methods)]) => {
                f(operation, Builder { item, methods })?
            }
            _ => return Err(missing(format!("request builder `{name}`"))),
        }
    }
    Ok(())
}

impl Builder<'_> {
    /// A method by its name.
    pub fn method(&mut self, name: &str) -> Result<&mut ImplItemFn, SpecError> {
        let builder = self.item.ident.clone();
        method(self.methods, name).ok_or_else(|| missing(format!("`{builder}::{name}`")))
    }

    /// The struct's field that holds the parameter of this name in the API.
    pub fn field(&self, parameter: &str) -> Result<&Field, SpecError> {
        let name = parameter.to_snake_case();
        let is_it = |field: &&Field| {
            field
                .ident
                .as_ref()
                .is_some_and(|ident| is_word(ident, &name))
        };
        let field = self.item.fields.iter().find(is_it);
        field.ok_or_else(|| missing(format!("field `{name}` of `{}`", self.item.ident)))
    }

    /// What the field's `Result` holds, without an `Option` around it.
    pub fn value_type(&self, parameter: &str) -> Result<&Type, SpecError> {
        let value = argument(&self.field(parameter)?.ty);
        let value = value.ok_or_else(|| missing(format!("type of the parameter `{parameter}`")))?;
        Ok(within(value, "Option").unwrap_or(value))
    }
}

/// A method of an impl by its name.
pub fn method<'f>(methods: &'f mut ItemImpl, name: &str) -> Option<&'f mut ImplItemFn> {
    methods.items.iter_mut().find_map(|item| match item {
        ImplItem::Fn(function) if is_word(&function.sig.ident, name) => Some(function),
        _ => None,
    })
}

/// Whether an identifier is this word, which has an underscore behind it if it is one of Rust's.
pub fn is_word(ident: &Ident, word: &str) -> bool {
    ident.to_string().trim_end_matches('_') == word
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

/// The first type argument of a path type.
pub fn argument(of: &Type) -> Option<&Type> {
    let Type::Path(path) = of else {
        return None;
    };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    })
}

/// `T` of `Outer<T>`.
pub fn within<'t>(of: &'t Type, outer: &str) -> Option<&'t Type> {
    is(of, outer).then(|| argument(of)).flatten()
}

/// Whether an expression is a path that ends in these two names, such as `Error::InvalidRequest`.
pub fn is_path(expr: &Expr, names: [&str; 2]) -> bool {
    let Expr::Path(path) = expr else {
        return false;
    };
    let mut segments = path.path.segments.iter().rev();
    let last = segments
        .next()
        .is_some_and(|segment| segment.ident == names[1]);
    last && segments
        .next()
        .is_some_and(|segment| segment.ident == names[0])
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
        assert!(module(&mut file, "types").is_ok());
        let error = module(&mut file, "builder").err().expect("no module");
        assert!(
            error
                .to_string()
                .starts_with("at /: progenitor's client has no module `builder`; ")
        );
    }
}
