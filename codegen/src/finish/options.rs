//! Options of a call: setters that each request builder has beside its parameters.

use syn::{File, ItemImpl, parse_quote};

use super::{ident, tree::each_builder};
use crate::{SpecError, document::operation::Operation};

/// Adds the setters.
pub fn add(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    each_builder(file, operations, |operation, builder| {
        let setters: ItemImpl = parse_quote! {
            impl X {
                /// Overrides the client's retry policy for this call.
                pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
                    self.client.client.call_options().retry = Some(policy);
                    self
                }

                /// Sets the `x-ms-client-request-id` of all attempts; a new UUID by default.
                pub fn client_request_id(mut self, id: impl Into<String>) -> Self {
                    self.client.client.call_options().client_request_id = Some(id.into());
                    self
                }
            }
        };
        builder.methods.items.extend(setters.items);
        if let Some(name) = operation.content_type() {
            let name = ident(&name);
            builder.methods.items.push(parse_quote! {
                /// Sets the media type of the body; the first documented one by default.
                pub fn content_type(mut self, content_type: impl Into<types::#name>) -> Self {
                    self.client.client.call_options().content_type = Some(content_type.into().to_string());
                    self
                }
            });
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{
        assert_has, assert_stops, builder_method, client, flat, operations,
    };

    #[test]
    fn every_call_has_its_options() {
        let mut file = client();
        add(&mut file, operations()).expect("options");
        for operation in operations() {
            let retry = builder_method(&mut file, &operation.type_name, "retry");
            assert_has(
                &retry,
                quote!(self.client.client.call_options().retry = Some(policy);),
            );
            let id = builder_method(&mut file, &operation.type_name, "client_request_id");
            assert_has(
                &id,
                quote!(call_options().client_request_id = Some(id.into());),
            );
        }
    }

    #[test]
    fn a_body_of_several_media_types_has_a_choice() {
        let mut file = client();
        add(&mut file, operations()).expect("options");
        let choice = builder_method(&mut file, "SetPicture", "content_type");
        assert_has(
            &choice,
            quote!(content_type: impl Into<types::SetPictureContentType>),
        );
        assert_eq!(flat(&file).matches("fncontent_type(").count(), 1);
    }

    #[test]
    fn a_client_without_a_builder_stops_the_build() {
        assert_stops(
            |file| add(file, operations()),
            &[(
                "impl<'a> Notify<'a>",
                "impl<'a> Other<'a>",
                "request builder `Notify`",
            )],
        );
    }
}
