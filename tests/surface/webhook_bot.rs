//! The bot behind a webhook answers each question once, whatever happens to it and to deliveries.

#![allow(
    dead_code,
    missing_docs,
    reason = "the example is a program of its own"
)]

#[path = "../../examples/webhook.rs"]
mod webhook;

use std::time::Duration;

use acs_chat::{ChatThread, reqwest};
use acs_chat_emulator::Fault;
use tokio::net::TcpListener;
use webhook::{
    Hook,
    bot::{Bot, common::Service},
};

use crate::examples::{answered, answered_once, disturb, impatient, killed, questions};

const KEY: &str = "k3y";
const EVENT: &str = "ChatMessageReceivedInThread";

/// A service with a webhook, the place of the webhook, and the thread as the bot and the one who asks see it.
async fn conversation() -> (Service, TcpListener, ChatThread, ChatThread) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let service = webhook::service(&listener, KEY).await.expect("a service");
    let thread = service.thread("Questions", service.other.clone()).await;
    let thread = thread.expect("a thread");
    let client = impatient(&service.endpoint, &service.token);
    let answering = client.thread(thread.id()).expect("a thread");
    let asking = service.other_client().expect("a client").expect("embedded");
    let asking = asking.thread(thread.id()).expect("a thread");
    (service, listener, answering, asking)
}

#[tokio::test]
async fn the_example_holds_its_conversation() {
    webhook::run().await.expect("three answers");
}

#[tokio::test]
async fn an_event_makes_the_bot_look_long_before_its_tick() {
    let (service, listener, answering, asking) = conversation().await;
    let folder = tempfile::tempdir().expect("a folder");
    let bot = Bot::new(answering.clone(), folder.path().join("bot.cursor"));
    let running = Hook::new(KEY).answer(&bot, listener, Duration::from_secs(3600));
    let emulator = service.emulator.as_ref().expect("embedded");
    let asked = async {
        // The bot has looked, and finds nothing more by itself.
        while !emulator
            .snapshot()
            .requests
            .contains_key("ChatThread_ListChatMessages")
        {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        asking.send("Where?").await.expect("a question");
        answered(&answering, &questions(emulator)).await;
    };
    tokio::select! {
        ended = running => ended.expect("no end"),
        done = tokio::time::timeout(Duration::from_secs(60), asked) => done.expect("an answer before the tick"),
    }
}

#[tokio::test]
async fn each_question_has_one_answer_though_events_are_lost_doubled_and_late_and_the_bot_is_killed()
 {
    let seed = fastrand::u64(..);
    fastrand::seed(seed);
    let (service, listener, answering, asking) = conversation().await;
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let emulator = service.emulator.as_ref().expect("embedded");
    for fault in [Fault::LoseEvent, Fault::DuplicateEvent, Fault::ReorderEvent] {
        let rule = fault.on(EVENT).rate(0.3);
        emulator.inject(rule).expect("a fault");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut bot = Bot::new(answering.clone(), folder.path().join("bot.cursor"));
    bot.pause = Duration::from_millis(1);
    let tick = Duration::from_millis(20);
    for kill in 0..100 {
        disturb(emulator, &asking).await;
        // What was posted while the bot was down is posted again.
        emulator.advance(Duration::from_secs(10));
        let listener = TcpListener::bind(address).await.expect("the port");
        killed(
            Hook::new(KEY).answer(&bot, listener, tick),
            &format!("{kill} of {seed}"),
        )
        .await;
    }
    let disturbed = emulator.snapshot().faults;
    for fault in ["lost event", "duplicate event", "reordered event"] {
        assert!(disturbed.contains_key(fault), "{seed}: {disturbed:?}");
    }
    emulator.clear_faults();
    let all = questions(emulator);
    assert!(all.len() > 15, "{seed}");
    let listener = TcpListener::bind(address).await.expect("the port");
    tokio::select! {
        ended = Hook::new(KEY).answer(&bot, listener, tick) => ended.expect("no end"),
        () = answered(&answering, &all) => {}
    }
    answered_once(&answering, &all, seed).await;
}

#[tokio::test]
async fn whoever_does_not_know_the_secret_finds_nothing() {
    let (_service, listener, answering, _) = conversation().await;
    let url = format!(
        "http://{}/events",
        listener.local_addr().expect("an address")
    );
    let folder = tempfile::tempdir().expect("a folder");
    let bot = Bot::new(answering, folder.path().join("bot.cursor"));
    let http = reqwest::Client::builder()
        .no_proxy()
        .build()
        .expect("a client");
    let post = async |query: &str, body: String| {
        let sent = http.post(format!("{url}{query}")).body(body).send().await;
        sent.expect("a response").status().as_u16()
    };
    let event = r#"{"specversion":"1.0","id":"1","source":"/","type":"Other","data":{}}"#;
    let asked = async {
        for query in ["", "?", "?key=", "?key=k3", "?key=k3y1", "?key=K3Y", "?k3y"] {
            assert_eq!(post(query, event.to_owned()).await, 404, "{query}");
        }
        assert_eq!(post("?key=k3y", event.to_owned()).await, 200);
        assert_eq!(post("?key=k3y", "{".to_owned()).await, 400);
        assert_eq!(post("?key=k3y", " ".repeat(3 << 20)).await, 413);
        let options = http.request(reqwest::Method::OPTIONS, format!("{url}?key=k3y"));
        let refused = options.send().await.expect("a response");
        assert_eq!(refused.status().as_u16(), 400);
    };
    tokio::select! {
        ended = Hook::new(KEY).answer(&bot, listener, Duration::from_secs(3600)) => ended.expect("no end"),
        () = asked => {}
    }
}
