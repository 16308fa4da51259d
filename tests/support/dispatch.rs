//! Calls an operation by its id in the document, with JSON in and JSON out. Which operations there are, and what each
//! takes, codegen keeps in a table.

use std::{collections::BTreeMap, future::Future, pin::Pin};

#[allow(
    unused_imports,
    reason = "not every document has lists that are joined"
)]
use acs_chat::Joined;
use acs_chat::{ByteStream, ChatClient, ChatError, ResponseValue, types};
use base64::{Engine, prelude::BASE64_STANDARD as STANDARD};
use bytes::Bytes;
use futures_util::TryStreamExt;
use http::{HeaderMap, StatusCode};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// What a call is given, by the document's names.
#[derive(Debug, Clone, Default)]
pub struct Given {
    pub parameters: BTreeMap<String, Value>,
    pub body: Option<Value>,
    /// What the body is, where that is not the default.
    pub content_type: Option<String>,
}

/// What a call returned, as JSON again: null where it returns nothing, text where it returns bytes.
#[derive(Debug)]
pub struct Returned {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub value: Value,
}

/// Why a call returned nothing.
#[derive(Debug)]
pub enum CallError {
    /// The client has no such call: operation, parameter or type.
    Uncallable(String),
    /// The client returned an error.
    Chat(ChatError),
}

/// An operation as the client offers it.
pub struct Offered {
    pub id: &'static str,
    /// The parameters outside the body.
    pub parameters: &'static [&'static str],
    /// The type of the body, where there is one.
    pub body: &'static [&'static str],
    /// Whether the caller can say what the body is.
    pub has_content_type: bool,
}

impl Given {
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.parameters.insert(name.to_owned(), value.into());
        self
    }

    pub fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// Makes sure that nothing is given that would be dropped.
    fn only(&self, offered: &Offered) -> Result<(), CallError> {
        let unknown = self
            .parameters
            .keys()
            .find(|name| !offered.parameters.contains(&name.as_str()));
        if let Some(name) = unknown {
            let what = format!("the client offers no parameter `{name}`");
            return Err(CallError::Uncallable(what));
        }
        if self.body.is_some() && offered.body.is_empty() {
            return Err(CallError::Uncallable(
                "the client offers no body".to_owned(),
            ));
        }
        if self.content_type.is_some() && !offered.has_content_type {
            let what = "the client offers no choice of what the body is";
            return Err(CallError::Uncallable(what.to_owned()));
        }
        Ok(())
    }

    pub fn parameter<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, CallError> {
        typed(name, self.parameters.get(name))
    }

    pub fn typed_body<T: DeserializeOwned>(&self) -> Result<Option<T>, CallError> {
        typed("body", self.body.as_ref())
    }

    fn bytes(&self) -> Result<Option<Bytes>, CallError> {
        let text: Option<String> = self.typed_body()?;
        Ok(text.map(|text| bytes(&text).into()))
    }
}

/// The bytes that an example stands for: those of a data URL, or of the text itself.
pub fn bytes(text: &str) -> Vec<u8> {
    let encoded = text
        .strip_prefix("data:")
        .and_then(|url| url.split_once(";base64,"));
    let decoded = encoded.and_then(|(_, base64)| STANDARD.decode(base64).ok());
    decoded.unwrap_or_else(|| text.as_bytes().to_vec())
}

fn typed<T: DeserializeOwned>(name: &str, value: Option<&Value>) -> Result<Option<T>, CallError> {
    let value = value.map(|value| serde_json::from_value(value.clone()));
    value
        .transpose()
        .map_err(|error| CallError::Uncallable(format!("`{name}` has another type: {error}")))
}

fn typed_response<T: Serialize>(response: ResponseValue<T>) -> Returned {
    Returned {
        status: response.status(),
        headers: response.headers().clone(),
        value: serde_json::to_value(response.into_inner()).expect("types of the API are JSON"),
    }
}

async fn bytes_response(response: ResponseValue<ByteStream>) -> Returned {
    let (status, headers) = (response.status(), response.headers().clone());
    let parts: Vec<Bytes> = response
        .into_inner()
        .try_collect()
        .await
        .expect("it has been read");
    Returned {
        status,
        headers,
        value: String::from_utf8_lossy(&parts.concat()).into(),
    }
}

macro_rules! operations {
    ($( $id:literal => $method:ident($( $name:literal => $setter:ident: $type:ty ),*)
        takes [$($kind:ident $($body:ty)?)?] of [$($content_type:ident)?] returns $returns:ident; )*) => {
        /// All operations that the client offers.
        pub const OFFERED: &[Offered] = &[$(
            Offered {
                id: $id,
                parameters: &[$($name),*],
                body: &[$(stringify!($kind $($body)?))?],
                has_content_type: !<[&str]>::is_empty(&[$(stringify!($content_type))?]),
            },
        )*];

        /// The sizes of the futures of all operations, by their ids.
        #[allow(deprecated, reason = "what the document deprecates is measured too")]
        pub fn future_sizes(client: &ChatClient) -> Vec<(&'static str, usize)> {
            vec![$( ($id, size_of_val(&client.$method().send())) ),*]
        }

        /// A request by its operation's id: its `Debug`, and the call itself.
        #[allow(deprecated, reason = "what the document deprecates is tested too")]
        pub fn prepare(client: &ChatClient, id: &str, given: &Given) -> Result<(String, Call), CallError> {
            let Some(offered) = OFFERED.iter().find(|offered| offered.id == id) else {
                return Err(CallError::Uncallable(format!("the client offers no operation `{id}`")));
            };
            given.only(offered)?;
            match id {
                $( $id => {
                    #[allow(unused_mut, reason = "an operation can have no parameters")]
                    let mut request = client.$method();
                    $( if let Some(value) = given.parameter::<$type>($name)? {
                        request = request.$setter(value);
                    } )*
                    $( if let Some(body) = body!(given $kind $($body)?) {
                        request = request.body(body);
                    } )?
                    $( if let Some(media_type) = given.content_type.as_deref() {
                        request = request.$content_type(media_type);
                    } )?
                    let debug = format!("{request:?}\n{request:#?}");
                    Ok((debug, Box::pin(async move {
                        let response = request.send().await.map_err(CallError::Chat)?;
                        Ok(response!(response $returns))
                    })))
                } )*
                _ => unreachable!("it is offered"),
            }
        }
    };
}

macro_rules! body {
    ($given:ident typed $type:ty) => {
        $given.typed_body::<$type>()?
    };
    ($given:ident bytes) => {
        $given.bytes()?
    };
}

macro_rules! response {
    ($response:ident typed) => {
        typed_response($response)
    };
    ($response:ident pages) => {
        typed_response($response)
    };
    ($response:ident bytes) => {
        bytes_response($response).await
    };
}

/// A call that has not begun.
pub type Call = Pin<Box<dyn Future<Output = Result<Returned, CallError>> + Send>>;

/// Calls an operation by its id.
pub async fn call(client: &ChatClient, id: &str, given: &Given) -> Result<Returned, CallError> {
    let (_, call) = prepare(client, id, given)?;
    call.await
}

include!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/codegen/tests/output/calls.rs"
));
