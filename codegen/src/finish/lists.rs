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
        let (name, rust) = (&parameter.name, &parameter.rust);
        if parameter.place == "path" && is(builder.value_type(rust)?, "String") {
            let field = builder.field_name(rust)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::fixture::{
        altered, assert_has, assert_stops, builder_method, client, flat, has, operations,
    };

    #[test]
    fn lists_and_only_lists_are_returned_by_page_and_item() {
        let mut file = client();
        add(&mut file, operations()).expect("lists");
        let pages = builder_method(&mut file, "ListThings", "pages");
        assert_has(
            &pages,
            quote!(pub fn pages(self) -> crate::Pages<types::Page>),
        );
        assert_has(&pages, quote!(&super::operations::LIST_THINGS));
        let stream = builder_method(&mut file, "ListThings", "stream");
        assert_has(
            &stream,
            quote!(pub fn stream(self) -> crate::Items<types::Page>),
        );
        builder_method(&mut file, "ListThings", "resume");
        let resume = builder_method(&mut file, "ListThings", "resume_pages");
        let given = quote!([("chatThreadId", self.chat_thread_id.as_deref().ok())]);
        assert_has(&resume, quote!(let given = #given;));
        assert_eq!(flat(&file).matches("pubfnpages(").count(), 1);
    }

    #[test]
    fn the_type_of_a_list_is_a_page() {
        let mut file = client();
        add(&mut file, operations()).expect("lists");
        let required = quote! {
            impl crate::paging::sealed::Sealed for Page {}

            impl crate::Paged for Page {
                type Item = Thing;

                fn items(&self) -> &[Thing] { &self.value }

                fn into_items(self) -> Vec<Thing> { self.value }

                fn next_link(&self) -> Option<&str> { self.next_link.as_deref() }
            }
        };
        assert_has(&file, required.clone());
        let list = "pub value: ::std::vec::Vec<Thing>";
        let mut file = altered(list, "pub value: Option<::std::vec::Vec<Thing>>");
        add(&mut file, operations()).expect("lists");
        assert!(!has(&file, required));
        assert_has(
            &file,
            quote!(
                type Item = Thing;
            ),
        );
        assert_has(&file, quote!({ self.value.as_deref().unwrap_or_default() }));
        assert_has(&file, quote!({ self.value.unwrap_or_default() }));
    }

    #[test]
    fn a_result_that_is_no_page_stops_the_build() {
        let list = "pub value: ::std::vec::Vec<Thing>";
        for (from, to) in [
            (list, "pub other: ::std::vec::Vec<Thing>"),
            (list, "pub value: i32"),
            (
                "pub next_link: ::std::option::Option<",
                "pub next_link: Vec<",
            ),
            ("pub struct Page {", "pub struct Sheet {"),
        ] {
            let error = add(&mut altered(from, to), operations())
                .expect_err(to)
                .to_string();
            let expected = "at /paths/~1threads~1{chatThreadId}~1things/get/x-ms-pageable: its result has no list `value` \
                            with a string `nextLink` beside it; ";
            assert!(error.starts_with(expected), "{error}");
        }
    }

    #[test]
    fn a_changed_list_stops_the_build() {
        assert_stops(
            |file| add(file, operations()),
            &[
                (
                    "ResponseValue<types::Page>",
                    "ResponseValue",
                    "result of `send` in `ListThings`",
                ),
                (
                    "ResponseValue<types::Page>",
                    "ResponseValue<[u8]>",
                    "type of a page in `ListThings`",
                ),
                (
                    "chat_thread_id: Result<",
                    "other: Result<",
                    "field for `chatThreadId` in `ListThings`",
                ),
                ("pub mod types {", "pub mod others {", "module `types`"),
            ],
        );
    }
}
