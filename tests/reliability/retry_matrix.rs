//! The whole matrix operation × failure: how many requests the service sees, and what the error says of it.
//!
//! Which operations are harmless to repeat is derived here from the document, independently of the generated table.

use crate::support::{
    Act, Operation, Reply, Server, call, closed_port, ms, operations, retrying_builder, secs, watch,
};
use acs_chat::{
    ChatClient, ChatError, CommunicationTokenCredential, RetryPolicy, Token,
    TransportErrorKind as Kind,
};

/// A way to fail, and what has to follow from it.
struct Failure {
    name: &'static str,
    act: fn() -> Act,
    /// Whether it is tried again: never, always, or only where that is harmless.
    again: Again,
    maybe_sent: bool,
    /// What the error says: a status, or a kind of transport error.
    says: Says,
}

impl Failure {
    fn is_retried_for(&self, operation: Operation<'_>) -> bool {
        self.again == Always || self.again == IfHarmless && operation.is_harmless()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Again {
    Always,
    IfHarmless,
    Never,
}

#[derive(Clone, Copy)]
enum Says {
    Status(u16),
    Kind(Kind),
}

use Again::{Always, IfHarmless, Never};

const RETRIES: usize = 3;

fn failures() -> Vec<Failure> {
    fn broken(name: &'static str, act: fn() -> Act, kind: Kind) -> Failure {
        Failure {
            name,
            act,
            again: IfHarmless,
            maybe_sent: true,
            says: Says::Kind(kind),
        }
    }
    macro_rules! status {
        ($status:literal, $again:expr, $maybe_sent:literal $(, $name:literal: $value:literal)?) => {
            Failure {
                name: concat!("status ", $status $(, " with ", $name, ": ", $value)?),
                act: || Reply::status($status)$(.header($name, $value))?.into(),
                again: $again,
                maybe_sent: $maybe_sent,
                says: Says::Status($status),
            }
        };
    }
    vec![
        broken(
            "reset before the request is read",
            || Act::ResetBefore,
            Kind::Reset,
        ),
        broken("reset within the request", || Act::ResetWithin, Kind::Reset),
        broken("reset after the request", || Act::ResetAfter, Kind::Reset),
        broken("half a head", || Act::HalfHead, Kind::Reset),
        broken("half a body", || Act::HalfBody, Kind::Reset),
        broken("no response in time", || Act::Stall, Kind::Timeout),
        broken(
            "no end of the body in time",
            || Act::Drip(200),
            Kind::Timeout,
        ),
        broken(
            "not HTTP",
            || Act::Raw(b"SSH-2.0-x\r\n\r\n".to_vec()),
            Kind::Other,
        ),
        status!(408, IfHarmless, true),
        status!(429, Always, false),
        status!(429, Always, false, "retry-after": "0"),
        status!(429, Always, false, "retry-after-ms": "5"),
        status!(500, IfHarmless, true),
        status!(500, IfHarmless, true, "retry-after": "0"),
        status!(501, Never, true),
        status!(502, IfHarmless, true),
        status!(503, IfHarmless, true),
        status!(503, IfHarmless, true, "retry-after": "0"),
        status!(503, IfHarmless, true, "retry-after-ms": "5"),
        status!(503, IfHarmless, true, "retry-after": "soon"),
        status!(504, IfHarmless, true),
        status!(505, Never, true),
        status!(302, Never, false),
        status!(400, Never, false),
        status!(401, Never, false),
        status!(403, Never, false),
        status!(404, Never, false),
        status!(409, Never, false),
        status!(412, Never, false),
        status!(413, Never, false),
    ]
}

/// Limits far beyond the time that the bytes take on the clock of these tests.
fn policy() -> RetryPolicy {
    RetryPolicy::default()
        .with_base_delay(ms(10))
        .with_max_delay(ms(20))
        .with_attempt_timeout(secs(3600))
        .with_deadline(secs(1_000_000))
}

fn patient_client(server: &Server) -> ChatClient {
    let builder = retrying_builder(server.url()).retry(policy());
    builder.build().expect("a client")
}

#[tokio::test(start_paused = true)]
async fn every_operation_meets_every_failure() {
    for operation in operations() {
        for failure in failures() {
            let server = Server::start([(failure.act)()]).await;
            let client = patient_client(&server);
            let outcome = watch(&server, secs(3601), call(&client, operation.id)).await;
            let place = format!("{} × {}", operation.id, failure.name);
            let error = outcome.expect_err(&place);

            let again = failure.is_retried_for(operation);
            let expected = if again { RETRIES + 1 } else { 1 };
            assert_eq!(server.count(), expected, "requests: {place}: {error}");
            assert_eq!(
                error.may_have_been_processed(),
                failure.maybe_sent,
                "maybe sent: {place}: {error}"
            );
            told(&error, operation, expected, failure.says, &place);
        }
    }
}

/// What every error tells.
fn told(error: &ChatError, operation: Operation<'_>, attempts: usize, says: Says, place: &str) {
    let context = error.context().expect(place);
    assert_eq!(context.operation(), operation.id, "{place}");
    assert_eq!(context.attempts() as usize, attempts, "attempts: {place}");
    match (says, error) {
        (Says::Status(status), ChatError::Service(error)) => {
            assert_eq!(error.status().as_u16(), status, "{place}");
        }
        (Says::Kind(kind), ChatError::Transport(error)) => {
            assert_eq!(error.kind(), kind, "{place}: {error:?}");
            assert_eq!(error.is_timeout(), kind == Kind::Timeout, "{place}");
        }
        (_, other) => panic!("{place}: {other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn every_operation_is_retried_without_a_connection() {
    let (_socket, url) = closed_port();
    for operation in operations() {
        // Each has the whole budget of retries.
        let client = retrying_builder(&url).build().expect("a client");
        let error = call(&client, operation.id).await.expect_err(operation.id);
        told(
            &error,
            operation,
            RETRIES + 1,
            Says::Kind(Kind::Connect),
            operation.id,
        );
        assert!(!error.may_have_been_processed(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_operation_gets_one_new_token_and_one_more_request_on_401() {
    for operation in operations() {
        let server = Server::start([Act::status(401)]).await;
        let credential = CommunicationTokenCredential::refreshing(|| async {
            Ok::<_, std::io::Error>(Token::new("a-token"))
        });
        let client = retrying_builder(server.url())
            .credential(credential)
            .build()
            .expect("a client");
        let error = call(&client, operation.id).await.expect_err(operation.id);
        told(&error, operation, 2, Says::Status(401), operation.id);
        assert_eq!(server.count(), 2, "{}", operation.id);
        assert!(!error.may_have_been_processed(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_operation_succeeds_after_one_retryable_failure() {
    for operation in operations() {
        for failure in failures() {
            let again = failure.is_retried_for(operation);
            let server = Server::start([(failure.act)(), operation.reply().into()]).await;
            let client = patient_client(&server);
            let outcome = watch(&server, secs(3601), call(&client, operation.id)).await;
            let place = format!("{} × {}", operation.id, failure.name);
            match outcome {
                Ok(status) => assert_eq!(status.as_u16(), operation.success_status(), "{place}"),
                Err(error) => assert!(!again, "{place}: {error}"),
            }
            assert_eq!(server.count(), if again { 2 } else { 1 }, "{place}");
        }
    }
}
