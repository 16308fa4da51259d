//! The table of conveniences.

use syn::{
    Attribute, Expr, ExprLit, Fields, File, FnArg, Ident, Item, ItemEnum, ItemMod, ItemStruct,
    ItemTrait, Lit, Meta, Pat, ReturnType, Signature, TraitItem, Type, UseTree,
};

use super::super::tree::is_doc;
use crate::SpecError;

/// A convenience of the table.
pub struct Entry {
    pub name: String,
    pub gives: String,
    pub needs: Vec<Need>,
}

/// Something that a convenience needs.
pub enum Need {
    /// Another convenience.
    Convenience(String),
    /// A struct with these fields.
    Struct {
        name: String,
        fields: Vec<(Option<Ident>, Type)>,
        created: bool,
    },
    /// An enum with these variants, and what they hold.
    Enum {
        name: String,
        variants: Vec<(String, Option<Type>)>,
    },
    /// An operation of a handle, with the parameters that it is given.
    Call {
        handle: String,
        name: String,
        parameters: Vec<(Ident, Type)>,
        returns: Option<Box<Type>>,
    },
}

/// The error of a table that cannot be read.
fn wrong(what: impl std::fmt::Display) -> SpecError {
    SpecError::at(
        "",
        format!("the table of conveniences cannot be read: {what}"),
    )
}

/// The error of a convenience that uses another before its turn.
pub fn not_above(name: &str, other: &str) -> SpecError {
    wrong(format!("`{name}` uses `{other}`, which is not above it"))
}

/// Reads the table.
pub fn read(text: &str) -> Result<Vec<Entry>, SpecError> {
    let file: File = syn::parse_str(text).map_err(wrong)?;
    file.items.iter().map(entry).collect()
}

fn entry(item: &Item) -> Result<Entry, SpecError> {
    let Item::Mod(ItemMod {
        ident,
        attrs,
        content: Some((_, items)),
        ..
    }) = item
    else {
        return Err(wrong("it has something else than modules"));
    };
    let mut needs = Vec::new();
    for item in items {
        match item {
            Item::Use(item) => needs.push(used(&item.tree)?),
            Item::Struct(item) => needs.push(structure(item)),
            Item::Enum(item) => needs.push(enumeration(item)),
            Item::Trait(item) => needs.extend(calls(item)?),
            _ => return Err(wrong(format!("`{ident}` has an item that is no need"))),
        }
    }
    Ok(Entry {
        name: ident.to_string(),
        gives: docs(attrs),
        needs,
    })
}

fn used(tree: &UseTree) -> Result<Need, SpecError> {
    match tree {
        UseTree::Name(name) => Ok(Need::Convenience(name.ident.to_string())),
        _ => Err(wrong("`use` takes the name of one convenience")),
    }
}

fn structure(item: &ItemStruct) -> Need {
    let fields = item.fields.iter();
    Need::Struct {
        name: item.ident.to_string(),
        fields: fields
            .map(|field| (field.ident.clone(), field.ty.clone()))
            .collect(),
        created: item
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("created")),
    }
}

fn enumeration(item: &ItemEnum) -> Need {
    let variants = item.variants.iter().map(|variant| {
        let held = match &variant.fields {
            Fields::Unnamed(fields) => fields.unnamed.first().map(|field| field.ty.clone()),
            _ => None,
        };
        (variant.ident.to_string(), held)
    });
    Need::Enum {
        name: item.ident.to_string(),
        variants: variants.collect(),
    }
}

fn calls(item: &ItemTrait) -> Result<Vec<Need>, SpecError> {
    let calls = item.items.iter().map(|function| match function {
        TraitItem::Fn(function) => call(&item.ident, &function.sig),
        _ => Err(wrong(format!(
            "`{}` has something else than functions",
            item.ident
        ))),
    });
    calls.collect()
}

fn call(handle: &Ident, signature: &Signature) -> Result<Need, SpecError> {
    let parameters = signature.inputs.iter().map(|input| match input {
        FnArg::Typed(input) => match &*input.pat {
            Pat::Ident(name) => Ok((name.ident.clone(), (*input.ty).clone())),
            _ => Err(wrong(format!("`{}` has a pattern", signature.ident))),
        },
        FnArg::Receiver(_) => Err(wrong(format!("`{}` has a receiver", signature.ident))),
    });
    Ok(Need::Call {
        handle: handle.to_string(),
        name: signature.ident.to_string(),
        parameters: parameters.collect::<Result<_, _>>()?,
        returns: match &signature.output {
            ReturnType::Type(_, returned) => Some(returned.clone()),
            ReturnType::Default => None,
        },
    })
}

fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|attribute| is_doc(attribute));
    let lines = lines.filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(value) => match &value.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_convenience_has_a_name_docs_and_needs() {
        let table = "
            /// One
            /// and more.
            mod one { #[created] struct A { a: u8 } enum B { C, D(E) } trait F { fn g(h: I) -> J; } }
            mod two { use one; }
        ";
        let table = read(table).expect("a table");
        let names = table
            .iter()
            .map(|entry| (entry.name.as_str(), entry.gives.as_str()));
        let names: Vec<_> = names.collect();
        assert_eq!(names, [("one", "One and more."), ("two", "")]);
        assert_eq!((table[0].needs.len(), table[1].needs.len()), (3, 1));
    }

    #[test]
    fn anything_else_is_an_error() {
        for text in [
            "mod",
            "struct A;",
            "mod a;",
            "mod a { fn b() {} }",
            "mod a { use b::c; }",
            "mod a { trait B { type C; } }",
            "mod a { trait B { fn c(&self); } }",
            "mod a { trait B { fn c((d, e): F); } }",
        ] {
            let error = read(text)
                .err()
                .unwrap_or_else(|| panic!("{text} is a table"));
            let error = error.to_string();
            assert!(error.contains("the table of conveniences"), "{error}");
        }
    }
}
