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

    /// Those of a later document that have none are answered with 501.
    #[test]
    fn operations_of_the_document_have_handlers() {
        let operations = &contract().unwrap().operations;
        let (played, others): (Vec<_>, Vec<_>) = operations
            .iter()
            .map(|operation| operation.id.as_str())
            .partition(|id| handler(id).is_some());
        println!("not implemented: {others:?}");
        assert!(
            played.len() >= 16,
            "the document no longer has all that is implemented, only {played:?}: decide whether to delete the others"
        );
    }
}
