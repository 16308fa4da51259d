//! The operations: a handler for each `operationId` of the document.

mod messages;
mod paging;
mod participants;
mod read_receipts;
mod request;
mod threads;
mod typing;

pub(crate) use messages::to_json as message_json;
pub(crate) use participants::to_json as participant_json;
pub(crate) use read_receipts::to_json as receipt_json;
pub(crate) use request::{Request, Response};
pub(crate) use threads::to_json as thread_json;

use crate::error::ApiError;
use crate::state::Transaction;

/// Performs an operation in a transaction.
pub(crate) type Handler = fn(&Request<'_>, &mut Transaction<'_>) -> Result<Response, ApiError>;

/// The handler of an `operationId`.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    Some(match operation_id {
        "Chat_CreateChatThread" => threads::create,
        "Chat_ListChatThreads" => threads::list,
        "Chat_DeleteChatThread" => threads::delete,
        "ChatThread_GetChatThreadProperties" => threads::get,
        "ChatThread_UpdateChatThreadProperties" => threads::update,
        "ChatThread_SendChatMessage" => messages::send,
        "ChatThread_ListChatMessages" => messages::list,
        "ChatThread_GetChatMessage" => messages::get,
        "ChatThread_UpdateChatMessage" => messages::update,
        "ChatThread_DeleteChatMessage" => messages::delete,
        "ChatThread_ListChatParticipants" => participants::list,
        "ChatThread_AddChatParticipants" => participants::add,
        "ChatThread_RemoveChatParticipant" => participants::remove,
        "ChatThread_SendChatReadReceipt" => read_receipts::send,
        "ChatThread_ListChatReadReceipts" => read_receipts::list,
        "ChatThread_SendTypingNotification" => typing::send,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::handler;
    use crate::contract::contract;

    const NOT_PLAYED: &[&str] = &include!("not_played.rs");

    #[test]
    fn every_operation_of_the_document_is_played_or_left_out_by_a_decision() {
        let operations = &contract().unwrap().operations;
        let mut others: Vec<&str> = operations
            .iter()
            .map(|operation| operation.id.as_str())
            .filter(|id| handler(id).is_none())
            .collect();
        let mut left_out = NOT_PLAYED.to_vec();
        others.sort_unstable();
        left_out.sort_unstable();
        assert_eq!(
            others, left_out,
            "decide for each operation on the left alone whether it gets a handler here or a line in not_played.rs, and \
             delete the lines on the right alone"
        );
    }
}
