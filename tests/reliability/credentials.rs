//! Where the token of a call comes from, and how it is renewed.

use std::{
    error::Error,
    fmt, iter,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use crate::support::{
    Act, Reply, Server, TOKEN, get_thread, http2_client, message_sent, ms, retrying_builder,
    retrying_client, secs, send_message, still, thread_found, timeless,
};
use acs_chat::{
    ChatClient, ChatError, CommunicationTokenCredential, Token, TokenRefresher,
    TransportErrorKind as Kind,
};
use base64::{Engine, engine::general_purpose};
use http::StatusCode;
use tokio::{
    sync::Semaphore,
    task::{JoinSet, yield_now},
    time::{Instant, advance},
};

/// A source of tokens: `token-1`, `token-2` and so on, each when the gate permits.
struct Source {
    asked: AtomicUsize,
    /// One permit releases one token.
    gate: Semaphore,
    fails: AtomicBool,
    life: Option<Duration>,
}

#[derive(Debug)]
struct OutOfOrder(usize);

impl fmt::Display for OutOfOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "out of order, {}", self.0)
    }
}

impl Error for OutOfOrder {}

impl Source {
    /// A source that gives tokens at once, with this lifetime.
    fn open(life: impl Into<Option<Duration>>) -> Arc<Self> {
        let source = Self::closed(life);
        source.gate.add_permits(1_000_000);
        source
    }

    /// A source that gives tokens as its gate permits.
    fn closed(life: impl Into<Option<Duration>>) -> Arc<Self> {
        Arc::new(Self {
            asked: AtomicUsize::new(0),
            gate: Semaphore::new(0),
            fails: AtomicBool::new(false),
            life: life.into(),
        })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    fn fail(&self, fails: bool) {
        self.fails.store(fails, Ordering::SeqCst);
    }

    /// Takes back all permits.
    fn close(&self) {
        self.gate.forget_permits(usize::MAX);
    }

    async fn token(&self) -> Result<Token, OutOfOrder> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        self.gate.acquire().await.expect("a gate").forget();
        if self.fails.load(Ordering::SeqCst) {
            return Err(OutOfOrder(number));
        }
        let token = Token::new(format!("token-{number}"));
        Ok(match self.life {
            Some(life) => token.with_expires_in(life),
            None => token,
        })
    }

    fn credential(self: &Arc<Self>) -> CommunicationTokenCredential {
        let source = Arc::clone(self);
        CommunicationTokenCredential::refreshing(move || {
            let source = Arc::clone(&source);
            async move { source.token().await }
        })
    }

    fn client(self: &Arc<Self>, endpoint: String) -> ChatClient {
        retrying_builder(endpoint)
            .credential(self.credential())
            .build()
            .expect("a client")
    }

    /// A client for a thousand calls at once.
    fn http2_client(self: &Arc<Self>, endpoint: String) -> ChatClient {
        retrying_builder(endpoint)
            .http_client(http2_client())
            .credential(self.credential())
            .build()
            .expect("a client")
    }
}

fn tokens(server: &Server) -> Vec<String> {
    let requests = server.requests();
    requests
        .iter()
        .map(|request| request.token().to_owned())
        .collect()
}

fn credential_error(outcome: Result<(), ChatError>) -> (ChatError, String) {
    let error = outcome.expect_err("no token");
    assert!(matches!(error, ChatError::Credential(_)), "{error:?}");
    let source = error.source().expect("a source").to_string();
    (error, source)
}

/// Lets everything run that can.
async fn settle() {
    for _ in 0..50 {
        yield_now().await;
    }
}

/// A server that gives each request the status that `judge` gives its token.
async fn judging_server(judge: impl Fn(&str) -> StatusCode + Send + Sync + 'static) -> Server {
    let found = thread_found();
    Server::scripted(move |_, request| {
        let status = request.map_or(StatusCode::OK, |request| judge(request.token()));
        let mut reply = found.clone();
        reply.status = status.as_u16();
        reply.into()
    })
    .await
}

/// Starts this many calls, each in a task.
fn begin(client: &ChatClient, calls: usize) -> JoinSet<Result<(), ChatError>> {
    let clients = iter::repeat_n(client.clone(), calls);
    clients
        .map(|client| async move { get_thread(&client).await })
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_with_an_expired_token_cause_one_refresh() {
    let source = Source::open(secs(100));
    let server = judging_server(|_| StatusCode::OK).await;
    let client = source.http2_client(server.url());
    get_thread(&client).await.expect("the first token");
    assert_eq!(source.asked(), 1);

    source.close();
    advance(secs(101)).await;
    let calls = begin(&client, 1000);
    settle().await;
    assert_eq!(
        (source.asked(), tokens(&server).len()),
        (2, 1),
        "all wait for one refresh"
    );
    source.gate.add_permits(1000);
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(source.asked(), 2);
    let tokens = tokens(&server);
    assert_eq!(tokens.len(), 1001);
    assert!(tokens[1..].iter().all(|token| token == "token-2"));
}

#[tokio::test(start_paused = true)]
async fn a_failed_refresh_fails_a_thousand_waiting_calls_with_its_error() {
    let source = Source::closed(None);
    source.fail(true);
    let server = judging_server(|_| StatusCode::OK).await;
    let client = source.client(server.url());
    let calls = begin(&client, 1000);
    settle().await;
    source.gate.add_permits(1000);
    for outcome in calls.join_all().await {
        let (error, said) = credential_error(outcome);
        assert_eq!(said, "out of order, 1");
        assert_eq!(error.context().expect("a context").attempts(), 0);
        assert!(!error.may_have_been_processed());
    }
    assert_eq!((source.asked(), tokens(&server).len()), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn dropping_a_call_does_not_cancel_the_refresh_of_others() {
    let source = Source::closed(None);
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    let mut first = begin(&client, 1);
    settle().await;
    let others = begin(&client, 5);
    settle().await;
    first.shutdown().await;
    settle().await;
    source.gate.add_permits(1);
    assert!(others.join_all().await.iter().all(Result::is_ok));
    assert_eq!(
        (source.asked(), tokens(&server)),
        (1, vec!["token-1".to_owned(); 5])
    );
}

#[tokio::test(start_paused = true)]
async fn an_abandoned_refresh_continues_with_the_next_call() {
    let source = Source::closed(None);
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    let mut left = begin(&client, 3);
    settle().await;
    left.shutdown().await;
    source.gate.add_permits(1);
    get_thread(&client).await.expect("a token");
    assert_eq!(
        (source.asked(), tokens(&server)),
        (1, vec!["token-1".to_owned()])
    );
}

#[tokio::test(start_paused = true)]
async fn an_abandoned_refresh_that_failed_is_not_reported_later() {
    let source = Source::closed(None);
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    let mut left = begin(&client, 3);
    settle().await;
    left.shutdown().await;
    // It fails when it is taken up again, and the one after it does not.
    source.fail(true);
    source.gate.add_permits(1);
    let call = begin(&client, 1);
    settle().await;
    assert_eq!(source.asked(), 2);
    source.fail(false);
    source.gate.add_permits(1);
    assert!(call.join_all().await.iter().all(Result::is_ok));
    assert_eq!(
        (source.asked(), tokens(&server)),
        (2, vec!["token-2".to_owned()])
    );
}

#[tokio::test(start_paused = true)]
async fn an_abandoned_refresh_that_failed_is_reported_to_no_later_call() {
    let source = Source::closed(None);
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    let mut left = begin(&client, 1);
    settle().await;
    left.shutdown().await;
    source.fail(true);
    // All of them await the refresh that was left, before it fails.
    let calls = begin(&client, 10);
    settle().await;
    source.gate.add_permits(1);
    settle().await;
    assert_eq!(source.asked(), 2);
    source.fail(false);
    source.gate.add_permits(1);
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_refreshed_early_without_delaying_calls() {
    // In its last 10 minutes, or in the last half of a shorter life.
    for (life, early) in [
        (secs(3600), secs(3000)),
        (secs(1200), secs(600)),
        (secs(100), secs(50)),
    ] {
        let source = Source::open(life);
        let server = Server::start([thread_found()]).await;
        let client = source.client(server.url());
        let call = || async { get_thread(&client).await.expect("a response") };
        call().await;
        advance(early - secs(1)).await;
        call().await;
        assert_eq!(source.asked(), 1, "{life:?}");

        source.close();
        advance(secs(2)).await;
        for _ in 0..10 {
            call().await;
        }
        assert_eq!(source.asked(), 2, "{life:?}");
        assert!(tokens(&server).iter().all(|token| token == "token-1"));

        // The next call brings the refresh to its end, and the one after it has the new token.
        source.gate.add_permits(1);
        call().await;
        call().await;
        assert_eq!(tokens(&server).last().expect("a token"), "token-2");
        assert_eq!(source.asked(), 2, "{life:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn calls_wait_for_an_early_refresh_once_the_token_has_expired() {
    let source = Source::open(secs(100));
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    get_thread(&client).await.expect("a response");
    source.close();
    advance(secs(60)).await;
    get_thread(&client)
        .await
        .expect("a response with the old token");
    advance(secs(60)).await;
    let calls = begin(&client, 10);
    settle().await;
    assert_eq!(server.count(), 2);
    source.gate.add_permits(1);
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_failed_early_refresh_keeps_the_token_and_is_retried_with_backoff() {
    let source = Source::open(secs(3600));
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    let call = || async { get_thread(&client).await.expect("the old token is valid") };
    call().await;
    source.fail(true);
    advance(secs(3001)).await;
    call().await;
    assert_eq!(source.asked(), 2);
    for (number, pause) in [2, 4, 8, 16, 32, 60, 60].map(secs).into_iter().enumerate() {
        advance(pause - ms(10)).await;
        for _ in 0..10 {
            call().await;
        }
        assert_eq!(source.asked(), 2 + number, "before {pause:?} are over");
        advance(ms(20)).await;
        call().await;
        assert_eq!(source.asked(), 3 + number, "after {pause:?}");
    }
    assert!(tokens(&server).iter().all(|token| token == "token-1"));

    // After its expiry the failure is the caller's to know.
    advance(secs(600)).await;
    let (error, said) = credential_error(get_thread(&client).await);
    assert_eq!(said, "out of order, 10");
    let cause = error
        .source()
        .expect("a source")
        .downcast_ref::<OutOfOrder>();
    assert_eq!(cause.expect("the refresher's own error").0, 10);

    source.fail(false);
    call().await;
    assert_eq!(tokens(&server).last().expect("a token"), "token-11");
}

#[tokio::test(start_paused = true)]
async fn an_early_refresh_without_a_later_expiry_keeps_the_token() {
    type Gives = fn() -> Token;
    let useless: [Gives; 2] = [
        || Token::new("late").with_expires_at(SystemTime::now() - secs(5)),
        || Token::new("not\na header").with_expires_in(secs(3600)),
    ];
    for gives in useless {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let credential = CommunicationTokenCredential::refreshing(move || {
            let first = count.fetch_add(1, Ordering::SeqCst) == 0;
            let token = if first {
                Token::new("first").with_expires_in(secs(100))
            } else {
                gives()
            };
            async { Ok::<_, OutOfOrder>(token) }
        });
        let server = Server::start([thread_found()]).await;
        let client = retrying_builder(server.url())
            .credential(credential)
            .build()
            .expect("a client");
        get_thread(&client).await.expect("a response");
        advance(secs(60)).await;
        for _ in 0..5 {
            get_thread(&client).await.expect("the first token is valid");
        }
        assert_eq!(asked.load(Ordering::SeqCst), 2);
        assert_eq!(tokens(&server), ["first"; 6]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_refresher_with_only_expired_tokens_is_called_once_per_call() {
    let source = Source::open(Duration::ZERO);
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    for _ in 0..5 {
        get_thread(&client)
            .await
            .expect("the service has the last word");
    }
    assert_eq!((source.asked(), server.count()), (5, 5));
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_the_refresher_is_a_failed_refresh() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let credential = CommunicationTokenCredential::refreshing(move || {
        let number = count.fetch_add(1, Ordering::SeqCst);
        assert!(number != 0, "on purpose, before its future");
        async move {
            assert!(number != 1, "on purpose, within its future");
            Ok::<_, OutOfOrder>(Token::new("third time lucky"))
        }
    });
    let server = Server::start([thread_found()]).await;
    let client = retrying_builder(server.url())
        .credential(credential)
        .build()
        .expect("a client");
    for _ in 0..2 {
        let (_, said) = credential_error(get_thread(&client).await);
        assert_eq!(said, "the refresher panicked");
    }
    get_thread(&client).await.expect("a token");
    assert_eq!(tokens(&server), ["third time lucky"]);
}

#[tokio::test(start_paused = true)]
async fn a_401_is_retried_once_with_a_new_token() {
    let source = Source::open(None);
    let server = Server::start([Act::status(401), message_sent().into()]).await;
    let client = retrying_builder(server.url())
        .credential(source.credential())
        .retry(timeless().with_max_retries(0))
        .retry_budget(0)
        .build()
        .expect("a client");
    send_message(&client).await.expect("sent");
    assert_eq!(tokens(&server), ["token-1", "token-2"]);
}

#[tokio::test(start_paused = true)]
async fn a_second_401_is_returned() {
    let source = Source::open(None);
    let second = Reply::status(401).json(r#"{"error":{"code":"Denied","message":"second"}}"#);
    let server = Server::start([Reply::status(401), second]).await;
    let error = get_thread(&source.client(server.url()))
        .await
        .expect_err("401");
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!(error.message(), Some("second"));
    assert_eq!((server.count(), source.asked()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn a_401_after_other_failures_is_retried_once_with_a_new_token() {
    let source = Source::open(None);
    let acts = [503, 401, 503, 401].map(Act::status);
    let server = Server::start(acts).await;
    let error = get_thread(&source.client(server.url()))
        .await
        .expect_err("401");
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!(
        tokens(&server),
        ["token-1", "token-1", "token-2", "token-2"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_401_for_a_fixed_token_is_returned_at_once() {
    let server = Server::start([Act::status(401)]).await;
    let error = get_thread(&retrying_client(server.url()))
        .await
        .expect_err("401");
    assert!(error.is_unauthorized() && server.count() == 1, "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_failed_refresh_after_401_is_a_credential_error() {
    let source = Source::open(None);
    let server = Server::start([Act::status(401)]).await;
    let client = source.client(server.url());
    let call = begin(&client, 1);
    while source.asked() < 1 {
        yield_now().await;
    }
    source.fail(true);
    let mut outcomes = call.join_all().await;
    let (error, said) = credential_error(outcomes.pop().expect("one"));
    assert_eq!(said, "out of order, 2");
    assert_eq!(error.context().expect("a context").attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn concurrent_401s_cause_one_refresh_per_token() {
    let source = Source::open(None);
    let accepted = Arc::new(AtomicUsize::new(1));
    let judge = Arc::clone(&accepted);
    let server = judging_server(move |token| {
        let right = format!("token-{}", judge.load(Ordering::SeqCst));
        if token == right {
            StatusCode::OK
        } else {
            StatusCode::UNAUTHORIZED
        }
    })
    .await;
    let client = source.http2_client(server.url());
    for generation in 1..=4 {
        accepted.store(generation, Ordering::SeqCst);
        let outcomes = begin(&client, 1000).join_all().await;
        assert!(outcomes.iter().all(Result::is_ok), "{:?}", outcomes.first());
        assert_eq!(source.asked(), generation);
    }
    // A thousand with each token, and again with the next one where it was refused.
    let tokens = tokens(&server);
    let of = |token: &str| tokens.iter().filter(|other| *other == token).count();
    assert_eq!(of("token-4"), 1000);
    assert!(
        of("token-1") > 1000 && of("token-1") <= 2000,
        "{}",
        of("token-1")
    );
}

#[tokio::test(start_paused = true)]
async fn concurrent_401s_that_persist_cause_one_refresh() {
    let source = Source::open(None);
    let server = judging_server(|_| StatusCode::UNAUTHORIZED).await;
    let client = source.http2_client(server.url());
    get_thread(&client).await.expect_err("401");
    assert_eq!(source.asked(), 2);
    for outcome in begin(&client, 1000).join_all().await {
        assert!(outcome.expect_err("401").is_unauthorized());
    }
    // All began with the second token; what follows it was asked for once.
    assert_eq!(source.asked(), 3);
    assert_eq!(tokens(&server).len(), 2 + 2000);
}

#[tokio::test(start_paused = true)]
async fn an_opaque_token_is_used_until_401() {
    let source = Source::open(None);
    let acts = [
        thread_found().into(),
        thread_found().into(),
        Act::status(401),
        thread_found().into(),
    ];
    let server = Server::start(acts).await;
    let client = source.client(server.url());
    get_thread(&client).await.expect("a response");
    advance(secs(86_400 * 365)).await;
    get_thread(&client).await.expect("a response");
    get_thread(&client)
        .await
        .expect("a response with another token");
    assert_eq!(
        tokens(&server),
        ["token-1", "token-1", "token-1", "token-2"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_fixed_token_is_sent_until_it_is_replaced() {
    let expired = Token::new("fixed").with_expires_at(SystemTime::UNIX_EPOCH);
    let server = Server::start([thread_found()]).await;
    let client = retrying_builder(server.url())
        .credential(expired)
        .build()
        .expect("a client");
    get_thread(&client)
        .await
        .expect("the service has the last word");
    client.credential().set_token("replaced");
    get_thread(&client).await.expect("a response");
    assert_eq!(tokens(&server), ["fixed", "replaced"]);
}

#[tokio::test(start_paused = true)]
async fn a_token_set_during_a_refresh_overrides_the_refreshed_one() {
    let source = Source::closed(None);
    let server = Server::start([thread_found()]).await;
    let client = source.client(server.url());
    let waiting = begin(&client, 3);
    settle().await;
    client.credential().set_token("set");
    get_thread(&client)
        .await
        .expect("no one waits for the refresh any more");
    source.gate.add_permits(1);
    assert!(waiting.join_all().await.iter().all(Result::is_ok));
    get_thread(&client).await.expect("a response");
    assert_eq!(tokens(&server), ["set"; 5]);
    assert_eq!(source.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_no_header_value_is_a_credential_error() {
    let server = Server::start([thread_found()]).await;
    let client = retrying_builder(server.url())
        .credential("secret\nsecret")
        .build()
        .expect("a client");
    let (error, said) = credential_error(get_thread(&client).await);
    assert!(
        said.contains("characters that are not valid in a header"),
        "{said}"
    );
    assert!(
        !format!("{error} {error:?} {said}").contains("secret"),
        "{error:?}"
    );
    assert_eq!(server.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn the_deadline_includes_the_wait_for_a_token() {
    let source = Source::closed(None);
    let server = Server::start([thread_found()]).await;
    let client = retrying_builder(server.url())
        .credential(source.credential())
        .retry(timeless().with_deadline(secs(5)))
        .build()
        .expect("a client");
    let begun = Instant::now();
    let ChatError::Transport(error) = get_thread(&client).await.expect_err("no token") else {
        panic!("another error");
    };
    assert_eq!((error.kind(), begun.elapsed()), (Kind::Deadline, secs(5)));
    assert!(error.is_timeout() && !error.context().may_have_been_processed());
    assert_eq!((error.context().attempts(), server.count()), (0, 0));
    // The refresh goes on where it stood.
    source.gate.add_permits(1);
    still(get_thread(&client)).await.expect("a response");
    assert_eq!(source.asked(), 1);
}

struct Stateful(AtomicUsize);

impl TokenRefresher for Stateful {
    type Error = String;

    async fn refresh(&self) -> Result<Token, String> {
        match self.0.fetch_add(1, Ordering::SeqCst) {
            0 => Err("not yet".to_owned()),
            number => Ok(Token::new(format!("state-{number}"))),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_refresher_may_have_state() {
    let credential = CommunicationTokenCredential::refresher(Stateful(AtomicUsize::new(0)));
    let server = Server::start([thread_found()]).await;
    let client = retrying_builder(server.url())
        .credential(credential)
        .build()
        .expect("a client");
    let (_, said) = credential_error(get_thread(&client).await);
    assert_eq!(said, "not yet");
    get_thread(&client).await.expect("a response");
    assert_eq!(tokens(&server), ["state-1"]);
}

#[test]
fn the_expiry_is_read_from_a_jwt_or_given() {
    let claims = r#"{"name":"Zoë 🚀 ÿ?>","exp":1900000000}"#;
    let expected = SystemTime::UNIX_EPOCH + secs(1_900_000_000);
    for engine in [general_purpose::URL_SAFE, general_purpose::URL_SAFE_NO_PAD] {
        let token = Token::new(format!("e30.{}.c2ln", engine.encode(claims)));
        assert_eq!(token.expires_at(), Some(expected));
        let given = SystemTime::UNIX_EPOCH + secs(5);
        assert_eq!(token.with_expires_at(given).expires_at(), Some(given));
    }
    assert_eq!(Token::new("opaque").expires_at(), None);
    assert_eq!(Token::new("a.b.c").expires_at(), None);
}

#[tokio::test(start_paused = true)]
async fn nothing_shows_a_token() {
    let secret = TOKEN;
    let echo = Reply::status(500)
        .header("x-echo", &format!("Bearer {secret}"))
        .body(format!("you sent Bearer {secret}"));
    let server = Server::start([echo]).await;
    let client = retrying_client(server.url());
    let error = get_thread(&client).await.expect_err("500");
    let credential = CommunicationTokenCredential::from(secret);
    let ChatError::Service(service) = &error else {
        panic!("another error");
    };
    for shown in [
        format!("{:?}", Token::new(secret)),
        format!("{credential:?}"),
        format!("{client:?}"),
        format!("{error} {error:?}"),
        format!("{:?}", service.headers()),
        service.body_text().into_owned(),
    ] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
