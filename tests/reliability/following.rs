//! Following a thread whose list moves while it is read, and whose service fails.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use acs_chat::{
    Change, ChatError, ChatThread, CommunicationTokenCredential, Cursor, Follow, ThreadsCursor,
    Token,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::{runtime::Handle, time::timeout};

use crate::support::{
    Act, Reply, Request, Server, THREAD, builder, client, ms, retrying_client, secs, timeless,
    watch,
};

/// A thread whose list is paged by offset: what is added at its top moves everything by one.
#[derive(Default)]
struct Board {
    /// Sequence id, version, and whether the message was edited, the most recently changed first.
    messages: Mutex<Vec<(u64, u64, bool)>>,
    requests: AtomicUsize,
}

impl Board {
    /// A thread with messages from 1 to `count`.
    fn with(count: u64) -> Arc<Self> {
        let board = Self::default();
        (1..=count).for_each(|_| board.send());
        Arc::new(board)
    }

    fn versions(&self) -> Vec<u64> {
        let messages = self.messages.lock().expect("the messages");
        messages.iter().map(|(_, version, _)| *version).collect()
    }

    fn top(&self) -> u64 {
        self.versions().into_iter().max().unwrap_or_default()
    }

    fn add(&self, sequence: u64, version: u64, edited: bool) {
        let mut messages = self.messages.lock().expect("the messages");
        messages.retain(|(other, ..)| *other != sequence);
        messages.insert(0, (sequence, version, edited));
        messages.sort_by_key(|(_, version, _)| std::cmp::Reverse(*version));
    }

    fn send(&self) {
        let count = self.messages.lock().expect("the messages").len();
        self.add(count as u64 + 1, self.top() + 1, false);
    }

    fn edit(&self, sequence: u64) {
        self.add(sequence, self.top() + 1, true);
    }

    /// A page of at most `size`.
    fn page(&self, request: &Request, size: usize) -> Reply {
        let number = |name| request.parameter(name).and_then(|text| text.parse().ok());
        let (skip, asked) = (
            number("skip").unwrap_or(0),
            number("maxPageSize").unwrap_or(10),
        );
        let messages = self.messages.lock().expect("the messages");
        let page = messages.iter().skip(skip).take(size.min(asked));
        let page: Vec<Value> = page.map(|message| message_json(*message)).collect();
        let next = skip + page.len();
        let mut body = json!({ "value": page });
        if next < messages.len() {
            let link = format!(
                "{}{}?skip={next}&maxPageSize={asked}",
                request.origin(),
                request.path()
            );
            body["nextLink"] = link.into();
        }
        Reply::status(200).json(body)
    }

    /// A server of the thread, which calls `before` with the number of each request.
    fn serve(
        self: &Arc<Self>,
        size: usize,
        before: impl Fn(&Self, usize) + Send + Sync + 'static,
    ) -> Server {
        let board = Arc::clone(self);
        Server::replying(move |_, request| {
            before(&board, board.requests.fetch_add(1, Ordering::SeqCst));
            board.page(request, size)
        })
    }
}

fn message_json((sequence, version, edited): (u64, u64, bool)) -> Value {
    let mut message = json!({
        "id": sequence.to_string(), "type": "text", "sequenceId": sequence.to_string(),
        "version": version.to_string(), "createdOn": "2020-06-26T10:00:00Z",
    });
    if edited {
        message["editedOn"] = "2020-06-26T10:00:00Z".into();
    }
    message
}

fn thread(server: &Server) -> ChatThread {
    client(server.url()).thread(THREAD).expect("a thread")
}

fn following(server: &Server, cursor: Cursor) -> Follow {
    thread(server)
        .follow()
        .since(cursor)
        .poll_every(ms(1), ms(2))
}

/// The next changes as kind and sequence id.
async fn told(follow: &mut Follow, count: usize) -> Vec<String> {
    let mut told = Vec::new();
    for _ in 0..count {
        let next = timeout(secs(30), follow.next()).await.expect("in time");
        let change = next.expect("no end").expect("a change");
        let kind = match &change {
            Change::Sent { .. } => "sent",
            Change::Edited { .. } => "edited",
            Change::Deleted { .. } => "deleted",
            _ => "other",
        };
        told.push(format!("{kind} {}", change.message().sequence_id));
    }
    told
}

fn sent(sequences: impl IntoIterator<Item = u64>) -> Vec<String> {
    sequences
        .into_iter()
        .map(|sequence| format!("sent {sequence}"))
        .collect()
}

#[tokio::test]
async fn a_message_that_arrives_while_pages_are_read_is_returned_once() {
    for at in 1..8 {
        let board = Board::with(7);
        let server = board.serve(2, move |board, number| {
            if number == at {
                board.send();
            }
        });
        let mut follow = following(&server, Cursor::beginning());
        assert_eq!(told(&mut follow, 8).await, sent(1..=8), "{at}");
        board.send();
        assert_eq!(told(&mut follow, 1).await, sent([9]), "{at}");
    }
}

#[tokio::test]
async fn a_message_that_changes_while_pages_are_read_is_still_a_new_one() {
    for at in 1..6 {
        let board = Board::with(7);
        // The one that is read last moves up, out of the part that was not read yet.
        let server = board.serve(2, move |board, number| {
            if number == at {
                board.edit(1);
            }
        });
        let mut follow = following(&server, Cursor::beginning());
        let mut all = told(&mut follow, 7).await;
        if all[0] == "sent 1" {
            // It was read before it changed.
            all.push(told(&mut follow, 1).await.remove(0));
            assert_eq!(all.pop().as_deref(), Some("edited 1"), "{at}");
        } else {
            all.rotate_right(1);
        }
        assert_eq!(all, sent(1..=7), "{at}");
        board.edit(1);
        assert_eq!(told(&mut follow, 1).await, ["edited 1"], "{at}");
    }
}

#[tokio::test]
async fn messages_with_the_same_version_are_all_returned() {
    // On one page, and on several.
    for page_size in [200, 1] {
        check_ties(page_size).await;
    }
}

async fn check_ties(page_size: usize) {
    let board = Board::with(2);
    let server = board.serve(page_size, |_, _| {});
    let mut follow = following(&server, Cursor::now());
    let cursor = follow.start().await.expect("a start");
    assert_eq!((&cursor, cursor != Cursor::now()), (&follow.cursor(), true));
    board.add(3, 3, false);
    assert_eq!(told(&mut follow, 1).await, sent([3]));
    // It took the service longer to list these, of the same moment.
    board.add(1, 3, true);
    board.add(4, 3, false);
    let cursor = follow.cursor();
    assert_eq!(told(&mut follow, 2).await, ["edited 1", "sent 4"]);
    // Also for a program that starts again from between them.
    let mut again = following(&server, cursor);
    assert_eq!(told(&mut again, 2).await, ["edited 1", "sent 4"]);
    board.send();
    assert_eq!(told(&mut follow, 1).await, sent([5]));
    assert_eq!(told(&mut again, 1).await, sent([5]));
}

#[tokio::test]
async fn an_empty_page_with_a_link_is_not_the_end() {
    let board = Board::with(3);
    let pages = Arc::clone(&board);
    let server = Server::replying(move |_, request| {
        if request.parameter("skip").is_some() {
            return pages.page(request, 2);
        }
        let link = format!(
            "{}{}?skip=0&maxPageSize=9",
            request.origin(),
            request.path()
        );
        Reply::status(200).json(json!({ "value": [], "nextLink": link }))
    });
    let mut follow = following(&server, Cursor::beginning());
    assert_eq!(told(&mut follow, 3).await, sent(1..=3));
    board.edit(1);
    board.send();
    assert_eq!(told(&mut follow, 2).await, ["edited 1", "sent 4"]);
}

#[tokio::test]
async fn following_from_now_returns_only_later_changes() {
    let board = Board::with(40);
    // No message on the first page is unchanged, and the last one to be sent is on the second.
    (1..=20).for_each(|sequence| board.edit(sequence));
    let server = board.serve(20, |_, _| {});
    let mut follow = following(&server, Cursor::now());
    let cursor = follow.start().await.expect("a start");
    assert_eq!((&cursor, cursor != Cursor::now()), (&follow.cursor(), true));
    assert_eq!(follow.cursor().to_string(), "1.60.20.40.");
    board.edit(40);
    board.send();
    assert_eq!(told(&mut follow, 2).await, ["edited 40", "sent 41"]);
}

#[tokio::test]
async fn a_quiet_poll_is_one_request_for_a_small_page() {
    let board = Board::with(500);
    let server = board.serve(200, |_, _| {});
    let mut follow = following(&server, Cursor::beginning());
    told(&mut follow, 500).await;
    let sizes = |server: &Server| -> Vec<String> {
        let requests = server.take().into_iter();
        let size = |request: Request| {
            request
                .parameter("maxPageSize")
                .unwrap_or("none")
                .to_owned()
        };
        requests.map(size).collect()
    };
    // One small page, three large ones, and the top once more.
    assert_eq!(sizes(&server), ["20", "200", "200", "200", "200"]);
    board.send();
    told(&mut follow, 1).await;
    board.edit(3);
    told(&mut follow, 1).await;
    let sizes = sizes(&server);
    assert!(
        sizes.len() >= 2 && sizes.iter().all(|size| size == "20"),
        "{sizes:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn polls_are_short_after_a_change_and_longer_while_it_is_quiet() {
    let board = Board::with(1);
    let pages = Arc::clone(&board);
    let server = Server::scripted(move |number, request| {
        let Some(request) = request else {
            return Act::Stall;
        };
        if number == 10 {
            pages.send();
        }
        pages.page(request, 200).into()
    })
    .await;
    let thread = retrying_client(server.url())
        .thread(THREAD)
        .expect("a thread");
    let mut follow = thread.follow().poll_every(ms(200), ms(800));
    let changes = async {
        assert_eq!(told(&mut follow, 1).await, sent([2]));
        tokio::select! {
            _ = follow.next() => unreachable!("there is one change"),
            () = tokio::time::sleep(ms(600)) => {}
        }
    };
    watch(&server, secs(0), changes).await;
    let times = server.times();
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let expected = [2.0, 3.0, 4.5, 6.75, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 2.0, 3.0];
    assert!(waits.len() >= 12, "{waits:?}");
    for (wait, expected) in waits.iter().zip(expected) {
        let expected = ms(100).mul_f64(expected);
        assert!(
            *wait >= expected * 3 / 4 && *wait <= expected + ms(20),
            "{wait:?} of {expected:?}: {waits:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_poll_that_fails_is_made_again_when_the_service_asks() {
    let asking = |status, header, value| Reply::status(status).header(header, value).into();
    let failures: [(Act, u64); 5] = [
        (asking(429, "retry-after", "7"), 7),
        (asking(503, "retry-after-ms", "9000"), 9),
        (asking(408, "retry-after", "3"), 3),
        (Act::status(500), 0),
        (Act::ResetAfter, 0),
    ];
    for (failure, asked) in failures {
        let board = Board::with(1);
        let server = Server::scripted(move |number, request| match request {
            _ if number == 0 => failure.clone(),
            Some(request) => board.page(request, 200).into(),
            None => Act::Stall,
        })
        .await;
        let thread = builder(server.url()).build().expect("a client");
        let thread = thread.thread(THREAD).expect("a thread");
        let mut follow = thread.follow().since(Cursor::beginning());
        watch(&server, secs(0), told(&mut follow, 1)).await;
        let times = server.times();
        let wait = times[1] - times[0];
        assert!(
            wait >= secs(asked) && wait <= secs(asked + 2),
            "{asked}: {wait:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn polls_share_the_retry_budget_of_the_client() {
    let board = Board::with(1);
    let server = Server::scripted(move |number, request| match request {
        Some(request) if number >= 6 => board.page(request, 200).into(),
        _ if number < 6 => Act::status(503),
        _ => Act::Stall,
    })
    .await;
    let policy = timeless().with_base_delay(ms(1)).with_max_delay(ms(1));
    let client = builder(server.url()).retry(policy).retry_budget(2);
    let thread = client
        .build()
        .expect("a client")
        .thread(THREAD)
        .expect("a thread");
    let mut follow = thread.follow().since(Cursor::beginning());
    watch(&server, secs(0), told(&mut follow, 1)).await;
    let times = server.times();
    let waits = times.windows(2).map(|pair| pair[1] - pair[0] > ms(500));
    // Two retries, then one request a poll.
    assert_eq!(
        waits.collect::<Vec<_>>(),
        [false, false, true, true, true, true]
    );
}

#[tokio::test]
async fn what_no_further_poll_can_change_ends_the_stream() {
    let unusable = [
        json!({ "value": 1 }),
        json!({ "value": [message_json((1, 1, false))] }),
    ];
    let [undecodable, mut no_version] = unusable;
    no_version["value"][0]["version"] = "latest".into();
    let link = json!({ "value": [message_json((1, 1, false))], "nextLink": "/elsewhere" });
    let ok = |body: &Value| Reply::status(200).json(body);
    let replies = [
        Reply::status(401),
        Reply::status(403),
        Reply::status(404),
        Reply::status(400),
        ok(&undecodable),
        ok(&no_version),
        ok(&link),
    ];
    for reply in replies {
        let server = Server::replying({
            let reply = reply.clone();
            move |_, _| reply.clone()
        });
        // A page that is read before the link is not told by halves.
        let mut follow = following(&server, Cursor::beginning());
        let error = follow
            .next()
            .await
            .expect("an error")
            .expect_err("an error");
        let status = error.status().map(|status| status.as_u16());
        assert_eq!(status, Some(reply.status), "{error}");
        assert!(follow.next().await.is_none(), "{error}");
        if let ChatError::Decode(error) = &error
            && reply.body == ok(&no_version).body
        {
            assert_eq!(error.path(), "value[0].version");
            assert_eq!(error.reason().to_string(), "not a string of digits");
            assert!(!error.to_string().contains("latest"), "{error}");
        }
    }
}

#[tokio::test]
async fn a_start_that_fails_says_why() {
    let server = Server::replying(|_, _| Reply::status(403));
    let mut follow = following(&server, Cursor::now());
    let error = follow.start().await.expect_err("an error");
    assert!(error.is_forbidden(), "{error}");
    assert!(follow.next().await.is_none());
    assert_eq!(follow.start().await.expect("the end"), Cursor::now());
}

#[tokio::test]
async fn a_start_from_a_cursor_sends_nothing() {
    let server = Server::replying(|_, _| Reply::status(403));
    let mut follow = following(&server, Cursor::beginning());
    let cursor = follow.start().await.expect("a start");
    assert_eq!(cursor, Cursor::beginning());
    let threads = client(server.url()).follow_threads();
    let mut threads = threads.since(ThreadsCursor::beginning());
    let cursor = threads.start().await.expect("a start");
    assert_eq!(cursor, ThreadsCursor::beginning());
    assert_eq!(server.count(), 0);
}

#[tokio::test]
async fn a_rejected_token_ends_the_stream_only_where_it_cannot_be_refreshed() {
    let board = Board::with(1);
    let pages = Arc::clone(&board);
    // Two tokens are rejected, which a call does not survive.
    let server = Server::replying(move |number, request| match number {
        0 | 1 => Reply::status(401),
        _ => pages.page(request, 200),
    });
    let refreshing = CommunicationTokenCredential::refreshing(|| async {
        Ok::<_, std::io::Error>(Token::new("token"))
    });
    let client = builder(server.url())
        .credential(refreshing)
        .build()
        .expect("a client");
    let thread = client.thread(THREAD).expect("a thread");
    let mut follow = thread
        .follow()
        .since(Cursor::beginning())
        .poll_every(ms(1), ms(2));
    assert_eq!(told(&mut follow, 1).await, sent([1]));
}

#[tokio::test]
async fn following_starts_no_task_and_ends_when_it_is_dropped() {
    let board = Board::with(50);
    let server = Server::apart(move |number, request| match request {
        Some(request) if number == 1 => board.page(request, 200).into(),
        _ => Act::Stall,
    });
    let tasks = || Handle::current().metrics().num_alive_tasks();
    let before = tasks();
    let stalled = async |count: usize| {
        while server.stalled() < count {
            tokio::time::sleep(ms(1)).await;
        }
        tasks()
    };
    let list = thread(&server).list_chat_messages();
    // reqwest has tasks for a connection.
    let of_a_call = tokio::select! {
        _ = list.send() => unreachable!("the first request stalls"),
        tasks = stalled(1) => tasks,
    };
    ended(before).await;
    let mut follow = following(&server, Cursor::beginning());
    let of_a_poll = tokio::select! {
        _ = told(&mut follow, 50) => unreachable!("the second page stalls"),
        tasks = stalled(2) => tasks,
    };
    assert_eq!(of_a_poll, of_a_call);
    drop(follow);
    ended(before).await;
}

/// Waits until there are no more tasks than before.
async fn ended(before: usize) {
    let tasks = || Handle::current().metrics().num_alive_tasks();
    for _ in 0..1000 {
        if tasks() <= before {
            return;
        }
        tokio::time::sleep(ms(1)).await;
    }
    panic!("{} tasks are left", tasks() - before);
}

#[tokio::test]
async fn a_stream_can_be_moved_to_a_task() {
    let board = Board::with(3);
    let server = board.serve(200, |_, _| {});
    let mut follow = following(&server, Cursor::beginning());
    let task = tokio::spawn(async move { told(&mut follow, 3).await });
    assert_eq!(task.await.expect("no panic"), sent(1..=3));
    let mut follow = client(server.url()).follow_threads();
    tokio::spawn(async move { drop(follow.next().await) }).abort();
}

#[test]
fn a_cursor_is_read_as_it_was_written() {
    for text in ["1.now", "1.0..0.", "1.17.3.9.", "1.17.3-4.9.5-6-7"] {
        let cursor: Cursor = text.parse().expect(text);
        assert_eq!(cursor.to_string(), text);
        let json = serde_json::to_string(&cursor).expect("JSON");
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(
            serde_json::from_str::<Cursor>(&json).expect("a cursor"),
            cursor
        );
    }
    assert_eq!(Cursor::now().to_string(), "1.now");
    assert_eq!(Cursor::beginning().to_string(), "1.0..0.");
}

#[test]
fn other_text_is_refused_with_what_is_wrong() {
    for (text, wrong) in [
        ("", "has the format \"\", not 1"),
        ("2.now", "has the format \"2\", not 1"),
        ("1", "has 1 parts, not 2 or 5"),
        ("1.then", "has 2 parts, not 2 or 5"),
        ("1.1.2.3", "has 4 parts, not 2 or 5"),
        ("1.x..1.", "has \"x\" as version, which is no number"),
        (
            "1.1..-5.",
            "has \"-5\" as highest sequence id, which is no number",
        ),
        (
            "1.1.1-.1.",
            "has \"\" as returned sequence ids, which is no number",
        ),
        (
            "1.1..1.0,0",
            "has \"0,0\" as pending sequence ids, which is no number",
        ),
        ("1.1..1.2", "has a pending sequence id above the highest"),
        ("1.1\n..1.", "has \"1 \" as version, which is no number"),
    ] {
        let error = text.parse::<Cursor>().expect_err(text);
        let ChatError::InvalidRequest(invalid) = &error else {
            panic!("{text}: {error}");
        };
        assert_eq!(invalid.parameter(), "cursor");
        assert_eq!(invalid.found(), wrong, "{text}");
        let json = serde_json::to_string(text).expect("JSON");
        serde_json::from_str::<Cursor>(&json).expect_err(text);
    }
}

proptest! {
    #[test]
    fn any_text_is_a_cursor_or_refused(text in "(1\\.)?[0-9.n-]{0,30}") {
        if let Ok(cursor) = text.parse::<Cursor>() {
            let written = cursor.to_string();
            prop_assert_eq!(written.parse::<Cursor>().expect("a cursor"), cursor);
        }
    }
}
