//! The client in a browser. `faults.json` says what the emulator does to whom.

mod client;

use std::time::Duration;

use acs_chat::{
    Change, ChatClient, ChatError, ChatThread, RetryPolicy, StopReason, TransportErrorKind, types,
};
use client::client;
use js_sys::Date;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

async fn thread() -> ChatThread {
    let created = client().create_thread("Lunch", Vec::<String>::new()).await;
    let (thread, rejected) = created.expect("a thread");
    assert!(rejected.is_empty());
    thread
}

fn text(message: &types::ChatMessage) -> Option<&str> {
    message.content.as_ref()?.message.as_deref()
}

#[wasm_bindgen_test]
async fn a_conversation_is_sent_listed_and_followed() {
    let thread = thread().await;
    let mut follow = thread.follow();
    follow.start().await.expect("a start");

    // The emulator processes the first message and cuts its response.
    let error = thread.send("first").await.expect_err("a lost response");
    assert!(error.may_have_been_processed(), "{error}");
    assert_eq!(error.stop_reason(), Some(StopReason::NotRetryable));
    thread.send("second").await.expect("a message");

    // One message to a page, the next one fetched by a task of the browser.
    let mut pages = thread.list_chat_messages().max_page_size(1).pages();
    let (mut texts, mut count) = (Vec::new(), 0);
    while let Some(page) = pages.next().await {
        let page = page.expect("a page");
        count += 1;
        texts.extend(page.items().iter().filter_map(text).map(str::to_owned));
    }
    assert_eq!(texts, ["second", "first"], "each was sent once");
    assert!(count > 2, "{count} pages");

    for expected in ["first", "second"] {
        let change = follow.next().await.expect("a change").expect("a change");
        assert!(matches!(&change, Change::Sent { message, .. } if text(message) == Some(expected)));
    }
}

#[wasm_bindgen_test]
async fn a_503_is_retried_after_a_delay() {
    let (client, thread) = (client(), thread().await);
    // Each has timers that are not needed in the end.
    for _ in 0..50 {
        client.list_chat_threads().send().await.expect("threads");
    }
    let policy = RetryPolicy::default().with_max_retries(2);
    let request = thread.get_chat_thread_properties();
    let properties = request.retry(policy).await.expect("the third attempt");
    assert_eq!(properties.topic, "Lunch");
}

#[wasm_bindgen_test]
async fn an_attempt_times_out() {
    let request = thread().await.list_chat_read_receipts();
    let policy = RetryPolicy::none().with_attempt_timeout(Duration::from_millis(100));
    let started = Date::now();
    let error = request.retry(policy).send().await.expect_err("no response");
    let milliseconds = Date::now() - started;
    assert!(
        matches!(&error, ChatError::Transport(error) if error.kind() == TransportErrorKind::Timeout),
        "{error}"
    );
    assert!(milliseconds >= 99.0, "{milliseconds} ms");
}

#[wasm_bindgen_test]
async fn headers_that_the_service_does_not_expose_are_missing() {
    let thread = thread().await;
    let request = thread.update_chat_thread_properties();
    let request = request.body_map(|body| body.topic("Dinner".to_owned()));
    let error = request.retry(RetryPolicy::none()).send().await;
    let error = error.expect_err("too many requests");
    assert!(error.is_throttled(), "{error}");
    assert_eq!((error.retry_after(), error.request_id()), (None, None));
}

#[wasm_bindgen_test]
async fn an_endless_body_is_read_up_to_the_limit() {
    let request = thread().await.list_chat_participants();
    let error = request.await.expect_err("an endless body");
    assert!(matches!(error, ChatError::BodyTooLarge(_)), "{error}");
}

#[wasm_bindgen_test]
async fn a_redirect_is_an_error() {
    let error = thread().await.typing().await.expect_err("a redirect");
    assert!(matches!(error, ChatError::InvalidRequest(_)), "{error}");
    assert!(!error.may_have_been_processed(), "{error}");
}

#[wasm_bindgen_test]
async fn without_a_connection_a_request_may_have_been_processed() {
    let client = ChatClient::builder("http://127.0.0.1:9")
        .credential("a token")
        .retry(RetryPolicy::none())
        .build()
        .expect("a client");
    let error = client
        .list_chat_threads()
        .await
        .expect_err("nobody listens");
    assert!(
        error.may_have_been_processed(),
        "a browser does not tell: {error}"
    );
}
