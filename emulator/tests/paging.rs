//! Lists in pages: every item once, whatever the page size, by links that are followed as they stand.

mod common;

use acs_chat_emulator::Emulator;
use common::{API_VERSION, Service, service, started};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

/// Follows the list to its end and returns the pages.
async fn pages(service: &Service, user: &str, path: &str) -> Vec<Vec<Value>> {
    let mut response = service.get(user, path).await;
    let mut pages = vec![response.items().to_vec()];
    while let Some(link) = response.body["nextLink"].as_str() {
        response = service.follow(user, link).await;
        pages.push(response.items().to_vec());
        assert!(pages.len() < 100, "the list does not end");
    }
    pages
}

fn sizes(pages: &[Vec<Value>]) -> Vec<usize> {
    pages.iter().map(Vec::len).collect()
}

async fn filled(service: &Service) -> String {
    let thread = service
        .thread(&["alice", "bob", "carol", "dave", "erin"])
        .await;
    for number in 0..5 {
        let id = service.say("alice", &thread, &number.to_string()).await;
        let reader = ["alice", "bob", "carol", "dave", "erin"][number];
        service
            .post(
                reader,
                &format!("{thread}/readReceipts"),
                json!({ "chatMessageId": id }),
            )
            .await;
    }
    thread
}

#[tokio::test]
async fn every_list_has_the_same_items_at_every_page_size() {
    let service = service().await;
    let thread = filled(&service).await;
    for _ in 0..4 {
        service.thread(&["alice"]).await;
    }
    for (list, count) in [
        ("/chat/threads".to_owned(), 5),
        (format!("{thread}/messages"), 7),
        (format!("{thread}/participants"), 5),
        (format!("{thread}/readReceipts"), 5),
    ] {
        let whole = service.get("alice", &list).await;
        assert_eq!(whole.items().len(), count, "{list}");
        assert!(whole.body.get("nextLink").is_none());
        for size in 1..=count + 1 {
            let paged = pages(&service, "alice", &format!("{list}?maxPageSize={size}")).await;
            assert_eq!(paged.concat(), whole.items(), "{list} by {size}");
            assert!(
                sizes(&paged).iter().rev().skip(1).all(|len| *len == size),
                "{:?}",
                sizes(&paged)
            );
            assert_eq!(
                paged.len(),
                count.div_ceil(size),
                "{list} by {size}: no empty page at the end"
            );
        }
    }
}

#[tokio::test]
async fn links_are_absolute_and_worded_as_the_live_service_words_them() {
    let service = service().await;
    let thread = filled(&service).await;
    let link = async |path: &str| {
        service.get("alice", path).await.body["nextLink"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let messages = link(&format!("{thread}/messages?maxPageSize=2")).await;
    assert!(
        messages.starts_with(&format!(
            "{}{thread}/messages?syncState=",
            service.emulator.url()
        )),
        "{messages}"
    );
    assert!(
        thread.starts_with("/chat/threads/19:"),
        "the id is not percent-encoded"
    );
    let rest = format!(
        "&startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&maxPageSize=2&api-version={API_VERSION}"
    );
    assert!(messages.ends_with(&rest), "{messages}");
    let participants = link(&format!("{thread}/participants?maxPageSize=2&skip=1")).await;
    let expected = format!(
        "{}{thread}/participants?skip=3&maxPageSize=2&api-version={API_VERSION}",
        service.emulator.url()
    );
    assert_eq!(participants, expected);
}

#[tokio::test]
async fn links_lead_where_the_caller_came_from() {
    let service = service().await;
    let thread = filled(&service).await;
    let link = async |headers: &[(&str, &str)]| {
        let mut request = service.request(
            "alice",
            Method::GET,
            &format!("{thread}/messages?maxPageSize=1"),
        );
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        common::fetch(request).await.body["nextLink"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(
        link(&[("host", "localhost:81")])
            .await
            .starts_with("http://localhost:81/chat/")
    );
    let proxied = [("host", "chat.test"), ("x-forwarded-proto", "https")];
    assert!(link(&proxied).await.starts_with("https://chat.test/chat/"));
    let odd = [("host", "chat.test"), ("x-forwarded-proto", "javascript")];
    assert!(link(&odd).await.starts_with("http://chat.test/chat/"));
}

#[tokio::test]
async fn skip_leaves_the_first_out_and_may_leave_all_out() {
    let service = service().await;
    let thread = filled(&service).await;
    for (skip, left) in [(0, 5), (2, 3), (5, 0), (2_147_483_647, 0)] {
        let listed = service
            .get("alice", &format!("{thread}/participants?skip={skip}"))
            .await;
        assert_eq!(listed.items().len(), left, "skip {skip}");
    }
}

#[tokio::test]
async fn start_time_ends_the_list_on_every_page() {
    let service = service().await;
    let old = service.thread(&["alice"]).await;
    service.emulator.advance(Duration::from_secs(3600));
    let thread = service.thread(&["alice"]).await;
    // Timestamps are in whole seconds, so what is to be left out is older than one.
    service.emulator.advance(Duration::from_secs(2));
    let ids = [
        service.say("alice", &thread, "one").await,
        service.say("alice", &thread, "two").await,
    ];
    let first = service
        .get("alice", &format!("{thread}/messages/{}", ids[0]))
        .await
        .body["createdOn"]
        .clone();
    let since = first.as_str().unwrap();
    for size in [1, 10] {
        let path = format!("{thread}/messages?maxPageSize={size}&startTime={since}");
        let texts: Vec<Value> = pages(&service, "alice", &path).await.concat();
        assert_eq!(
            texts
                .iter()
                .map(|text| &text["content"]["message"])
                .collect::<Vec<_>>(),
            ["two", "one"]
        );
    }
    let threads = pages(
        &service,
        "alice",
        &format!("/chat/threads?maxPageSize=1&startTime={since}"),
    )
    .await
    .concat();
    assert_eq!(threads.len(), 1);
    assert!(
        old.ends_with(
            pages(&service, "alice", "/chat/threads").await.concat()[1]["id"]
                .as_str()
                .unwrap()
        )
    );
}

#[tokio::test]
async fn threads_are_ordered_by_their_last_message() {
    let service = service().await;
    let [first, second] = [
        service.thread(&["alice"]).await,
        service.thread(&["alice"]).await,
    ];
    let top = async || {
        let listed = service.get("alice", "/chat/threads").await;
        assert!(listed.items()[0]["lastMessageReceivedOn"].is_string());
        format!(
            "/chat/threads/{}",
            listed.items()[0]["id"].as_str().unwrap()
        )
    };
    assert_eq!(top().await, second);
    service.say("alice", &first, "again").await;
    assert_eq!(top().await, first);
}

/// What moves up while somebody pages is seen at the top by the next reader; the rest of the pages is undisturbed.
#[tokio::test]
async fn an_edit_between_pages_disturbs_no_other_message() {
    let service = service().await;
    let thread = filled(&service).await;
    let first = service
        .get("alice", &format!("{thread}/messages?maxPageSize=3"))
        .await;
    let newest = first.items()[0]["id"].as_str().unwrap();
    service
        .patch(
            "alice",
            &format!("{thread}/messages/{newest}"),
            json!({ "content": "edited" }),
        )
        .await;
    service.say("alice", &thread, "new").await;
    let second = service
        .follow("alice", first.body["nextLink"].as_str().unwrap())
        .await;
    let sequence = |response: &common::Response| -> Vec<Value> {
        response
            .items()
            .iter()
            .map(|message| message["sequenceId"].clone())
            .collect()
    };
    assert_eq!(
        [sequence(&first), sequence(&second)],
        [["7", "6", "5"], ["4", "3", "2"]].map(|page| page.map(|id| json!(id)).to_vec())
    );
}

#[tokio::test]
async fn a_service_returns_fewer_items_than_asked_for_where_it_is_told_to() {
    let service = started(Emulator::builder().max_page_size(3)).await;
    let thread = filled(&service).await;
    for query in ["", "?maxPageSize=200"] {
        let paged = pages(&service, "alice", &format!("{thread}/messages{query}")).await;
        assert_eq!(sizes(&paged), [3, 3, 1], "{query}");
    }
    let paged = pages(
        &service,
        "alice",
        &format!("{thread}/messages?maxPageSize=2"),
    )
    .await;
    assert_eq!(sizes(&paged), [2, 2, 2, 1]);
}
