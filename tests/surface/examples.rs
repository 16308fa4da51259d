//! Each example runs to its end on the embedded service.

#![allow(
    dead_code,
    missing_docs,
    reason = "the examples are programs of their own"
)]

#[path = "../../examples/add_participants.rs"]
mod add_participants;
#[path = "../../examples/bot.rs"]
mod bot;
#[path = "../../examples/bridge.rs"]
mod bridge;
#[path = "../../examples/export_history.rs"]
mod export_history;
#[path = "../../examples/quickstart.rs"]
mod quickstart;
#[path = "../../examples/record.rs"]
mod record;
#[path = "../../examples/refresh_token.rs"]
mod refresh_token;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    fs,
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::Duration,
};

use acs_chat::{
    ChatClient, ChatError, ChatThread, OutgoingMessage, ReqwestTransport, RetryPolicy,
    types::UpdateChatMessageRequest,
};
use acs_chat_emulator::{Emulator, Fault, RetryAfter};

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{Reply, Request, Server, THREAD, builder, client};

#[tokio::test]
async fn quickstart_holds_its_conversation() {
    let service = quickstart::common::Service::embedded()
        .await
        .expect("a service");
    quickstart::run(&service).await.expect("quickstart");
    let held = service.emulator.expect("embedded").snapshot();
    assert_eq!(held.threads.len(), 1);
    for operation in [
        "SendChatMessage",
        "SendTypingNotification",
        "SendChatReadReceipt",
        "DeleteChatThread",
    ] {
        let count = held.requests.iter().find(|(id, _)| id.ends_with(operation));
        assert!(
            count.is_some_and(|(_, count)| *count > 0),
            "{operation}: {:?}",
            held.requests
        );
    }
}

#[tokio::test]
async fn export_history_goes_on_where_it_stopped() {
    let service = export_history::common::Service::embedded()
        .await
        .expect("a service");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("history.jsonl");
    export_history::run(&service, &file).await.expect("export");
    let text = fs::read_to_string(&file).expect("the export");
    let ids: Vec<String> = text
        .lines()
        .map(|line| {
            serde_json::from_str::<acs_chat::types::ChatMessage>(line)
                .expect("a message")
                .id
        })
        .collect();
    assert!(ids.len() >= 50, "{}", ids.len());
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "a message twice"
    );
    assert!(!file.with_extension("next").exists());
}

#[tokio::test]
async fn bot_answers_each_message_once() {
    let service = bot::common::Service::embedded().await.expect("a service");
    bot::run(&service).await.expect("three answers");
}

#[tokio::test]
async fn bridge_copies_what_others_change_and_posts_each_note_once() {
    let service = bridge::common::Service::embedded()
        .await
        .expect("a service");
    let client = service.client().expect("a client");
    let helpdesk = bridge::run(&service).await.expect("a ticket");
    let copied: BTreeSet<&str> = helpdesk.messages.values().map(String::as_str).collect();
    let expected = [
        "edited: It prints white pages.",
        "deleted: ",
        "new: It works, thanks!",
    ];
    assert_eq!(copied, expected.into());

    let emulator = service.emulator.expect("embedded");
    let held = emulator.snapshot();
    let count = |operation: &str| held.requests.get(operation).copied();
    assert_eq!(count("ChatThread_SendTypingNotification"), Some(1));
    assert_eq!(count("ChatThread_SendChatReadReceipt"), Some(4));
    assert_eq!(held.faults.values().sum::<u64>(), 1, "{:?}", held.faults);
    let (ticket, experts): (Vec<_>, Vec<_>) = held
        .threads
        .into_iter()
        .partition(|thread| helpdesk.tickets.contains_key(&thread.id));
    assert_eq!(ticket[0].topic, "T-17 (closed)");
    let invited = ["alice", "bob", "carol"].map(|name| emulator.user_id(name));
    assert_eq!(ticket[0].participants, invited);
    let own = ticket[0].messages.iter().filter(|message| {
        message.sender == invited[0] && ["text", "html"].contains(&message.kind.as_str())
    });
    let own: Vec<_> = own
        .map(|message| (message.kind.as_str(), message.content.as_str()))
        .collect();
    let notes = [
        ("text", "How can I help?"),
        ("html", "Please replace the <b>cartridge</b>."),
    ];
    assert_eq!(own, notes);
    let experts = client.thread(&experts[0].id).expect("a thread");
    let forwarded = experts.messages().next().await.expect("one");
    let forwarded = forwarded.expect("a message");
    assert_eq!(forwarded.text(), Some("My printer prints nothing."));
    assert_eq!(forwarded.sender_display_name.as_deref(), Some("Bob"));
}

#[tokio::test]
async fn bridge_posts_a_note_once_whatever_happens_to_its_requests() {
    let service = bridge::common::Service::embedded()
        .await
        .expect("a service");
    let client = builder(&service.endpoint)
        .credential(service.token.as_str())
        .retry(RetryPolicy::none());
    let client = client.build().expect("a client");
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("bridge.cursor");
    let bridge = bridge::Bridge::start(client.clone(), &state).await;
    let bridge = bridge.expect("a bridge");
    let created = client.create_thread("T-1", &service.other).await;
    let (thread, _) = created.expect("a thread");

    // Somebody else's message is not the note, whatever its metadata.
    let other = service.other_client().expect("a client").expect("embedded");
    let other = other.thread(thread.id()).expect("a thread");
    let forged = OutgoingMessage::text("forged").metadata([("note", "0")]);
    other.send(forged).await.expect("a message");

    let emulator = service.emulator.as_ref().expect("embedded");
    for fault in [
        Fault::DropAfter,
        Fault::DropBefore,
        Fault::Truncate,
        Fault::status(503),
        Fault::status(503).processed(),
        Fault::status(429).retry_after(RetryAfter::Milliseconds(1)),
    ] {
        emulator
            .inject(fault.on("SendChatMessage").times(1))
            .expect("a fault");
    }
    let notes: Vec<String> = (0..6).map(|note| note.to_string()).collect();
    let posts = notes
        .iter()
        .map(|note| bridge.post(&thread, note, note.as_str().into()));
    for posted in join_all(posts).await {
        posted.expect("a note");
    }
    bridge.post(&thread, "5", "5".into()).await.expect("a note");
    let held = emulator.snapshot();
    assert_eq!(held.faults.values().sum::<u64>(), 6, "{:?}", held.faults);
    let posted = held.threads[0].messages.iter();
    let posted = posted.filter(|message| message.sender == emulator.user_id("alice"));
    let mut posted: Vec<&String> = posted
        .filter(|message| message.kind == "text")
        .map(|message| &message.content)
        .collect();
    posted.sort();
    assert_eq!(posted, notes.iter().collect::<Vec<_>>());

    emulator
        .inject(Fault::status(403).on("SendChatMessage"))
        .expect("a fault");
    let refused = bridge.post(&thread, "7", "7".into()).await;
    assert!(refused.is_err());
}

#[tokio::test]
async fn add_participants_says_who_was_left_out() {
    let service = add_participants::common::Service::embedded()
        .await
        .expect("a service");
    let rejected = add_participants::run(&service)
        .await
        .expect("partial success");
    assert_eq!(rejected, 1);
}

#[tokio::test]
async fn refresh_token_asks_as_often_as_needed() {
    let service = refresh_token::common::Service::embedded()
        .await
        .expect("a service");
    let issued = refresh_token::run(&service).await.expect("tokens");
    assert_eq!(issued, 2, "one for ten calls, one after a refusal");
}

#[tokio::test]
async fn record_writes_neither_tokens_nor_content() {
    let service = record::common::Service::embedded()
        .await
        .expect("a service");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("recording.jsonl");
    record::run(&service, &file)
        .await
        .expect("a recording, and the same from it");
    let text = fs::read_to_string(&file).expect("the recording");
    assert!(text.lines().count() > 4, "{text}");
    for private in [&*service.token, "river", "willow", "Lunch", "uthorization"] {
        assert!(!text.contains(private), "{private}: {text}");
    }

    let recorder = record::Recorder::new(ReqwestTransport::new().expect("a transport"), &file);
    let client = ChatClient::builder(&service.endpoint)
        .credential(service.token.as_str())
        .transport(recorder.expect("a file").with_content());
    let client = client.build().expect("a client");
    let created = client.create_thread("Lunch", service.other.clone()).await;
    created.expect("a thread");
    let text = fs::read_to_string(&file).expect("the recording");
    assert!(text.contains("Lunch") && !text.contains(&service.token));

    // What is not recorded is refused, and not retried.
    let replayer = record::Replayer::open(&file).expect("a recording");
    let client = ChatClient::builder("https://recording.example")
        .credential("no token is needed")
        .transport(replayer);
    let client = client.build().expect("a client");
    let error = client.threads().collect_all().await.expect_err("nothing");
    assert!(matches!(error, ChatError::InvalidRequest(_)), "{error}");
    assert_eq!(error.context().map(|context| context.attempts()), Some(1));
}

/// A thread whose list has what changed since the requested time. Its questions may be as old as a test needs.
struct Thread {
    /// Messages, oldest first, and when they changed.
    messages: Mutex<Vec<(Value, DateTime<Utc>)>>,
}

impl Thread {
    /// A thread with one question that was asked this many seconds ago.
    fn with_question(seconds: i64) -> Arc<Self> {
        let thread = Self {
            messages: Mutex::default(),
        };
        let asked = Utc::now() - TimeDelta::seconds(seconds);
        thread.add(&json!({"content": "Where?"}), asked);
        Arc::new(thread)
    }

    fn add(&self, request: &Value, at: DateTime<Utc>) -> String {
        let mut messages = self.messages.lock().expect("the messages");
        let id = (messages.len() + 1).to_string();
        let message = json!({
            "id": id,
            "type": "text",
            "sequenceId": id,
            "version": id,
            "content": {"message": request["content"]},
            "createdOn": at,
            "metadata": request.get("metadata").unwrap_or(&json!({})),
        });
        messages.push((message, at));
        id
    }

    /// Edits the question.
    fn edit(&self, at: DateTime<Utc>) {
        let mut messages = self.messages.lock().expect("the messages");
        let (question, changed) = &mut messages[0];
        question["editedOn"] = json!(at);
        *changed = at;
    }

    fn reply(&self, request: &Request) -> Reply {
        if let Some(body) = request.json() {
            let id = self.add(&body, Utc::now());
            return Reply::status(201).json(json!({ "id": id }));
        }
        let query = request.query();
        let since = query.iter().find(|(name, _)| name == "startTime");
        let since = since.map(|(_, time)| time.parse::<DateTime<Utc>>().expect("a time"));
        let messages = self.messages.lock().expect("the messages");
        let changed = messages.iter().rev();
        let changed = changed.filter(|(_, at)| since.is_none_or(|since| *at >= since));
        let changed: Vec<&Value> = changed.map(|(message, _)| message).collect();
        Reply::status(200).json(json!({ "value": changed }))
    }

    fn answers(&self) -> usize {
        self.messages.lock().expect("the messages").len() - 1
    }

    /// Has a bot that was just started look at the thread, as often as said.
    async fn run_bot(self: &Arc<Self>, looks: usize) {
        let (thread, polls) = (Arc::clone(self), Arc::new(AtomicUsize::new(0)));
        let polled = Arc::clone(&polls);
        let server = Server::replying(move |_, request| {
            let is_poll = request.method == "GET" && request.parameter("startTime").is_none();
            polled.fetch_add(usize::from(is_poll), Ordering::SeqCst);
            thread.reply(request)
        });
        let client = client(server.url());
        let folder = tempfile::tempdir().expect("a folder");
        let state = folder.path().join("bot.cursor");
        let mut bot = bot::Bot::new(client.thread(THREAD).expect("a thread"), state);
        bot.pause = Duration::from_millis(1);
        tokio::select! {
            ended = bot.run() => ended.expect("no end"),
            () = async {
                // The look after those begins when they are done.
                while polls.load(Ordering::SeqCst) <= looks {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            } => {}
        }
    }
}

#[tokio::test]
async fn bot_answers_a_question_from_before_its_start() {
    let thread = Thread::with_question(64);
    thread.run_bot(2).await;
    assert_eq!(thread.answers(), 1);
}

#[tokio::test]
async fn bot_answers_an_edited_question_once() {
    let thread = Thread::with_question(70);
    let answered_at = Utc::now() - TimeDelta::seconds(69);
    let answer = json!({"content": "Here.", "metadata": {"answers": "1"}});
    thread.add(&answer, answered_at);
    thread.edit(Utc::now() - TimeDelta::seconds(5));
    thread.run_bot(2).await;
    assert_eq!(thread.answers(), 1);
}

/// How often each question was answered.
async fn answers(thread: &ChatThread) -> BTreeMap<String, usize> {
    let (mut answers, mut messages) = (BTreeMap::new(), thread.messages());
    while let Some(message) = messages.next().await {
        if let Some(question) = bot::question_of(&message.expect("a message")) {
            *answers.entry(question.clone()).or_default() += 1;
        }
    }
    answers
}

/// Waits until these questions are answered.
pub(crate) async fn answered(thread: &ChatThread, all: &BTreeSet<String>) {
    while !all.is_subset(&answers(thread).await.into_keys().collect()) {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Checks that each answer is the only one to its question, and to one of these.
pub(crate) async fn answered_once(thread: &ChatThread, all: &BTreeSet<String>, seed: u64) {
    for (question, count) in answers(thread).await {
        assert_eq!(count, 1, "{question} of {seed}");
        assert!(all.contains(&question), "{question} of {seed}");
    }
}

/// A client that hardly retries, so that faults reach the bot.
pub(crate) fn impatient(endpoint: &str, token: &str) -> ChatClient {
    let brief = RetryPolicy::default()
        .with_max_retries(1)
        .with_base_delay(Duration::from_millis(1));
    let client = builder(endpoint).credential(token).retry(brief);
    client.build().expect("a client")
}

/// Runs a bot until one of its first awaits, and drops it there.
pub(crate) async fn killed<T: Debug>(bot: impl Future<Output = T>, which: &str) {
    let mut waits = fastrand::usize(..40);
    let mut running = pin!(bot);
    poll_fn(|context| match running.as_mut().poll(context) {
        Poll::Ready(ended) => panic!("{which}: {ended:?}"),
        Poll::Pending if waits == 0 => Poll::Ready(()),
        Poll::Pending => {
            waits -= 1;
            Poll::Pending
        }
    })
    .await;
}

/// The ids of what the one who asks has sent.
pub(crate) fn questions(emulator: &Emulator) -> BTreeSet<String> {
    let held = emulator.snapshot().threads.remove(0).messages;
    let asked = held
        .into_iter()
        .filter(|message| message.kind == "text" && message.sender == emulator.user_id("bob"));
    asked.map(|message| message.id).collect()
}

/// Asks a question, edits one, or lets something fail.
pub(crate) async fn disturb(emulator: &Emulator, asking: &ChatThread) {
    match fastrand::usize(..5) {
        // It may meet a fault, and be asked all the same.
        0 | 1 => drop(asking.send("Where?").await),
        2 => {
            let Some(id) = fastrand::choice(questions(emulator)) else {
                return;
            };
            let body = UpdateChatMessageRequest::builder().content("Where, please?".to_owned());
            let edit = asking.update_chat_message().chat_message_id(id);
            edit.body(body).send().await.expect("an edit");
        }
        3 => {
            let faults = [
                Fault::DropAfter,
                Fault::DropBefore,
                Fault::Truncate,
                Fault::status(503).processed(),
                Fault::status(429),
            ];
            let fault = fastrand::choice(faults).expect("a fault");
            let operation = ["SendChatMessage", "ListChatMessages"][fastrand::usize(..2)];
            let rule = fault.on(operation).times(1);
            emulator.inject(rule).expect("a fault");
        }
        _ => {}
    }
}

#[tokio::test]
async fn bot_answers_each_question_once_though_it_is_killed_at_200_points() {
    let seed = fastrand::u64(..);
    fastrand::seed(seed);
    let service = bot::common::Service::embedded().await.expect("a service");
    let thread = service
        .thread("Questions", service.other.clone())
        .await
        .expect("a thread");
    let asking = service.other_client().expect("a client").expect("embedded");
    let asking = asking.thread(thread.id()).expect("a thread");
    let client = impatient(&service.endpoint, &service.token);
    let answering = client.thread(thread.id()).expect("a thread");
    let folder = tempfile::tempdir().expect("a folder");
    let mut bot = bot::Bot::new(answering, folder.path().join("bot.cursor"));
    bot.pause = Duration::from_millis(1);

    let emulator = service.emulator.as_ref().expect("embedded");
    for kill in 0..200 {
        disturb(emulator, &asking).await;
        killed(bot.run(), &format!("{kill} of {seed}")).await;
    }
    emulator.clear_faults();
    let all = questions(emulator);
    assert!(all.len() > 30, "{seed}");
    tokio::select! {
        ended = bot.run() => ended.expect("no end"),
        () = answered(&thread, &all) => {}
    }
    answered_once(&thread, &all, seed).await;
}
