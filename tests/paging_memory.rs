//! A list of a million messages takes the memory of one of two thousand. A program of its own, since it measures
//! processes that run it again.

#[path = "support/mod.rs"]
mod support;

use std::{
    env, fs,
    process::{Command, Stdio},
};

use serde_json::json;

use support::{Reply, Server, THREAD, client};

/// How many messages a page has: as many as the service gives at the most.
const PAGE: usize = 200;

/// By how much the peak may grow, in KiB.
const GROWTH: u64 = 8 << 10;

/// Names the endpoint to a process that reads the list, and makes it do so.
const ENDPOINT: &str = "ACS_CHAT_TEST_PAGING_MEMORY";

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

/// The largest resident size that this process has had, in KiB. `None` where the system does not tell.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
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
    println!("read {messages} {}", peak().expect("a peak"));
}

/// The peak of a process of its own, in KiB, that reads a list of so many pages.
fn peak_of(pages: usize) -> u64 {
    let server = server(pages);
    let output = Command::new(env::current_exe().expect("this test"))
        .args([TEST, "--exact", "--nocapture"])
        .env(ENDPOINT, server.url())
        .stderr(Stdio::inherit())
        .output()
        .expect("a process");
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().find_map(|line| line.split_once("read "));
    let (_, line) = line.unwrap_or_else(|| panic!("{pages} pages: {said}"));
    let (messages, peak) = line.split_once(' ').expect("two numbers");
    assert_eq!(messages, (pages * PAGE).to_string());
    assert_eq!(server.requests().len(), pages, "no page twice");
    peak.trim().parse().expect("a number")
}

const TEST: &str = "a_million_messages_take_the_memory_of_two_thousand";

#[test]
fn a_million_messages_take_the_memory_of_two_thousand() {
    if let Ok(endpoint) = env::var(ENDPOINT) {
        return read(&endpoint);
    }
    if peak().is_none() {
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
