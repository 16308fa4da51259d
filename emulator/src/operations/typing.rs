//! Typing notifications. The emulator has no real-time notifications, so they have no effect.

use super::request::{Request, Response};
use crate::error::ApiError;
use crate::limits;
use crate::state::Transaction;

pub(super) fn send(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    limits::check_small_thread(thread)?;
    Ok(Response::empty(200))
}
