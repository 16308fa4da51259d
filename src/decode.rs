//! Finds out where in a body the trouble is.

use serde::de::DeserializeOwned;

/// The JSON path at which `body` is no `T`, and why. `None` where the trouble is behind the value, which has no path.
pub(crate) fn locate<T: DeserializeOwned>(body: &[u8]) -> Option<(String, serde_json::Error)> {
    // Only errors pay for this: the body is read a second time, with its path kept.
    let mut decoder = serde_json::Deserializer::from_slice(body);
    let error = serde_path_to_error::deserialize::<_, T>(&mut decoder).err()?;
    Some((error.path().to_string(), error.into_inner()))
}
