//! What the causes of an error say.

use std::{error::Error, io};

/// An error and all that caused it.
pub(super) fn sources<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| (*error).source())
}

/// Whether time ran out.
pub(super) fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    let reqwest = error.downcast_ref::<reqwest::Error>();
    let io = error.downcast_ref::<io::Error>();
    reqwest.is_some_and(reqwest::Error::is_timeout)
        || io.is_some_and(|error| error.kind() == io::ErrorKind::TimedOut)
}
