//! How long it takes from sending a message until a follower returns it, told by a webhook and polling: in times of one
//! request for the latest messages.
//!
//! `cargo run --release --example latency --features events` measures client, service and webhook in one process.

use std::{
    error::Error,
    time::{Duration, Instant},
};

use acs_chat::{
    ChatClient, ChatThread, Follow,
    events::{ChatEvent, Delivery, handshake},
};
use acs_chat_emulator::{Emulator, EventSchema, Webhook};
use axum::{Router, body::Bytes, extract::State, http, routing::any};
use futures_util::stream;
use http::{HeaderMap, Method, StatusCode};
use tokio::{net::TcpListener, sync::mpsc};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Looks that hints cause are no closer than 300 ms.
const PAUSE: Duration = Duration::from_millis(350);
const TICK: Duration = Duration::from_secs(1);
const TOLD: usize = 100;
const POLLED: usize = 40;

#[tokio::main]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let webhook = Webhook::new(format!("http://{}/", listener.local_addr()?))
        .schema(EventSchema::CloudEvents)
        .events(["ChatMessageReceivedInThread"]);
    let (hint, mut hints) = mpsc::unbounded_channel();
    let routes = Router::new().route("/", any(take)).with_state(hint);
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let emulator = Emulator::builder().webhook(webhook).start().await?;
    let client = ChatClient::builder(emulator.url()).credential(emulator.token("alice"));
    let (thread, _) = client
        .build()?
        .create_thread("Lunch", None::<String>)
        .await?;

    for _ in 0..20 {
        thread.send("Noon?").await?;
    }
    // What a follower asks for.
    let mut requests = Vec::new();
    for _ in 0..TOLD {
        // A request after a pause is slower than one of many: so are those that are compared with it.
        tokio::time::sleep(PAUSE).await;
        let started = Instant::now();
        thread.list_chat_messages().max_page_size(20).await?;
        requests.push(started.elapsed());
    }
    let request = median(requests);
    println!("a list of 20 messages      {:>9.3} ms", millis(request));

    let hints = stream::poll_fn(move |context| hints.poll_recv(context));
    let follow = thread.follow().hints(hints);
    // No poll of its own comes between.
    let follow = follow.poll_every(TICK * 3600, TICK * 3600);
    let pauses = || PAUSE;
    print(
        "told by a webhook",
        sent_to_change(&thread, follow, TOLD, pauses).await?,
        request,
    );

    let follow = thread.follow().poll_every(TICK, TICK);
    let pauses = || TICK.mul_f64(fastrand::f64());
    print(
        "polling every second",
        sent_to_change(&thread, follow, POLLED, pauses).await?,
        request,
    );
    Ok(())
}

/// A webhook that passes on its events.
async fn take(
    State(hint): State<mpsc::UnboundedSender<ChatEvent>>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> http::Response<String> {
    if method == Method::OPTIONS {
        return handshake(&headers).unwrap_or_default();
    }
    let mut response = http::Response::default();
    match Delivery::parse(&headers, &body) {
        Ok(Delivery::Events(events)) => {
            for event in events {
                // The measurement that they are for may be over.
                let _ = hint.send(event);
            }
        }
        _ => *response.status_mut() = StatusCode::BAD_REQUEST,
    }
    response
}

/// Sends messages, each after a pause, and returns the times from the call until the follower has them.
async fn sent_to_change(
    thread: &ChatThread,
    mut follow: Follow,
    times: usize,
    pause: impl Fn() -> Duration,
) -> Result<Vec<Duration>> {
    follow.start().await?;
    let mut all = Vec::new();
    for _ in 0..times {
        tokio::select! {
            _ = follow.next() => return Err("a change that nobody made".into()),
            () = tokio::time::sleep(pause()) => {}
        }
        let started = Instant::now();
        let told = async {
            follow
                .next()
                .await
                .map(|change| (change, started.elapsed()))
        };
        let (sent, told) = tokio::join!(async { thread.send("Noon?").await }, told);
        sent?;
        let (change, elapsed) = told.ok_or("following ended")?;
        change?;
        all.push(elapsed);
    }
    Ok(all)
}

fn print(how: &str, times: Vec<Duration>, request: Duration) {
    let time = median(times);
    let ratio = time.as_secs_f64() / request.as_secs_f64();
    println!("{how:<25}  {:>9.3} ms, {ratio:.1} requests", millis(time));
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
