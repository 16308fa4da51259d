//! All that happens in a thread is there to be read, in order.

mod common;

use chrono::{DateTime, FixedOffset};
use common::{API_VERSION, Service, service};
use serde_json::{Value, json};

async fn messages(service: &Service, user: &str, thread: &str) -> Vec<Value> {
    service
        .get(user, &format!("{thread}/messages?maxPageSize=200"))
        .await
        .items()
        .to_vec()
}

/// A time in the service's format: UTC, in whole seconds.
fn time(value: &Value) -> DateTime<FixedOffset> {
    let text = value.as_str().unwrap();
    assert!(text.ends_with('Z') && !text.contains('.'), "{text}");
    DateTime::parse_from_rfc3339(text).unwrap()
}

#[tokio::test]
async fn messages_are_newest_first_with_growing_ids_and_sequence_ids() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    for number in 0..20 {
        service
            .say(
                if number % 2 == 0 { "alice" } else { "bob" },
                &thread,
                &number.to_string(),
            )
            .await;
    }
    let messages = messages(&service, "bob", &thread).await;
    let numbers = |field: &str| -> Vec<u64> {
        messages
            .iter()
            .map(|message| message[field].as_str().unwrap().parse().unwrap())
            .collect()
    };
    assert_eq!(numbers("sequenceId"), (1..=22).rev().collect::<Vec<_>>());
    assert!(
        numbers("id").windows(2).all(|pair| pair[0] > pair[1]),
        "{:?}",
        numbers("id")
    );
    assert_eq!(numbers("id"), numbers("version"));
    let texts: Vec<&str> = messages[..20]
        .iter()
        .map(|message| message["content"]["message"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        (0..20)
            .rev()
            .map(|number| number.to_string())
            .collect::<Vec<_>>()
    );
    assert_eq!(
        messages[0]["senderCommunicationIdentifier"]["rawId"],
        service.emulator.user_id("bob")
    );
    assert_eq!(
        messages[0]["senderCommunicationIdentifier"]["communicationUser"]["id"],
        service.emulator.user_id("bob")
    );
    assert_eq!(messages[0]["senderDisplayName"], "");
    time(&messages[0]["createdOn"]);
}

#[tokio::test]
async fn a_sent_message_is_located_and_read_back() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let body = json!({ "content": "<b>hi</b>", "type": "html", "senderDisplayName": "Alice", "metadata": { "a": "1" } });
    let sent = service
        .post("alice", &format!("{thread}/messages"), body)
        .await;
    let id = sent.body["id"].as_str().unwrap();
    let location = sent.header("location").unwrap();
    assert_eq!(
        location,
        format!(
            "{}{}/messages/{id}",
            service.emulator.url(),
            thread.replace("19:", "19%3A")
        )
    );
    let got = service
        .follow("bob", &format!("{location}?api-version={API_VERSION}"))
        .await;
    assert_eq!(got.body["type"], "html");
    assert_eq!(
        got.body["content"],
        json!({ "message": "<b>hi</b>", "attachments": [] })
    );
    assert_eq!(
        (&got.body["senderDisplayName"], &got.body["metadata"]),
        (&json!("Alice"), &json!({ "a": "1" }))
    );
    assert_eq!(
        service
            .get("bob", &format!("{thread}/messages/1"))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn the_service_tells_of_changes_to_topic_and_participants() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    service
        .post(
            "alice",
            &format!("{thread}/participants/:add"),
            json!({ "participants": [service.participant("carol")] }),
        )
        .await;
    service
        .patch("bob", &thread, json!({ "topic": "Dinner" }))
        .await;
    service
        .post(
            "bob",
            &format!("{thread}/participants/:remove"),
            service.identifier("carol"),
        )
        .await;
    let messages = messages(&service, "alice", &thread).await;
    let changes: Vec<(&str, String, &str)> = messages
        .iter()
        .map(|message| {
            let content = &message["content"];
            let people = content["participants"].as_array().into_iter().flatten();
            let people: Vec<&str> = people
                .filter_map(|person| person["communicationIdentifier"]["rawId"].as_str())
                .collect();
            let what = content["topic"]
                .as_str()
                .map_or_else(|| people.join(" "), str::to_owned);
            let who = content["initiatorCommunicationIdentifier"]["rawId"]
                .as_str()
                .unwrap();
            (message["type"].as_str().unwrap(), what, who)
        })
        .collect();
    let [alice, bob, carol] = ["alice", "bob", "carol"].map(|user| service.emulator.user_id(user));
    assert_eq!(
        changes,
        [
            ("participantRemoved", carol.clone(), bob.as_str()),
            ("topicUpdated", "Dinner".to_owned(), bob.as_str()),
            ("participantAdded", carol.clone(), alice.as_str()),
            ("topicUpdated", "Lunch".to_owned(), alice.as_str()),
            ("participantAdded", format!("{alice} {bob}"), alice.as_str()),
        ]
    );
    // Requests without effect add no message.
    service
        .patch("bob", &thread, json!({ "topic": "Dinner" }))
        .await;
    service
        .post(
            "bob",
            &format!("{thread}/participants/:add"),
            json!({ "participants": [service.participant("alice")] }),
        )
        .await;
    assert_eq!(self::messages(&service, "alice", &thread).await.len(), 5);
}

#[tokio::test]
async fn edited_and_deleted_messages_move_up_and_say_when() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let first = service.say("alice", &thread, "one").await;
    let second = service.say("alice", &thread, "two").await;
    let third = service.say("bob", &thread, "three").await;
    let path = |id: &str| format!("{thread}/messages/{id}");
    let edit = json!({ "content": "uno", "metadata": { "a": "1", "b": "2" } });
    assert_eq!(
        service.patch("alice", &path(&first), edit).await.status,
        204
    );
    assert_eq!(
        service
            .patch(
                "alice",
                &path(&first),
                json!({ "metadata": { "a": "", "c": "3" } })
            )
            .await
            .status,
        204
    );
    assert_eq!(service.delete("alice", &path(&second)).await.status, 204);
    let listed = messages(&service, "bob", &thread).await;
    let order: Vec<&str> = listed
        .iter()
        .take(3)
        .map(|message| message["id"].as_str().unwrap())
        .collect();
    assert_eq!(order, [second.as_str(), &first, &third]);
    let (deleted, edited, plain) = (&listed[0], &listed[1], &listed[2]);
    assert_eq!(
        (&deleted["type"], &deleted["content"]["message"]),
        (&json!("text"), &json!(""))
    );
    assert!(time(&deleted["deletedOn"]) >= time(&deleted["createdOn"]));
    assert_eq!(edited["content"]["message"], "uno");
    assert_eq!(edited["metadata"], json!({ "b": "2", "c": "3" }));
    assert!(time(&edited["editedOn"]) >= time(&edited["createdOn"]));
    assert_eq!(edited["sequenceId"], "3");
    assert!(edited["version"].as_str() > edited["id"].as_str());
    assert!(plain.get("editedOn").is_none() && plain.get("deletedOn").is_none());
    assert_eq!(service.delete("alice", &path(&second)).await.status, 204);
    assert_eq!(
        service
            .patch("alice", &path(&second), json!({ "content": "dos" }))
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn an_empty_edit_changes_nothing() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    let id = service.say("alice", &thread, "one").await;
    let before = service
        .get("alice", &format!("{thread}/messages/{id}"))
        .await
        .body;
    assert_eq!(
        service
            .patch("alice", &format!("{thread}/messages/{id}"), json!({}))
            .await
            .status,
        204
    );
    assert_eq!(
        service
            .get("alice", &format!("{thread}/messages/{id}"))
            .await
            .body,
        before
    );
    let refused = service
        .patch(
            "alice",
            &format!("{thread}/messages/{id}"),
            json!({ "content": null }),
        )
        .await;
    assert_eq!(
        (
            refused.status,
            refused.error().contains("content cannot be removed")
        ),
        (400, true)
    );
}

#[tokio::test]
async fn only_the_sender_edits_and_deletes() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let id = service.say("alice", &thread, "one").await;
    let added = messages(&service, "alice", &thread).await.pop().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    for (user, id) in [("bob", &id), ("alice", &added)] {
        let path = format!("{thread}/messages/{id}");
        assert_eq!(
            service
                .patch(user, &path, json!({ "content": "x" }))
                .await
                .status,
            403
        );
        assert_eq!(service.delete(user, &path).await.status, 403);
    }
    assert_eq!(
        messages(&service, "alice", &thread).await[0]["content"]["message"],
        "one"
    );
}

#[tokio::test]
async fn read_receipts_say_how_far_each_has_read() {
    let service = service().await;
    let thread = service.thread(&["alice", "bob"]).await;
    let receipts = format!("{thread}/readReceipts");
    let [first, second] = [
        service.say("alice", &thread, "one").await,
        service.say("alice", &thread, "two").await,
    ];
    for (user, id) in [("bob", &second), ("bob", &first), ("alice", &first)] {
        let sent = service
            .post(user, &receipts, json!({ "chatMessageId": id }))
            .await;
        assert_eq!((sent.status, &sent.body), (200, &Value::Null));
    }
    let listed = service.get("alice", &receipts).await;
    let read: Vec<(&Value, &Value)> = listed
        .items()
        .iter()
        .map(|receipt| {
            (
                &receipt["senderCommunicationIdentifier"]["rawId"],
                &receipt["chatMessageId"],
            )
        })
        .collect();
    let [alice, bob] = ["alice", "bob"].map(|user| json!(service.emulator.user_id(user)));
    assert_eq!(read, [(&bob, &json!(second)), (&alice, &json!(first))]);
    time(&listed.items()[0]["readOn"]);
    assert_eq!(
        service
            .post("bob", &receipts, json!({ "chatMessageId": "1" }))
            .await
            .status,
        404
    );
    assert_eq!(
        service
            .post("bob", &receipts, json!({ "chatMessageId": "x" }))
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn typing_is_taken_with_and_without_a_body() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    let typing = format!("{thread}/typing");
    let named = service
        .post("alice", &typing, json!({ "senderDisplayName": "Alice" }))
        .await;
    assert_eq!((named.status, named.body), (200, Value::Null));
    let bare = common::fetch(service.request("alice", reqwest::Method::POST, &typing)).await;
    assert_eq!((bare.status, bare.body), (200, Value::Null));
    assert_eq!(service.post("bob", &typing, json!({})).await.status, 403);
}

#[tokio::test]
async fn the_documented_limits_hold() {
    let service = service().await;
    let thread = service.thread(&["alice"]).await;
    let messages = format!("{thread}/messages");
    assert_eq!(
        service
            .post(
                "alice",
                &messages,
                json!({ "content": "x".repeat(28 * 1024) })
            )
            .await
            .status,
        201
    );
    assert_eq!(
        service
            .post(
                "alice",
                &messages,
                json!({ "content": "x".repeat(28 * 1024 + 1) })
            )
            .await
            .status,
        413
    );
    assert_eq!(
        service
            .post(
                "alice",
                &messages,
                json!({ "content": "x".repeat(2_000_000) })
            )
            .await
            .status,
        413
    );
    let metadata = json!({ "metadata": { "key": "x".repeat(1022) } });
    assert_eq!(service.patch("alice", &thread, metadata).await.status, 400);
    let people = |count: std::ops::Range<usize>| json!({ "participants": count.map(|number| service.participant(&format!("user {number}"))).collect::<Vec<_>>() });
    let add = format!("{thread}/participants/:add");
    assert_eq!(
        service.post("alice", &add, people(0..201)).await.status,
        400
    );
    assert_eq!(service.post("alice", &add, people(0..19)).await.status, 201);
    let id = service.say("alice", &thread, "read this").await;
    let receipt = json!({ "chatMessageId": id });
    assert_eq!(
        service
            .post("alice", &format!("{thread}/readReceipts"), receipt.clone())
            .await
            .status,
        200
    );
    assert_eq!(
        service.post("alice", &add, people(0..200)).await.status,
        201
    );
    assert_eq!(
        service
            .post("alice", &format!("{thread}/readReceipts"), receipt)
            .await
            .status,
        400
    );
    assert_eq!(
        service
            .post("alice", &format!("{thread}/typing"), json!({}))
            .await
            .status,
        400
    );
    assert_eq!(
        service.post("alice", &add, people(200..249)).await.status,
        201
    );
    assert_eq!(
        service.post("alice", &add, people(249..250)).await.status,
        400
    );
}
