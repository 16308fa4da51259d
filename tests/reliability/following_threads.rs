//! Following all threads of a user: which requests that takes, and that nothing is lost.

use std::{
    collections::BTreeMap,
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
};

use acs_chat::{
    Change, ChatClient, ChatError, ChatThread, CommunicationIdentifier, FollowThreads, RetryPolicy,
    ThreadsCursor,
};
use acs_chat_emulator::{Emulator, Fault, user_id};
use proptest::{collection::vec, prelude::*};
use serde_json::json;
use tokio::time::timeout;

use crate::support::{Reply, Request, Server, builder, ms, pages, secs};

fn client(emulator: &Emulator, user: &str) -> ChatClient {
    let policy = RetryPolicy::none();
    let builder = builder(emulator.url())
        .credential(emulator.token(user))
        .retry(policy);
    builder.build().expect("a client")
}

async fn create(client: &ChatClient, with: &[&str]) -> ChatThread {
    let participants = with.iter().map(|user| user_id(user));
    let created = client.create_thread("topic", participants).await;
    created.expect("a thread").0
}

async fn edit(thread: &ChatThread, id: &str, content: &str) {
    thread.edit(id, content).await.expect("an edit");
}

async fn send(thread: &ChatThread, content: &str) -> String {
    thread
        .send(content)
        .await
        .expect("a message")
        .into_inner()
        .id
}

/// The requests so far: lists of threads, and of messages.
fn requests(emulator: &Emulator) -> (u64, u64) {
    let requests = emulator.snapshot().requests;
    let count = |id: &str| requests.get(id).copied().unwrap_or_default();
    (
        count("Chat_ListChatThreads"),
        count("ChatThread_ListChatMessages"),
    )
}

/// Lets the follower go on until it has listed the threads so many times more.
async fn lists(follow: &mut FollowThreads, emulator: &Emulator, count: u64) -> Vec<Change> {
    let until = requests(emulator).0 + count;
    let mut told = Vec::new();
    while requests(emulator).0 < until {
        if let Some(change) = within(follow, 1).await {
            told.push(change.expect("a change"));
        }
    }
    told
}

/// The next change, unless the follower waits more often than `left`.
async fn within(follow: &mut FollowThreads, mut left: usize) -> Option<Result<Change, ChatError>> {
    let mut next = pin!(follow.next());
    poll_fn(|context| match next.as_mut().poll(context) {
        Poll::Ready(next) => Poll::Ready(next),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

async fn next(follow: &mut FollowThreads) -> Change {
    let next = timeout(secs(30), follow.next()).await.expect("in time");
    next.expect("no end").expect("a change")
}

async fn started(follow: &mut FollowThreads) {
    let cursor = timeout(secs(60), follow.start()).await.expect("in time");
    assert_eq!(cursor.expect("a start"), follow.cursor());
    assert_ne!(follow.cursor(), ThreadsCursor::now());
}

#[tokio::test]
async fn two_hundred_threads_are_followed_without_a_request_for_each_at_every_tick() {
    let emulator = Emulator::builder()
        .max_page_size(50)
        .start()
        .await
        .expect("an emulator");
    let alice = client(&emulator, "alice");
    let mut threads = Vec::new();
    for _ in 0..200 {
        threads.push(create(&alice, &[]).await);
    }
    // So that lists, which overlap by a minute, have none of them.
    emulator.advance(secs(600));
    let mut follow = alice
        .follow_threads()
        .poll_every(ms(1), ms(1))
        // Spread over 200 threads, one look in half an hour.
        .look_every(secs(360_000));
    started(&mut follow).await;
    let (_, first) = requests(&emulator);
    assert_eq!(first, 200, "each thread was looked at once");

    let before = requests(&emulator);
    assert!(lists(&mut follow, &emulator, 20).await.is_empty());
    let after = requests(&emulator);
    assert_eq!(
        after.1, before.1,
        "nothing changed, and no thread was looked at"
    );

    let id = send(&threads[17], "hello").await;
    let change = next(&mut follow).await;
    assert!(matches!(&change, Change::Sent { .. }), "{change:?}");
    assert_eq!(
        (change.thread().id(), &change.message().id),
        (threads[17].id(), &id)
    );
    lists(&mut follow, &emulator, 3).await;
    let changed = requests(&emulator).1 - after.1;
    assert!(
        (1..=10).contains(&changed),
        "one thread was looked at: {changed}"
    );
    // From the next second but one on, nothing more can come within that of its last message.
    emulator.advance(secs(600));
    lists(&mut follow, &emulator, 5).await;
    let settled = requests(&emulator);
    lists(&mut follow, &emulator, 20).await;
    assert_eq!(requests(&emulator).1, settled.1);
}

#[tokio::test]
async fn a_second_message_of_the_same_second_is_returned() {
    let emulator = Emulator::start().await.expect("an emulator");
    let alice = client(&emulator, "alice");
    let thread = create(&alice, &[]).await;
    let mut follow = alice
        .follow_threads()
        .poll_every(ms(1), ms(1))
        .look_every(secs(3600));
    started(&mut follow).await;
    for number in 0..30 {
        let id = send(&thread, &number.to_string()).await;
        assert_eq!(next(&mut follow).await.into_message().id, id);
    }
}

#[tokio::test]
async fn edits_are_found_within_the_interval_of_looks() {
    let emulator = Emulator::start().await.expect("an emulator");
    let alice = client(&emulator, "alice");
    let mut threads = Vec::new();
    for _ in 0..10 {
        let thread = create(&alice, &[]).await;
        let id = send(&thread, "before").await;
        threads.push((thread, id));
    }
    emulator.advance(secs(60));
    let mut follow = alice
        .follow_threads()
        .poll_every(ms(1), ms(1))
        .look_every(ms(200));
    started(&mut follow).await;
    for (thread, id) in &threads {
        edit(thread, id, "after").await;
        let change = next(&mut follow).await;
        assert!(matches!(&change, Change::Edited { .. }), "{change:?}");
        assert_eq!(
            (change.thread().id(), &change.message().id),
            (thread.id(), id)
        );
    }
}

#[tokio::test]
async fn a_new_thread_is_followed_from_its_beginning() {
    let emulator = Emulator::start().await.expect("an emulator");
    let (alice, bob) = (client(&emulator, "alice"), client(&emulator, "bob"));
    create(&alice, &[]).await;
    let mut follow = alice.follow_threads().poll_every(ms(1), ms(1));
    started(&mut follow).await;
    let thread = create(&bob, &["alice"]).await;
    let id = send(&thread, "hello").await;
    let told = [
        next(&mut follow).await,
        next(&mut follow).await,
        next(&mut follow).await,
    ];
    let [
        Change::System { .. },
        Change::System { .. },
        Change::Sent { message, .. },
    ] = &told
    else {
        panic!("{told:?}");
    };
    assert_eq!(message.id, id);
    // Also by a program that starts again with a cursor from before.
    let cursor = follow.cursor();
    let later = create(&bob, &["alice"]).await;
    let mut again = alice
        .follow_threads()
        .since(cursor)
        .poll_every(ms(1), ms(1));
    for _ in 0..2 {
        assert_eq!(next(&mut again).await.thread().id(), later.id());
    }
}

/// Threads with the number of their messages and the second of the last, the last active first, in a list that is paged
/// by offset.
#[derive(Default)]
struct Board {
    threads: Mutex<Vec<(String, usize, usize)>>,
    lists: AtomicUsize,
    seconds: AtomicUsize,
}

impl Board {
    fn send(&self, id: &str) {
        let mut threads = self.threads.lock().expect("the threads");
        let at = threads.iter().position(|(other, ..)| other == id);
        let count = at.map_or(0, |at| threads.remove(at).1);
        let second = self.seconds.fetch_add(1, Ordering::SeqCst);
        threads.insert(0, (id.to_owned(), count + 1, second));
    }

    /// A page of one thread, or of the messages of one.
    fn reply(&self, request: &Request) -> Reply {
        let threads = self.threads.lock().expect("the threads");
        if request.path() != "/chat/threads" {
            let mut threads = threads.iter();
            let thread = threads.find(|(id, ..)| request.path().contains(id.as_str()));
            let messages = (1..=thread.map_or(0, |(_, count, _)| *count)).rev();
            return Reply::status(200).json(pages::page(messages, None));
        }
        let skip: usize = request
            .parameter("skip")
            .map_or(0, |skip| skip.parse().expect("a number"));
        let items = threads.iter().skip(skip).take(1);
        let items: Vec<_> = items
            .map(|(id, _, second)| {
                let received_on = format!("2020-06-26T10:00:{second:02}Z");
                json!({ "id": id, "topic": "", "lastMessageReceivedOn": received_on })
            })
            .collect();
        let mut page = json!({ "value": items });
        if skip + 1 < threads.len() {
            let link = format!("{}/chat/threads?skip={}", request.origin(), skip + 1);
            page["nextLink"] = link.into();
        }
        Reply::status(200).json(page)
    }
}

#[tokio::test]
async fn a_thread_that_moves_while_threads_are_listed_is_not_overlooked() {
    let board = Arc::new(Board::default());
    ["c", "b", "a"].into_iter().for_each(|id| board.send(id));
    let moving = Arc::clone(&board);
    let server = Server::replying(move |_, request| {
        let is_list = request.path() == "/chat/threads";
        if is_list && moving.lists.fetch_add(1, Ordering::SeqCst) == 1 {
            // From the page that is read last to the one that was read first.
            moving.send("c");
        }
        moving.reply(request)
    });
    let client = crate::support::client(server.url());
    let mut follow = client.follow_threads().poll_every(ms(1), ms(1));
    started(&mut follow).await;
    board.send("c");
    let change = next(&mut follow).await;
    assert_eq!((change.thread().id(), &*change.message().id), ("c", "3"));
}

#[tokio::test]
async fn a_thread_that_was_left_or_deleted_ends_alone() {
    let emulator = Emulator::start().await.expect("an emulator");
    let (alice, bob) = (client(&emulator, "alice"), client(&emulator, "bob"));
    let left = create(&bob, &["alice"]).await;
    let deleted = create(&bob, &["alice"]).await;
    let kept = create(&bob, &["alice"]).await;
    let mut follow = alice
        .follow_threads()
        .poll_every(ms(1), ms(1))
        .look_every(ms(5));
    started(&mut follow).await;
    let body: acs_chat::types::CommunicationIdentifierModel =
        CommunicationIdentifier::from(user_id("alice")).into();
    let removed = left.remove_chat_participant().body(body).send().await;
    removed.expect("alice is removed");
    deleted
        .delete_chat_thread()
        .send()
        .await
        .expect("a deletion");
    lists(&mut follow, &emulator, 3).await;
    let id = send(&kept, "hello").await;
    assert_eq!(next(&mut follow).await.into_message().id, id);
    let cursor = follow.cursor().to_string();
    assert!(!cursor.contains(deleted.id()), "{cursor}");
    // What happened meanwhile is told when the user is back.
    let missed = send(&left, "where are you?").await;
    let back = CommunicationIdentifier::from(user_id("alice"));
    left.add_participants([back]).await.expect("alice is back");
    let mut told = Vec::new();
    while told.last() != Some(&missed) {
        told.push(next(&mut follow).await.into_message().id);
    }
}

#[tokio::test]
async fn a_failing_thread_delays_no_other() {
    let emulator = Emulator::start().await.expect("an emulator");
    let alice = client(&emulator, "alice");
    let threads = [create(&alice, &[]).await, create(&alice, &[]).await];
    let mut follow = alice.follow_threads().poll_every(ms(1), ms(1));
    started(&mut follow).await;
    // Every other look fails, which is always that of the same thread if it is always the first.
    let fault = Fault::status(500).on("ListChatMessages").rate(0.5);
    emulator.inject(fault).expect("a fault");
    for number in 0..10 {
        for thread in &threads {
            let id = send(thread, &number.to_string()).await;
            assert_eq!(next(&mut follow).await.into_message().id, id);
        }
    }
    let fault = Fault::status(404).on("ListChatThreads").times(1);
    emulator.inject(fault).expect("a fault");
    let error = follow.next().await.expect("no end yet");
    let error = error.expect_err("an error");
    assert!(error.is_not_found(), "{error}");
    assert!(follow.next().await.is_none());
}

#[test]
fn a_cursor_of_threads_is_read_as_it_was_written() {
    for text in [
        "now",
        "{}",
        r#"{"19:a@thread.v2":"1.17.3-4.9.5","19:b":"1.0..0."}"#,
    ] {
        let cursor: ThreadsCursor = text.parse().expect(text);
        assert_eq!(cursor.to_string(), text);
        let json = serde_json::to_string(&cursor).expect("JSON");
        assert!(json.starts_with('"'), "{json}");
        assert_eq!(
            serde_json::from_str::<ThreadsCursor>(&json).expect("a cursor"),
            cursor
        );
    }
    for (text, wrong) in [
        ("", "is not the text of a cursor of threads: EOF"),
        (
            "1.now",
            "is not the text of a cursor of threads: invalid number",
        ),
        (
            r#"{"a":1}"#,
            "is not the text of a cursor of threads: invalid type",
        ),
        (r#"{"a":"1.now"}"#, "of the thread \"a\" is of now"),
        (
            r#"{"a":"1.x..1."}"#,
            "of the thread \"a\" has \"x\" as version",
        ),
    ] {
        let error = text.parse::<ThreadsCursor>().expect_err(text).to_string();
        assert!(error.starts_with(&format!("`cursor` {wrong}")), "{error}");
    }
}

/// What somebody or something does, in one of three threads.
#[derive(Clone, Debug)]
enum Act {
    Send(usize),
    Edit(usize),
    Create,
    Fail,
    Follow(usize),
    Restart(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0..5_usize).prop_map(Act::Send),
        3 => (0..5_usize).prop_map(Act::Edit),
        1 => Just(Act::Create),
        1 => Just(Act::Fail),
        6 => (0..25_usize).prop_map(Act::Follow),
        2 => (0..4_usize).prop_map(Act::Restart),
    ]
}

/// A thread, with its messages: ids and contents.
struct Thread {
    handle: ChatThread,
    messages: Vec<(String, Vec<String>)>,
}

/// A change: the thread, the message, whether it was sent, its content and version, and the cursor after it.
type Told = (String, String, bool, String, u64, String);

struct World {
    emulator: Emulator,
    client: ChatClient,
    follow: FollowThreads,
    threads: Vec<Thread>,
    start: String,
    told: Vec<Told>,
    count: usize,
}

impl World {
    async fn new(from_now: bool) -> Self {
        let emulator = Emulator::builder().max_page_size(3).start().await;
        let emulator = emulator.expect("an emulator");
        let client = client(&emulator, "alice");
        let mut world = Self {
            follow: client.follow_threads(),
            client,
            emulator,
            threads: Vec::new(),
            start: String::new(),
            told: Vec::new(),
            count: 0,
        };
        world.act(&Act::Create).await;
        world.act(&Act::Create).await;
        let start = if from_now {
            ThreadsCursor::now()
        } else {
            ThreadsCursor::beginning()
        };
        world.start(&start.to_string());
        if from_now {
            started(&mut world.follow).await;
        }
        world.start = world.follow.cursor().to_string();
        world
    }

    fn start(&mut self, cursor: &str) {
        let cursor = cursor.parse().expect("a cursor");
        let follow = self.client.follow_threads().since(cursor);
        self.follow = follow.poll_every(ms(1), ms(2)).look_every(ms(20)).buffer(5);
    }

    async fn act(&mut self, act: &Act) {
        self.count += 1;
        let (content, count) = (format!("content {}", self.count), self.threads.len());
        match act {
            Act::Create => {
                let handle = create(&self.client, &[]).await;
                self.threads.push(Thread {
                    handle,
                    messages: Vec::new(),
                });
            }
            Act::Send(at) => {
                let thread = &mut self.threads[at % count];
                let id = send(&thread.handle, &content).await;
                thread.messages.push((id, vec![content]));
            }
            Act::Edit(at) => {
                let thread = &mut self.threads[at % count];
                let messages = thread.messages.len();
                if let Some((id, contents)) = thread.messages.get_mut(at % messages.max(1)) {
                    edit(&thread.handle, id, &content).await;
                    contents.push(content);
                }
            }
            Act::Fail => {
                let rule = Fault::DropAfter.on("*").times(1);
                let lists = ["ListChatMessages", "ListChatThreads"][self.count % 2];
                let rule = acs_chat_emulator::Rule {
                    operation: lists.to_owned(),
                    ..rule
                };
                self.emulator.inject(rule).expect("a fault");
            }
            Act::Follow(waits) => {
                while let Some(change) = within(&mut self.follow, *waits).await {
                    let change = change.expect("a change");
                    let is_sent = matches!(change, Change::Sent { .. });
                    let thread = change.thread().id().to_owned();
                    let message = change.into_message();
                    let content = message.content.and_then(|content| content.message);
                    let version = message.version.parse().expect("a version");
                    let cursor = self.follow.cursor().to_string();
                    let content = content.unwrap_or_default();
                    self.told
                        .push((thread, message.id, is_sent, content, version, cursor));
                }
            }
            Act::Restart(lost) => {
                self.told.truncate(self.told.len().saturating_sub(*lost));
                let cursor = self.told.last().map_or(&self.start, |told| &told.5).clone();
                self.start(&cursor);
            }
        }
    }

    fn is_all_told(&self) -> bool {
        self.threads.iter().all(|thread| {
            thread.messages.iter().all(|(id, contents)| {
                let told = self
                    .told
                    .iter()
                    .rfind(|told| told.0 == thread.handle.id() && told.1 == *id);
                told.map(|told| &told.3) == contents.last()
            })
        })
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let mut versions = BTreeMap::new();
        for (thread, .., version, _) in &self.told {
            let before = versions.insert(thread, *version);
            prop_assert!(
                before < Some(*version),
                "{version} of {thread} after {before:?}"
            );
        }
        for thread in &self.threads {
            for (id, contents) in &thread.messages {
                let told = self.told.iter().filter(|told| told.1 == *id);
                let mut contents = contents.iter();
                for (at, told) in told.enumerate() {
                    prop_assert_eq!(told.2, at == 0, "{:?}", told);
                    prop_assert!(contents.any(|content| *content == told.3), "{told:?} twice");
                }
            }
        }
        prop_assert!(self.is_all_told(), "{:#?}", self.told);
        Ok(())
    }
}

fn run(from_now: bool, acts: &[Act]) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let mut world = World::new(from_now).await;
        for act in acts {
            world.act(act).await;
        }
        for _ in 0..5000 {
            if world.is_all_told() {
                break;
            }
            world.act(&Act::Follow(3)).await;
        }
        world.act(&Act::Follow(30)).await;
        world.check()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_changes_of_all_threads_are_what_happened(from_now in any::<bool>(), acts in vec(act(), 1..50)) {
        run(from_now, &acts)?;
    }
}
