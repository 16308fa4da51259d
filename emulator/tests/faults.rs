//! Faults: each kind does what its name says, where and as often as it was asked for.

mod common;

use acs_chat_emulator::{Emulator, Fault, RetryAfter, Rule, mix};
use common::{Service, fetch, service, started};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::time::Duration;
use tokio::time::Instant;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Sends a message that may meet a fault, and says how many messages the thread then has.
async fn try_to_say(
    service: &Service,
    thread: &str,
) -> (Result<reqwest::Response, reqwest::Error>, usize) {
    let request = service
        .request("alice", Method::POST, &format!("{thread}/messages"))
        .json(&json!({ "content": "x" }));
    let outcome = request.send().await;
    (outcome, written(service))
}

fn written(service: &Service) -> usize {
    let snapshot = service.emulator.snapshot();
    snapshot
        .threads
        .iter()
        .flat_map(|thread| &thread.messages)
        .filter(|message| message.kind == "text")
        .count()
}

#[tokio::test]
async fn a_status_comes_with_its_body_and_its_retry_after() {
    let service = service().await;
    let cases = [
        (Fault::status(503), None, "ServiceUnavailable"),
        (
            Fault::status(429).retry_after(RetryAfter::Seconds(3)),
            Some(("retry-after", "3")),
            "TooManyRequests",
        ),
        (
            Fault::status(429).retry_after(RetryAfter::Milliseconds(250)),
            Some(("retry-after-ms", "250")),
            "TooManyRequests",
        ),
        (Fault::status(500), None, "InternalServerError"),
    ];
    for (fault, header, code) in cases {
        service
            .emulator
            .inject(fault.clone().on("*").times(1))
            .unwrap();
        let refused = service.get("alice", "/chat/threads").await;
        assert_eq!(refused.body["error"]["code"], code);
        match header {
            Some((name, value)) => assert_eq!(refused.header(name), Some(value)),
            None => assert!(
                refused.header("retry-after").is_none()
                    && refused.header("retry-after-ms").is_none()
            ),
        }
    }
    service
        .emulator
        .inject(
            Fault::status(503)
                .retry_after(RetryAfter::Date(60))
                .on("*")
                .times(1),
        )
        .unwrap();
    let refused = service.get("alice", "/chat/threads").await;
    let [come, sent] = ["retry-after", "date"].map(|name| {
        chrono::DateTime::parse_from_rfc2822(refused.header(name).unwrap())
            .unwrap()
            .timestamp()
    });
    assert!((59..=61).contains(&(come - sent)), "{refused:?}");
    service
        .emulator
        .inject(Fault::status(401).body("").on("*").times(1))
        .unwrap();
    let refused = service.get("alice", "/chat/threads").await;
    assert_eq!(
        (
            refused.status,
            refused.header("content-length"),
            refused.header("content-type")
        ),
        (401, Some("0"), None)
    );
    service.inject(Fault::status(409).body("{\"teapot\":1}"));
    assert_eq!(
        service.get("alice", "/chat/threads").await.body,
        json!({ "teapot": 1 })
    );
}

#[tokio::test]
async fn a_status_acts_only_when_it_is_to() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    service
        .emulator
        .inject(Fault::status(503).on("SendChatMessage").times(1))
        .unwrap();
    let (outcome, count) = try_to_say(&service, &thread).await;
    assert_eq!((outcome.unwrap().status().as_u16(), count), (503, 0));
    service
        .emulator
        .inject(
            Fault::status(503)
                .processed()
                .on("SendChatMessage")
                .times(1),
        )
        .unwrap();
    let (outcome, count) = try_to_say(&service, &thread).await;
    assert_eq!((outcome.unwrap().status().as_u16(), count), (503, 1));
    let (outcome, count) = try_to_say(&service, &thread).await;
    assert_eq!((outcome.unwrap().status().as_u16(), count), (201, 2));
}

#[tokio::test]
async fn a_dropped_connection_gives_no_byte_before_or_after_processing() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    for (fault, count) in [(Fault::DropBefore, 0), (Fault::DropAfter, 1)] {
        service
            .emulator
            .inject(fault.on("SendChatMessage").times(1))
            .unwrap();
        let (outcome, written) = try_to_say(&service, &thread).await;
        assert!(outcome.unwrap_err().is_request());
        assert_eq!(written, count);
    }
    assert_eq!(
        service.get("alice", &thread).await.status,
        200,
        "the next connection is served"
    );
}

#[tokio::test]
async fn on_http2_a_drop_resets_the_stream_with_what_was_processed() {
    let mut service = service().await;
    let thread = service.thread(&["alice"]).await;
    let http = reqwest::Client::builder()
        .no_proxy()
        .http2_prior_knowledge()
        .retry(reqwest::retry::never());
    service.http = http.build().unwrap();
    for (fault, reason, count) in [
        (Fault::DropBefore, h2::Reason::REFUSED_STREAM, 0),
        (Fault::DropAfter, h2::Reason::INTERNAL_ERROR, 1),
    ] {
        let fault = fault.on("SendChatMessage").times(1);
        service.emulator.inject(fault).unwrap();
        let (outcome, written) = try_to_say(&service, &thread).await;
        assert_eq!(reset_reason(&outcome.unwrap_err()), Some(reason));
        assert_eq!(written, count);
    }
    let (outcome, written) = try_to_say(&service, &thread).await;
    let response = outcome.unwrap();
    assert_eq!(response.version(), reqwest::Version::HTTP_2);
    assert_eq!((response.status().as_u16(), written), (201, 2));
}

/// Why the stream was reset.
fn reset_reason(error: &(dyn Error + 'static)) -> Option<h2::Reason> {
    match error.downcast_ref::<h2::Error>() {
        Some(reset) => reset.reason(),
        None => reset_reason(error.source()?),
    }
}

#[tokio::test]
async fn a_truncated_body_ends_before_its_length() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    service
        .emulator
        .inject(Fault::Truncate.on("SendChatMessage").times(1))
        .unwrap();
    let (outcome, count) = try_to_say(&service, &thread).await;
    let mut response = outcome.unwrap();
    let promised = response.content_length().unwrap();
    let first = response.chunk().await.unwrap().unwrap();
    assert!(response.status() == 201 && !first.is_empty() && (first.len() as u64) < promised);
    assert!(response.chunk().await.is_err());
    assert_eq!(count, 1);
    service
        .emulator
        .inject(Fault::Truncate.on("DeleteChatThread").times(1))
        .unwrap();
    let outcome = service
        .request("alice", Method::DELETE, &thread)
        .send()
        .await;
    assert!(
        outcome.unwrap_err().is_request(),
        "a 204 has nothing to truncate but itself"
    );
    assert!(service.emulator.snapshot().threads[0].deleted);
}

#[tokio::test]
async fn an_endless_body_goes_on_until_the_caller_leaves() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    service
        .emulator
        .inject(Fault::EndlessBody.on("*").times(2))
        .unwrap();
    let mut response = service
        .request("alice", Method::GET, &thread)
        .send()
        .await
        .unwrap();
    let mut read = 0;
    while read < 20_000_000 {
        read += response.chunk().await.unwrap().unwrap().len();
    }
    assert_eq!(
        (response.status().as_u16(), response.content_length()),
        (200, None)
    );
    drop(response);
    let mut response = service
        .request("alice", Method::DELETE, &thread)
        .send()
        .await
        .unwrap();
    assert!(
        response.chunk().await.unwrap().is_some(),
        "even where there should be none"
    );
    drop(response);
    service.emulator.stop().await;
}

#[tokio::test]
async fn a_gateway_responses_in_html_and_the_live_service_in_a_shape_of_its_own() {
    let service = service().await;
    service
        .emulator
        .inject(Fault::Html { status: 502 }.on("*").times(1))
        .unwrap();
    let gateway = service.get("alice", "/chat/threads").await;
    assert_eq!(
        (gateway.status, gateway.header("content-type")),
        (502, Some("text/html"))
    );
    assert!(gateway.body.as_str().unwrap().starts_with("<html>"));
    service.inject(Fault::UndocumentedError { status: 403 });
    let live = service.get("alice", "/chat/threads").await;
    assert_eq!(
        (live.status, live.header("content-type")),
        (403, Some("application/json"))
    );
    assert_eq!(live.body["CommunicationError"]["Code"], "Forbidden");
    assert_eq!(live.body["CommunicationError"]["Details"], json!([]));
    assert!(live.body.get("error").is_none());
}

#[tokio::test]
async fn a_delay_holds_the_response_and_not_the_work() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    service.inject(Fault::delay(HOUR));
    let request = service
        .request("alice", Method::POST, &format!("{thread}/messages"))
        .json(&json!({ "content": "x" }));
    let pending = tokio::spawn(request.send());
    while written(&service) == 0 {
        tokio::task::yield_now().await;
    }
    assert!(!pending.is_finished());
    pending.abort();
    service.emulator.clear_faults();
    tokio::time::pause();
    let started = Instant::now();
    service
        .emulator
        .inject(Fault::delay(HOUR).on("GetChatThreadProperties"))
        .unwrap();
    assert_eq!(service.get("alice", &thread).await.status, 200);
    assert!(started.elapsed() >= HOUR);
}

#[tokio::test]
async fn a_fault_strikes_its_operation_with_and_without_the_group() {
    for name in ["SendChatMessage", "ChatThread_SendChatMessage"] {
        let service = service().await;
        let thread = service.thread(&["alice"]).await;
        service
            .emulator
            .inject(Fault::status(503).on(name))
            .unwrap();
        assert_eq!(service.get("alice", &thread).await.status, 200);
        assert_eq!(
            service
                .post(
                    "alice",
                    &format!("{thread}/messages"),
                    json!({ "content": "x" })
                )
                .await
                .status,
            503
        );
    }
    let error = service()
        .await
        .emulator
        .inject(Fault::DropAfter.on("SendMessage"))
        .unwrap_err();
    assert!(error.to_string().contains("SendChatMessage"), "{error}");
}

async fn statuses(seed: u64) -> Vec<u16> {
    let rules = [
        Fault::status(503).on("*").rate(0.2),
        Fault::TokenExpired.on("ListChatThreads").rate(0.2),
    ];
    let service = started(Emulator::builder().seed(seed).faults(rules)).await;
    let mut statuses = Vec::new();
    for _ in 0..60 {
        statuses.push(service.get("alice", "/chat/threads").await.status);
    }
    statuses
}

#[tokio::test]
async fn a_seed_repeats_a_run() {
    let first = statuses(1).await;
    assert_eq!(first, statuses(1).await);
    assert_ne!(first, statuses(2).await);
    assert!(
        [200, 401, 503].iter().all(|status| first.contains(status)),
        "{first:?}"
    );
}

#[tokio::test]
async fn requests_and_faults_are_counted() {
    let service = service().await;
    service
        .emulator
        .inject(Fault::status(503).on("*").times(2))
        .unwrap();
    for _ in 0..3 {
        service.get("alice", "/chat/threads").await;
    }
    service.get("alice", "/nowhere").await;
    let snapshot = service.emulator.snapshot();
    assert_eq!(
        snapshot.requests,
        BTreeMap::from([("Chat_ListChatThreads".to_owned(), 3)])
    );
    assert_eq!(
        snapshot.faults,
        BTreeMap::from([("503 ServiceUnavailable".to_owned(), 2)])
    );
}

#[tokio::test]
async fn the_control_endpoint_lists_replaces_adds_and_clears() {
    let service = service().await;
    let url = format!("{}/_emulator/faults", service.emulator.url());
    let send = async |method: Method, body: &str| {
        fetch(service.http.request(method, &url).body(body.to_owned())).await
    };
    assert_eq!(send(Method::GET, "").await.body, json!([]));
    let rule = json!({ "operation": "ListChatThreads", "rate": 1.0, "times": 1, "fault": { "kind": "dropBefore" } });
    assert_eq!(
        send(Method::PUT, &json!([rule]).to_string()).await.status,
        204
    );
    let more = r#"{"fault":{"kind":"status","status":503,"retryAfter":{"seconds":7}}}"#;
    assert_eq!(send(Method::POST, more).await.status, 204);
    let expected: [Rule; 2] = [
        Fault::DropBefore.on("ListChatThreads").times(1),
        Fault::status(503)
            .retry_after(RetryAfter::Seconds(7))
            .into(),
    ];
    assert_eq!(service.emulator.faults(), expected);
    assert_eq!(send(Method::GET, "").await.body, json!(expected));
    assert!(
        service
            .request("alice", Method::GET, "/chat/threads")
            .send()
            .await
            .is_err()
    );
    assert_eq!(
        service
            .get("alice", "/chat/threads")
            .await
            .header("retry-after"),
        Some("7")
    );
    for (wrong, said) in [
        ("often", "a rate such as 0.3"),
        ("7", "from 0 to 1"),
        (r#"{"fault":{"kind":"fire"}}"#, "fire"),
        (
            r#"{"operation":"Send","fault":{"kind":"dropAfter"}}"#,
            "SendChatMessage",
        ),
    ] {
        let refused = send(Method::PUT, wrong).await;
        assert_eq!(
            (refused.status, refused.error().contains(said)),
            (400, true),
            "{refused:?}"
        );
    }
    assert_eq!(
        service.emulator.faults().len(),
        2,
        "a wrong rule changes nothing"
    );
    assert_eq!(send(Method::DELETE, "").await.status, 204);
    assert_eq!(service.get("alice", "/chat/threads").await.status, 200);
    assert_eq!(send(Method::PUT, "0.3").await.status, 204);
    assert_eq!(service.emulator.faults(), mix(0.3));
}

#[tokio::test]
async fn the_snapshot_is_there_for_other_processes_too() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let id = service.say("alice", &thread, "hello").await;
    service
        .post(
            "bob",
            &format!("{thread}/readReceipts"),
            json!({ "chatMessageId": id }),
        )
        .await;
    let snapshot = service.emulator.snapshot();
    let held = &snapshot.threads[0];
    let [alice, bob] = ["alice", "bob"].map(|user| service.emulator.user_id(user));
    assert_eq!(
        (held.participants.clone(), held.topic.as_str()),
        (vec![alice.clone(), bob.clone()], "Lunch")
    );
    let last = held.messages.last().unwrap();
    assert_eq!(
        (
            last.id.as_str(),
            last.content.as_str(),
            last.sender.as_str()
        ),
        (id.as_str(), "hello", alice.as_str())
    );
    assert_eq!(
        (
            &held.read_receipts[0].reader,
            &held.read_receipts[0].message_id
        ),
        (&bob, &id)
    );
    let remote: Value = fetch(
        service
            .http
            .get(format!("{}/_emulator/snapshot", service.emulator.url())),
    )
    .await
    .body;
    assert_eq!(remote, json!(snapshot));
}
