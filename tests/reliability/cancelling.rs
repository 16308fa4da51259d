//! A call may be dropped at any time: the client stays usable, and no task stays behind.

use std::{
    collections::BTreeMap,
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::Duration,
};

use crate::support::{
    Act, Reply, Request, Server, call, get_thread, ms, retrying_builder, retrying_client, secs,
    success, thread_found, timeless,
};
use acs_chat::{ChatClient, CommunicationTokenCredential, Token};
use tokio::{runtime::Handle, task::yield_now, time::advance};

const ADD: &str = "ChatThread_AddChatParticipants";

/// A credential whose tokens take a few steps to come, and live for 20 minutes.
fn credential(asked: &Arc<AtomicUsize>) -> CommunicationTokenCredential {
    let asked = Arc::clone(asked);
    CommunicationTokenCredential::refreshing(move || {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        async move {
            for _ in 0..3 {
                yield_now().await;
            }
            Ok::<_, std::io::Error>(
                Token::new(format!("token-{number}")).with_expires_in(secs(1200)),
            )
        }
    })
}

/// One of everything that a call can wait for, for each call; other requests get a response at once.
fn script() -> impl Fn(usize, Option<&Request>) -> Act {
    let seen: Mutex<BTreeMap<String, usize>> = Mutex::default();
    move |_, request| {
        let Some(request) = request.filter(|request| request.method == "POST") else {
            return thread_found().into();
        };
        let call = request.header("x-ms-client-request-id").expect("an id");
        let mut seen = seen.lock().expect("the list");
        let attempt = seen.entry(call.to_owned()).or_default();
        *attempt += 1;
        match *attempt {
            1 => Act::status(503),
            2 => Act::HalfBody,
            3 => Act::status(401),
            4 => Reply::status(429).header("retry-after-ms", "20").into(),
            _ => success(ADD).chunked().into(),
        }
    }
}

/// Polls `work` whenever it asks for it, but this often at the most; whether it came to its end.
async fn poll_times(work: impl Future, times: usize) -> bool {
    let mut work = pin!(work);
    let mut polls = 0;
    poll_fn(|context| {
        if polls == times {
            return Poll::Ready(false);
        }
        polls += 1;
        work.as_mut().poll(context).map(|_| true)
    })
    .await
}

/// Waits until no task is alive in this runtime.
async fn no_task_is_left(place: &str) {
    let metrics = Handle::current().metrics();
    // The tasks of closed connections end as soon as they are told, which is up to the machine.
    for _ in 0..200_000 {
        if metrics.num_alive_tasks() == 0 {
            return;
        }
        yield_now().await;
        std::thread::sleep(Duration::from_micros(50));
    }
    panic!("{place}: {} tasks are left", metrics.num_alive_tasks());
}

async fn cancelled_at_every_point(server: &Server, client: &ChatClient) -> usize {
    for polls in 0.. {
        let place = format!("after {polls} polls");
        let done = poll_times(call(client, ADD), polls).await;
        no_task_is_left(&place).await;
        get_thread(client).await.expect(&place);
        // The server may still come to read the call that was dropped.
        let got = server
            .requests()
            .into_iter()
            .filter(|request| request.method == "GET");
        assert_eq!(got.count(), polls + 1, "{place}");
        no_task_is_left(&place).await;
        if done {
            return polls;
        }
        assert!(polls < 1000, "the call never ends");
        // Into the last half of the token's life: the next call renews it early.
        advance(secs(700)).await;
    }
    unreachable!("the loop has no end")
}

#[tokio::test(start_paused = true)]
async fn a_call_may_be_dropped_at_every_await_point() {
    let server = Server::apart(script());
    let asked = Arc::new(AtomicUsize::new(0));
    let client = retrying_builder(server.url())
        .credential(credential(&asked))
        .retry(timeless().with_base_delay(ms(10)).with_max_retries(5))
        .retry_budget(None)
        .build()
        .expect("a client");
    let polls = cancelled_at_every_point(&server, &client).await;
    // Token, connection, response and body, several times over, with waits between them.
    assert!(
        polls > 20,
        "{polls} polls are too few to have met every point"
    );
    assert!(
        asked.load(Ordering::SeqCst) > 2,
        "no token was renewed meanwhile"
    );
}

#[tokio::test(start_paused = true)]
async fn a_client_starts_no_task_of_its_own() {
    let asked = Arc::new(AtomicUsize::new(0));
    let server = Server::apart(|_, _| thread_found().into());
    let client = retrying_builder(server.url())
        .credential(credential(&asked))
        .build()
        .expect("a client");
    no_task_is_left("before the first call").await;
    get_thread(&client).await.expect("a response");
    advance(secs(700)).await;
    get_thread(&client)
        .await
        .expect("a response, and an early refresh");
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    no_task_is_left("between calls").await;
    drop(client);
    no_task_is_left("in the end").await;
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_closes_its_connection() {
    let server = Server::apart(|_, request| match request {
        Some(request) if request.method == "POST" => Act::Stall,
        _ => thread_found().into(),
    });
    let client = retrying_client(server.url());
    let calls: Vec<_> = (0..10)
        .map(|_| tokio::spawn(call(&client, "ChatThread_SendChatMessage")))
        .collect();
    while server.stalled() < 10 {
        yield_now().await;
    }
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    no_task_is_left("after ten calls").await;
    get_thread(&client).await.expect("a response");
}
