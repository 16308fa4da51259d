//! Typing notifications, of which webhooks are told.

use super::request::{Request, Response};
use crate::error::ApiError;
use crate::limits;
use crate::state::{Transaction, Typing};

pub(super) fn send(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    limits::check_small_thread(thread)?;
    transaction.notify(Typing {
        thread: thread.properties.id.clone(),
        sender_display_name: request.string("senderDisplayName").map(str::to_owned),
    });
    Ok(Response::empty(200))
}
