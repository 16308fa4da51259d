//! Calls each operation of the client, by the table that codegen keeps.

use acs_chat::{ChatClient, ChatError, types};
use acs_chat_codegen::document::operation::Operation;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::spec;

/// The thread that all calls are about.
pub const THREAD: &str = "19:uni01_uy5ucb66ugp3lrhe7pxso6xx4hsmm3dl6eyjfefv2n6x3rrurpea@thread.v2";

/// The message that all calls are about.
pub const MESSAGE: &str = "1599016551277";

fn parameter<T: DeserializeOwned>(name: &str) -> Option<T> {
    let value = match name {
        "chatThreadId" => THREAD,
        "chatMessageId" => MESSAGE,
        _ => return None,
    };
    serde_json::from_value(value.into()).ok()
}

macro_rules! operations {
    ($( $id:literal => $method:ident($( $name:literal => $setter:ident: $type:ty ),*)
        takes [$(typed $body:ty)?] of [] returns $returns:ident; )*) => {
        /// Calls an operation with the documented body, and returns the value as JSON: null where it returns nothing.
        pub async fn call(client: &ChatClient, operation: &Operation) -> Result<Value, ChatError> {
            match operation.id.as_str() {
                $( $id => {
                    let request = client.$method();
                    $( let request = match parameter::<$type>($name) {
                        Some(value) => request.$setter(value),
                        None => request,
                    }; )*
                    $( let body = serde_json::from_value::<$body>(spec::request_example(operation).clone());
                    let request = request.body(body.expect("an example is what the operation takes")); )?
                    let response = request.send().await?;
                    Ok(serde_json::to_value(response.into_inner()).expect("types of the API are JSON"))
                } )*
                other => unreachable!("the table lacks {other}"),
            }
        }
    };
}

include!("../../codegen/tests/output/calls.rs");
