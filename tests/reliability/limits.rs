//! How much of a response is read.

use crate::support::{
    Act, Reply, Server, get_thread, ms, retrying_builder, retrying_client, secs, send_message,
    thread_found, timeless, watch,
};
use acs_chat::{ChatClient, ChatError};

const JSON: &str = r#"{"error":{"code":"Denied","message":"because"}}"#;

fn with_limit(server: &Server, bytes: usize) -> ChatClient {
    retrying_builder(server.url())
        .max_response_bytes(bytes)
        .build()
        .expect("a client")
}

/// A response of this many bytes.
fn padded(bytes: usize) -> Reply {
    let mut reply = thread_found();
    let missing = bytes.checked_sub(reply.body.len()).expect("room");
    reply.body.splice(0..0, std::iter::repeat_n(b' ', missing));
    reply
}

fn too_large(outcome: Result<(), ChatError>, limit: usize) {
    let error = outcome.expect_err("too large");
    let ChatError::BodyTooLarge(inner) = &error else {
        panic!("another error: {error:?}");
    };
    assert_eq!((inner.limit(), inner.status().as_u16()), (limit, 200));
    assert!(
        error
            .to_string()
            .contains(&format!("limit of {limit} bytes")),
        "{error}"
    );
    assert!(error.may_have_been_processed(), "it was accepted: {error}");
}

#[tokio::test(start_paused = true)]
async fn a_success_is_read_up_to_the_limit() {
    for chunked in [false, true] {
        let reply = padded(5000);
        let reply = if chunked { reply.chunked() } else { reply };
        let server = Server::start([reply]).await;
        get_thread(&with_limit(&server, 5000))
            .await
            .expect("just small enough");
        too_large(get_thread(&with_limit(&server, 4999)).await, 4999);
        assert_eq!(server.count(), 2, "it is not tried again");
    }
}

#[tokio::test(start_paused = true)]
async fn the_default_limit_is_16_mib() {
    let limit = 16 << 20;
    let server = Server::start([padded(limit).chunked(), padded(limit + 1)]).await;
    let client = retrying_client(server.url());
    get_thread(&client).await.expect("just small enough");
    too_large(get_thread(&client).await, limit);
}

#[tokio::test(start_paused = true)]
async fn an_announced_length_above_the_limit_fails_at_once() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000000000000\r\n\r\n";
    let server = Server::start([Act::Raw(head.into())]).await;
    too_large(get_thread(&with_limit(&server, 1000)).await, 1000);
}

#[tokio::test(start_paused = true)]
async fn an_endless_success_ends_at_the_limit() {
    let server = Server::start([Act::Endless(200)]).await;
    too_large(get_thread(&with_limit(&server, 1 << 20)).await, 1 << 20);
    too_large(send_message(&with_limit(&server, 0)).await, 0);
}

#[tokio::test(start_paused = true)]
async fn an_errors_body_is_truncated_at_the_limit() {
    for chunked in [false, true] {
        let mut body = JSON.as_bytes().to_vec();
        body.resize(100_000, b' ');
        let reply = Reply::status(403).body(body);
        let reply = if chunked { reply.chunked() } else { reply };
        let server = Server::start([reply]).await;
        for (client, kept) in [
            (retrying_client(server.url()), 64 << 10),
            (
                retrying_builder(server.url())
                    .max_error_bytes(1000)
                    .build()
                    .expect("a client"),
                1000,
            ),
            (
                retrying_builder(server.url())
                    .max_error_bytes(0)
                    .build()
                    .expect("a client"),
                0,
            ),
        ] {
            let error = get_thread(&client).await.expect_err("403");
            assert!(error.is_forbidden(), "{error}");
            // What is left is the code and white space, or nothing.
            assert_eq!(error.code(), (kept > 0).then_some("Denied"));
            let ChatError::Service(error) = error else {
                panic!("another error");
            };
            assert_eq!(error.body().len(), kept);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_endless_error_keeps_its_status() {
    let server = Server::start([Act::Endless(404)]).await;
    let error = get_thread(&retrying_client(server.url()))
        .await
        .expect_err("404");
    assert!(error.is_not_found(), "{error}");
    let ChatError::Service(error) = error else {
        panic!("another error");
    };
    assert_eq!(error.body().len(), 64 << 10);
}

#[tokio::test(start_paused = true)]
async fn a_slow_error_body_keeps_its_status() {
    let limit = secs(3600);
    for (status, attempts) in [(400, 1), (503, 4)] {
        let server = Server::start([Act::Drip(status)]).await;
        let policy = timeless()
            .with_attempt_timeout(limit)
            .with_base_delay(ms(1));
        let client = retrying_builder(server.url())
            .retry(policy)
            .build()
            .expect("a client");
        let error = watch(&server, limit, get_thread(&client))
            .await
            .expect_err("a failure");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(server.count(), attempts, "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_truncated_error_body_keeps_its_status() {
    let half = "HTTP/1.1 409 Conflict\r\ncontent-length: 5000\r\n\r\n{\"error\":";
    let server = Server::start([Act::Raw(half.into())]).await;
    let error = get_thread(&retrying_client(server.url()))
        .await
        .expect_err("409");
    assert_eq!(
        error.status().map(|status| status.as_u16()),
        Some(409),
        "{error}"
    );
}
