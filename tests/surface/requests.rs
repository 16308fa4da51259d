//! A request is a future of its response.

use acs_chat::{ChatError, types::SendChatMessageRequest};

use crate::support::{
    clients::{THREAD, client},
    mock::Mock,
    reply::Reply,
};

#[tokio::test]
async fn a_request_is_sent_by_await() {
    fn sent<T: Send + 'static>(future: T) -> T {
        future
    }

    let mock = Mock::start(Reply::status(201).json(r#"{"id":"1"}"#)).await;
    let thread = client(mock.url()).thread(THREAD).expect("a thread");
    let body = SendChatMessageRequest::builder().content("Noon?");
    let request = thread.send_chat_message().body(body);
    let future = sent(request.clone().into_future());
    assert!(
        mock.take().is_empty(),
        "nothing is sent before it is polled"
    );
    assert_eq!(future.await.expect("sent").id, "1");
    assert_eq!(request.await.expect("sent").id, "1");
    assert_eq!(mock.take().len(), 2);

    mock.reply(Reply::status(200).json(r#"{"value":[]}"#));
    let page = thread.list_chat_messages().max_page_size(2).await;
    assert!(page.expect("a page").value.is_empty());
    let error = thread.get_chat_message().await.expect_err("no id");
    assert!(matches!(error, ChatError::InvalidRequest(_)), "{error:?}");
}
