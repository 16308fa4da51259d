//! Decodes the body of a success, and finds out where the trouble is in one that can't be decoded.

use std::future::ready;

use bytes::Bytes;
use futures_util::stream;
use progenitor_client::ByteStream;
use serde::de::DeserializeOwned;

use crate::{ChatError, ResponseValue, error::DecodeError, operation::Operation, transport::Done};

/// What a call returned, as a value.
pub(crate) fn decode<T: DeserializeOwned>(
    operation: &Operation,
    done: Done,
) -> Result<ResponseValue<T>, ChatError> {
    let Done {
        answer,
        mut body,
        progress,
    } = done;
    if body.is_empty() && operation.may_be_empty {
        body = Bytes::from_static(b"null");
    }
    match serde_json::from_slice(&body) {
        Ok(value) => {
            let (status, headers) = answer.into_parts();
            Ok(ResponseValue::new(value, status, headers))
        }
        Err(reason) => {
            let (path, reason) = locate::<T>(&body).unwrap_or_else(|| nowhere(reason));
            Err(DecodeError::new(progress.accepted(), answer, body, path, &reason).into())
        }
    }
}

/// The same for a call that returns nothing but its status.
pub(crate) fn emptied(done: Done) -> ResponseValue<()> {
    let (status, headers) = done.answer.into_parts();
    ResponseValue::new((), status, headers)
}

/// The same for a body that is not decoded.
pub(crate) fn streamed(done: Done) -> ResponseValue<ByteStream> {
    let (status, headers) = done.answer.into_parts();
    let body = stream::once(ready(Ok(done.body)));
    ResponseValue::new(ByteStream::new(Box::pin(body)), status, headers)
}

/// The JSON path at which `body` is no `T`, and why. `None` where the trouble is behind the value, which has no path.
fn locate<T: DeserializeOwned>(body: &[u8]) -> Option<(String, serde_json::Error)> {
    // Only errors pay for this: the body is read a second time, with its path kept.
    let mut decoder = serde_json::Deserializer::from_slice(body);
    let error = serde_path_to_error::deserialize::<_, T>(&mut decoder).err()?;
    Some((error.path().to_string(), error.into_inner()))
}

/// The path of a reason that belongs to the body as a whole.
fn nowhere(reason: serde_json::Error) -> (String, serde_json::Error) {
    (".".to_owned(), reason)
}
