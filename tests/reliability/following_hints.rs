//! Hints make a follower look at once, cost no more requests than needed, and lose nothing where they are missing.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use acs_chat::{Change, ChatThread, Follow, Hint, RetryPolicy};
use acs_chat_emulator::Emulator;
use futures_util::stream;
use serde_json::json;
use tokio::{
    sync::mpsc::{Sender, channel},
    time::{Duration, Instant, sleep, timeout},
};

use crate::support::{Act, Reply, Server, THREAD, builder, client, ms, secs, watch};

/// Longer than any of these tests.
const HOUR: Duration = Duration::from_secs(3600);

/// A thread of as many messages as the counter says, and what happens after a request of this number was answered.
async fn serve(
    messages: &Arc<AtomicU64>,
    after: impl Fn(usize, &AtomicU64) + Send + Sync + 'static,
) -> Server {
    let messages = Arc::clone(messages);
    Server::scripted(move |number, request| {
        if request.is_none() {
            return Act::Stall;
        }
        let message = |number: u64| {
            json!({
                "id": number.to_string(), "type": "text", "sequenceId": number.to_string(),
                "version": number.to_string(), "createdOn": "2020-06-26T10:00:00Z",
            })
        };
        let count = messages.load(Ordering::SeqCst);
        let page: Vec<_> = (1..=count).rev().map(message).collect();
        after(number, &messages);
        Reply::status(200).json(json!({ "value": page })).into()
    })
    .await
}

fn thread(server: &Server) -> ChatThread {
    client(server.url()).thread(THREAD).expect("a thread")
}

/// A follower that only hints make look.
fn hinted(server: &Server) -> (Sender<Hint>, Follow) {
    let (sender, mut hints) = channel(1000);
    let follow = thread(server).follow().poll_every(HOUR, HOUR);
    let hints = stream::poll_fn(move |context| hints.poll_recv(context));
    (sender, follow.hints(hints))
}

async fn told(follow: &mut Follow) -> String {
    let change = follow.next().await.expect("no end").expect("a change");
    change.message().id.clone()
}

/// Follows for a while, in which there is no change.
async fn quiet(follow: &mut Follow, time: Duration) {
    let change = timeout(time, follow.next()).await;
    assert!(change.is_err(), "{change:?}");
}

#[tokio::test(start_paused = true)]
async fn a_hint_is_a_look_at_once() {
    let messages = Arc::default();
    let server = serve(&messages, |_, _| {}).await;
    let (hint, mut follow) = hinted(&server);
    let work = async {
        follow.start().await.expect("a start");
        sleep(secs(1)).await;
        for expected in ["1", "2"] {
            let start = Instant::now();
            messages.fetch_add(1, Ordering::SeqCst);
            hint.try_send(().into()).expect("room");
            assert_eq!(told(&mut follow).await, expected);
            // The time of one request.
            assert!(start.elapsed() < ms(100), "{:?}", start.elapsed());
            sleep(secs(1)).await;
        }
    };
    watch(&server, secs(0), work).await;
    assert_eq!(server.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn hints_that_come_together_are_one_look() {
    let messages = Arc::default();
    let server = serve(&messages, |_, _| {}).await;
    let (hint, mut follow) = hinted(&server);
    let work = async {
        follow.start().await.expect("a start");
        messages.fetch_add(3, Ordering::SeqCst);
        (0..500).for_each(|_| hint.try_send(().into()).expect("room"));
        for expected in ["1", "2", "3"] {
            assert_eq!(told(&mut follow).await, expected);
        }
        quiet(&mut follow, secs(10)).await;
    };
    watch(&server, secs(0), work).await;
    assert_eq!(server.count(), 2, "a start and a look");
}

#[tokio::test(start_paused = true)]
async fn hints_during_a_look_are_one_look_more() {
    let messages = Arc::default();
    let (hint, mut hints) = channel::<()>(1000);
    let during = hint.clone();
    let server = serve(&messages, move |number, messages| {
        // After the list was read, and before it arrives.
        if number == 1 {
            messages.fetch_add(1, Ordering::SeqCst);
            (0..500).for_each(|_| during.try_send(()).expect("room"));
        }
    })
    .await;
    let hints = stream::poll_fn(move |context| hints.poll_recv(context));
    let mut follow = thread(&server).follow().poll_every(HOUR, HOUR).hints(hints);
    let work = async {
        follow.start().await.expect("a start");
        (0..500).for_each(|_| hint.try_send(()).expect("room"));
        assert_eq!(told(&mut follow).await, "1");
        quiet(&mut follow, secs(10)).await;
    };
    watch(&server, secs(0), work).await;
    let times = server.times();
    assert_eq!(times.len(), 3, "a start and two looks");
    let waits = times.windows(2).map(|pair| pair[1] - pair[0]);
    assert!(waits.into_iter().all(|wait| wait >= ms(290)), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_always_has_a_hint_does_not_flood_the_service() {
    let messages = Arc::default();
    let server = serve(&messages, |_, _| {}).await;
    let follow = thread(&server).follow().poll_every(HOUR, HOUR);
    let mut follow = follow.hints(stream::repeat(()));
    watch(&server, secs(0), quiet(&mut follow, secs(3))).await;
    assert!((5..=11).contains(&server.count()), "{}", server.count());
}

#[tokio::test(start_paused = true)]
async fn hints_that_are_missing_or_end_lose_nothing() {
    for silent in [true, false] {
        let messages = Arc::default();
        let server = serve(&messages, |number, messages| {
            messages.fetch_add(u64::from(number > 0), Ordering::SeqCst);
        })
        .await;
        let follow = thread(&server).follow().poll_every(secs(1), secs(1));
        let mut follow = match silent {
            true => follow.hints(stream::pending::<()>()),
            false => follow.hints(stream::empty::<()>()),
        };
        let work = async {
            for expected in ["1", "2", "3"] {
                assert_eq!(told(&mut follow).await, expected);
            }
        };
        watch(&server, secs(0), work).await;
        let times = server.times();
        let waits = times.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(waits.into_iter().all(|wait| wait >= ms(740)), "{times:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_hint_about_another_thread_is_none() {
    let messages = Arc::default();
    let server = serve(&messages, |_, _| {}).await;
    let (hint, mut follow) = hinted(&server);
    let work = async {
        follow.start().await.expect("a start");
        hint.try_send("19:other@thread.v2".into()).expect("room");
        quiet(&mut follow, secs(10)).await;
        assert_eq!(server.count(), 1);
        messages.fetch_add(1, Ordering::SeqCst);
        hint.try_send(THREAD.into()).expect("room");
        assert_eq!(told(&mut follow).await, "1");
    };
    watch(&server, secs(0), work).await;
}

#[tokio::test(start_paused = true)]
async fn a_hinted_look_that_fails_is_made_again_when_the_service_lets_it() {
    for (asked, least) in [("7", secs(7)), ("0", secs(5))] {
        let server = Server::scripted(move |number, request| match (number, request) {
            (_, None) => Act::Stall,
            (1, _) => Reply::status(429).header("retry-after", asked).into(),
            _ => Reply::status(200).json(json!({ "value": [] })).into(),
        })
        .await;
        let client = builder(server.url()).retry(RetryPolicy::none());
        let thread = client.build().expect("a client").thread(THREAD);
        let follow = thread.expect("a thread").follow().poll_every(HOUR, HOUR);
        // None comes after the failure.
        let hints = stream::once(async { sleep(secs(1)).await });
        let mut follow = follow.hints(hints);
        watch(&server, secs(0), quiet(&mut follow, secs(20))).await;
        let times = server.times();
        assert_eq!(times.len(), 3, "a start, a look that fails and one more");
        let wait = times[2] - times[1];
        assert!(wait >= least && wait < least + ms(100), "{wait:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn hints_do_not_flood_a_service_that_fails() {
    let server = Server::scripted(|_, request| match request {
        None => Act::Stall,
        Some(_) => Reply::status(503).into(),
    })
    .await;
    let client = builder(server.url()).retry(RetryPolicy::none());
    let thread = client.build().expect("a client").thread(THREAD);
    let follow = thread.expect("a thread").follow().poll_every(HOUR, HOUR);
    let mut follow = follow.hints(stream::repeat(()));
    watch(&server, secs(0), quiet(&mut follow, secs(21))).await;
    assert_eq!(server.count(), 5);
}

#[tokio::test]
async fn all_threads_are_followed_by_hints_also_edits() {
    let emulator = Emulator::start().await.expect("an emulator");
    let user = builder(emulator.url()).credential(emulator.token("alice"));
    let alice = user.build().expect("a client");
    let mut threads = Vec::new();
    for topic in ["one", "two", "three"] {
        let (thread, _) = alice
            .create_thread(topic, None::<String>)
            .await
            .expect("a thread");
        threads.push((
            thread.send("hello").await.expect("sent").into_inner(),
            thread,
        ));
    }
    // So that lists, which overlap by a minute, have none of them.
    emulator.advance(secs(600));
    let (hint, mut hints) = channel::<Hint>(10);
    let hints = stream::poll_fn(move |context| hints.poll_recv(context));
    let follow = alice.follow_threads().poll_every(HOUR, HOUR);
    let mut follow = follow.look_every(HOUR).hints(hints);
    follow.start().await.expect("a start");

    let (sent, thread) = &threads[1];
    thread.edit(&sent.id, "bye").await.expect("edited");
    let requests = || emulator.snapshot().requests.values().sum::<u64>();
    let before = requests();
    hint.try_send(thread.id().into()).expect("room");
    let change = timeout(secs(30), follow.next()).await.expect("in time");
    let change = change.expect("no end").expect("a change");
    assert!(matches!(&change, Change::Edited { .. }), "{change:?}");
    assert_eq!(change.thread().id(), thread.id());
    assert_eq!(requests() - before, 2, "a list and a look");
    // A hint between two looks is followed after them.
    let all = [&threads[0], &threads[2], &threads[0]];
    let mut told = Vec::new();
    for (sent, thread) in &all[..2] {
        thread.edit(&sent.id, "bye").await.expect("edited");
        hint.try_send(thread.id().into()).expect("room");
    }
    for at in 0..all.len() {
        let change = timeout(secs(30), follow.next()).await.expect("in time");
        let change = change.expect("no end").expect("a change");
        told.push(change.message().id.clone());
        if at == 0 {
            let (sent, thread) = all
                .iter()
                .find(|(sent, _)| sent.id == told[0])
                .expect("one");
            thread.edit(&sent.id, "again").await.expect("edited");
            hint.try_send(thread.id().into()).expect("room");
        }
    }
    assert_eq!((&told[0], told[0] == told[1]), (&told[2], false));
    // One that is new is listed with the next hint about it.
    let (new, _) = alice
        .create_thread("four", None::<String>)
        .await
        .expect("a thread");
    hint.try_send(new.id().into()).expect("room");
    let change = timeout(secs(30), follow.next()).await.expect("in time");
    let change = change.expect("no end").expect("a change");
    assert_eq!(change.thread().id(), new.id());
}
