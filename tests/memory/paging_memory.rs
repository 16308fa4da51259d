//! A list of a million messages takes the memory of one of two thousand.

use serde_json::json;

use crate::{
    child::{self, GROWTH, measure},
    support::{Reply, Server, THREAD, client},
};

/// How many messages a page has: as many as the service returns at most.
const PAGE: usize = 200;

/// Serves a list of so many pages; all have the same messages, and each another link.
fn server(pages: usize) -> Server {
    let message = |number: usize| {
        json!({
            "id": number.to_string(), "type": "text", "sequenceId": number.to_string(),
            "version": number.to_string(), "createdOn": "2020-06-26T10:00:00Z",
            "content": { "message": "Lunch at noon?" },
        })
    };
    let page = json!({ "value": (0..PAGE).map(message).collect::<Vec<_>>() }).to_string();
    let start = page.trim_end_matches('}').to_owned();
    Server::replying(move |_, request| {
        let next = 1 + request
            .parameter("p")
            .map_or(0, |page| page.parse::<usize>().expect("a page"));
        let body = if next < pages {
            let path = format!("{}/chat/threads/{THREAD}/messages", request.origin());
            format!(r#"{start},"nextLink":"{path}?p={next}"}}"#)
        } else {
            page.clone()
        };
        Reply::status(200).body(body)
    })
}

/// Reads a list to its end, and says how many messages it had and what memory that took.
fn read(endpoint: &str) {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    let messages = runtime.block_on(async {
        let thread = client(endpoint).thread(THREAD).expect("an id");
        let mut list = thread.messages();
        let mut had = 0_usize;
        while let Some(message) = list.next().await {
            let message = message.expect("no error");
            assert_eq!(message.id, (had % PAGE).to_string());
            had += 1;
        }
        had
    });
    child::report(messages);
}

/// The peak of a process of its own, in KiB, that reads a list of so many pages.
fn peak_of(pages: usize) -> u64 {
    let server = server(pages);
    let test = "paging_memory::a_million_messages_take_the_memory_of_two_thousand";
    let (messages, peak) = measure(test, &server.url());
    assert_eq!(messages, pages * PAGE);
    assert_eq!(server.requests().len(), pages, "no page twice");
    peak
}

#[test]
fn a_million_messages_take_the_memory_of_two_thousand() {
    if let Some(endpoint) = child::endpoint() {
        return read(&endpoint);
    }
    if child::peak().is_none() {
        println!("skipped: this system has no /proc that tells the peak of memory");
        return;
    }
    let (few, many) = (peak_of(10), peak_of(5_000));
    println!("peak with 10 pages {few} KiB, with 5,000 pages {many} KiB");
    assert!(
        many.abs_diff(few) < GROWTH,
        "with 10 pages {few} KiB, with 5,000 pages {many} KiB"
    );
}
