//! What the document calls deprecated is so for the compiler too.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use syn::{Attribute, File, ImplItem, Item, parse_quote};

use super::{
    properties::name_in_api,
    tree::{is_impl_of, method, missing, module, name},
};
use crate::{
    SpecError,
    document::{Document, SCHEMAS, is_true, items, members, operation::Operation, resolve},
};

/// Marks methods, setters, types and properties.
pub fn mark(file: &mut File, document: &Document) -> Result<(), SpecError> {
    for operation in &document.operations {
        of_operation(file, operation)?;
    }
    let schemas = document.root.pointer(SCHEMAS);
    let properties: BTreeMap<&str, BTreeSet<&str>> = members(schemas)
        .map(|(name, schema)| (name.as_str(), deprecated(&document.root, schema)))
        .collect();
    let types = module(&mut file.items, "types")?;
    let mut fields = BTreeSet::new();
    for item in types.iter_mut() {
        let (ident, attributes) = match item {
            Item::Struct(item) => (&item.ident, &mut item.attrs),
            Item::Enum(item) => (&item.ident, &mut item.attrs),
            _ => continue,
        };
        let of = ident.to_string();
        if schemas
            .and_then(|all| all.get(&of))
            .is_some_and(|schema| is_true(schema, "deprecated"))
        {
            attributes.push(attribute());
        }
        let (Item::Struct(item), Some(names)) = (item, properties.get(of.as_str())) else {
            continue;
        };
        for field in &mut item.fields {
            if let Some(ident) = field.ident.clone()
                && names.contains(name_in_api(field, &ident)?.as_str())
            {
                field.attrs.push(attribute());
                fields.insert((of.clone(), ident.to_string()));
            }
        }
    }
    for item in module(types, "builder")?.iter_mut() {
        let Item::Impl(item) = item else { continue };
        if item.trait_.is_some() {
            continue;
        }
        let builder = name(&item.self_ty)
            .map(ToString::to_string)
            .unwrap_or_default();
        let of = builder
            .strip_suffix("Builder")
            .unwrap_or(&builder)
            .to_owned();
        for item in &mut item.items {
            if let ImplItem::Fn(setter) = item
                && fields.contains(&(of.clone(), setter.sig.ident.to_string()))
            {
                setter.attrs.push(attribute());
            }
        }
    }
    Ok(())
}

fn attribute() -> Attribute {
    parse_quote!(#[deprecated = "the API deprecates it"])
}

/// Marks the methods of an operation, or the setters of its parameters.
fn of_operation(file: &mut File, operation: &Operation) -> Result<(), SpecError> {
    let deprecated = || {
        operation
            .parameters
            .iter()
            .filter(|parameter| parameter.deprecated)
    };
    if operation.deprecated {
        let mut marked = 0;
        for item in &mut file.items {
            if let Item::Impl(item) = item
                && (is_impl_of(item, "Client") || is_impl_of(item, "ChatThread"))
                && let Some(method) = method(item, &operation.name)
            {
                method.attrs.push(attribute());
                marked += 1;
            }
        }
        if marked == 0 {
            return Err(missing(format!("method `{}`", operation.name)));
        }
    }
    if deprecated().next().is_none() {
        return Ok(());
    }
    for item in module(&mut file.items, "builder")? {
        let Item::Impl(item) = item else { continue };
        if is_impl_of(item, &operation.type_name) {
            for parameter in deprecated() {
                let setter = method(item, &parameter.rust);
                let setter =
                    setter.ok_or_else(|| missing(format!("setter of `{}`", parameter.name)))?;
                setter.attrs.push(attribute());
            }
        }
    }
    Ok(())
}

/// The deprecated properties of a schema and of those that it extends.
fn deprecated<'d>(document: &'d Value, schema: &'d Value) -> BTreeSet<&'d str> {
    let mut found = BTreeSet::new();
    let mut parts = vec![schema];
    while let Some(part) = parts.pop() {
        let part = resolve(document, part).unwrap_or(part);
        let properties = members(part.get("properties"));
        let deprecated = properties.filter(|(_, property)| is_true(property, "deprecated"));
        found.extend(deprecated.map(|(name, _)| name.as_str()));
        parts.extend(items(part, "allOf"));
    }
    found
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::{
        fixture::{assert_has, client, document, flat},
        threads,
    };

    #[test]
    fn what_is_deprecated_is_marked() {
        let mut document = document().clone();
        document.operations[0].deprecated = true;
        document.operations[1].parameters[2].deprecated = true;
        let schemas = &mut document.root["components"]["schemas"];
        schemas["Absent"]["deprecated"] = true.into();
        schemas["Thing"]["properties"]["name"]["deprecated"] = true.into();
        let mut file = client();
        threads::add(&mut file, &document.operations).expect("threads");
        mark(&mut file, &document).expect("marked");
        let mark = quote!(#[deprecated = "the API deprecates it"]);
        for marked in [
            quote!(pub fn list_things(&self) -> builder::ListThings<'_>),
            quote!(pub fn priority<V>),
            quote!(pub struct Absent),
            quote!(pub name: ::std::option::Option<::std::string::String>),
            quote!(pub fn name<T>(mut self, value: T)),
        ] {
            assert_has(&file, quote!(#mark #marked));
        }
        let count = flat(&file).matches("#[deprecated=").count();
        assert_eq!(count, 6, "the thread has the operation too");
    }

    #[test]
    fn nothing_else_is() {
        let mut file = client();
        mark(&mut file, document()).expect("nothing to do");
        assert_eq!(flat(&file), flat(&client()));
    }
}
