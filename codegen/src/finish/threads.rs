//! The handle to a thread has every operation with a thread in its path, with the thread filled in.

use syn::{File, ImplItemFn, parse_quote};

use super::{docs, ident, snake};
use crate::{
    SpecError,
    document::operation::{Operation, THREAD},
};

/// Adds the operations to `ChatThread`.
pub fn add(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    let methods = operations.iter().filter_map(method);
    let added: File = parse_quote! {
        /// The operations of the API on this thread.
        impl crate::ChatThread {
            #(#methods)*
        }
    };
    file.items.extend(added.items);
    Ok(())
}

fn method(operation: &Operation) -> Option<ImplItemFn> {
    let mut parameters = operation.parameters.iter();
    parameters.find(|parameter| parameter.place == "path" && parameter.name == THREAD)?;
    let (name, builder) = (ident(&operation.name), ident(&operation.type_name));
    let setter = snake(THREAD);
    let docs = docs(&format!(
        "{}: [`ChatClient::{2}`](crate::ChatClient::{2}) for this thread.\n\nSource: operation `{1}`.",
        operation.summary.trim_end_matches('.'),
        operation.id,
        operation.name,
    ));
    Some(parse_quote! {
        #(#docs)*
        pub fn #name(&self) -> builder::#builder {
            self.client().#name().#setter(self.id())
        }
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{assert_has, client, flat, operations};

    #[test]
    fn operations_on_a_thread_have_it_filled_in_and_others_are_left_out() {
        let mut file = client();
        add(&mut file, operations()).expect("methods");
        assert_has(
            &file,
            quote! {
                #[doc = " List the things: [`ChatClient::list_things`](crate::ChatClient::list_things) for this thread."]
                #[doc = " "]
                #[doc = " Source: operation `Things_ListThings`."]
                pub fn list_things(&self) -> builder::ListThings {
                    self.client().list_things().chat_thread_id(self.id())
                }
            },
        );
        assert_eq!(flat(&file).matches("(self.id())").count(), 2);
    }
}
