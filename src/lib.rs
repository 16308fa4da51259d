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
mod identifier;
mod nullable;
mod open_enum;
mod operation;
mod paging;
mod parameter;
mod participants;
mod retention;
mod retry;
mod stamp;
mod tagged_union;
mod thread;
mod trace;
mod transport;

pub mod docs;
#[cfg(feature = "httpmock")]
pub mod mock;

pub use client::{ChatClient, ChatClientBuilder};
pub use credential::{CommunicationTokenCredential, Token, TokenRefresher};
pub use error::{
    BodyTooLarge, CallContext, ChatError, CredentialError, DecodeError, InvalidRequest,
    ServiceError, TransportError, TransportErrorKind,
};
pub use generated::{API_VERSION, request, types};
pub use identifier::CommunicationIdentifier;
pub use nullable::Nullable;
pub use paging::{Continuation, Items, NextLinkError, Page, Paged, Pages};
pub use participants::RejectedParticipant;
pub use progenitor_client::{ByteStream, ResponseValue};
pub use retry::RetryPolicy;
pub use thread::ChatThread;
