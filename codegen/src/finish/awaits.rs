//! A request is sent by `.await` too.

use syn::{File, Item, ReturnType, parse_quote};

use super::tree::{each_builder, module};
use crate::{SpecError, document::operation::Operation};

/// Implements `IntoFuture` for all request builders.
pub fn add(file: &mut File, operations: &[Operation]) -> Result<(), SpecError> {
    let mut added: Vec<Item> = Vec::new();
    each_builder(file, operations, |_, mut builder| {
        let name = builder.item.ident.clone();
        let error = builder.missing("result of `send`");
        let ReturnType::Type(_, output) = &builder.method("send")?.sig.output else {
            return Err(error);
        };
        added.push(parse_quote! {
            impl std::future::IntoFuture for #name {
                type Output = #output;
                // The future of `send` has no name.
                type IntoFuture = std::pin::Pin<Box<dyn std::future::Future<Output = Self::Output> + Send>>;

                /// Sends the request, as `send` does, in a boxed future.
                fn into_future(self) -> Self::IntoFuture {
                    Box::pin(self.send())
                }
            }
        });
        Ok(())
    })?;
    module(&mut file.items, "builder")?.extend(added);
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::finish::fixture::{assert_has, assert_stops, client, flat, operations};

    #[test]
    fn every_request_is_a_future_of_what_send_returns() {
        let mut file = client();
        add(&mut file, operations()).expect("futures");
        assert_has(
            &file,
            quote! {
                impl std::future::IntoFuture for ListThings {
                    type Output = Result<ResponseValue<types::Page>, Error<()>>;
                    type IntoFuture = std::pin::Pin<Box<dyn std::future::Future<Output = Self::Output> + Send>>;

                    #[doc = r" Sends the request, as `send` does, in a boxed future."]
                    fn into_future(self) -> Self::IntoFuture {
                        Box::pin(self.send())
                    }
                }
            },
        );
        let futures = flat(&file).matches("IntoFuturefor").count();
        assert_eq!(futures, operations().len());
    }

    #[test]
    fn a_changed_send_stops_the_build() {
        assert_stops(
            |file| add(file, operations()),
            &[(
                "pub async fn send(",
                "pub async fn call(",
                "method `send` in `ListThings`",
            )],
        );
    }
}
