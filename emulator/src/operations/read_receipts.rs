//! Read receipts: how far each participant has read.

use super::call::{Call, Reply};
use super::messages::find;
use super::paging;
use crate::identity::model;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::Transaction;
use crate::state::{Change, Receipt};
use serde_json::json;

pub(super) fn send(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, reader) = call.joined(transaction)?;
    limits::small_thread(thread)?;
    let message = find(
        thread,
        reader,
        call.text("chatMessageId").unwrap_or_default(),
    )?;
    let earlier = thread
        .receipts
        .iter()
        .find(|receipt| receipt.reader == call.user);
    // Reading goes forward: a receipt for what was read before changes nothing.
    if earlier.is_none_or(|earlier| earlier.message < message.id) {
        let receipt = Receipt {
            reader: call.user.clone(),
            message: message.id,
            read_on: transaction.now,
        };
        transaction.change(Change::Receipt {
            thread: thread.properties.id.clone(),
            receipt,
        });
    }
    Ok(Reply::empty(200))
}

pub(super) fn list(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    limits::small_thread(thread)?;
    let page = paging::skipping(call, &thread.receipts, |receipt| {
        json!({
            "senderCommunicationIdentifier": model(&receipt.reader),
            "chatMessageId": receipt.message.to_string(),
            "readOn": receipt.read_on.rfc3339(),
        })
    })?;
    Ok(Reply::json(200, page))
}
