//! The spans and events of a call, and what they must not hold.

use crate::{
    recorder::{self, Recorder},
    support::{
        Act, CONTENT, Reply, Server, THREAD, TOKEN, call, get_thread, message_sent, ms, operations,
        retrying_builder, retrying_client, send_message, thread_found, timeless,
    },
};
use acs_chat::StopReason;
use tracing::Level;

#[tokio::test(start_paused = true)]
async fn every_operation_has_one_span_named_after_it() {
    for operation in operations() {
        let (recorder, _guard) = Recorder::start();
        let server = Server::start([operation
            .reply()
            .header("MS-CV", "cv")
            .header("X-Azure-Ref", "az")])
        .await;
        call(&retrying_client(server.url()), operation.id)
            .await
            .expect("a response");
        let spans = recorder.spans();
        assert_eq!(spans.len(), 1, "{spans:?}");
        let span = &spans[0];
        assert_eq!(span.name, "acs_chat.call");
        assert!(span.closed, "{span:?}");
        let url = reqwest::Url::parse(&server.url()).expect("a URL");
        let port = url.port().expect("a port").to_string();
        let status = operation.success_status().to_string();
        let id = server.requests()[0]
            .header("x-ms-client-request-id")
            .expect("an id")
            .to_owned();
        for (field, value) in [
            ("otel.name", operation.id),
            ("otel.kind", "client"),
            ("http.request.method", operation.method),
            ("url.scheme", "http"),
            ("url.template", operation.path),
            ("server.address", "127.0.0.1"),
            ("server.port", &port),
            ("http.request.header.x-ms-client-request-id", &id),
            ("http.request.resend_count", "0"),
            ("http.response.status_code", &status),
            ("http.response.header.ms-cv", "cv"),
            ("http.response.header.x-azure-ref", "az"),
        ] {
            assert_eq!(span.get(field), Some(value), "{field}: {span:?}");
        }
        assert_eq!(
            (span.get("error.type"), span.get("otel.status_code")),
            (None, None)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn every_attempt_has_an_event_in_its_calls_span() {
    let (recorder, _guard) = Recorder::start();
    let acts = [
        Reply::status(503)
            .header("retry-after-ms", "250")
            .header("MS-CV", "first")
            .header("X-Azure-Ref", "edge")
            .into(),
        Act::HalfHead,
        thread_found().header("MS-CV", "third").into(),
    ];
    let server = Server::start(acts).await;
    let policy = timeless().with_base_delay(ms(250));
    let client = retrying_builder(server.url())
        .retry(policy)
        .build()
        .expect("a client");
    get_thread(&client).await.expect("a response");
    let events = recorder.events();
    assert_eq!(events.len(), 3, "{events:?}");
    assert!(
        events.iter().all(|event| event.parent.is_some()),
        "{events:?}"
    );

    let of = |field: &str| -> Vec<Option<String>> {
        events
            .iter()
            .map(|event| event.get(field).map(str::to_owned))
            .collect()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        of("http.request.resend_count"),
        [some("0"), some("1"), some("2")]
    );
    assert_eq!(
        of("http.response.status_code"),
        [some("503"), None, some("200")]
    );
    assert_eq!(
        of("http.response.header.ms-cv"),
        [some("first"), None, some("third")]
    );
    assert_eq!(
        of("http.response.header.x-azure-ref"),
        [some("edge"), None, None]
    );
    assert_eq!(of("error.type"), [some("503"), some("lost"), None]);
    let delays = of("delay_ms");
    assert_eq!(delays[0], some("250"));
    assert!(delays[1].is_some() && delays[2].is_none(), "{delays:?}");
    assert_eq!(
        recorder.spans()[0].get("http.request.resend_count"),
        Some("2")
    );
}

#[tokio::test(start_paused = true)]
async fn a_failed_call_is_an_error_on_its_span() {
    for (act, name, status, attempts) in [
        (Act::status(403), "403", Some("403"), 1),
        (Act::status(503), "503", Some("503"), 4),
        (Act::HalfHead, "transport", None, 4),
        (Act::Endless(200), "body_too_large", Some("200"), 1),
    ] {
        let (recorder, _guard) = Recorder::start();
        let server = Server::start([act]).await;
        get_thread(&retrying_client(server.url()))
            .await
            .expect_err(name);
        let spans = recorder.spans();
        assert_eq!(spans.len(), 1);
        assert!(spans[0].closed);
        assert_eq!(spans[0].get("otel.status_code"), Some("ERROR"), "{name}");
        assert_eq!(spans[0].get("error.type"), Some(name));
        assert_eq!(spans[0].get("http.response.status_code"), status, "{name}");
        let mut events = recorder.events();
        let warning = events.pop().expect("the call failed");
        assert_eq!(
            (warning.level, warning.get("error.type")),
            (Level::WARN, Some(name))
        );
        assert_eq!(events.len(), attempts, "{name}: {events:?}");
        let last = events.last().expect("an attempt");
        assert_eq!(
            last.get("delay_ms"),
            None,
            "no attempt follows the last one"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_undecodable_body_is_an_error_on_its_span() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::start([Reply::status(200).body("{}")]).await;
    let error = get_thread(&retrying_client(server.url())).await;
    error.expect_err("no thread");
    let spans = recorder.spans();
    assert_eq!((spans.len(), recorder.events().len()), (1, 2));
    assert!(spans[0].closed);
    assert_eq!(spans[0].get("otel.status_code"), Some("ERROR"));
    assert_eq!(spans[0].get("error.type"), Some("unusable_body"));
    assert_eq!(spans[0].get("http.response.status_code"), Some("200"));
    assert_eq!(recorder.events()[1].level, Level::WARN);
}

#[tokio::test(start_paused = true)]
async fn an_exhausted_budget_is_a_warning() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::start([Act::status(503)]).await;
    let client = retrying_builder(server.url()).retry_budget(1);
    let error = get_thread(&client.build().expect("a client")).await;
    let error = error.expect_err("503");
    assert_eq!(
        (server.count(), error.stop_reason()),
        (2, Some(StopReason::RetryBudget))
    );
    let warnings = recorder.at(Level::WARN);
    let reasons: Vec<_> = warnings
        .iter()
        .map(|event| event.get("stop_reason"))
        .collect();
    assert_eq!(reasons, [Some("retry budget exhausted"), None]);
}

#[tokio::test(start_paused = true)]
async fn a_poll_that_fails_and_the_end_of_following_are_warnings() {
    let (recorder, _guard) = Recorder::start();
    let failed = Reply::status(503).header("retry-after-ms", "4000");
    let server = Server::start([failed, Reply::status(403)]).await;
    let client = retrying_builder(server.url()).retry_budget(0);
    let client = client.build().expect("a client");
    let thread = client.thread(THREAD).expect("a thread");
    let error = thread.follow().next().await.expect("an error");
    assert!(error.expect_err("an error").is_forbidden());
    let warnings = recorder.at(Level::WARN);
    let of_following = |event: &&recorder::Entry| {
        let message = event.get("message");
        message.is_some_and(|message| message.contains("poll") || message.contains("following"))
    };
    let warnings: Vec<_> = warnings.iter().filter(of_following).collect();
    let told: Vec<_> = warnings
        .iter()
        .map(|event| {
            assert_eq!(event.get("otel.name"), Some("ChatThread_ListChatMessages"));
            (
                event.get("message"),
                event.get("error.type"),
                event.get("delay_ms"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                Some("poll failed, polling again"),
                Some("503"),
                Some("4000")
            ),
            (Some("following ended"), Some("403"), None),
        ]
    );
    assert!(!recorder.everything().contains(THREAD));
}

#[tokio::test(start_paused = true)]
async fn concurrent_calls_have_separate_events() {
    let (recorder, _guard) = Recorder::start();
    let server = Server::scripted(|_, request| match request {
        Some(request) if request.method == "POST" => message_sent().into(),
        _ => Act::status(503),
    })
    .await;
    let client = retrying_client(server.url());
    let (got, sent) = tokio::join!(get_thread(&client), send_message(&client));
    assert!(got.is_err() && sent.is_ok());
    let (spans, events) = (recorder.spans(), recorder.events());
    // Five attempts, and the call that failed.
    assert_eq!((spans.len(), events.len()), (2, 6));
    for event in events {
        let span = &spans[event.parent.expect("a span")];
        let sends = span.get("otel.name") == Some("ChatThread_SendChatMessage");
        assert_eq!(
            event.get("http.response.status_code") == Some("201"),
            sends,
            "{event:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn no_token_query_or_content_is_logged() {
    let (recorder, _guard) = Recorder::start();
    let echo = format!(r#"{{"error":{{"code":"Denied","message":"{CONTENT} {TOKEN}"}}}}"#);
    for act in [
        message_sent().into(),
        Reply::status(400).json(echo).into(),
        Act::HalfBody,
    ] {
        let server = Server::start([act]).await;
        let client = retrying_client(server.url());
        let _ = send_message(&client).await;
        let list = client.list_chat_messages().chat_thread_id(THREAD);
        let _ = list.max_page_size(77).send().await;
    }
    let told = recorder.everything();
    for secret in [
        TOKEN,
        CONTENT,
        "Bearer",
        "api-version",
        "maxPageSize",
        THREAD,
    ] {
        assert!(!told.contains(secret), "{secret}: {told}");
    }
    assert!(told.contains("ChatThread_SendChatMessage"));
}
