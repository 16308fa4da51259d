//! Client for Azure Communication Services chat.

mod attempt;
mod call;
mod client;
mod credential;
mod decode;
mod endpoint;
mod error;
mod exchange;
mod failed;
mod generated;
mod nullable;
mod open_enum;
mod operation;
mod parameter;
mod retry;
mod stamp;
mod tagged_union;
mod trace;
mod transport;

pub mod docs;

pub use client::{ChatClient, ChatClientBuilder};
pub use credential::{CommunicationTokenCredential, Token, TokenRefresher};
pub use error::{
    BodyTooLarge, CallContext, ChatError, CredentialError, DecodeError, InvalidRequest,
    ServiceError, TransportError, TransportErrorKind,
};
pub use generated::{API_VERSION, request, types};
pub use nullable::Nullable;
pub use progenitor_client::{ByteStream, ResponseValue};
pub use retry::RetryPolicy;
