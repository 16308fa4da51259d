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
