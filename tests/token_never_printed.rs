//! A token, and what a person wrote, turn up in no `Debug`, no `Display` and no log: not of clients, requests or errors,
//! and not where a server sends back what it was sent.

#[path = "support/mod.rs"]
mod support;

use std::{error::Error, fmt, time::Duration};

use acs_chat::{
    ChatClient, ChatClientBuilder, ChatError, CommunicationTokenCredential, RetryPolicy, Token,
    TokenRefresher, types::SendChatMessageRequest,
};
use serde_json::Value;
use support::{
    Act, CONTENT, Reply, Request, Server, THREAD, closed_port,
    dispatch::{self, Given},
    operations,
};

const TOKEN: &str = "eyJhbGciOi.dGhlIHNlY3JldCBvZiBhbGw.c2lnbmF0dXJl";

/// Fails where a text tells what it must not.
#[track_caller]
fn tells_nothing(what: &str, text: &str) {
    for secret in [TOKEN, "dGhlIHNlY3JldCBvZiBhbGw", CONTENT] {
        assert!(!text.contains(secret), "{what} tells {secret:?}: {text}");
    }
}

#[track_caller]
fn debug_tells_nothing(value: &impl fmt::Debug) {
    tells_nothing("Debug", &format!("{value:?}"));
    tells_nothing("alternate Debug", &format!("{value:#?}"));
}

/// An error with all its sources.
#[track_caller]
fn error_tells_nothing(error: &ChatError) {
    debug_tells_nothing(error);
    let mut next: Option<&dyn Error> = Some(error);
    while let Some(error) = next {
        tells_nothing("Display", &format!("{error}\n{error:#}"));
        tells_nothing("Debug of a source", &format!("{error:?}\n{error:#?}"));
        next = error.source();
    }
}

fn builder(url: impl Into<String>) -> ChatClientBuilder {
    ChatClient::builder(url)
        .credential(TOKEN)
        .retry(RetryPolicy::none())
}

/// Sends a message with the content to a server that responds like this; the error of the call.
async fn failing<A: Into<Act>>(
    respond: impl Fn(&Request) -> A + Send + Sync + 'static,
) -> ChatError {
    let server = Server::replying(move |_, request| respond(request));
    let client = builder(server.url())
        .max_response_bytes(1000)
        .build()
        .expect("a client");
    let error = send(&client).await.expect_err("it fails");
    assert_eq!(
        server.take()[0].header("authorization"),
        Some(bearer().as_str())
    );
    error_tells_nothing(&error);
    error
}

async fn send(client: &ChatClient) -> Result<String, ChatError> {
    let body = SendChatMessageRequest::builder().content(CONTENT);
    let request = client.send_chat_message().chat_thread_id(THREAD).body(body);
    Ok(request.send().await?.into_inner().id)
}

fn bearer() -> String {
    format!("Bearer {TOKEN}")
}

/// What a server sends back that echoes everything: the header it got, and the body.
fn echo(request: &Request) -> (String, String) {
    let authorization = request
        .header("authorization")
        .unwrap_or_default()
        .to_owned();
    (
        authorization,
        String::from_utf8_lossy(&request.body).into_owned(),
    )
}

struct Vault;

impl TokenRefresher for Vault {
    type Error = std::io::Error;

    async fn refresh(&self) -> Result<Token, Self::Error> {
        Ok(Token::new(TOKEN))
    }
}

#[tokio::test]
async fn clients_and_credentials() {
    let token = || Token::new(TOKEN).with_expires_in(Duration::from_secs(60));
    debug_tells_nothing(&token());
    for credential in [
        CommunicationTokenCredential::from(TOKEN),
        CommunicationTokenCredential::from(TOKEN.to_owned()),
        CommunicationTokenCredential::fixed(token()),
        CommunicationTokenCredential::refreshing(|| async { Ok::<_, std::io::Error>(TOKEN) }),
        CommunicationTokenCredential::refresher(Vault),
    ] {
        debug_tells_nothing(&credential);
        let server = Server::start([Reply::status(201).json(r#"{"id":"1"}"#)]).await;
        let builder = builder(server.url()).credential(credential.clone());
        debug_tells_nothing(&builder);
        let client = builder.build().expect("a client");
        debug_tells_nothing(&client);
        // Once more when the token is known to be there.
        assert_eq!(send(&client).await.expect("sent"), "1");
        assert_eq!(
            server.take()[0].header("authorization"),
            Some(bearer().as_str())
        );
        credential.set_token(TOKEN);
        debug_tells_nothing(&client);
        debug_tells_nothing(&credential);
        debug_tells_nothing(&client.thread(THREAD).expect("a thread"));
    }
}

/// Every text in a body becomes the content.
fn confidential(body: &Value) -> Value {
    match body {
        Value::String(text) if chrono::DateTime::parse_from_rfc3339(text).is_err() => {
            CONTENT.into()
        }
        Value::Array(items) => items.iter().map(confidential).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(name, member)| (name.clone(), confidential(member)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

#[tokio::test]
async fn every_request() {
    let client = builder("https://contoso.example")
        .build()
        .expect("a client");
    let mut bodies = 0;
    for operation in operations() {
        let mut given = Given::default();
        for name in operation.names("path") {
            given = given.with(name, THREAD);
        }
        let example = operation.examples().into_iter().next().unwrap_or_default();
        let body = operation
            .body()
            .and_then(|body| operation.example(body, example));
        given.body = body.map(confidential);
        bodies += usize::from(given.body.is_some());
        let (debug, _) = dispatch::prepare(&client, operation.id, &given).expect("a request");
        tells_nothing(operation.id, &debug);
    }
    assert!(bodies > 7, "{bodies}");
    debug_tells_nothing(&client.list_chat_threads().pages());
    debug_tells_nothing(&client.list_chat_threads().stream());
}

#[tokio::test]
async fn refusals_that_echo_the_request() {
    type Echo = fn(&str, &str) -> Reply;
    let echoes: [(&str, Echo); 9] = [
        ("documented", |token, body| {
            let error = serde_json::json!({ "you": body, "error": {
                "code": token, "message": format!("{token} is no good"), "target": token,
                "details": [{ "code": token, "message": token, "innererror": { "code": token, "message": token } }],
            }});
            Reply::status(401).json(error)
        }),
        ("undocumented", |token, _| {
            Reply::status(403).json(format!(
                r#"{{"CommunicationError":{{"Code":"{token}","Message":"{token}{token}"}}}}"#
            ))
        }),
        ("escapes", |token, _| {
            let escaped = token.replacen('J', r"\u004a", 1);
            assert_ne!(escaped, token);
            Reply::status(403).json(format!(
                r#"{{"error":{{"code":"{escaped}","message":"a {escaped}"}},"{escaped}":5}}"#
            ))
        }),
        ("escapes, nested deeper than JSON is decoded", |token, _| {
            let escaped = token.replacen('J', r"\u004a", 1);
            let nested = format!("{}{}", "[".repeat(200), "]".repeat(200));
            Reply::status(403).json(format!(
                r#"{{"error":{{"code":"c","message":"a {escaped}","details":{nested}}}}}"#
            ))
        }),
        ("HTML", |token, body| {
            Reply::status(502)
                .headers(&[("content-type", "text/html")])
                .body(format!("<pre>authorization: {token}\r\n{body}</pre>"))
        }),
        ("text", |token, body| {
            Reply::status(500).body(format!("{token}{body}"))
        }),
        ("not text", |token, _| {
            Reply::status(500).body([b"\xff\xfe", token.as_bytes(), b"\x80"].concat())
        }),
        ("headers", |token, _| {
            let headers = [
                ("x-echo", token),
                ("ms-cv", token),
                ("x-azure-ref", token),
                ("x-ms-request-id", token),
                ("content-type", token),
                ("retry-after", token),
                ("location", token),
                ("www-authenticate", token),
            ];
            Reply::status(403).headers(&headers)
        }),
        ("redirection", |token, _| {
            Reply::status(307)
                .headers(&[("location", &format!("https://evil.example/?token={token}"))])
                .body(token)
        }),
    ];
    for (name, respond) in echoes {
        let error = failing(move |request| {
            let (authorization, body) = echo(request);
            respond(&authorization, &body)
        })
        .await;
        let ChatError::Service(service) = &error else {
            panic!("{name}: {error:?}");
        };
        // What can be asked of the error has no token in it either.
        let headers: Vec<_> = service
            .headers()
            .values()
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        let told = [
            headers.join(" "),
            service.body_text().into_owned(),
            serde_json::to_string(&service.error()).expect("JSON"),
            format!(
                "{:?} {:?} {:?}",
                error.code(),
                error.message(),
                error.request_id()
            ),
        ];
        for told in told {
            assert!(!told.contains(TOKEN), "{name}: {told}");
        }
    }
}

#[tokio::test]
async fn successes_that_echo_the_request() {
    let head = |token: &str| {
        let headers = [
            ("content-type", token),
            ("ms-cv", token),
            ("x-azure-ref", token),
            ("x-ms-request-id", token),
        ];
        headers.map(|(name, value)| (name, value.to_owned()))
    };
    let respond = move |request: &Request, body: String| {
        let (token, _) = echo(request);
        let head = head(&token);
        let head: Vec<_> = head
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        Reply::status(201).headers(&head).body(body)
    };
    let error = failing(move |request| {
        let (token, body) = echo(request);
        respond(
            request,
            serde_json::json!({ "id": { "token": token, "body": body } }).to_string(),
        )
    })
    .await;
    assert!(matches!(error, ChatError::Decode(_)), "{error:?}");
    let error = failing(move |request| {
        let (token, body) = echo(request);
        respond(
            request,
            serde_json::json!({ "id": [format!("{token} {body}")] }).to_string(),
        )
    })
    .await;
    assert!(matches!(error, ChatError::Decode(_)), "{error:?}");
    let error = failing(move |request| respond(request, "x".repeat(2000))).await;
    assert!(matches!(error, ChatError::BodyTooLarge(_)), "{error:?}");
}

#[tokio::test]
async fn connections_that_break_after_an_echo() {
    for bytes in [
        "",
        "HTTP/1.1 201 Created\r\ncontent-length: 999\r\n\r\n",
        "HTTP/1.1 201 ",
        "SSH-2.0 ",
    ] {
        let error = failing(move |request| {
            let (token, body) = echo(request);
            Act::Raw(format!("{bytes}{token}{body}").into())
        })
        .await;
        assert!(matches!(error, ChatError::Transport(_)), "{error:?}");
    }
    let (_socket, gone) = closed_port();
    error_tells_nothing(
        &send(&builder(&gone).build().expect("a client"))
            .await
            .expect_err("nobody there"),
    );
}

#[tokio::test]
async fn what_is_given_wrongly() {
    for endpoint in [
        format!("endpoint=https://contoso.example/;accesskey={TOKEN}"),
        format!("https://user:{TOKEN}@contoso.example"),
        format!("https://contoso.example/?sig={TOKEN}"),
        format!("https://contoso.example/#{TOKEN}"),
        TOKEN.to_owned(),
        bearer(),
    ] {
        let builder = builder(&endpoint);
        debug_tells_nothing(&builder);
        error_tells_nothing(&builder.build().expect_err("no endpoint"));
    }
    // A token that no header can carry.
    let server = Server::start([Reply::status(201).json(r#"{"id":"1"}"#)]).await;
    for token in [
        format!("{TOKEN}\n"),
        format!("{TOKEN}\u{0}"),
        format!("\r\n{TOKEN}"),
    ] {
        let client = builder(server.url())
            .credential(token)
            .build()
            .expect("a client");
        let error = send(&client).await.expect_err("no header");
        assert!(matches!(error, ChatError::Credential(_)), "{error:?}");
        error_tells_nothing(&error);
    }
    let client = builder(server.url()).build().expect("a client");
    let body = SendChatMessageRequest::builder().sender_display_name(CONTENT);
    let incomplete = client.send_chat_message().chat_thread_id(THREAD).body(body);
    debug_tells_nothing(&incomplete);
    error_tells_nothing(&incomplete.send().await.expect_err("no content"));
    assert!(server.take().is_empty());
}

#[cfg(feature = "tracing")]
mod logs {
    use std::{
        io::{self, Write},
        sync::{
            Arc, Mutex,
            atomic::{AtomicUsize, Ordering},
        },
    };

    use tracing_subscriber::fmt::format::FmtSpan;

    use super::*;

    /// Everything that was logged.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panic").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn logs_of_every_crate_at_every_level() {
        let log = Log::default();
        let writer = log.clone();
        // Takes the records of crates that use `log` too, for the whole process.
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        let count = AtomicUsize::new(0);
        let server = Server::replying(move |_, request| {
            let (token, body) = echo(request);
            let headers = [
                ("ms-cv", token.as_str()),
                ("x-azure-ref", &token),
                ("x-echo", &token),
                ("content-type", &token),
            ];
            let said =
                serde_json::json!({ "error": { "code": token, "message": token }, "you": body });
            let said = said.to_string();
            let reply = match count.fetch_add(1, Ordering::Relaxed) {
                0 => Reply::status(429)
                    .headers(&[&headers[..], &[("retry-after", "0")]].concat())
                    .body(said),
                1 => Reply::status(201).headers(&headers).body(r#"{"id":"1"}"#),
                2 => Reply::status(403).headers(&headers).body(said),
                3 => Reply::status(201)
                    .headers(&headers)
                    .body(format!(r#"{{"id":["{token}","{CONTENT}"]}}"#)),
                _ => return Act::Raw(format!("{token}{body}").into()),
            };
            reply.into()
        });
        let policy = RetryPolicy::default().with_base_delay(Duration::from_millis(1));
        let client = builder(server.url())
            .retry(policy.with_max_retries(1))
            .build()
            .expect("a client");
        send(&client).await.expect("sent the second time");
        for _ in 0..3 {
            error_tells_nothing(&send(&client).await.expect_err("a failure"));
        }
        assert_eq!(server.take().len(), 5);
        let text = String::from_utf8(log.0.lock().expect("no panic").clone()).expect("UTF-8");
        for expected in [
            "acs_chat.call",
            "attempt failed",
            "ChatThread_SendChatMessage",
            "reqwest",
            "TRACE",
        ] {
            assert!(text.contains(expected), "{expected} is not in\n{text}");
        }
        tells_nothing("the log", &text);
    }
}
