//! Responses follow recorded traffic of the live service where it is more specific than the document.

mod common;

use acs_chat_emulator::{Emulator, Fault};
use common::{API_VERSION, Service, fetch, started};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

async fn live() -> Service {
    started(Emulator::builder()).await
}

#[tokio::test]
async fn a_page_of_messages_has_ten_by_default_and_other_pages_have_all() {
    let service = live().await;
    let users: Vec<String> = (0..15).map(|number| format!("user{number}")).collect();
    let users: Vec<&str> = users.iter().map(String::as_str).collect();
    let thread = service.thread(&users).await;
    for number in 0..9 {
        service.say("user0", &thread, &number.to_string()).await;
    }
    let messages = format!("{thread}/messages");
    let first = service.get("user0", &messages).await;
    assert_eq!(first.items().len(), 10);
    let link = first.body["nextLink"].as_str().unwrap();
    assert!(link.contains("&maxPageSize=10&"), "{link}");
    assert_eq!(service.follow("user0", link).await.items().len(), 1);
    let all = service
        .get("user0", &format!("{messages}?maxPageSize=11"))
        .await;
    assert_eq!(all.items().len(), 11);
    let participants = service
        .get("user0", &format!("{thread}/participants"))
        .await;
    assert_eq!(participants.items().len(), 15);
}

/// Finds all strings that are timestamps, and all identifiers.
fn walk(value: &Value, times: &mut Vec<String>, identifiers: &mut Vec<Value>) {
    match value {
        Value::String(text) if chrono::DateTime::parse_from_rfc3339(text).is_ok() => {
            times.push(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, times, identifiers)),
        Value::Object(fields) => {
            if fields.contains_key("rawId") {
                identifiers.push(value.clone());
            }
            fields
                .values()
                .for_each(|field| walk(field, times, identifiers));
        }
        _ => {}
    }
}

#[tokio::test]
async fn timestamps_are_in_seconds_and_identifiers_have_no_kind() {
    let service = live().await;
    let created = service
        .post(
            "alice",
            "/chat/threads",
            json!({ "topic": "Lunch", "participants": [service.participant("bob")] }),
        )
        .await;
    let thread = format!(
        "/chat/threads/{}",
        created.body["chatThread"]["id"].as_str().unwrap()
    );
    let id = service.say("alice", &thread, "one").await;
    service
        .post(
            "bob",
            &format!("{thread}/readReceipts"),
            json!({ "chatMessageId": id }),
        )
        .await;
    let message = format!("{thread}/messages/{id}");
    service
        .patch("alice", &message, json!({ "content": "uno" }))
        .await;
    service.delete("alice", &message).await;
    let (mut times, mut identifiers) = (Vec::new(), Vec::new());
    walk(&created.body, &mut times, &mut identifiers);
    for path in [
        "/chat/threads",
        &thread,
        &format!("{thread}/messages"),
        &format!("{thread}/participants"),
        &format!("{thread}/readReceipts"),
    ] {
        walk(
            &service.get("alice", path).await.body,
            &mut times,
            &mut identifiers,
        );
    }
    assert!(
        times.len() > 10 && identifiers.len() > 8,
        "{times:?} {identifiers:?}"
    );
    assert!(
        times
            .iter()
            .all(|time| time.len() == "2020-01-01T00:00:00Z".len()),
        "{times:?}"
    );
    for identifier in identifiers {
        assert!(identifier.get("kind").is_none(), "{identifier}");
        assert_eq!(identifier["communicationUser"]["id"], identifier["rawId"]);
    }
}

#[tokio::test]
async fn messages_of_one_second_are_all_listed_from_the_time_of_one() {
    let service = live().await;
    let thread = service.thread(&["alice"]).await;
    service.emulator.advance(Duration::from_secs(10));
    let ids = [
        service.say("alice", &thread, "one").await,
        service.say("alice", &thread, "two").await,
    ];
    let created_on = async |id: &str| {
        let message = service
            .get("alice", &format!("{thread}/messages/{id}"))
            .await;
        message.body["createdOn"].as_str().unwrap().to_owned()
    };
    let since = created_on(&ids[1]).await;
    let tie = created_on(&ids[0]).await == since;
    let listed = service
        .get("alice", &format!("{thread}/messages?startTime={since}"))
        .await;
    let contents: Vec<&Value> = listed
        .items()
        .iter()
        .map(|message| &message["content"]["message"])
        .collect();
    // Both, unless a second ended between them.
    let expected = if tie { vec!["two", "one"] } else { vec!["two"] };
    assert_eq!(contents, expected);
}

#[tokio::test]
async fn what_was_not_set_is_there_all_the_same() {
    let service = live().await;
    let thread = service.thread(&["alice"]).await;
    let properties = service.get("alice", &thread).await;
    assert_eq!(
        properties.body["retentionPolicy"],
        json!({ "kind": "none" })
    );
    let id = service.say("alice", &thread, "one").await;
    let message = format!("{thread}/messages/{id}");
    for content in ["one", ""] {
        let shown = service.get("alice", &message).await;
        assert_eq!(
            shown.body["content"],
            json!({ "message": content, "attachments": [] })
        );
        service.delete("alice", &message).await;
    }
}

#[tokio::test]
async fn errors_have_the_live_services_shape() {
    let service = live().await;
    let thread = service.thread(&["alice"]).await;
    let unknown = service
        .get("alice", "/chat/threads/19:nowhere@thread.v2")
        .await;
    assert_eq!(
        (unknown.status, unknown.header("content-type")),
        (404, Some("application/json"))
    );
    assert_eq!(
        unknown.body,
        json!({ "CommunicationError": {
            "Code": "NotFound",
            "Message": "The specified thread id was not found.",
            "Details": [],
        } })
    );
    let malformed = service.get("alice", "/chat/threads/nonsense").await;
    assert_eq!(
        (malformed.status, malformed.body),
        (
            400,
            json!({ "CommunicationError": { "Code": "BadRequest", "Details": [] } })
        )
    );
    let url = format!(
        "{}/chat/threads?api-version={API_VERSION}",
        service.emulator.url()
    );
    let anonymous = fetch(service.http.get(url)).await;
    service
        .emulator
        .inject(Fault::TokenExpired.on("*").times(1))
        .unwrap();
    let expired = service.get("alice", &thread).await;
    for unauthorized in [anonymous, expired] {
        assert_eq!(
            (
                unauthorized.status,
                unauthorized.header("content-length"),
                unauthorized.header("content-type")
            ),
            (401, Some("0"), None)
        );
    }
    for path in ["/nowhere", "/chat/threads/"] {
        let lost = service.get("alice", path).await;
        assert_eq!(
            lost.body["CommunicationError"]["Code"], "NotFound",
            "{path}"
        );
    }
    service
        .emulator
        .inject(Fault::status(429).on("*").times(1))
        .unwrap();
    let throttled = service.get("alice", &thread).await;
    assert_eq!(
        throttled.body["CommunicationError"]["Code"],
        "TooManyRequests"
    );
}

#[tokio::test]
async fn several_api_versions_are_listed() {
    let service = live().await;
    let listed = service.get("alice", "/chat/threads").await;
    let versions: Vec<&str> = listed
        .header("api-supported-versions")
        .unwrap()
        .split(", ")
        .collect();
    assert!(
        versions.len() > 1 && versions.last() == Some(&API_VERSION),
        "{versions:?}"
    );
}

/// Whatever the page and its size, an empty page comes before it and changes nothing else.
#[tokio::test]
async fn an_empty_page_has_a_link_to_the_requested_one() {
    let service = live().await;
    let thread = service.thread(&["alice", "bob", "carol"]).await;
    for _ in 0..2 {
        service.thread(&["alice"]).await;
    }
    for list in [
        "/chat/threads?maxPageSize=2".to_owned(),
        format!("{thread}/messages?maxPageSize=1&startTime=2020-01-01T00:00:00Z"),
        format!("{thread}/participants?maxPageSize=1&skip=1"),
    ] {
        service.emulator.clear_faults();
        let mut expected = service.get("alice", &list).await;
        let mut path: Option<String> = None;
        loop {
            service
                .emulator
                .inject(Fault::EmptyPage.on("*").times(1))
                .unwrap();
            let empty = match &path {
                None => fetch(service.request("alice", Method::GET, &list)).await,
                Some(link) => service.follow("alice", link).await,
            };
            assert_eq!(empty.items(), [] as [Value; 0], "{list}");
            let link = empty.body["nextLink"].as_str().unwrap();
            let page = service.follow("alice", link).await;
            assert_eq!(page.body, expected.body, "{list}");
            let Some(next) = expected.body["nextLink"].as_str().map(str::to_owned) else {
                break;
            };
            expected = service.follow("alice", &next).await;
            path = Some(next);
        }
        assert!(path.is_some(), "{list} has more pages than one");
    }
}

#[tokio::test]
async fn responses_are_dated_by_the_emulators_clock() {
    let service = live().await;
    let date = async || {
        let response = service.get("alice", "/chat/threads").await;
        let date = response.headers["date"].to_str().unwrap().to_owned();
        chrono::DateTime::parse_from_rfc2822(&date).unwrap()
    };
    let before = date().await;
    service.emulator.advance(Duration::from_secs(3600));
    let passed = date().await - before;
    assert!((3600..3660).contains(&passed.num_seconds()), "{passed}");
}
