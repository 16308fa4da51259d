//! Lists: what the document marks `x-ms-pageable` is returned page by page and item by item too.

use std::collections::BTreeMap;

use quote::quote;
use syn::{File, Ident, Item, Type, parse_quote};

use super::{
    ident,
    operations::constant,
    snake,
    tree::{Builder, argument, each_builder, is, module, name, within},
};
use crate::{
    SpecError,
    document::operation::{Operation, Pageable},
};

/// Adds `pages`, `stream`, `resume` and `resume_pages` to the builders of lists, and makes their types pages.
pub fn add(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    let mut pages = BTreeMap::new();
    each_builder(file, operations, |operation, mut builder| {
        if let Some(pageable) = &operation.pageable {
            let page = methods(operation, &mut builder)?;
            let name = name(&page).ok_or_else(|| builder.missing("type of a page"))?;
            pages.insert(name.to_string(), (operation, pageable));
        }
        Ok(())
    })?;
    for (name, (operation, pageable)) in pages {
        let types = module(&mut file.items, "types")?;
        let page = page(types, &name, pageable).ok_or_else(|| {
            SpecError::new(
                format!("{}/x-ms-pageable", operation.place),
                format!(
                    "its result has no list `{}` with a string `{}` beside it",
                    pageable.items, pageable.next_link
                ),
                "name an array and an optional string of the result's schema",
            )
        })?;
        types.extend(page);
    }
    Ok(())
}

/// Adds the methods; the type that `send` returns is that of a page.
fn methods(operation: &Operation, builder: &mut Builder) -> Result<Type, SpecError> {
    let page = builder.returned()?;
    let constant = constant(operation);
    let mut given = Vec::new();
    for parameter in &operation.parameters {
        let name = &parameter.name;
        if parameter.place == "path" && is(builder.value_type(name)?, "String") {
            let field = builder.field_name(name)?;
            given.push(quote!((#name, self.#field.as_deref().ok())));
        }
    }
    let added: syn::ItemImpl = parse_quote! {
        impl X {
            /// Returns the list, page by page.
            pub fn pages(self) -> crate::Pages<#page> {
                let client = self.client.client.clone();
                crate::Pages::new(&super::operations::#constant, client, Box::new(move || Box::pin(self.clone().send())))
            }

            /// Returns the list, item by item.
            pub fn stream(self) -> crate::Items<#page> {
                crate::Items::new(self.pages(), None)
            }

            /// Continues a list, item by item, after the items that were already returned.
            ///
            /// # Errors
            /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
            /// operation or of another path.
            pub fn resume(self, continuation: &crate::Continuation) -> Result<crate::Items<#page>, Error> {
                let pages = self.resume_pages(continuation)?;
                Ok(crate::Items::new(pages, Some(continuation.clone())))
            }

            /// Continues a list, page by page. A page of which some items were already returned is returned whole.
            ///
            /// # Errors
            /// [`ChatError::InvalidRequest`](crate::ChatError::InvalidRequest) if the continuation is of another
            /// operation or of another path.
            pub fn resume_pages(self, continuation: &crate::Continuation) -> Result<crate::Pages<#page>, Error> {
                let given = [#(#given),*];
                crate::Pages::resume_at(&super::operations::#constant, self.client.client.clone(), continuation, &given)
            }
        }
    };
    builder.methods.items.extend(added.items);
    Ok(page)
}

/// The implementation of `Paged` for a page; `None` if it lacks the list or the link.
fn page(types: &[Item], page: &str, pageable: &Pageable) -> Option<Vec<Item>> {
    let (items, next_link) = (snake(&pageable.items), snake(&pageable.next_link));
    let list = field(types, page, &items)?;
    let optional = within(list, "Option");
    let item = argument(optional.unwrap_or(list))?;
    within(field(types, page, &next_link)?, "Option")?;
    let (by_reference, by_value) = match optional {
        Some(_) => (
            quote!(self.#items.as_deref().unwrap_or_default()),
            quote!(self.#items.unwrap_or_default()),
        ),
        None => (quote!(&self.#items), quote!(self.#items)),
    };
    let page = ident(page);
    let added: File = parse_quote! {
        impl crate::paging::sealed::Sealed for #page {}

        impl crate::Paged for #page {
            type Item = #item;

            fn items(&self) -> &[#item] {
                #by_reference
            }

            fn into_items(self) -> Vec<#item> {
                #by_value
            }

            fn next_link(&self) -> Option<&str> {
                self.#next_link.as_deref()
            }
        }
    };
    Some(added.items)
}

/// The type of a field of a struct.
fn field<'t>(types: &'t [Item], of: &str, field: &Ident) -> Option<&'t Type> {
    let fields = types.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == of => Some(&item.fields),
        _ => None,
    })?;
    let field = fields
        .iter()
        .find(|other| other.ident.as_ref() == Some(field))?;
    Some(&field.ty)
}
