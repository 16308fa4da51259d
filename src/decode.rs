//! Decodes the body of a success, and finds out where the trouble is in one that can't be decoded.

use serde::de::DeserializeOwned;

use crate::{ChatError, ResponseValue, error::DecodeError, transport::Done};

/// What a call returned, as a value.
pub(crate) fn decode<T: DeserializeOwned>(done: Done) -> Result<ResponseValue<T>, ChatError> {
    let Done {
        answer,
        body,
        progress,
    } = done;
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

/// The JSON path at which `body` is no `T`, and why. `None` where the trouble is behind the value, which has no path.
pub(crate) fn locate<T: DeserializeOwned>(body: &[u8]) -> Option<(String, serde_json::Error)> {
    // Only errors pay for this: the body is read a second time, with its path kept.
    let mut decoder = serde_json::Deserializer::from_slice(body);
    let error = serde_path_to_error::deserialize::<_, T>(&mut decoder).err()?;
    Some((error.path().to_string(), error.into_inner()))
}

/// The path of a reason that belongs to the body as a whole.
pub(crate) fn nowhere(reason: serde_json::Error) -> (String, serde_json::Error) {
    (".".to_owned(), reason)
}
