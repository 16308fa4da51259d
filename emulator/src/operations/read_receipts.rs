//! Read receipts.

use super::messages::find;
use super::paging;
use super::request::{Request, Response};
use crate::error::ApiError;
use crate::identity::model;
use crate::limits;
use crate::state::Transaction;
use crate::state::{Change, Receipt};
use serde_json::{Value, json};

pub(super) fn send(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, reader) = request.thread(transaction)?;
    limits::check_small_thread(thread)?;
    let message = find(
        thread,
        reader,
        request.string("chatMessageId").unwrap_or_default(),
    )
    .map_err(ApiError::without_live_message)?;
    let earlier = thread
        .receipts
        .iter()
        .find(|receipt| receipt.reader == request.user);
    // A receipt for an older message than the last one changes nothing.
    if earlier.is_none_or(|earlier| earlier.message < message.id) {
        let receipt = Receipt {
            reader: request.user.clone(),
            message: message.id,
            read_on: transaction.now,
        };
        transaction.record(Change::Receipt {
            thread: thread.properties.id.clone(),
            receipt,
        });
    }
    Ok(Response::empty(200))
}

pub(super) fn list(
    request: &Request<'_>,
    transaction: &mut Transaction<'_>,
) -> Result<Response, ApiError> {
    let (thread, _) = request.thread(transaction)?;
    limits::check_small_thread(thread)?;
    let page = paging::by_offset(request, &thread.receipts, to_json)?;
    Ok(Response::json(200, page))
}

/// A `ChatMessageReadReceipt`.
pub(crate) fn to_json(receipt: &Receipt) -> Value {
    json!({
        "senderCommunicationIdentifier": model(&receipt.reader),
        "chatMessageId": receipt.message.to_string(),
        "readOn": receipt.read_on.rfc3339(),
    })
}
