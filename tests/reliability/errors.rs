//! However a call fails, the error keeps what there is to know: status, headers, text, code and message of whatever
//! shape, the place in a body that can't be read; and says it in one line.

use std::{error::Error, time::Duration};

use crate::support::{
    Act, CONTENT, Mock, Reply, Server, THREAD, TOKEN, builder, client, closed_port,
};
use acs_chat::{
    ChatClient, ChatError, CommunicationTokenCredential, DecodeError, RetryPolicy, ServiceError,
    Token, TransportErrorKind,
    types::{ChatMessage, SendChatMessageRequest},
};
use http::StatusCode;

async fn get(client: &ChatClient) -> Result<ChatMessage, ChatError> {
    let request = client
        .get_chat_message()
        .chat_thread_id(THREAD)
        .chat_message_id("1");
    request.send().await.map(|response| response.into_inner())
}

/// The error of a call that gets this reply.
async fn error(reply: Reply) -> ChatError {
    let mock = Mock::start(reply).await;
    error_at(&mock.url()).await
}

async fn error_at(url: &str) -> ChatError {
    let client = builder(url).build().expect("a client");
    let error = get(&client).await.expect_err("an error");
    one_line(&error);
    error
}

fn service(error: ChatError) -> ServiceError {
    match error {
        ChatError::Service(error) => *error,
        other => panic!("{other:?}"),
    }
}

/// The error of a call that gets this reply, an error of the service.
async fn refusal(reply: Reply) -> ServiceError {
    service(error(reply).await)
}

/// The error of a call that gets this reply, a success that can't be decoded.
async fn unread(reply: Reply) -> DecodeError {
    match error(reply).await {
        ChatError::Decode(error) => *error,
        other => panic!("{other:?}"),
    }
}

/// Display is one line that names the operation, for the error and for all its sources.
fn one_line(error: &ChatError) {
    let text = error.to_string();
    if let Some(operation) = error.operation() {
        assert!(text.starts_with(&format!("{operation}: ")), "{text}");
    }
    let mut next: Option<&dyn Error> = Some(error);
    while let Some(error) = next {
        let text = error.to_string();
        assert!(
            !text.is_empty() && !text.chars().any(char::is_control),
            "{text:?}"
        );
        assert!(
            !text.contains(CONTENT) && !format!("{error:?}").contains(CONTENT),
            "{error:?}"
        );
        next = error.source();
    }
}

const DOCUMENTED: &str = r#"{"error":{"code":"Forbidden","message":"No.","target":"thread","details":[{"code":"A","message":"a","details":[{"code":"B","message":"b"}]}],"innererror":{"code":"C","message":"c","innererror":{"code":"D","message":"d"}}}}"#;

#[tokio::test]
async fn the_documented_shape() {
    let head = [
        ("content-type", "application/json; charset=utf-8"),
        ("MS-CV", "Ur5H+WF8F0WFsUjdhSiPUQ.0"),
        ("X-Azure-Ref", "0Ty8mZg"),
        ("Retry-After", "7"),
    ];
    let error = error(Reply::status(403).headers(&head).body(DOCUMENTED)).await;
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some("Forbidden"));
    assert_eq!(error.message(), Some("No."));
    assert_eq!(error.request_id(), Some("Ur5H+WF8F0WFsUjdhSiPUQ.0"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.operation(), Some("ChatThread_GetChatMessage"));
    assert!(!error.may_have_been_processed());
    let text = error.to_string();
    let start = "ChatThread_GetChatMessage: the service responded 403 Forbidden: Forbidden: No. (retry after 7.0s) \
         [MS-CV Ur5H+WF8F0WFsUjdhSiPUQ.0, X-Azure-Ref 0Ty8mZg] (1 attempt in ";
    assert!(text.starts_with(start), "{text}");
    let ChatError::Service(service) = &error else {
        panic!("{error:?}");
    };
    assert!(service.is_documented_shape());
    assert_eq!(service.body_text(), DOCUMENTED);
    assert_eq!(service.body().as_ref(), DOCUMENTED.as_bytes());
    assert_eq!(service.headers()["x-azure-ref"], "0Ty8mZg");
    let whole =
        serde_json::to_string(service.error().expect("the documented error")).expect("JSON");
    let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(same(&whole), same(DOCUMENTED));
    assert!(error.source().is_none());
    let context = error.context().expect("a call was made");
    assert_eq!(context.attempts(), 1);
    assert!(context.elapsed() > Duration::ZERO);
    assert_eq!(context.client_request_id().len(), 36);
}

#[tokio::test]
async fn the_request_id_is_the_best_there_is() {
    for (headers, expected) in [
        (
            vec![
                ("x-azure-ref", "ref"),
                ("ms-cv", "cv"),
                ("x-ms-request-id", "id"),
            ],
            Some("cv"),
        ),
        (
            vec![("x-azure-ref", "ref"), ("x-ms-request-id", "id")],
            Some("id"),
        ),
        (vec![("X-AZURE-REF", "ref")], Some("ref")),
        (vec![], None),
    ] {
        let error = error(Reply::status(404).headers(&headers)).await;
        assert_eq!(error.request_id(), expected);
    }
}

/// An error of `depth` errors, one in the other.
fn nested(open: &str, close: &str, depth: usize) -> String {
    let level = format!(r#"{{"code":"Inner","message":"i",{open}"#);
    format!(
        r#"{{"error":{{"code":"Outer","message":"o","target":"t",{open}{}{{"code":"Innermost","message":"im"}}{}{close}}}}}"#,
        level.repeat(depth),
        format!("{close}}}").repeat(depth),
    )
}

#[tokio::test]
async fn errors_within_errors_to_any_depth() {
    for (open, close) in [(r#""innererror":"#, ""), (r#""details":["#, "]")] {
        for depth in [0, 1, 50, 5_000] {
            let body = nested(open, close, depth);
            let reply = Reply::status(400).json(&body);
            let mock = Mock::start(reply).await;
            let client = builder(mock.url())
                .max_error_bytes(1 << 20)
                .build()
                .expect("a client");
            let error = get(&client).await.expect_err("a refusal");
            one_line(&error);
            assert_eq!(
                (error.code(), error.message()),
                (Some("Outer"), Some("o")),
                "{open} {depth}"
            );
            let ChatError::Service(service) = &error else {
                panic!("{error:?}");
            };
            assert_eq!(service.body_text(), body);
            let mut inner = &service.error().expect("an error").error;
            assert_eq!(inner.target.as_deref(), Some("t"));
            let mut found = 0;
            while let Some(next) = inner
                .innererror
                .as_deref()
                .or_else(|| inner.details.as_ref()?.first())
            {
                (inner, found) = (next, found + 1);
            }
            // What no decoder would follow safely is left aside, but stays in the text.
            let expected = if depth < 100 { depth + 1 } else { 0 };
            assert_eq!(found, expected, "{open} {depth}");
        }
    }
}

#[tokio::test]
async fn empty_bodies() {
    for status in [401, 403, 503] {
        let error = error(Reply::status(status)).await;
        assert_eq!(error.status().map(|found| found.as_u16()), Some(status));
        assert_eq!((error.code(), error.message()), (None, None));
        let text = error.to_string();
        assert!(
            text.contains("without a readable error (0 bytes, no content type)"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn html_of_a_gateway() {
    let html =
        "<html>\r\n<body><h1>502 Bad Gateway</h1>\r\n<p>meet me at the old mill</p></body></html>";
    let error = refusal(
        Reply::status(502)
            .headers(&[("content-type", "text/html"), ("x-azure-ref", "r")])
            .body(html),
    )
    .await;
    assert_eq!(error.status(), StatusCode::BAD_GATEWAY);
    assert_eq!(error.body_text(), html);
    assert!(error.error().is_none() && !error.is_documented_shape());
    let text = error.to_string();
    assert!(
        text.contains(
            "502 Bad Gateway without a readable error (84 bytes, text/html) [X-Azure-Ref r]"
        ),
        "{text}"
    );
}

#[tokio::test]
async fn the_undocumented_envelope_in_any_letter_case() {
    for [envelope, code, message, details] in [
        ["CommunicationError", "Code", "Message", "Details"],
        ["communicationError", "code", "message", "details"],
        ["communicationerror", "CODE", "MESSAGE", "DETAILS"],
        ["COMMUNICATIONERROR", "cOdE", "mEsSaGe", "dEtAiLs"],
        ["Error", "Code", "Message", "Details"],
        ["ChatError", "Code", "Message", "Details"],
    ] {
        let with_message = format!(
            "{{\r\n  \"{envelope}\": {{ \"{code}\": \"BadRequest\", \"{message}\": \"Bad id.\", \"{details}\": [{{ \"{code}\": \"X\" }}] }}\r\n}}"
        );
        let error = refusal(Reply::status(400).json(&with_message)).await;
        assert_eq!(
            (error.code(), error.message()),
            (Some("BadRequest"), Some("Bad id.")),
            "{envelope}"
        );
        assert!(!error.is_documented_shape());
        assert_eq!(error.body_text(), with_message);
        let details = error
            .error()
            .and_then(|read| read.error.details.as_ref())
            .expect("details");
        assert_eq!(details[0].code, "X");
        let without = format!(
            r#"{{"{envelope}":{{"{code}":"NotFound","{details_name}":[]}}}}"#,
            details_name = "Details"
        );
        let error = refusal(Reply::status(404).json(without)).await;
        assert_eq!(
            (error.code(), error.message()),
            (Some("NotFound"), None),
            "{envelope}"
        );
    }
}

#[tokio::test]
async fn shapes_that_nobody_documented() {
    for (body, code, message) in [
        (
            r#"{"code":"Throttled","message":"slow"}"#,
            Some("Throttled"),
            Some("slow"),
        ),
        (
            r#"{"error":{"code":404,"message":"gone"}}"#,
            Some("404"),
            Some("gone"),
        ),
        (
            r#"{"statusCode":429,"message":"Rate limit is exceeded."}"#,
            None,
            Some("Rate limit is exceeded."),
        ),
        (r#"{"error":"Forbidden"}"#, None, None),
        (r#"{"error":null}"#, None, None),
        (r#"{"error":{}}"#, None, None),
        ("{}", None, None),
        ("[]", None, None),
        ("[1,2]", None, None),
        ("null", None, None),
        ("true", None, None),
        ("42", None, None),
        (r#""Forbidden""#, None, None),
        (r#"{"error":{"code":"Forb"#, None, None),
        (
            r#"{"error":{"code":"Forbidden","message":"No."}} and more"#,
            None,
            None,
        ),
        ("\u{feff}{}", None, None),
        (" ", None, None),
    ] {
        let error = refusal(Reply::status(400).json(body)).await;
        assert_eq!((error.code(), error.message()), (code, message), "{body}");
        assert_eq!(error.body_text(), body);
        assert_eq!(error.status(), StatusCode::BAD_REQUEST);
        assert!(!error.is_documented_shape(), "{body}");
    }
}

#[tokio::test]
async fn a_content_type_that_is_wrong_hides_nothing() {
    for content_type in [
        "text/html",
        "text/plain",
        "application/octet-stream",
        "no/such;thing=\"",
        "",
    ] {
        let error = refusal(
            Reply::status(403)
                .headers(&[("content-type", content_type)])
                .body(DOCUMENTED),
        )
        .await;
        assert_eq!(
            (error.code(), error.message()),
            (Some("Forbidden"), Some("No.")),
            "{content_type}"
        );
        assert!(error.is_documented_shape());
    }
}

#[tokio::test]
async fn bytes_that_are_no_text() {
    let bytes = b"\xff\xfe{\"error\"\x00\x80\r\n\x1b[31m";
    let error = refusal(
        Reply::status(500)
            .headers(&[("content-type", "application/json")])
            .body(bytes),
    )
    .await;
    assert_eq!(error.body().as_ref(), bytes);
    assert!(error.body_text().starts_with("\u{fffd}\u{fffd}{\"error\""));
    assert_eq!(error.code(), None);
}

#[tokio::test]
async fn a_message_that_would_break_a_log_is_one_line() {
    let long = "x".repeat(5_000);
    let body = serde_json::json!({ "error": { "code": "Bad\r\nId", "message": format!("two\nlines \u{1b}[31m {long}") } });
    let error = refusal(Reply::status(400).json(body)).await;
    assert_eq!(error.code(), Some("Bad\r\nId"));
    assert!(error.message().is_some_and(|message| message.len() > 5_000));
    let text = error.to_string();
    assert!(text.len() < 1_000, "{}", text.len());
    assert!(text.contains("Bad  Id: two lines  [31m xxx"), "{text}");
}

#[tokio::test]
async fn a_body_that_breaks_off() {
    let part = &DOCUMENTED[..DOCUMENTED.len() - 20];
    let length = DOCUMENTED.len();
    let bytes = format!("HTTP/1.1 403 Forbidden\r\ncontent-length: {length}\r\n\r\n{part}");
    let server = Server::start([Act::Raw(bytes.into())]).await;
    let error = service(error_at(&server.url()).await);
    assert_eq!(error.status(), StatusCode::FORBIDDEN);
    assert_eq!(error.body_text(), part);
    assert_eq!(error.code(), None);
}

#[tokio::test]
async fn a_body_larger_than_the_limit_is_cut() {
    for limit in [0, 1, 16, 100] {
        let mock = Mock::start(Reply::status(403).json(DOCUMENTED)).await;
        let client = builder(mock.url())
            .max_error_bytes(limit)
            .build()
            .expect("a client");
        let error = get(&client).await.expect_err("a refusal");
        one_line(&error);
        let ChatError::Service(service) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(service.body_text(), DOCUMENTED[..limit]);
        assert_eq!(service.status(), StatusCode::FORBIDDEN);
    }
    let endless = format!("<p>{}</p>", "z".repeat(1 << 20));
    let error = refusal(Reply::status(500).body(endless)).await;
    assert_eq!(error.body().len(), 64 << 10, "the default limit");
}

#[tokio::test]
async fn redirections_are_answers_and_are_not_followed() {
    let elsewhere = Mock::start(Reply::status(200).json("{}")).await;
    for status in [301, 302, 304, 307, 308] {
        let target = elsewhere.url();
        let reply =
            Reply::status(status).headers(&[("location", target.as_str()), ("ms-cv", "cv")]);
        let mock = Mock::start(reply).await;
        // With the HTTP client of its own.
        let client = ChatClient::builder(mock.url()).credential("a-token");
        let client = client.retry(RetryPolicy::none()).build().expect("a client");
        let error = get(&client).await.expect_err("a redirect");
        one_line(&error);
        let error = service(error);
        assert_eq!(error.status(), status);
        assert_eq!(error.headers()["location"], target.as_str());
    }
    assert!(elsewhere.take().is_empty());
}

#[tokio::test]
async fn questions_that_every_caller_asks() {
    type Question = fn(&ChatError) -> bool;
    let questions: [(u16, Question); 5] = [
        (401, ChatError::is_unauthorized),
        (403, ChatError::is_forbidden),
        (404, ChatError::is_not_found),
        (429, ChatError::is_throttled),
        (408, ChatError::is_timeout),
    ];
    for (status, _) in questions {
        let error = error(Reply::status(status)).await;
        for (other, ask) in questions {
            assert_eq!(ask(&error), status == other, "{status}: {other}?");
        }
    }
    assert!(error(Reply::status(504)).await.is_timeout());
    assert!(!error(Reply::status(500)).await.is_timeout());
}

#[tokio::test]
async fn successes_that_cannot_be_read() {
    let message = |member: &str, value: &str| {
        let mut body = serde_json::json!({
            "id": "1", "type": "text", "sequenceId": "1", "version": "1", "createdOn": "2020-06-06T05:55:41Z",
            "content": { "message": CONTENT, "participants": [{ "communicationIdentifier": { "rawId": "8:acs:x" } }] },
        });
        let value: serde_json::Value = serde_json::from_str(value).expect("JSON");
        *body.pointer_mut(member).expect("the member is there") = value;
        body.to_string()
    };
    let missing = r#"{"id":"1","type":"text","version":"1","createdOn":"2020-06-06T05:55:41Z","content":{"message":"meet me at the old mill"}}"#;
    let quoted = format!(r#""say \"{CONTENT}\"""#);
    for (body, path, reason) in [
        (missing.to_owned(), ".", "missing field `sequenceId`"),
        (
            message("/id", "5"),
            "id",
            "invalid type: integer `5`, expected a string",
        ),
        (
            message("/content", &quoted),
            "content",
            "invalid type: string \"…\", expected struct ChatMessageContent",
        ),
        (
            message("/content/message", &format!("[{quoted}]")),
            "content.message",
            "invalid type: sequence, expected a string",
        ),
        (
            message("/createdOn", &quoted),
            "createdOn",
            "input contains invalid characters",
        ),
        (
            message("/content/participants/0/communicationIdentifier", "[]"),
            "content.participants[0].communicationIdentifier",
            "invalid length 0",
        ),
        (
            message("/content/participants/0", &quoted),
            "content.participants[0]",
            "invalid type: string \"…\"",
        ),
        (
            message("/id", "\"1\"").replace('}', "]"),
            "content.participants[0].communicationIdentifier.?",
            "expected `,` or `}`",
        ),
        (
            r#"{"id":"1","content":{"message":"meet me at the"#.to_owned(),
            "content.message",
            "EOF while parsing a string",
        ),
        (
            format!("{} {CONTENT}", message("/id", "\"1\"")),
            ".",
            "trailing characters",
        ),
        (String::new(), ".", "EOF while parsing a value"),
        ("null".to_owned(), ".", "invalid type: null"),
        ("[]".to_owned(), ".", ""),
        (format!("<html>{CONTENT}</html>"), ".", "expected value"),
    ] {
        let error = unread(
            Reply::status(200)
                .headers(&[("content-type", "application/json"), ("ms-cv", "cv")])
                .body(&body),
        )
        .await;
        assert_eq!(error.path(), path, "{body}: {error}");
        assert!(
            error.reason().to_string().contains(reason),
            "{body}: {error}"
        );
        assert_eq!(error.status(), StatusCode::OK);
        assert_eq!(error.context().operation(), "ChatThread_GetChatMessage");
        assert!(error.context().may_have_been_processed());
        assert_eq!(error.body().as_ref(), body.as_bytes());
        assert_eq!(error.headers()["ms-cv"], "cv");
        assert!(error.source().is_some());
        let error = ChatError::from(error);
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(error.request_id(), Some("cv"));
        assert_eq!(
            (error.code(), error.message(), error.retry_after()),
            (None, None, None)
        );
    }
}

#[tokio::test]
async fn a_success_that_is_not_utf_8() {
    // As ISO 8859-1 has it.
    let latin_1 = |member: &str| {
        let body = format!(
            r#"{{"id":"1","type":"text","sequenceId":"1","version":"1","createdOn":"2020-06-06T05:55:41Z","{member}":"Zo?"}}"#
        );
        let bytes = body.bytes();
        let bytes = bytes.map(|byte| if byte == b'?' { 0xeb } else { byte });
        Reply::status(200).body(bytes.collect::<Vec<u8>>())
    };
    let error = unread(latin_1("senderDisplayName")).await;
    assert_eq!(error.path(), "senderDisplayName");
    assert!(error.reason().to_string().contains("invalid unicode"));
    // In a property that nobody reads it does no harm.
    let mock = Mock::start(latin_1("senderPetName")).await;
    let client = builder(mock.url()).build().expect("a client");
    assert_eq!(get(&client).await.expect("a message").id, "1");
}

#[tokio::test]
async fn a_success_that_is_empty_where_something_must_be() {
    for status in [200, 204] {
        let error = unread(Reply::status(status)).await;
        assert_eq!(error.path(), ".");
        assert_eq!(error.status(), status);
    }
}

#[tokio::test]
async fn a_success_larger_than_the_limit() {
    let mock = Mock::start(Reply::status(200).json(format!("\"{CONTENT}\""))).await;
    let client = builder(mock.url())
        .max_response_bytes(16)
        .build()
        .expect("a client");
    let error = get(&client).await.expect_err("too much");
    one_line(&error);
    let ChatError::BodyTooLarge(too_large) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (too_large.limit(), too_large.status()),
        (16, StatusCode::OK)
    );
    assert_eq!(too_large.context().operation(), "ChatThread_GetChatMessage");
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(error.may_have_been_processed() && error.source().is_none());
    assert!(
        error
            .to_string()
            .contains("with a body larger than the limit of 16 bytes"),
        "{error}"
    );
}

#[tokio::test]
async fn transport_errors_are_told_apart() {
    let (_socket, closed) = closed_port();
    for (name, error, kind, sent) in [
        (
            "no server",
            failure(&closed).await,
            TransportErrorKind::Connect,
            false,
        ),
        (
            "no response",
            sent_back(Vec::new()).await,
            TransportErrorKind::Reset,
            true,
        ),
        (
            "half a head",
            sent_back(b"HTTP/1.1 200 OK\r\ncontent-".to_vec()).await,
            TransportErrorKind::Reset,
            true,
        ),
        (
            "half a body",
            sent_back(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{".to_vec()).await,
            TransportErrorKind::Reset,
            true,
        ),
        (
            "no HTTP",
            sent_back(b"220 smtp.example ESMTP\r\n\r\n".to_vec()).await,
            TransportErrorKind::Other,
            true,
        ),
    ] {
        one_line(&error);
        let ChatError::Transport(transport) = &error else {
            panic!("{name}: {error:?}");
        };
        assert_eq!(transport.kind(), kind, "{name}: {error:?}");
        assert_eq!(error.may_have_been_processed(), sent, "{name}");
        assert!(transport.source().is_some(), "{name}");
        assert!(!transport.is_timeout() && !error.is_timeout(), "{name}");
        assert_eq!(transport.context().attempts(), 1);
        assert_eq!(
            (error.status(), error.request_id(), error.code()),
            (None, None, None)
        );
    }
}

/// Sends a message, a call that must not be repeated.
async fn failure(url: &str) -> ChatError {
    let client = builder(url.to_owned()).build().expect("a client");
    let body = SendChatMessageRequest::builder().content(CONTENT);
    let request = client.send_chat_message().chat_thread_id(THREAD).body(body);
    request.send().await.expect_err("a failure")
}

async fn sent_back(bytes: Vec<u8>) -> ChatError {
    let server = Server::start([Act::Raw(bytes)]).await;
    failure(&server.url()).await
}

#[tokio::test(start_paused = true)]
async fn time_that_runs_out() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let second = Duration::from_secs(1);
    for (policy, kind, said) in [
        (
            RetryPolicy::none().with_attempt_timeout(second),
            TransportErrorKind::Timeout,
            "(1s)",
        ),
        (
            RetryPolicy::none().with_deadline(second),
            TransportErrorKind::Deadline,
            "(1s)",
        ),
    ] {
        let client = builder(url.clone())
            .retry(policy)
            .build()
            .expect("a client");
        let error = get(&client).await.expect_err("no response");
        one_line(&error);
        let ChatError::Transport(transport) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(transport.kind(), kind);
        assert!(error.is_timeout() && transport.is_timeout());
        assert!(error.to_string().contains(said), "{error}");
    }
}

#[tokio::test]
async fn what_the_caller_gave_and_can_not_be_sent() {
    let mock = Mock::start(Reply::status(200).json("{}")).await;
    let client = builder(mock.url()).build().expect("a client");
    let sent = |parameter: &'static str, found: &'static str, error: ChatError| {
        one_line(&error);
        let ChatError::InvalidRequest(invalid) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(invalid.parameter(), parameter);
        assert!(invalid.found().contains(found), "{error}");
        assert!(!invalid.expected().is_empty());
        assert!(
            invalid
                .context()
                .is_some_and(|context| context.attempts() == 0)
        );
        assert!(
            error.to_string().contains(&format!("`{parameter}`")),
            "{error}"
        );
        assert!(!error.may_have_been_processed() && error.status().is_none());
    };
    let thread = || client.send_chat_message().chat_thread_id(THREAD);
    sent(
        "chatThreadId",
        "was not given",
        client
            .get_chat_thread_properties()
            .send()
            .await
            .expect_err("no id"),
    );
    sent(
        "body",
        "was not given",
        thread().send().await.expect_err("no body"),
    );
    let incomplete = SendChatMessageRequest::builder().sender_display_name("Jane");
    sent(
        "body",
        "is incomplete",
        thread()
            .body(incomplete)
            .send()
            .await
            .expect_err("no content"),
    );
    let create = client
        .create_chat_thread()
        .body(acs_chat::types::CreateChatThreadRequest::builder().topic("t"));
    let bad = create.clone().repeatability_request_id("two\nlines");
    sent(
        "repeatability-request-id",
        "is not a valid header value",
        bad.send().await.expect_err("no header"),
    );
    let bad = create.client_request_id("two\nlines");
    sent(
        "x-ms-client-request-id",
        "is not a valid header value",
        bad.send().await.expect_err("no header"),
    );
    assert!(mock.take().is_empty());
}

/// A decode path leads through values of several kinds.
#[tokio::test]
#[cfg(convenience = "set_retention")]
async fn the_path_of_what_cannot_be_decoded_in_a_union() {
    let policy = r#"{"id":"1","topic":"t","createdOn":"2020-06-06T05:55:41Z",
        "createdByCommunicationIdentifier":{"rawId":"8:acs:x"},
        "retentionPolicy":{"kind":"threadCreationDate","deleteThreadAfterDays":"soon"}}"#;
    let server = Server::start([Reply::status(200).json(policy)]).await;
    let request = client(server.url()).get_chat_thread_properties();
    let error = request
        .chat_thread_id(THREAD)
        .send()
        .await
        .expect_err("no number");
    let ChatError::Decode(decode) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(
        decode.path(),
        "retentionPolicy.deleteThreadAfterDays",
        "{error}"
    );
}

/// A decode path names what the API names, and not what callers named.
#[tokio::test]
async fn the_path_of_what_cannot_be_decoded() {
    let message = format!(
        r#"{{"id":"1","type":"text","sequenceId":"1","version":"1","createdOn":"2020-06-06T05:55:41Z","metadata":{{"{TOKEN}":5}}}}"#
    );
    let server = Server::start([Reply::status(200).json(message)]).await;
    let error = get(&client(server.url())).await.expect_err("no text");
    let ChatError::Decode(decode) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(decode.path(), "metadata.*", "{error}");
    let told = format!("{error} {error:?} {:?}", decode.body());
    assert!(!told.contains(TOKEN), "{told}");
}

#[tokio::test]
async fn a_time_that_rfc_3339_cannot_write_is_refused() {
    for year in [-1, 10_000] {
        let time = chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let time = time.and_time(chrono::NaiveTime::MIN).and_utc();
        let request = client("http://127.0.0.1:9").list_chat_threads();
        let error = request.start_time(time).send().await.expect_err("no time");
        let ChatError::InvalidRequest(invalid) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(invalid.parameter(), "startTime", "{error}");
        assert!(
            error.to_string().contains(&format!("the year {year}")),
            "{error}"
        );
    }
}

#[tokio::test]
async fn no_token_to_send() {
    let mock = Mock::start(Reply::status(200).json("{}")).await;
    let refused =
        || async { Err::<Token, _>(std::io::Error::other("the token service is closed")) };
    let client = builder(mock.url())
        .credential(CommunicationTokenCredential::refreshing(refused))
        .build()
        .expect("a client");
    let error = get(&client).await.expect_err("no token");
    one_line(&error);
    let ChatError::Credential(credential) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(
        credential.context().operation(),
        "ChatThread_GetChatMessage"
    );
    let source = error.source().expect("a source");
    assert_eq!(source.to_string(), "the token service is closed");
    assert!(!error.may_have_been_processed() && mock.take().is_empty());
}

#[test]
fn a_client_that_cannot_be_built_has_no_call() {
    let error = ChatClient::builder("ftp://contoso.example")
        .credential("t")
        .build()
        .expect_err("no endpoint");
    one_line(&error);
    assert!(error.context().is_none() && error.operation().is_none());
}
