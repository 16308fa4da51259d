//! HTTP/2 says which requests a server did not process: those are retried for every operation, within the policy.

use acs_chat::{ChatClient, RetryPolicy, StopReason};

use crate::support::{
    Act, Server, get_thread, http2_client, message_sent, retrying_builder, send_message,
};

fn client(server: &Server, policy: RetryPolicy) -> ChatClient {
    let builder = retrying_builder(server.url()).http_client(http2_client());
    builder.retry(policy).build().expect("a client")
}

fn policy() -> RetryPolicy {
    RetryPolicy::default().with_base_delay(std::time::Duration::from_millis(1))
}

#[tokio::test]
async fn a_refused_stream_is_retried_for_every_operation() {
    for refusal in [Act::Refuse, Act::GoAway] {
        let server = Server::start([refusal.clone(), message_sent().into()]).await;
        let sent = send_message(&client(&server, policy())).await;
        sent.unwrap_or_else(|error| panic!("{refusal:?}: {error}"));
        assert_eq!(server.count(), 2, "{refusal:?}");
    }
}

#[tokio::test]
async fn a_refused_stream_costs_attempts_and_nothing_was_processed() {
    for refusal in [Act::Refuse, Act::GoAway] {
        for (retries, requests) in [(0, 1), (2, 3)] {
            let server = Server::start([refusal.clone()]).await;
            let policy = policy().with_max_retries(retries);
            let error = send_message(&client(&server, policy)).await;
            let error = error.expect_err("refused");
            // No request outside of the attempts.
            assert_eq!(server.count(), requests, "{refusal:?}: {error}");
            let context = error.context().expect("a call");
            assert_eq!(context.attempts() as usize, requests, "{error}");
            assert_eq!(error.stop_reason(), Some(StopReason::MaxRetries));
            assert!(!error.may_have_been_processed(), "{error}");
        }
    }
}

#[tokio::test]
async fn another_reset_may_have_been_processed() {
    let server = Server::start([Act::Stall, message_sent().into()]).await;
    let error = send_message(&client(&server, policy())).await;
    let error = error.expect_err("reset");
    assert_eq!(server.count(), 1);
    assert!(error.may_have_been_processed(), "{error}");
    let server = Server::start([Act::Stall]).await;
    let error = get_thread(&client(&server, policy())).await;
    error.expect_err("reset");
    assert_eq!(server.count(), 4, "what is safe to repeat is repeated");
}
