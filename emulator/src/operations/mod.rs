//! What each operation of the document does.

mod call;
mod messages;
mod paging;
mod participants;
mod read_receipts;
mod threads;
mod typing;

pub(crate) use call::{Call, Reply};

use crate::refusal::Refusal;
use crate::state::Transaction;

/// Carries an operation out.
pub(crate) type Action = fn(&Call<'_>, &mut Transaction<'_>) -> Result<Reply, Refusal>;

/// The action of an operation id of the document.
pub(crate) fn action(operation_id: &str) -> Option<Action> {
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
    use super::action;
    use crate::contract::contract;

    #[test]
    fn every_operation_of_the_document_is_carried_out() {
        let missing = contract()
            .unwrap()
            .operations
            .iter()
            .filter(|operation| action(&operation.id).is_none());
        assert_eq!(
            missing.map(|operation| &operation.id).collect::<Vec<_>>(),
            Vec::<&String>::new()
        );
    }
}
