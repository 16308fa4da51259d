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
    let decoded = match str::from_utf8(&body) {
        // To check all of it at once costs a tenth of what it costs to check each string.
        Ok(text) => serde_json::from_str(text)
            .map_err(|reason| locate::<T>(&body).err().unwrap_or_else(|| nowhere(reason))),
        // What is left aside may hold anything.
        Err(_) => locate(&body),
    };
    match decoded {
        Ok(value) => {
            let (status, headers) = answer.into_parts();
            Ok(ResponseValue::new(value, status, headers))
        }
        Err((path, reason)) => {
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

/// Decodes with the path kept, which takes longer: the JSON path at which `body` is no `T`, and why.
fn locate<T: DeserializeOwned>(body: &[u8]) -> Result<T, (String, serde_json::Error)> {
    let mut decoder = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut decoder)
        .map_err(|error| (error.path().to_string(), error.into_inner()))?;
    decoder.end().map_err(nowhere)?;
    Ok(value)
}

/// The path of a reason that belongs to the body as a whole.
fn nowhere(reason: serde_json::Error) -> (String, serde_json::Error) {
    (".".to_owned(), reason)
}
