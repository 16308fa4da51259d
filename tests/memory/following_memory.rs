//! Following a thread from its beginning takes the same memory, however many messages it has.

use acs_chat::Cursor;
use serde_json::json;

use crate::{
    child::{self, GROWTH, measure},
    support::{Reply, Server, THREAD, client, ms},
};

/// How many messages a page has.
const PAGE: usize = 200;

/// How many changes are held.
const BUFFER: usize = 1000;

/// Serves a thread with so many pages of messages.
fn server(pages: usize) -> Server {
    let content = "Lunch at noon? ".repeat(40);
    Server::replying(move |_, request| {
        let page = request
            .parameter("p")
            .map_or(0, |page| page.parse().expect("a page"));
        let newest = (pages - page) * PAGE;
        let message = |number: usize| {
            json!({
                "id": number.to_string(), "type": "text", "sequenceId": number.to_string(),
                "version": number.to_string(), "createdOn": "2020-06-26T10:00:00Z",
                "content": { "message": content },
            })
        };
        let messages = (newest - PAGE + 1..=newest).rev().map(message);
        let mut body = json!({ "value": messages.collect::<Vec<_>>() });
        if page + 1 < pages {
            let path = format!("{}/chat/threads/{THREAD}/messages", request.origin());
            body["nextLink"] = format!("{path}?p={}", page + 1).into();
        }
        Reply::status(200).json(body)
    })
}

/// Follows the thread for more changes than are held, and says what memory that took.
fn follow(endpoint: &str) {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let thread = client(endpoint).thread(THREAD).expect("an id");
        let follow = thread.follow().since(Cursor::beginning()).buffer(BUFFER);
        let mut follow = follow.poll_every(ms(1), ms(1));
        for number in 1..=BUFFER * 3 / 2 {
            let change = follow.next().await.expect("no end").expect("no error");
            assert_eq!(change.into_message().id, number.to_string());
        }
        assert!(follow.cursor().to_string().len() < 100);
    });
    child::report(BUFFER * 3 / 2);
}

/// The peak of a process of its own, in KiB, that follows a thread with so many pages of messages.
fn peak_of(pages: usize) -> u64 {
    let server = server(pages);
    let test = "following_memory::a_backlog_of_any_length_takes_the_same_memory";
    measure(test, &server.url()).1
}

#[test]
fn a_backlog_of_any_length_takes_the_same_memory() {
    if let Some(endpoint) = child::endpoint() {
        return follow(&endpoint);
    }
    if child::peak().is_none() {
        println!("skipped: this system has no /proc that tells the peak of memory");
        return;
    }
    let (few, many) = (peak_of(10), peak_of(150));
    println!("peak with 10 pages {few} KiB, with 150 pages {many} KiB");
    assert!(
        many.abs_diff(few) < GROWTH,
        "with 10 pages {few} KiB, with 150 pages {many} KiB"
    );
}
