//! When a call is tried again, how long it waits before, and when it gives up.

use std::time::{Duration, SystemTime};

use crate::support::{
    Act, Reply, Server, THREAD, TOKEN, call, get_thread, ms, operations, retrying_builder,
    retrying_client, secs, send_message, thread_found, timeless, watch,
};
use acs_chat::{
    ChatClient, ChatError, RetryPolicy, StopReason, TransportErrorKind as Kind,
    types::SendChatMessageRequest,
};
use tokio::time::Instant;

/// Timers round up to whole milliseconds.
const ROUNDING: Duration = ms(2);

fn with(endpoint: &str, policy: RetryPolicy) -> ChatClient {
    retrying_builder(endpoint)
        .retry(policy)
        .build()
        .expect("a client")
}

fn waits(server: &Server) -> Vec<Duration> {
    let times = server.times();
    times.windows(2).map(|two| two[1] - two[0]).collect()
}

#[tokio::test(start_paused = true)]
async fn a_call_is_retried_three_times_by_default() {
    let server = Server::start([Act::status(503)]).await;
    let client = with(&server.url(), RetryPolicy::default());
    let error = watch(&server, secs(0), get_thread(&client))
        .await
        .expect_err("503");
    assert_eq!(
        (
            server.count(),
            error.context().expect("a context").attempts()
        ),
        (4, 4)
    );
}

#[tokio::test(start_paused = true)]
async fn delays_have_full_jitter_and_double_up_to_the_maximum() {
    let policy = timeless()
        .with_max_retries(5)
        .with_base_delay(secs(1))
        .with_max_delay(secs(4));
    let ceilings = [1, 2, 4, 4, 4].map(secs);
    let (mut low, mut high) = (0, 0);
    for _ in 0..50 {
        let server = Server::start([Act::status(503)]).await;
        let error = get_thread(&with(&server.url(), policy.clone())).await;
        assert!(error.is_err());
        let waits = waits(&server);
        assert_eq!(waits.len(), ceilings.len());
        for (wait, ceiling) in waits.into_iter().zip(ceilings) {
            assert!(wait <= ceiling + ROUNDING, "{wait:?} of {ceiling:?}");
            low += usize::from(wait < ceiling / 4);
            high += usize::from(wait > ceiling / 4 * 3);
        }
    }
    // A quarter of 250 each is to be expected; none at all has a chance of 10⁻³¹.
    assert!(
        low > 0 && high > 0,
        "not drawn from the whole range: {low}, {high}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_delay_is_at_least_retry_after() {
    let future = httpdate::fmt_http_date(SystemTime::now() + secs(100));
    for (header, value, least, most) in [
        ("retry-after", "7", secs(7), secs(7)),
        ("retry-after", &*future, secs(50), secs(100)),
        ("retry-after-ms", "2500", ms(2500), ms(2500)),
        ("x-ms-retry-after-ms", "4000", secs(4), secs(4)),
        // Longer than the longest wait of the client's own.
        ("Retry-After", "300", secs(300), secs(300)),
    ] {
        let failure = Reply::status(503).header(header, value);
        let server = Server::start([failure, thread_found()]).await;
        let policy = timeless().with_base_delay(ms(100)).with_max_delay(secs(30));
        get_thread(&with(&server.url(), policy)).await.expect(value);
        let wait = waits(&server)[0];
        assert!(
            wait >= least && wait <= most + ROUNDING,
            "{header}: {value}: {wait:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_zero_or_malformed_retry_after_is_ignored() {
    let past = httpdate::fmt_http_date(SystemTime::now() - secs(100));
    let malformed = [
        "0",
        &past,
        "soon",
        "",
        "-5",
        "1e9",
        "NaN",
        "Mon, 99 Foo 2020 99:99:99 GMT",
    ];
    for value in malformed {
        let failure = Reply::status(503).header("retry-after", value);
        let server = Server::start([failure, thread_found()]).await;
        let policy = timeless().with_base_delay(ms(100));
        get_thread(&with(&server.url(), policy)).await.expect(value);
        assert!(waits(&server)[0] <= ms(100) + ROUNDING, "{value}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_delay_beyond_the_deadline_ends_the_call_at_once() {
    for status in [429, 503] {
        let failure = Reply::status(status).header("retry-after", "60");
        let server = Server::start([failure]).await;
        let client = with(&server.url(), timeless().with_deadline(secs(30)));
        let begun = Instant::now();
        // A 503 proves nothing, so only what is safe to repeat is retried.
        let error = watch(&server, secs(0), get_thread(&client))
            .await
            .expect_err("no time");
        assert!(begun.elapsed() < secs(1), "{:?}", begun.elapsed());
        assert_eq!((server.count(), error.retry_after()), (1, Some(secs(60))));
        assert!(error.to_string().contains("60.0s"), "{error}");
        assert_eq!(error.may_have_been_processed(), status == 503, "{error}");
        assert_eq!(error.stop_reason(), Some(StopReason::Deadline));
    }
}

#[tokio::test(start_paused = true)]
async fn an_absurd_retry_after_ends_the_call_at_once() {
    for absurd in ["99999999999999999999999", "31536000"] {
        let server = Server::start([Reply::status(429).header("retry-after", absurd)]).await;
        let begun = Instant::now();
        let error = get_thread(&retrying_client(server.url()))
            .await
            .expect_err("429");
        assert_eq!(begun.elapsed(), Duration::ZERO);
        assert_eq!(server.count(), 1);
        assert!(
            error.is_throttled() && error.retry_after() >= Some(secs(31_536_000)),
            "{error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn backoff_may_exceed_the_longest_retry_after() {
    let server = Server::start([Act::status(503), thread_found().into()]).await;
    let day = secs(86_400);
    let policy = timeless()
        .with_base_delay(day * 1000)
        .with_max_delay(day * 1000);
    get_thread(&with(&server.url(), policy))
        .await
        .expect("the second attempt");
    assert_eq!(server.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_error_says_how_many_attempts_were_made_and_how_long_they_took() {
    let failure = Reply::status(503).header("retry-after-ms", "1000");
    let server = Server::start([failure]).await;
    let client = with(&server.url(), timeless().with_base_delay(ms(1)));
    let error = get_thread(&client).await.expect_err("503");
    let context = error.context().expect("a context");
    assert_eq!(context.attempts(), 4);
    assert!(
        context.elapsed() >= secs(3) && context.elapsed() < ms(3040),
        "{context:?}"
    );
    assert!(error.to_string().contains("4 attempts in 3.0s"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn attempts_and_calls_time_out() {
    let limit = secs(3600);
    for (policy, kind) in [
        (
            timeless().with_attempt_timeout(limit).with_max_retries(0),
            Kind::Timeout,
        ),
        (timeless().with_deadline(limit), Kind::Deadline),
        (
            timeless()
                .with_attempt_timeout(limit * 2)
                .with_deadline(limit),
            Kind::Deadline,
        ),
    ] {
        for act in [Act::Stall, Act::Drip(200)] {
            let server = Server::start([act]).await;
            let client = with(&server.url(), policy.clone());
            let outcome = watch(&server, limit - ms(50), get_thread(&client)).await;
            let ChatError::Transport(error) = outcome.expect_err("no time left") else {
                panic!("another error");
            };
            assert_eq!((error.kind(), server.count()), (kind, 1));
            assert!(error.is_timeout() && error.context().may_have_been_processed());
            let elapsed = error.context().elapsed();
            assert!(elapsed >= limit && elapsed < limit + secs(1), "{elapsed:?}");
            assert!(error.to_string().contains("3600s"), "{error}");
        }
    }
}

/// The TLS handshake is a part of connecting, and here it never completes.
#[tokio::test(start_paused = true)]
async fn a_connect_timeout_was_not_processed() {
    let server = Server::start([Act::Stall]).await;
    let url = server.url().replace("http:", "https:");
    let client = ChatClient::builder(url)
        .credential(TOKEN)
        .connect_timeout(secs(5))
        .retry(timeless().with_base_delay(ms(1)))
        .build()
        .expect("a client");
    let ChatError::Transport(error) = send_message(&client).await.expect_err("no connection")
    else {
        panic!("another error");
    };
    assert_eq!(
        (error.kind(), error.context().attempts()),
        (Kind::Connect, 4)
    );
    assert!(
        error.is_timeout() && !error.context().may_have_been_processed(),
        "{error:?}"
    );
    assert!(error.context().elapsed() >= secs(20), "{error}");
}

#[tokio::test(start_paused = true)]
async fn all_calls_share_the_retry_budget() {
    for (budget, requests) in [(Some(5), 20 + 5), (Some(0), 20), (None, 20 * 4)] {
        let server = Server::start([Act::status(503)]).await;
        let client = retrying_builder(server.url())
            .retry_budget(budget)
            .build()
            .expect("a client");
        for _ in 0..20 {
            get_thread(&client.clone()).await.expect_err("503");
        }
        assert_eq!(server.count(), requests, "{budget:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn ten_first_attempts_that_succeed_return_one_retry() {
    let server = Server::scripted(|number, _| match number {
        // One retry is spent, and none is left for the second call.
        0..3 => Act::status(503),
        3..12 => thread_found().into(),
        12 => Act::status(503),
        13 => thread_found().into(),
        14 => Act::status(503),
        _ => thread_found().into(),
    })
    .await;
    let client = retrying_builder(server.url())
        .retry_budget(1)
        .build()
        .expect("a client");
    let mut seen = Vec::new();
    for _ in 0..14 {
        let before = server.count();
        let done = get_thread(&client).await.is_ok();
        seen.push((done, server.count() - before));
    }
    let mut expected = vec![(false, 2), (false, 1)];
    expected.extend([(true, 1); 9]);
    // Nine successes don't pay for it, ten do.
    expected.extend([(false, 1), (true, 1), (true, 2)]);
    assert_eq!(seen, expected);
}

/// A 503 that processed the request looks like one that did not.
#[tokio::test(start_paused = true)]
async fn a_message_is_not_sent_again_after_a_503() {
    let past = httpdate::fmt_http_date(SystemTime::now() - secs(1000));
    for (name, value) in [
        ("x-nothing", "0"),
        ("retry-after", "0"),
        ("retry-after", "1"),
        ("retry-after", &past),
        ("retry-after-ms", "5"),
    ] {
        let server = Server::start([Reply::status(503).header(name, value)]).await;
        let error = send_message(&retrying_client(server.url())).await;
        let error = error.expect_err("503");
        assert_eq!(server.count(), 1, "{name}: {value}");
        assert!(error.may_have_been_processed(), "{name}: {value}: {error}");
        assert_eq!(error.stop_reason(), Some(StopReason::NotRetryable));
    }
}

#[tokio::test(start_paused = true)]
async fn a_final_1xx_may_have_been_processed() {
    let switching =
        b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n";
    let server = Server::start([Act::Raw(switching.to_vec())]).await;
    let error = send_message(&retrying_client(server.url())).await;
    let error = error.expect_err("101");
    assert_eq!(
        (server.count(), error.status().map(|s| s.as_u16())),
        (1, Some(101))
    );
    assert!(error.may_have_been_processed(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn unsafe_operations_are_retried_if_the_policy_says_so() {
    let everything = || timeless().dangerously_retry_unsafe_operations();
    for first in [Act::status(503), Act::status(500), Act::HalfHead] {
        let server = Server::start([first.clone()]).await;
        let error = send_message(&with(&server.url(), everything())).await;
        assert!(error.expect_err("a failure").may_have_been_processed());
        assert_eq!(server.count(), 4, "{first:?}");

        let server = Server::start([first.clone()]).await;
        let body = SendChatMessageRequest::builder().content("hello");
        let request = retrying_client(server.url())
            .send_chat_message()
            .chat_thread_id(THREAD)
            .body(body);
        let error = request.retry(everything()).send().await;
        assert!(error.expect_err("a failure").may_have_been_processed());
        assert_eq!(server.count(), 4, "{first:?}");
    }
    let server = Server::start([Act::status(501)]).await;
    let error = send_message(&with(&server.url(), everything())).await;
    error.expect_err("501");
    assert_eq!(server.count(), 1, "what is not transient is not repeated");
}

#[tokio::test(start_paused = true)]
async fn an_error_says_what_ended_the_retries() {
    let deadline = timeless().with_deadline(secs(30));
    let late = Reply::status(429).header("retry-after", "60");
    for (act, policy, reason, text) in [
        (
            Act::status(403),
            timeless(),
            StopReason::NotRetryable,
            "not retryable",
        ),
        (
            Act::status(429),
            timeless(),
            StopReason::MaxRetries,
            "no retries left",
        ),
        (
            Act::status(429),
            RetryPolicy::none(),
            StopReason::MaxRetries,
            "no retries left",
        ),
        (
            late.into(),
            deadline,
            StopReason::Deadline,
            "no time left for a retry",
        ),
    ] {
        let server = Server::start([act]).await;
        let error = get_thread(&with(&server.url(), policy))
            .await
            .expect_err(text);
        assert_eq!(error.stop_reason(), Some(reason), "{error}");
        assert!(error.to_string().contains(text), "{error}");
    }
    let server = Server::start([Act::status(429)]).await;
    let client = retrying_builder(server.url()).retry_budget(0);
    let error = get_thread(&client.build().expect("a client")).await;
    let error = error.expect_err("429");
    assert_eq!(error.stop_reason(), Some(StopReason::RetryBudget));
    assert!(
        error.to_string().contains("retry budget exhausted"),
        "{error}"
    );
}

/// The service's clock may be hours off; what counts is the time that it asks to pass.
#[tokio::test(start_paused = true)]
async fn a_retry_after_date_is_relative_to_the_date_of_the_response() {
    for offset in [-7200, 7200] {
        let now = SystemTime::now();
        let at = |seconds: i64| {
            let offset = Duration::from_secs(seconds.unsigned_abs());
            let time = if seconds < 0 {
                now - offset
            } else {
                now + offset
            };
            httpdate::fmt_http_date(time)
        };
        let failure = Reply::status(429)
            .header("date", &at(offset))
            .header("retry-after", &at(offset + 20));
        let server = Server::start([failure, thread_found()]).await;
        let policy = timeless().with_deadline(secs(60));
        get_thread(&with(&server.url(), policy))
            .await
            .expect("a thread");
        let waited = waits(&server)[0];
        assert!(
            waited >= secs(20) && waited < secs(21),
            "{offset}: {waited:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn may_have_been_processed_stays_true() {
    let add = "ChatThread_AddChatParticipants";
    for (first, maybe_sent) in [
        (Act::status(500), true),
        (Act::HalfHead, true),
        (Act::ResetBefore, true),
        (Act::status(429), false),
        (Reply::status(503).header("retry-after", "0").into(), true),
    ] {
        let server = Server::start([first.clone(), Act::status(403)]).await;
        let error = call(&retrying_client(server.url()), add)
            .await
            .expect_err("403");
        assert!(error.is_forbidden() && server.count() == 2, "{error}");
        assert_eq!(
            error.may_have_been_processed(),
            maybe_sent,
            "{first:?}: {error}"
        );
        assert_eq!(
            error.to_string().contains("may have been processed"),
            maybe_sent,
            "{error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_delete_that_finds_404_after_a_lost_response_succeeds() {
    for operation in operations()
        .iter()
        .filter(|operation| operation.method == "DELETE")
    {
        for lost in [
            Act::HalfHead,
            Act::ResetAfter,
            Act::status(500),
            Act::status(504),
        ] {
            let server = Server::start([lost, Act::status(404)]).await;
            let status = call(&retrying_client(server.url()), operation.id)
                .await
                .expect("done");
            assert_eq!(
                (status.as_u16(), server.count()),
                (operation.success_status(), 2)
            );
        }
        // It is not told in the words of the 404.
        let gone = Reply::status(404)
            .header("x-ms-error-code", "NotFound")
            .json("{}");
        let server = Server::start([Act::HalfHead, gone.into()]).await;
        let client = retrying_client(server.url());
        let request = client.delete_chat_thread().chat_thread_id(THREAD);
        let deleted = request.send().await.expect("done");
        assert!(deleted.headers().is_empty(), "{:?}", deleted.headers());
        // Neither where no attempt can have done it,
        for refused in [
            Act::status(429),
            Reply::status(429).header("retry-after", "0").into(),
        ] {
            let server = Server::start([refused, Act::status(404)]).await;
            let error = call(&retrying_client(server.url()), operation.id)
                .await
                .expect_err("404");
            assert!(error.is_not_found() && server.count() == 2, "{error}");
        }
        let server = Server::start([Act::status(404)]).await;
        let error = call(&retrying_client(server.url()), operation.id)
            .await
            .expect_err("404");
        assert!(error.is_not_found() && server.count() == 1, "{error}");
    }
    // nor for other operations.
    for operation in operations()
        .iter()
        .filter(|operation| operation.method != "DELETE")
    {
        let server = Server::start([Act::HalfHead, Act::status(404)]).await;
        let error = call(&retrying_client(server.url()), operation.id)
            .await
            .expect_err("404");
        assert!(error.is_not_found() || !operation.is_harmless(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_overrides_the_policy_of_the_client() {
    let server = Server::start([Act::status(503)]).await;
    let patient = retrying_client(server.url());
    let once = patient.get_chat_thread_properties().chat_thread_id(THREAD);
    once.retry(
        RetryPolicy::none()
            .with_deadline(None)
            .with_attempt_timeout(None),
    )
    .send()
    .await
    .expect_err("503");
    assert_eq!(server.count(), 1);
    let more = patient.get_chat_thread_properties().chat_thread_id(THREAD);
    more.retry(timeless().with_max_retries(6))
        .send()
        .await
        .expect_err("503");
    assert_eq!(server.count(), 1 + 7);
    // The client's own is what it was.
    get_thread(&patient).await.expect_err("503");
    assert_eq!(server.count(), 1 + 7 + 4);
}

#[tokio::test(start_paused = true)]
async fn every_attempt_sends_the_same_request() {
    for operation in operations() {
        let server = Server::start([Act::status(429)]).await;
        call(&retrying_client(server.url()), operation.id)
            .await
            .expect_err("429");
        let requests = server.requests();
        assert_eq!(requests.len(), 4);
        assert_eq!(requests[0].method, operation.method);
        assert_eq!(requests[0].token(), TOKEN);
        for later in &requests[1..] {
            assert_eq!(later, &requests[0]);
        }
    }
}
