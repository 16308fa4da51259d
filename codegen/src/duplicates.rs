//! What would be in the generated code twice, which the compiler would refuse in a file that nobody wrote.

use std::collections::BTreeSet;

use syn::{File, ImplItem, Item, ItemImpl, ItemStruct, Type};

use crate::{
    SpecError,
    document::{SCHEMAS, escape},
};

/// Refuses the first type, field or method that is there twice.
pub fn refuse(file: &File) -> Result<(), SpecError> {
    for item in &file.items {
        if let Item::Mod(module) = item
            && let Some((_, items)) = &module.content
        {
            let is_types = module.ident == "types";
            in_module(items, is_types)?;
        }
    }
    Ok(())
}

fn in_module(items: &[Item], is_types: bool) -> Result<(), SpecError> {
    let (mut types, mut methods) = (BTreeSet::new(), BTreeSet::new());
    for item in items {
        let name = match item {
            Item::Struct(item) => {
                fields(item, is_types)?;
                &item.ident
            }
            Item::Enum(item) => &item.ident,
            Item::Impl(item) if item.trait_.is_none() => {
                of_type(item, &mut methods, is_types)?;
                continue;
            }
            _ => continue,
        };
        if !types.insert(name) {
            return Err(twice(&name.to_string(), "its type", is_types));
        }
    }
    Ok(())
}

fn fields(item: &ItemStruct, is_types: bool) -> Result<(), SpecError> {
    let mut seen = BTreeSet::new();
    let mut names = item.fields.iter().filter_map(|field| field.ident.as_ref());
    match names.find(|name| !seen.insert(*name)) {
        Some(name) => Err(twice(
            &item.ident.to_string(),
            &format!("its `{name}`"),
            is_types,
        )),
        None => Ok(()),
    }
}

fn of_type(
    item: &ItemImpl,
    seen: &mut BTreeSet<(String, String)>,
    is_types: bool,
) -> Result<(), SpecError> {
    let of = match &*item.self_ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    };
    let of = of.unwrap_or_default();
    for item in &item.items {
        if let ImplItem::Fn(method) = item {
            let name = method.sig.ident.to_string();
            if !seen.insert((of.clone(), name.clone())) {
                return Err(twice(&of, &format!("its `{name}`"), is_types));
            }
        }
    }
    Ok(())
}

fn twice(of: &str, what: &str, is_types: bool) -> SpecError {
    let (place, remedy) = match is_types {
        true => (
            format!("{SCHEMAS}/{}", escape(of)),
            "give this schema another name, or the object within another schema that would be called so",
        ),
        false => (
            "/paths".to_owned(),
            "rename one of the operations or parameters",
        ),
    };
    SpecError::new(place, format!("`{of}` would have {what} twice"), remedy)
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn what_is_there_twice_is_refused() {
        for (file, said) in [
            (
                parse_quote! { pub mod types { struct A {} enum A {} } },
                "at /components/schemas/A: `A` would have its type twice; give this schema another",
            ),
            (
                parse_quote! { pub mod types { struct A { a: u8, a: u8 } } },
                "at /components/schemas/A: `A` would have its `a` twice; ",
            ),
            (
                parse_quote! { mod builder { impl<'a> B<'a> { fn a() {} } impl<'a> B<'a> { fn a() {} } } },
                "at /paths: `B` would have its `a` twice; rename one",
            ),
        ] {
            let error = refuse(&file).expect_err(said).to_string();
            assert!(error.starts_with(said), "{error}");
        }
        let fine = parse_quote! {
            pub mod types { struct A { a: u8, b: u8 } impl A { fn a() {} } impl B { fn a() {} } impl Default for A { fn a() {} } }
            mod builder { struct A {} }
        };
        assert_eq!(refuse(&fine), Ok(()));
    }
}
