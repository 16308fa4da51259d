operations! {
    "ChatThread_ListChatReadReceipts" => list_chat_read_receipts ("chatThreadId" => chat_thread_id : :: std :: string :: String , "maxPageSize" => max_page_size : i32 , "skip" => skip : i32) takes [] of [] returns pages ;
    "ChatThread_SendChatReadReceipt" => send_chat_read_receipt ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [typed types :: SendReadReceiptRequest] of [] returns typed ;
    "ChatThread_SendChatMessage" => send_chat_message ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [typed types :: SendChatMessageRequest] of [] returns typed ;
    "ChatThread_ListChatMessages" => list_chat_messages ("chatThreadId" => chat_thread_id : :: std :: string :: String , "maxPageSize" => max_page_size : i32 , "startTime" => start_time : :: chrono :: DateTime < :: chrono :: offset :: Utc >) takes [] of [] returns pages ;
    "ChatThread_GetChatMessage" => get_chat_message ("chatThreadId" => chat_thread_id : :: std :: string :: String , "chatMessageId" => chat_message_id : :: std :: string :: String) takes [] of [] returns typed ;
    "ChatThread_UpdateChatMessage" => update_chat_message ("chatThreadId" => chat_thread_id : :: std :: string :: String , "chatMessageId" => chat_message_id : :: std :: string :: String) takes [typed types :: UpdateChatMessageRequest] of [] returns typed ;
    "ChatThread_DeleteChatMessage" => delete_chat_message ("chatThreadId" => chat_thread_id : :: std :: string :: String , "chatMessageId" => chat_message_id : :: std :: string :: String) takes [] of [] returns typed ;
    "ChatThread_ListChatParticipants" => list_chat_participants ("chatThreadId" => chat_thread_id : :: std :: string :: String , "maxPageSize" => max_page_size : i32 , "skip" => skip : i32) takes [] of [] returns pages ;
    "ChatThread_RemoveChatParticipant" => remove_chat_participant ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [typed types :: CommunicationIdentifierModel] of [] returns typed ;
    "ChatThread_AddChatParticipants" => add_chat_participants ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [typed types :: AddChatParticipantsRequest] of [] returns typed ;
    "Chat_CreateChatThread" => create_chat_thread ("repeatability-request-id" => repeatability_request_id : :: std :: string :: String) takes [typed types :: CreateChatThreadRequest] of [] returns typed ;
    "Chat_ListChatThreads" => list_chat_threads ("maxPageSize" => max_page_size : i32 , "startTime" => start_time : :: chrono :: DateTime < :: chrono :: offset :: Utc >) takes [] of [] returns pages ;
    "ChatThread_UpdateChatThreadProperties" => update_chat_thread_properties ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [typed types :: UpdateChatThreadRequest] of [] returns typed ;
    "ChatThread_GetChatThreadProperties" => get_chat_thread_properties ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [] of [] returns typed ;
    "Chat_DeleteChatThread" => delete_chat_thread ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [] of [] returns typed ;
    "ChatThread_SendTypingNotification" => send_typing_notification ("chatThreadId" => chat_thread_id : :: std :: string :: String) takes [typed types :: SendTypingNotificationRequest] of [] returns typed ;
}
