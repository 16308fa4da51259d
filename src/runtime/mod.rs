//! The names that progenitor's code imports, in place of progenitor's own runtime.
//!
//! progenitor's `send` builds a [`Request`](crate::pipeline::Request), hands it to `exec`, which is the
//! [pipeline](crate::pipeline), and makes the [`Response`](crate::pipeline::Response) a [`ResponseValue`].

mod conversion;
pub(crate) mod decode;
#[allow(
    dead_code,
    unused_imports,
    reason = "not every document needs all of them"
)]
pub(crate) mod header;
mod hooks;
mod http;
mod joined;
pub(crate) mod nullable;
pub(crate) mod open_enum;
pub(crate) mod parameter;
pub(crate) mod property;
mod request;
mod response;
pub(crate) mod tagged_union;

pub(crate) use self::http::Http;
pub use conversion::ConversionError;
pub(crate) use hooks::{ClientHooks, ClientInfo, OperationInfo};
pub use joined::Joined;
pub use nullable::Nullable;
pub(crate) use parameter::InvalidParameter;
pub use property::IntoProperty;
#[allow(unused_imports, reason = "not every document needs all of them")]
pub(crate) use request::{QueryParam, RequestBuilder, RequestBuilderExt, encode_path};
pub(crate) use response::Origin;
pub use response::{ByteStream, ResponseValue};

pub use crate::error::ChatError as Error;
