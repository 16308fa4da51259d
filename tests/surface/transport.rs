//! A transport of the caller's: what it is given, and that all that is promised of calls holds above it.

use std::{
    error::Error,
    fmt,
    future::pending,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use acs_chat::{
    ChatClient, ChatClientBuilder, ChatError, ReqwestTransport, ResponseBody, RetryPolicy,
    SendError, Transport, TransportErrorKind,
    bytes::Bytes,
    http::{self, Method, header::AUTHORIZATION},
};
use futures_util::stream::{self, StreamExt};
use tokio::time::Instant;

use crate::support::{
    Act, CONTENT, Mock, Reply, Server, THREAD, TOKEN, get_thread, http2_client, message_sent, secs,
    send_message, success, thread_found,
};

type Request = http::Request<Bytes>;
type Received = Result<http::Response<ResponseBody>, SendError>;

/// Gives the response to the request with this number, from 0.
type Script = dyn Fn(usize, &Request) -> Received + Send + Sync;

/// A service without sockets.
struct Stub {
    script: Box<Script>,
    requests: Mutex<Vec<Request>>,
}

impl Stub {
    fn new(script: impl Fn(usize, &Request) -> Received + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self {
            script: Box::new(script),
            requests: Mutex::default(),
        })
    }

    fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("the list").clone()
    }
}

impl Transport for Stub {
    async fn send(&self, request: Request) -> Received {
        let number = {
            let mut requests = self.requests.lock().expect("the list");
            requests.push(request.clone());
            requests.len() - 1
        };
        (self.script)(number, &request)
    }
}

fn response(status: u16, body: impl Into<ResponseBody>) -> http::Response<ResponseBody> {
    let response = http::Response::builder().status(status);
    response.body(body.into()).expect("a response")
}

fn replied(reply: &Reply) -> Received {
    Ok(response(reply.status, reply.body.clone()))
}

fn builder(transport: impl Transport) -> ChatClientBuilder {
    ChatClient::builder("https://contoso.example/acs")
        .credential(TOKEN)
        .transport(transport)
}

fn client(transport: impl Transport) -> ChatClient {
    builder(transport).build().expect("a client")
}

/// A client that makes one attempt a call.
fn once(transport: impl Transport) -> ChatClient {
    let builder = builder(transport).retry(RetryPolicy::none());
    builder.build().expect("a client")
}

#[tokio::test]
async fn a_transport_is_given_all_of_a_request() {
    let stub = Stub::new(|_, _| replied(&message_sent()));
    send_message(&client(Arc::clone(&stub)))
        .await
        .expect("sent");
    let requests = stub.requests();
    assert_eq!(requests.len(), 1);
    let request = &requests[0];
    assert_eq!(request.method(), Method::POST);
    let uri = request.uri().to_string();
    let messages = format!("https://contoso.example/acs/chat/threads/{THREAD}/messages?");
    assert!(uri.starts_with(&messages), "{uri}");
    let body = String::from_utf8_lossy(request.body());
    assert!(body.contains(CONTENT), "{body}");
    for name in [
        "accept",
        "content-type",
        "user-agent",
        "x-ms-client-request-id",
    ] {
        assert!(request.headers().contains_key(name), "{name}");
    }
    let token = &request.headers()[AUTHORIZATION];
    assert_eq!(token.to_str().ok(), Some(&*format!("Bearer {TOKEN}")));
    assert!(token.is_sensitive());
    assert!(!format!("{:?}", request.headers()).contains(TOKEN));
}

#[tokio::test(start_paused = true)]
async fn its_responses_are_retried() {
    let stub = Stub::new(|number, _| match number {
        0 => Ok(response(503, "")),
        1 => Err(SendError::new(TransportErrorKind::Reset, "closed")),
        _ => replied(&thread_found()),
    });
    get_thread(&client(Arc::clone(&stub))).await.expect("found");
    let requests = stub.requests();
    assert_eq!(requests.len(), 3);
    for request in &requests {
        assert_eq!(request.headers(), requests[0].headers());
        assert_eq!(request.uri(), requests[0].uri());
    }
}

#[tokio::test(start_paused = true)]
async fn it_says_what_may_have_been_processed() {
    use TransportErrorKind::{Connect, Other, Reset, Timeout};
    type Failure = fn() -> SendError;
    let cases: [(Failure, u32, bool); 6] = [
        (|| SendError::new(Reset, "the reason"), 1, true),
        (|| SendError::new(Timeout, "the reason"), 1, true),
        (|| SendError::new(Other, "the reason"), 1, true),
        (|| SendError::new(Connect, "the reason"), 4, false),
        (
            || SendError::new(Reset, "the reason").not_processed(),
            4,
            false,
        ),
        (
            || SendError::refused("the reason").not_processed(),
            1,
            false,
        ),
    ];
    for (failure, attempts, may_have_been_processed) in cases {
        let stub = Stub::new(move |_, _| Err(failure()));
        let error = send_message(&client(Arc::clone(&stub))).await;
        let error = error.expect_err("a failure");
        let case = format!("{:?}: {error}", failure());
        assert_eq!(stub.requests().len(), attempts as usize, "{case}");
        let context = error.context().expect("a call");
        assert_eq!(context.attempts(), attempts, "{case}");
        assert_eq!(
            error.may_have_been_processed(),
            may_have_been_processed,
            "{case}"
        );
        assert_eq!(failure().may_have_been_processed(), may_have_been_processed);
        let source = error.source().expect("a source");
        assert_eq!(source.to_string(), "the reason", "{case}");
        match &error {
            ChatError::Transport(error) => assert_eq!(error.kind(), failure().kind(), "{case}"),
            ChatError::InvalidRequest(error) => assert_eq!(error.parameter(), "request", "{case}"),
            _ => panic!("{case}"),
        }
        assert_eq!(error.is_timeout(), failure().kind() == Timeout, "{case}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_times_out_drops_its_future() {
    struct Stuck(Arc<AtomicUsize>);

    struct Dropped(Arc<AtomicUsize>);

    impl Drop for Dropped {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    impl Transport for Stuck {
        async fn send(&self, _: Request) -> Received {
            let _dropped = Dropped(Arc::clone(&self.0));
            pending().await
        }
    }

    let dropped = Arc::default();
    let policy = RetryPolicy::none().with_attempt_timeout(secs(7));
    let client = builder(Stuck(Arc::clone(&dropped))).retry(policy);
    let started = Instant::now();
    let error = send_message(&client.build().expect("a client")).await;
    let error = error.expect_err("a timeout");
    assert!(
        error.is_timeout() && error.may_have_been_processed(),
        "{error}"
    );
    assert_eq!(started.elapsed().as_secs(), 7);
    assert_eq!(dropped.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn its_bodies_are_read_up_to_the_limits() {
    let endless = |status| {
        let chunks = stream::repeat_with(|| Ok(Bytes::from_static(&[b' '; 1000])));
        response(status, ResponseBody::new(chunks))
    };
    let limited = |stub: Arc<Stub>| {
        let builder = builder(stub).retry(RetryPolicy::none());
        let builder = builder.max_response_bytes(5000).max_error_bytes(2500);
        builder.build().expect("a client")
    };
    let stub = Stub::new(move |_, _| Ok(endless(200)));
    let error = get_thread(&limited(stub)).await.expect_err("too large");
    assert!(matches!(error, ChatError::BodyTooLarge(_)), "{error}");

    let stub = Stub::new(|_, _| {
        let mut response = response(200, ResponseBody::new(stream::pending()));
        response.headers_mut().insert("content-length", 5001.into());
        Ok(response)
    });
    let error = get_thread(&limited(stub)).await.expect_err("too large");
    assert!(matches!(error, ChatError::BodyTooLarge(_)), "{error}");

    let stub = Stub::new(move |_, _| Ok(endless(500)));
    let error = get_thread(&limited(stub)).await.expect_err("an error");
    let ChatError::Service(service) = &error else {
        panic!("{error}");
    };
    assert_eq!(
        (service.status().as_u16(), service.body().len()),
        (500, 2500)
    );

    let stub = Stub::new(|_, _| {
        let lost = SendError::new(TransportErrorKind::Reset, "closed");
        let chunks = [Ok(Bytes::from_static(b"{")), Err(lost)];
        Ok(response(201, ResponseBody::new(stream::iter(chunks))))
    });
    let error = send_message(&once(stub)).await.expect_err("half a body");
    assert!(matches!(error, ChatError::Transport(_)), "{error}");
    assert!(error.may_have_been_processed());
}

#[tokio::test]
async fn no_token_is_shown_that_it_returns() {
    let told = |request: &Request| {
        request.headers()[AUTHORIZATION]
            .to_str()
            .expect("text")
            .to_owned()
    };
    let failing = Stub::new(move |_, request| {
        let kind = TransportErrorKind::Other;
        Err(SendError::new(kind, format!("not sent: {}", told(request))))
    });
    let nested = Stub::new(move |_, request| {
        let inner = std::io::Error::other(told(request));
        Err(SendError::refused(Outer(inner)))
    });
    let echoing = Stub::new(move |_, request| {
        let mut response = response(400, told(request));
        response
            .headers_mut()
            .insert("x-echo", request.headers()[AUTHORIZATION].clone());
        Ok(response)
    });
    for client in [once(failing), once(nested), once(echoing)] {
        let error = send_message(&client).await.expect_err("a failure");
        if let ChatError::Service(service) = &error {
            assert!(!String::from_utf8_lossy(service.body()).contains(TOKEN));
            assert!(!format!("{:?}", service.headers()).contains(TOKEN));
        }
        let mut next: Option<&dyn Error> = Some(&error);
        while let Some(error) = next {
            let text = format!("{error} {error:?}");
            assert!(!text.contains(TOKEN), "{text}");
            next = error.source();
        }
    }
}

/// An error whose own text is harmless, and whose source is not.
#[derive(Debug)]
struct Outer(std::io::Error);

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[tokio::test]
async fn the_default_one_can_be_wrapped() {
    let mock = Mock::start(Reply::status(503)).await;
    let default = ReqwestTransport::new().expect("a transport");
    let direct = ChatClient::builder(mock.url());
    let wrapped = ChatClient::builder(mock.url()).transport(default);
    let mut sent = Vec::new();
    for (operation, builder) in [("direct", direct), ("wrapped", wrapped)] {
        let builder = builder.credential(TOKEN).retry(RetryPolicy::none());
        let client = builder.build().expect("a client");
        mock.reply(thread_found());
        get_thread(&client).await.expect(operation);
        mock.reply(message_sent());
        send_message(&client).await.expect(operation);
        mock.reply(success("Chat_DeleteChatThread"));
        let deletion = client.delete_chat_thread().chat_thread_id(THREAD);
        deletion.send().await.expect(operation);
        let mut requests = mock.take();
        for request in &mut requests {
            request
                .headers
                .retain(|(name, _)| name != "x-ms-client-request-id");
        }
        sent.push(requests);
    }
    assert_eq!(format!("{:?}", sent[0]), format!("{:?}", sent[1]));
    assert_eq!(sent[0].len(), 3);
}

#[tokio::test]
async fn the_default_one_says_what_was_not_processed() {
    let server = Server::start([Act::Refuse, message_sent().into()]).await;
    let transport = ReqwestTransport::from(http2_client());
    let builder = ChatClient::builder(server.url()).credential(TOKEN);
    let client = builder.transport(transport).build().expect("a client");
    send_message(&client).await.expect("sent");
    assert_eq!(server.count(), 2);
}

#[tokio::test]
async fn lists_are_read_through_it() {
    let stub = Stub::new(|number, _| {
        let next = match number {
            0 => r#","nextLink":"https://contoso.example/acs/chat/threads?more=1""#,
            _ => "",
        };
        let id = format!("19:{number}@thread.v2");
        let body = format!(r#"{{"value":[{{"id":"{id}","topic":"t"}}]{next}}}"#);
        Ok(response(200, body))
    });
    let client = client(Arc::clone(&stub));
    let threads: Vec<_> = client.list_chat_threads().stream().collect().await;
    let ids: Vec<_> = threads
        .into_iter()
        .map(|thread| thread.expect("a thread").id)
        .collect();
    assert_eq!(ids, ["19:0@thread.v2", "19:1@thread.v2"]);
    assert_eq!(stub.requests()[1].uri().query(), Some("more=1"));
}
